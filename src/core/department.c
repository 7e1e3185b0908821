/*
 * department.c - what a department's record holds: delivery, deputy
 */
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/core/staff.h"

static const char *const deliveries[] = {"screen", "printer", "mail"};

const char *delivery_name(enum delivery delivery)
{
	return deliveries[delivery];
}

bool delivery_parse(const char *text, enum delivery *out, struct error *err)
{
	for (size_t i = 0; i < MEM_COUNT(deliveries); i++) {
		if (str_same(text, deliveries[i])) {
			*out = (enum delivery)i;
			return true;
		}
	}
	return error_set(err, ERROR_INVALID, "delivery",
			 _("The delivery is one of screen, printer and mail."));
}

void department_release(struct department *department)
{
	free(department->name);
	free(department->telephone);
	free(department->place);
	free(department->delivery_to);
	free(department->deputy);
	*department = (struct department){0};
}

/* Letters, digits and what RFC 5322 calls atext, with dots: no blank, no
 * comma, no bracket, nothing that a header could be continued with. */
static size_t atoms_len(const char *text)
{
	return strspn(text, "abcdefghijklmnopqrstuvwxyz"
			    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
			    "!#$%&'*+-/=?^_`{|}~.");
}

bool mail_address_check(const char *address, const char *field,
			struct error *err)
{
	size_t local, domain;

	if (address != NULL && strlen(address) <= 254) {
		local = atoms_len(address);
		if (local >= 1 && local <= 64 && address[0] != '-' &&
		    address[local] == '@') {
			domain = atoms_len(address + local + 1);
			if (domain >= 1 && address[local + 1 + domain] == '\0')
				return true;
		}
	}
	return error_set(err, ERROR_INVALID, field,
			 _("Write one e-mail address, as in "
			   "planning@city.example."));
}

bool department_check(const struct department *department, struct error *err)
{
	static const struct text_limit name = {
	    "name", N_("the department's name"), 80, false, true};
	static const struct text_limit telephone = {
	    "telephone", N_("the telephone"), 40, false, false};
	static const struct text_limit place = {"place", N_("the place"), 80,
						false, false};
	static const struct text_limit printer = {
	    "delivery_to", N_("the printer's name"), 120, false, false};

	if (!text_check(department->name, &name, err) ||
	    !text_check(department->telephone, &telephone, err) ||
	    !text_check(department->place, &place, err))
		return false;
	if (department->delivery == DELIVERY_MAIL &&
	    !mail_address_check(department->delivery_to, "delivery_to", err))
		return false;
	if (!text_check(department->delivery_to, &printer, err))
		return false;
	if (department->delivery == DELIVERY_PRINTER &&
	    department->delivery_to != NULL &&
	    department->delivery_to[0] == '-')
		return error_set(err, ERROR_INVALID, "delivery_to",
				 _("A printer's name does not begin with a "
				   "dash: frontdesk printers lists them."));
	if (department->deputy_id != 0 &&
	    department->deputy_id == department->department_id)
		return error_set(err, ERROR_INVALID, "deputy",
				 _("A department does not stand in for itself: "
				   "choose another one, or a person."));
	return true;
}
