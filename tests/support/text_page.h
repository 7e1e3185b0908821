/*
 * text_page.h - the tables of a summary's text, read line by line and held
 * against what its JSON makes of them
 */
#ifndef SUPPORT_TEXT_PAGE_H
#define SUPPORT_TEXT_PAGE_H

#include "frontdesk/base/json.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"

struct text_page {
	const struct json *json;
	const char *at;
	struct str line; /* without bars, one blank where there were more */
	size_t compared;
	bool is_trial;	  /* what differs is counted, and fails nothing */
	size_t differing; /* of a trial */
};

/* What the text has otherwise than the JSON makes it: fails the test. */
void text_page_differs(struct text_page *page, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Blank ones and details are passed over; "" at the end. */
const char *text_page_next(struct text_page *page);

/* Each takes the next line, and fails the test where it is another one. */
void text_page_expect(struct text_page *page, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void text_page_expect_share(struct text_page *page, const char *label,
			    long long count, long long n);
void text_page_expect_ratio(struct text_page *page, const char *label,
			    const char *path);

struct text_page_row {
	const char *label, *path;
};
void text_page_expect_numbers(struct text_page *page,
			      const struct text_page_row *rows, size_t count);

#define EXPECT_NUMBERS(page, ...)                                              \
	do {                                                                   \
		static const struct text_page_row listed[] = {__VA_ARGS__};    \
		text_page_expect_numbers(page, listed, MEM_COUNT(listed));     \
	} while (0)

/* What stands at a path of the JSON. */
long long text_page_number(const struct text_page *page, const char *path);

/* agree_text_visits.c: the tables VISITS, and WAIT AND SERVICE. */
void agree_text_visits(struct text_page *page);
void agree_text_waits(struct text_page *page);

#endif
