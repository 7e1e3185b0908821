/*
 * print_options.c - copies and pages, as people give them
 */
#include <ctype.h>
#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "frontdesk/report/print.h"

bool print_copies_parse(const char *text, int *out, struct error *err)
{
	char *end;
	long copies = strtol(text, &end, 10);

	*out = str_is_blank(text) ? 1 : (int)copies;
	if (!str_is_blank(text) &&
	    (*end != '\0' || copies < 1 || copies > PRINT_COPIES_MAX))
		return error_set(err, ERROR_INVALID, "copies",
				 _("print 1 to 99 copies"));
	return true;
}

/* A page's number, 1 to 9999; 0 where none stands there. */
static int take_page(const char **at)
{
	int page = 0;

	while (isdigit((unsigned char)**at) && page < 1000)
		page = page * 10 + *(*at)++ - '0';
	return isdigit((unsigned char)**at) ? 0 : page;
}

bool print_pages_check(const char *pages, struct error *err)
{
	const char *at = pages;
	bool is_right = true;

	if (str_is_blank(pages))
		return true;
	do {
		int first = take_page(&at), last = first;

		if (*at == '-') {
			at++;
			last = take_page(&at);
		}
		is_right = first > 0 && last >= first;
	} while (is_right && *at++ == ',');
	if (!is_right || at[-1] != '\0')
		return error_set(err, ERROR_INVALID, "pages",
				 _("pages are given as 1-2, or 1,3-4, "
				   "without a blank"));
	return true;
}
