/*
 * staff.c - roles, what they may do, and what a staff member's record holds
 */
#include "frontdesk/core/staff.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"

static const char *const role_names[] = {"clerk", "staff", "supervisor",
					 "administrator"};

const char *role_name(enum role role)
{
	return role_names[role];
}

bool role_parse(const char *text, enum role *out, struct error *err)
{
	for (size_t i = 0; i < MEM_COUNT(role_names); i++)
		if (str_same(text, role_names[i])) {
			*out = (enum role)i;
			return true;
		}
	return error_set(err, ERROR_INVALID, "role",
			 _("The role is one of clerk, staff, supervisor and "
			   "administrator."));
}

bool role_may(enum role role, enum duty duty)
{
	switch (duty) {
	case DUTY_SERVE:
	case DUTY_READ_DAY:
		return true;
	case DUTY_PRINT_DAY:
	case DUTY_VOID_ANY:
	case DUTY_IMPORT:
	case DUTY_CALENDAR:
	case DUTY_DECIDE:
	case DUTY_OVERSEE:
	case DUTY_CLOSE_DAY:
		return role == ROLE_SUPERVISOR || role == ROLE_ADMINISTRATOR;
	case DUTY_MANAGE_STAFF:
		return role == ROLE_ADMINISTRATOR;
	}
	return false;
}

void staff_release(struct staff *staff)
{
	free(staff->login);
	free(staff->name);
	free(staff->formal_name);
	free(staff->department);
	free(staff->telephone);
	free(staff->languages);
	*staff = (struct staff){0};
}

/* An account of the operating system, as passwd(5) has them. */
static bool login_check(const char *login, struct error *err)
{
	size_t len = login == NULL ? 0 : strlen(login);

	if (len >= 1 && len <= 32 &&
	    strspn(login, "abcdefghijklmnopqrstuvwxyz"
			  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-") == len)
		return true;
	return error_set(err, ERROR_INVALID, "login",
			 _("The login has 1 to 32 letters, digits, dots and "
			   "dashes, as the computer's account does."));
}

/* "en es": language codes parted by one blank. */
static bool languages_check(const char *languages, struct error *err)
{
	size_t word_len = 0;

	for (const char *c = languages; c != NULL && *c != '\0'; c++) {
		word_len = *c == ' ' ? 0 : word_len + 1;
		if (word_len > 12 ||
		    (!isalnum((unsigned char)*c) && *c != '-' && *c != ' '))
			return error_set(err, ERROR_INVALID, "languages",
					 _("The languages are codes parted by "
					   "blanks, as in “en es”."));
	}
	return true;
}

bool staff_check(const struct staff *staff, struct error *err)
{
	static const struct text_limit name = {"name", N_("the name"), 60,
					       false, true};
	static const struct text_limit formal_name = {
	    "formal_name", N_("the name said to visitors"), 60, false, true};
	static const struct text_limit telephone = {
	    "telephone", N_("the telephone"), 40, false, false};

	if (!login_check(staff->login, err) ||
	    !text_check(staff->name, &name, err) ||
	    !text_check(staff->formal_name, &formal_name, err) ||
	    !text_check(staff->telephone, &telephone, err) ||
	    !languages_check(staff->languages, err))
		return false;
	if (staff->in_until_minute < -1 || staff->in_until_minute > 1440)
		return error_set(err, ERROR_INVALID, "in_until_minute",
				 _("“In until” is a time of the day."));
	return true;
}

void staff_list_release(struct staff_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		staff_release(&list->items[i]);
	free(list->items);
	*list = (struct staff_list){0};
}

void department_list_release(struct department_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		department_release(&list->items[i]);
	free(list->items);
	*list = (struct department_list){0};
}

void counter_window_list_release(struct counter_window_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->items[i].label);
	free(list->items);
	*list = (struct counter_window_list){0};
}

void site_release(struct site *site)
{
	free(site->name);
	free(site->time_zone);
	*site = (struct site){0};
}
