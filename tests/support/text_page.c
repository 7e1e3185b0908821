#include "text_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "agree.h"
#include "frontdesk/base/mem.h"

#define DETAIL 6 /* what is moved in so far is the words of the line above */

static size_t line_len(const char *line)
{
	return strcspn(line, "\n");
}

/* The head of a page goes down to its rule. */
static const char *behind_head(const char *line)
{
	while (*line != '\0' && *line != '-')
		line += line_len(line) + 1;
	return line + line_len(line) + (*line != '\0');
}

static bool is_head(const char *line)
{
	char *text = mem_copy_n(line, line_len(line));
	bool is_it = strstr(text, "  page ") != NULL;

	free(text);
	return is_it;
}

static void take(struct text_page *page, const char *line)
{
	const char *end = line + line_len(line);

	str_clear(&page->line);
	for (; line < end; line++) {
		bool is_blank = *line == ' ';

		if (*line != '#' &&
		    (!is_blank || (page->line.len > 0 && line[-1] != ' ')))
			str_add_char(&page->line, *line);
	}
	while (page->line.len > 0 && page->line.text[page->line.len - 1] == ' ')
		str_cut(&page->line, page->line.len - 1);
}

const char *text_page_next(struct text_page *page)
{
	for (;;) {
		const char *line = page->at;

		str_clear(&page->line);
		if (*line == '\0')
			return "";
		if (is_head(line)) {
			page->at = behind_head(line);
			continue;
		}
		page->at += line_len(line) + (line[line_len(line)] == '\n');
		if (line_len(line) == 0 || strspn(line, " ") >= DETAIL)
			continue;
		take(page, line);
		return str_text(&page->line);
	}
}

void text_page_differs(struct text_page *page, const char *format, ...)
{
	struct str words = STR_INIT;
	va_list args;

	page->differing++;
	if (page->is_trial)
		return;
	va_start(args, format);
	str_addv(&words, format, args);
	va_end(args);
	fail_msg("%s", str_text(&words));
}

void text_page_expect(struct text_page *page, const char *format, ...)
{
	const char *line = text_page_next(page);
	struct str text = STR_INIT;
	va_list args;

	va_start(args, format);
	str_addv(&text, format, args);
	va_end(args);
	if (!str_same(line, str_text(&text)))
		text_page_differs(page,
				  "the text has \"%s\", and JSON makes \"%s\"",
				  line, str_text(&text));
	str_release(&text);
	page->compared++;
}

long long text_page_number(const struct text_page *page, const char *path)
{
	return agree_number(page->json, path);
}

void text_page_expect_numbers(struct text_page *page,
			      const struct text_page_row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		text_page_expect(page, "%s %lld", rows[i].label,
				 text_page_number(page, rows[i].path));
}

void text_page_expect_share(struct text_page *page, const char *label,
			    long long count, long long n)
{
	if (n == 0)
		text_page_expect(page, "%s n/a", label);
	else
		text_page_expect(page, "%s %lld of %lld, %lld%%", label, count,
				 n, (200 * count + n) / (2 * n));
}

void text_page_expect_ratio(struct text_page *page, const char *label,
			    const char *path)
{
	const struct json *ratio = agree_at(page->json, path);

	text_page_expect_share(page, label, agree_number(ratio, "count"),
			       agree_number(ratio, "n"));
}
