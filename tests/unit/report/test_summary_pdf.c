/*
 * The day as PDF: its figures are those of the text, to the last one.
 * Everybody named is invented.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/text.h"
#include "frontdesk/report/day_lines.h"
#include "pages.h"
#include "sample_day.h"

static void render(const struct summary *summary, bool with_names,
		   struct str *bytes, struct str *text)
{
	struct document document = {0};

	summary_add_document(summary, with_names, &document);
	pages_render(&document, PAPER_LETTER, bytes);
	pages_text(bytes, PAGES_DRAWN, text);
	document_release(&document);
}

static void add_form(const struct day_lines *lines, struct str *out)
{
	for (size_t i = 0; i < lines->count; i++) {
		str_add(out, lines->items[i].text);
		str_add_char(out, '\n');
	}
}

static void every_figure_of_the_text_is_in_the_pdf(void **state)
{
	struct summary summary = sample_day();
	struct str bytes = STR_INIT, text = STR_INIT, form = STR_INIT;
	struct day_lines lines = {0};

	(void)state;
	summary.cards = 3;
	summary.marks[0][4] = 2;
	summary.contacts_n = 7;
	summary.contacts[1] = 6;
	summary.handoff_accept =
	    (struct length_figures){1, CLOCK_HOUR, CLOCK_HOUR, CLOCK_HOUR};
	summary.promises_due = 4;
	summary.promises_kept = 3;
	render(&summary, true, &bytes, &text);
	day_lines_sentences(&summary, 80, &lines);
	day_lines_tables(&summary, 80, true, &lines);
	add_form(&lines, &form);
	assert_true(pages_agree(str_text(&form), str_text(&text)) > 100);
	day_lines_release(&lines);
	str_release(&bytes);
	str_release(&text);
	str_release(&form);
}

static void the_first_page_is_the_sentences_and_the_hours(void **state)
{
	struct summary summary = sample_day();
	struct str bytes = STR_INIT, all = STR_INIT, sentences = STR_INIT;
	char *end;

	(void)state;
	render(&summary, false, &bytes, &all);
	str_clear(&all);
	pages_ask(&bytes, "pdftotext", NULL, &all);
	end = strchr(all.text, '\f');
	assert_non_null(end);
	*end = '\0';
	sample_contains(all.text, "Mesa Alta · City Hall");
	sample_contains(all.text, "Monday, November 23, 2026");
	sample_contains(all.text, "page 1 of ");
	summary_sentences(&summary, &sentences);
	pages_contain(all.text, str_text(&sentences));
	sample_contains(all.text, "ARRIVALS BY HOUR");
	assert_null(strstr(all.text, "VISITS"));
	sample_contains(end + 1, "VISITS");
	str_release(&bytes);
	str_release(&all);
	str_release(&sentences);
}

static void a_name_is_there_only_where_it_is_asked_for(void **state)
{
	struct summary summary = sample_day();
	struct str bytes = STR_INIT, text = STR_INIT;

	(void)state;
	render(&summary, false, &bytes, &text);
	assert_null(strstr(str_text(&text), "Alvarez"));
	sample_contains(str_text(&text), "R-4K7-2M9X");
	str_clear(&bytes);
	str_clear(&text);
	render(&summary, true, &bytes, &text);
	sample_contains(str_text(&text), "For: Ms. Elena Alvarez");
	str_release(&bytes);
	str_release(&text);
}

static void the_city_and_the_day_stand_in_the_metadata(void **state)
{
	struct summary summary = sample_day();
	struct str bytes = STR_INIT, text = STR_INIT;

	(void)state;
	render(&summary, false, &bytes, &text);
	str_clear(&text);
	pages_ask(&bytes, "pdfinfo", NULL, &text);
	sample_contains(str_text(&text),
			"Mesa Alta, City Hall: the figures, Monday, "
			"November 23, 2026\n");
	sample_contains(str_text(&text), "Author:          Mesa Alta\n");
	sample_contains(str_text(&text),
			"CreationDate:    Mon Nov 23 00:00:00 2026");
	str_release(&bytes);
	str_release(&text);
}

/* On the first at large, on each other one in its running head. */
static void pages_say(const struct summary *summary, const char *place,
		      const char *title)
{
	struct str bytes = STR_INIT, text = STR_INIT, head = STR_INIT;
	int pages = 0;

	render(summary, false, &bytes, &text);
	str_clear(&text);
	pages_ask(&bytes, "pdftotext", NULL, &text);
	str_addf(&head, "%s · Monday, November 23, 2026\n", place);
	assert_int_equal(strncmp(str_text(&text), place, strlen(place)), 0);
	for (const char *at = str_text(&text);
	     (at = strchr(at, '\f')) != NULL && at[1] != '\0'; at++, pages++)
		assert_int_equal(strncmp(at + 1, str_text(&head), head.len), 0);
	assert_true(pages > 0);
	str_clear(&text);
	pages_ask(&bytes, "pdfinfo", NULL, &text);
	sample_contains(str_text(&text), title);
	str_release(&bytes);
	str_release(&text);
	str_release(&head);
}

static void what_it_is_of_stands_on_each_page_and_in_the_metadata(void **state)
{
	static char fence[] = "Fence permit", parks[] = "Parks",
		    everywhere[] = "all sites";
	struct summary summary = sample_day();

	(void)state;
	pages_say(&summary, "Mesa Alta · City Hall",
		  "Mesa Alta, City Hall: the figures, Monday");
	summary.topic = fence;
	pages_say(&summary, "Mesa Alta · City Hall · Fence permit",
		  "Mesa Alta, City Hall, Fence permit: the figures, Monday");
	summary.topic = NULL;
	summary.department = parks;
	pages_say(&summary, "Mesa Alta · City Hall · Parks",
		  "Mesa Alta, City Hall, Parks: the figures, Monday");
	summary.department = NULL;
	summary.site = everywhere;
	summary.is_all_sites = true;
	pages_say(&summary, "Mesa Alta · all sites",
		  "Mesa Alta, all sites: the figures, Monday");
}

static void an_empty_day_has_its_pages(void **state)
{
	struct summary summary = {.from = {"2026-11-22"},
				  .to = {"2026-11-22"},
				  .site = "City Hall",
				  .city = "Mesa Alta",
				  .is_over = true};
	struct str bytes = STR_INIT, text = STR_INIT;

	(void)state;
	render(&summary, true, &bytes, &text);
	sample_contains(str_text(&text), "Nobody came to the counter");
	sample_contains(str_text(&text), "n/a");
	str_release(&bytes);
	str_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_figure_of_the_text_is_in_the_pdf),
	    cmocka_unit_test(the_first_page_is_the_sentences_and_the_hours),
	    cmocka_unit_test(a_name_is_there_only_where_it_is_asked_for),
	    cmocka_unit_test(the_city_and_the_day_stand_in_the_metadata),
	    cmocka_unit_test(
		what_it_is_of_stands_on_each_page_and_in_the_metadata),
	    cmocka_unit_test(an_empty_day_has_its_pages),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
