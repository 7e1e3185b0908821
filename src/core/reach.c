/*
 * reach.c - telephones, e-mails and addresses, and what finds them
 */
#include "reach.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"

static const char *const kind_names[] = {"telephone", "email", "address"};

const char *reach_kind_name(enum reach_kind kind)
{
	return kind_names[kind];
}

void reaches_add(struct reach **reaches, size_t *count, enum reach_kind kind,
		 const char *value)
{
	struct reach reach = {0, kind, mem_copy(value)};

	*reaches = mem_resize(*reaches, *count + 1, sizeof(**reaches));
	(*reaches)[(*count)++] = reach;
}

void reaches_release(struct reach *reaches, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(reaches[i].value);
	free(reaches);
}

/* "5th", "42nd", "1st": a street's name, not a house number. */
static bool is_ordinal(const char *word, size_t len)
{
	static const char *const ends[] = {"st", "nd", "rd", "th"};

	if (len < 3)
		return false;
	for (size_t i = 0; i < MEM_COUNT(ends); i++)
		if (strncasecmp(word + len - 2, ends[i], 2) == 0)
			return isdigit((unsigned char)word[len - 3]) != 0;
	return false;
}

/* Where the words before the street end: "12021 ", "12021 1/2 ". */
static size_t number_end(const char *address)
{
	size_t end = strspn(address, " ");

	for (;;) {
		size_t len = strcspn(address + end, " ,");

		if (!isdigit((unsigned char)address[end]) ||
		    is_ordinal(address + end, len) || address[end + len] != ' ')
			return end;
		end += len + strspn(address + end + len, " ");
	}
}

/* Where the street ends: at a comma, or at what names a part of the house. */
static size_t street_end(const char *address, size_t at)
{
	static const char *const parts[] = {
	    "apt", "apartment", "unit", "ste", "suite", "spc", "room", "space"};
	size_t first = at;

	while (address[at] != '\0' && address[at] != ',' &&
	       address[at] != '#' && address[at] != '\n') {
		size_t len = strcspn(address + at, " .,#\n");

		for (size_t i = 0; at > first && i < MEM_COUNT(parts); i++)
			if (len == strlen(parts[i]) &&
			    strncasecmp(address + at, parts[i], len) == 0)
				return at;
		at += len;
		at += strspn(address + at, " .");
	}
	return at;
}

void reach_add_street(const char *address, struct str *out)
{
	size_t first, end;

	if (address == NULL)
		return;
	first = number_end(address);
	end = street_end(address, first);
	while (end > first && address[end - 1] == ' ')
		end--;
	str_add_n(out, address + first, end - first);
}

static void add_folded(const char *text, size_t len, struct str *out)
{
	struct str folded = STR_INIT;
	char *part = mem_copy_n(text, len);

	text_fold(part, &folded);
	if (folded.len > 0 && out->len > 0)
		str_add_char(out, ' ');
	str_add(out, str_text(&folded));
	str_release(&folded);
	free(part);
}

void reach_add_search_key(enum reach_kind kind, const char *value,
			  struct str *out)
{
	struct str key = STR_INIT;
	size_t first, end;

	switch (kind) {
	case REACH_TELEPHONE:
		text_digits_reversed(value, &key);
		break;
	case REACH_EMAIL:
		text_fold(value, &key);
		break;
	case REACH_ADDRESS:
		/* The street first, so that a range finds the whole street. */
		first = number_end(value);
		end = street_end(value, first);
		add_folded(value + first, end - first, &key);
		add_folded(value, first, &key);
		add_folded(value + end, strlen(value + end), &key);
		break;
	}
	str_add(out, str_text(&key));
	str_release(&key);
}

static bool telephone_check(const char *value, struct error *err)
{
	struct str digits = STR_INIT;
	size_t count;

	text_digits(value, &digits);
	count = digits.len;
	str_release(&digits);
	if (count < 4 || count > 15)
		return error_set(err, ERROR_INVALID, "telephone",
				 _("A telephone number has 4 to 15 digits: "
				   "read it back."));
	return true;
}

static bool email_check(const char *value, struct error *err)
{
	const char *at = strchr(value, '@');

	if (at == NULL || at == value || at[1] == '\0' ||
	    strchr(at + 1, '@') != NULL || strpbrk(value, " \t,;<>") != NULL)
		return error_set(err, ERROR_INVALID, "email",
				 _("An e-mail address looks like "
				   "name@example.org: read it back."));
	return true;
}

bool reach_check_left(const char *text, struct error *err)
{
	struct error unused = {0};

	return telephone_check(text, &unused) || email_check(text, &unused) ||
	       error_set(err, ERROR_INVALID, "contact_text",
			 _("A telephone number has 4 to 15 digits; an e-mail "
			   "address does as well: read it back."));
}

bool reaches_check(const struct reach *reaches, size_t count, struct error *err)
{
	static const struct text_limit limits[] = {
	    {"telephone", N_("the telephone"), 40, false, true},
	    {"email", N_("the e-mail"), 254, false, true},
	    {"address", N_("the address"), 200, false, true},
	};

	for (size_t i = 0; i < count; i++) {
		const struct reach *reach = &reaches[i];

		if (!text_check(reach->value, &limits[reach->kind], err))
			return false;
		if (reach->kind == REACH_TELEPHONE &&
		    !telephone_check(reach->value, err))
			return false;
		if (reach->kind == REACH_EMAIL &&
		    !email_check(reach->value, err))
			return false;
	}
	return true;
}
