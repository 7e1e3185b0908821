/*
 * print_options.c - copies and pages, as people give them
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

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

/* The highest page that is named, or 0 where pages are not written so. */
static int highest(const char *pages)
{
	const char *at = pages;
	bool is_right = true;
	int high = 0;

	do {
		int first = take_page(&at), last = first;

		if (*at == '-') {
			at++;
			last = take_page(&at);
		}
		is_right = first > 0 && last >= first;
		high = last > high ? last : high;
	} while (is_right && *at++ == ',');
	return is_right && at[-1] == '\0' ? high : 0;
}

bool print_pages_check(const char *pages, struct error *err)
{
	if (!str_is_blank(pages) && highest(pages) == 0)
		return error_set(err, ERROR_INVALID, "pages",
				 _("pages are given as 1-2, or 1,3-4, "
				   "without a blank"));
	return true;
}

/* Of a text without form feeds only the printer knows: 0. */
static int count_feeds(const char *data, size_t len)
{
	int feeds = 0;

	for (size_t i = 0; i + 1 < len; i++)
		feeds += data[i] == '\f';
	return feeds > 0 ? feeds + 1 : 0;
}

/* Each page is an object of its own; what is written on it is compressed. */
static int count_objects(const char *data, size_t len)
{
	static const char page[] = "/Type /Page";
	const size_t page_len = sizeof(page) - 1;
	int count = 0;

	for (size_t i = 0; i + page_len < len; i++)
		count += data[i] == '/' &&
			 memcmp(data + i, page, page_len) == 0 &&
			 data[i + page_len] != 's';
	return count;
}

bool print_pages_exist(const char *pages, enum print_kind kind,
		       const char *data, size_t len, struct error *err)
{
	int count = kind == PRINT_PDF ? count_objects(data, len)
				      : count_feeds(data, len);

	if (str_is_blank(pages) || count == 0 || highest(pages) <= count)
		return true;
	return error_set(err, ERROR_INVALID, "pages",
			 ngettext("there is no such page: it has %d page",
				  "there is no such page: it has %d pages",
				  (unsigned long)count),
			 count);
}
