/*
 * The parts of a slip as a document. Everybody in it is invented.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/text.h"
#include "pages.h"
#include "report/slip_document.h"
#include "report/slip_lines.h"
#include "sample_day.h"

static void begin(struct slip_page *page, struct document *document)
{
	slip_page_begin(page, document,
			&(struct slip_about){.city = "Mesa Alta",
					     .title = "Your request R-4K7-2M9X",
					     .day = {"2026-11-23"}});
}

static void a_slip_has_its_parts_in_their_order(void **state)
{
	struct document document = {0};
	struct str bytes = STR_INIT, text = STR_INIT;
	struct slip_page page;
	const struct slip slip = {.page = &page};

	(void)state;
	begin(&page, &document);
	slip_add_title(&slip, "Mesa Alta");
	slip_add_title(&slip, "City Hall");
	slip_add_title(&slip, NULL);
	slip_add_rule(&slip);
	slip_add_heading(&slip, "YOUR REQUEST");
	slip_add_large(&slip, "R-4K7-2M9X");
	slip_add_labelled(&slip, "About", "Fence permit");
	slip_add_labelled(&slip, "Place", "");
	slip_add_rule(&slip);
	slip_add_wrapped(&slip, "Please come back with:", 0, 0);
	slip_add_lines(&slip, "a site plan\nan ID", 2, 2);
	slip_add_gap(&slip);
	slip_add_scale(&slip, 1, "I was heard.", 5);
	slip_add_scale(&slip, 2, "I know what happens next.", 5);
	slip_add_blank(&slip, "By when:");
	slip_add_room(&slip, 3);
	slip_add_rule(&slip);
	slip_page_end(&page);
	pages_render(&document, PAPER_LETTER, &bytes);
	pages_text(&bytes, PAGES_DRAWN, &text);
	pages_agree("Mesa Alta\nCity Hall\nYOUR REQUEST\nR-4K7-2M9X\n"
		    "About: Fence permit\nPlease come back with:\n"
		    "a site plan\nan ID\n1. I was heard. 5 4 3 2 1\n"
		    "2. I know what happens next. 5 4 3 2 1\nBy when:\n",
		    str_text(&text));
	assert_null(strstr(str_text(&text), "Place"));
	document_release(&document);
	str_release(&bytes);
	str_release(&text);
}

static void a_rule_before_a_heading_or_at_the_end_is_left_out(void **state)
{
	struct document document = {0};
	struct slip_page page;
	const struct slip slip = {.page = &page};
	const char *found;

	(void)state;
	begin(&page, &document);
	slip_add_rule(&slip);
	slip_add_heading(&slip, "ASKED");
	slip_add_rule(&slip);
	slip_add_wrapped(&slip, "One thing.", 0, 0);
	slip_add_rule(&slip);
	slip_page_end(&page);
	found = strstr(str_text(&document.lines), "\nrule\n");
	assert_non_null(found);
	sample_contains(found, "\nrule\nparagraph\tOne thing.\n");
	assert_null(strstr(found + 1, "\nrule\n"));
	document_release(&document);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_slip_has_its_parts_in_their_order),
	    cmocka_unit_test(a_rule_before_a_heading_or_at_the_end_is_left_out),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
