/*
 * Where the pages of a PDF end: what stays together, and what is spared.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/text.h"
#include "pages.h"

static void begin(struct document *document)
{
	document_begin(document, &(struct document_about){
				     .title = "Pages",
				     .author = "Mesa Alta",
				     .running = "Mesa Alta",
				     .day = {"2026-11-23"},
				 });
}

/* As it is set, line by line; returns how many pages there are. */
static int render(struct document *document, struct str *text)
{
	struct str bytes = STR_INIT;
	int count = 0;

	pages_render(document, PAPER_LETTER, &bytes);
	str_clear(text);
	pages_ask(&bytes, "pdftotext", "-raw", text);
	for (const char *at = str_text(text); *at != '\0'; at++)
		count += *at == '\f';
	document_release(document);
	str_release(&bytes);
	return count;
}

/* How often the words stand on the second page. */
static int on_second_page(const struct str *text, const char *words)
{
	const char *at = strchr(str_text(text), '\f');
	int count = 0;

	assert_non_null(at);
	while ((at = strstr(at, words)) != NULL) {
		count++;
		at += strlen(words);
	}
	return count;
}

static void add_line(struct document *document, int i, bool is_item)
{
	char words[32];

	snprintf(words, sizeof(words), "line %d", i);
	if (is_item)
		document_item(document, "R-4K7-2M9X", words);
	else
		document_paragraph(document, words);
}

/* One more line after the other: how many the second page begins with. */
static int first_rest(bool is_item)
{
	struct str text = STR_INIT;
	int rest = 0;

	for (int n = 30; rest == 0 && n < 80; n++) {
		struct document document = {0};

		begin(&document);
		for (int i = 0; i < n; i++)
			add_line(&document, i, is_item);
		if (render(&document, &text) > 1)
			rest = on_second_page(&text, "line ");
	}
	str_release(&text);
	return rest;
}

static void a_last_page_of_a_line_or_two_is_spared(void **state)
{
	(void)state;
	assert_true(first_rest(false) >= 2);
	assert_true(first_rest(true) >= 2);
}

/* How often the words stand on the first page. */
static int on_first_page(struct str *text, const char *words)
{
	const char *at = str_text(text);
	char *end = strchr(at, '\f');
	int count = 0;

	assert_non_null(end);
	*end = '\0';
	for (; (at = strstr(at, words)) != NULL; at += strlen(words))
		count++;
	return count;
}

/* Where it is hundreds of pages, setting all of it twice is not worth one. */
static void for_the_last_of_many_pages_nothing_is_set_smaller(void **state)
{
	struct str text = STR_INIT;
	int first = 0;

	(void)state;
	for (int n = 600; n < 640; n += 8) {
		struct document document = {0};
		int lines;

		begin(&document);
		for (int i = 0; i < n; i++)
			add_line(&document, i, true);
		assert_true(render(&document, &text) > 12);
		lines = on_first_page(&text, "line ");
		if (first != 0 && lines != first)
			fail_msg("of %d lines %d stand on the first page", n,
				 lines);
		first = lines;
	}
	str_release(&text);
}

/* Too many for a smaller letter to spare the page. */
static void the_last_entry_does_not_stand_alone(void **state)
{
	(void)state;
	for (int n = 34; n < 46; n++) {
		struct document document = {0};
		struct str text = STR_INIT;

		begin(&document);
		for (int i = 0; i < n; i++)
			add_line(&document, i, true);
		/* It cannot be set smaller: a page is filled behind it. */
		document_heading(&document, "BEHIND");
		for (int i = 0; i < 20; i++)
			document_paragraph(&document, "behind");
		assert_int_equal(render(&document, &text), 2);
		if (on_second_page(&text, "line ") == 1)
			fail_msg("of %d entries the last stands alone", n);
		str_release(&text);
	}
}

static void add_table(struct document *document, const char *name, int rows)
{
	document_table(document, "l50 r50");
	for (int i = 0; i < rows; i++) {
		const char *const cells[] = {name, "1"};

		document_row(document, cells, 2);
	}
	document_end(document);
}

static void a_short_table_stays_with_the_one_above(void **state)
{
	(void)state;
	for (int n = 20; n < 40; n++) {
		struct document document = {0};
		struct str text = STR_INIT;

		begin(&document);
		for (int i = 0; i < n; i++)
			add_line(&document, i, false);
		add_table(&document, "long", 6);
		add_table(&document, "short", 2);
		for (int i = 0; i < 20; i++)
			document_paragraph(&document, "behind");
		assert_int_equal(render(&document, &text), 2);
		if (on_second_page(&text, "short") > 0 &&
		    on_second_page(&text, "long") == 0)
			fail_msg("behind %d lines it stands alone", n);
		str_release(&text);
	}
}

static void a_page_that_is_hardly_begun_goes_on(void **state)
{
	struct document few = {0}, many = {0};
	struct str text = STR_INIT;

	(void)state;
	begin(&few);
	add_line(&few, 0, false);
	document_page(&few);
	document_heading(&few, "NEXT");
	document_paragraph(&few, "next");
	assert_int_equal(render(&few, &text), 1);
	begin(&many);
	for (int i = 0; i < 30; i++)
		add_line(&many, i, false);
	document_page(&many);
	document_heading(&many, "NEXT");
	document_paragraph(&many, "next");
	assert_int_equal(render(&many, &text), 2);
	str_release(&text);
}

/* Whatever stands before it, so that it would end a line everywhere. */
static void a_figure_is_not_parted_from_its_unit(void **state)
{
	struct document document = {0};
	struct str text = STR_INIT, words = STR_INIT;
	const char *at;
	int count = 0;

	(void)state;
	begin(&document);
	for (int i = 1; i < 60; i++) {
		str_clear(&words);
		for (int j = 0; j < i; j++)
			str_add_char(&words, 'o');
		str_add(&words, " took at most 13 min 57 s; within: 1127 of "
				"1774, 64%.");
		document_lead(&document, str_text(&words));
	}
	render(&document, &text);
	for (at = text.text; (at = strstr(at, "13 min 57 s;")) != NULL; at++)
		count++;
	assert_int_equal(count, 59);
	count = 0;
	for (at = text.text; (at = strstr(at, "1127 of 1774, 64%")) != NULL;
	     at++)
		count++;
	assert_int_equal(count, 59);
	str_release(&text);
	str_release(&words);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_last_page_of_a_line_or_two_is_spared),
	    cmocka_unit_test(for_the_last_of_many_pages_nothing_is_set_smaller),
	    cmocka_unit_test(the_last_entry_does_not_stand_alone),
	    cmocka_unit_test(a_short_table_stays_with_the_one_above),
	    cmocka_unit_test(a_page_that_is_hardly_begun_goes_on),
	    cmocka_unit_test(a_figure_is_not_parted_from_its_unit),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
