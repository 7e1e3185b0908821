/*
 * Each slip as a PDF: the words of its text, the same file for the same facts.
 * Everybody in it is invented.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/text.h"
#include "frontdesk/report/comment_card.h"
#include "frontdesk/report/slip.h"
#include "frontdesk/report/topic_card.h"
#include "frontdesk/report/visitor_slip.h"
#include "pages.h"
#include "sample_day.h"

#define ZONE "America/Los_Angeles"
#define NOW INT64_C(1795472040000) /* Mon Nov 23 2026, 2:14 pm */
#define DUE INT64_C(1795827600000) /* Fri Nov 27 2026, 5:00 pm */

enum { REQUEST, HANDOFF, PROMISE, RECEIVER, BRING, CARD, SLIPS };

static struct slip_promise promise = {
    .promise_id = 1,
    .what = "Call about the plan check",
    .due_at = DUE,
    .by = {"Mr. Osei", "Planning", "951-555-0130", "Window 4"},
};

static struct visitor_slip visitor_slip = {
    .reference = "R-4K0-2M1X",
    .topic = "Fence permit",
    .contact = "permits.vallealto.example",
    .other_ways = "Online, or by mail",
    .received_on = {"2026-11-23"},
    .state = REQUEST_OPEN,
    .handler = {NULL, "Planning", "951-555-0130", "Window 4"},
    .passed = {1,
	       {"Bà Nguyễn Thị Ánh Tuyết", "Planning", "951-555-0130", NULL},
	       HANDOFF_OFFERED,
	       NOW},
    .told = RESULT_COME_BACK,
    .result_text = "A site plan\nAn ID",
    .promises = &promise,
    .promise_count = 1,
    .city = "Valle Alto",
    .site = "City Hall",
    .hours = "Monday to Thursday: 8:00 am to 5:00 pm\n"
	     "Friday: 8:00 am to 12:00 pm",
    .zone = ZONE,
    .at = NOW,
};

static struct handoff handoff = {
    .reference = "R-4K7-2M9X",
    .topic = "Gas smell",
    .from = "A. Ruiz",
    .to = "Public Works",
    .asked = "Please check the pipe, and say when it will be done",
    .context = "DANGER: Do you smell gas? yes – Call 911.\n"
	       "Who: Bà Nguyễn Thị Ánh Tuyết\n"
	       "First name: not asked: do not use it\n"
	       "They said: Where is the plan check? It was promised for "
	       "Friday, and nobody called, which is why they came: again.\n"
	       "A line without a label\n",
    .offered_at = NOW,
};

static struct topic topic = {
    .name = "Fence permit",
    .department = "Planning",
    .bring = "site plan, ID",
    .fee = "$112, Window 4",
    .steps = "Fill in form P-12. Draw the fence on the site plan.\nPay.",
    .other_ways = "Online at permits.vallealto.example, or by mail",
    .not_ours_where = "At the county, for land outside the city",
    .alternative = "A fence of up to 3 ft needs only the form",
    .appeal = "In writing within 10 days",
    .contact = "951-555-0130",
    .also_asked = "May it be of straw?\n– No.",
    .verified_on = {"2026-08-12"},
    .review_days = 180,
};

static bool make_card(const struct slip_form *form, struct str *out,
		      struct error *err)
{
	struct card_texts *texts;
	bool is_done;

	if (!card_texts_load(SOURCE_DIR "/data", &texts, err))
		return false;
	is_done = comment_card_make(card_text_in(texts, "es"), "Valle Alto",
				    "V-4K7-2M9X", day_make(2026, 11, 23), form,
				    out, err);
	card_texts_free(texts);
	return is_done;
}

static void make(int slip, const struct slip_form *form, struct str *out)
{
	const struct slip_order order = {.kind = (enum slip_kind)slip,
					 .form = *form};
	struct error err = {0};
	bool is_done;

	if (slip == RECEIVER)
		is_done =
		    slip_make(&handoff, "Valle Alto", ZONE, form, out, &err);
	else if (slip == BRING)
		is_done =
		    topic_card_make(&topic, "Valle Alto",
				    day_make(2026, 11, 23), form, out, &err);
	else if (slip == CARD)
		is_done = make_card(form, out, &err);
	else
		is_done = visitor_slip_make(&visitor_slip, &order, out, &err);
	if (!is_done)
		fail_msg("slip %d: %s", slip, err.text);
}

static const struct slip_form wide = {.columns = SLIP_COLUMNS};
static const struct slip_form narrow = {.columns = SLIP_NARROW};
static const struct slip_form pdf = {.is_pdf = true};

/* Without rules, lines to write on, and what parts the lines of a title. */
static void add_words(const struct str *text, struct str *out)
{
	const char *line = str_text(text);

	while (*line != '\0') {
		size_t len = strcspn(line, "\n");

		if (strspn(line, "-_") != len || len == 0)
			str_add_n(out, line, len);
		str_add_char(out, '\n');
		line += len + (line[len] == '\n');
	}
	for (char *dot = out->text; (dot = strstr(dot, "·")) != NULL;)
		memset(dot, ' ', strlen("·"));
}

/* Neither has what the other has not. */
static void expect_same(const struct str *text, const struct str *other)
{
	struct str words = STR_INIT, others = STR_INIT;

	add_words(text, &words);
	add_words(other, &others);
	assert_true(pages_agree(str_text(&words), str_text(&others)) > 8);
	pages_agree(str_text(&others), str_text(&words));
	str_release(&words);
	str_release(&others);
}

static void each_has_the_words_of_its_text(void **state)
{
	(void)state;
	for (int slip = 0; slip < SLIPS; slip++) {
		struct str form = STR_INIT, receipt = STR_INIT;
		struct str bytes = STR_INIT, text = STR_INIT;

		make(slip, &wide, &form);
		make(slip, &narrow, &receipt);
		make(slip, &pdf, &bytes);
		pages_text(&bytes, PAGES_DRAWN, &text);
		expect_same(&form, &text);
		expect_same(&receipt, &text);
		str_release(&form);
		str_release(&receipt);
		str_release(&bytes);
		str_release(&text);
	}
}

static void the_same_facts_are_the_same_file(void **state)
{
	(void)state;
	for (int slip = 0; slip < SLIPS; slip++) {
		struct str one = STR_INIT, other = STR_INIT;

		make(slip, &pdf, &one);
		make(slip, &pdf, &other);
		assert_true(one.len > 1000);
		assert_int_equal(one.len, other.len);
		assert_memory_equal(one.text, other.text, one.len);
		str_release(&one);
		str_release(&other);
	}
}

/* What a reader's program shows; its date is of what it says. */
static void each_says_what_it_is_and_of_which_day(void **state)
{
	static const struct {
		const char *title, *day;
	} about[] = {
	    [REQUEST] = {"Slip R-4K0-2M1X\n", "20261123000000"},
	    [HANDOFF] = {"Slip R-4K0-2M1X\n", "20261123000000"},
	    [PROMISE] = {"Slip R-4K0-2M1X\n", "20261123000000"},
	    [RECEIVER] = {"Hand-off R-4K7-2M9X\n", "20261123000000"},
	    [BRING] = {"Fence permit\n", "20260812000000"},
	    [CARD] = {"¿Cómo", "20261123000000"},
	};

	(void)state;
	for (int slip = 0; slip < SLIPS; slip++) {
		struct str bytes = STR_INIT, text = STR_INIT;
		const char *created;

		make(slip, &pdf, &bytes);
		pages_ask(&bytes, "pdfinfo", "-rawdates", &text);
		sample_contains(str_text(&text), about[slip].title);
		sample_contains(str_text(&text), "Valle Alto\n");
		sample_contains(str_text(&text), "Pages:           1\n");
		sample_contains(str_text(&text), "(letter)");
		created = strstr(str_text(&text), "CreationDate:");
		assert_non_null(created);
		sample_contains(created, about[slip].day);
		str_release(&bytes);
		str_release(&text);
	}
}

static void every_font_of_each_is_embedded(void **state)
{
	(void)state;
	for (int slip = 0; slip < SLIPS; slip++) {
		struct str bytes = STR_INIT, text = STR_INIT;
		char *line, *rest;
		int count = 0;

		make(slip, &pdf, &bytes);
		pages_ask(&bytes, "pdffonts", NULL, &text);
		strtok_r(text.text, "\n", &rest);
		strtok_r(NULL, "\n", &rest);
		while ((line = strtok_r(NULL, "\n", &rest)) != NULL) {
			sample_contains(line, " yes yes yes ");
			count++;
		}
		assert_true(count > 0);
		str_release(&bytes);
		str_release(&text);
	}
}

/* A slip is handed to whoever stands there. */
static void a_name_keeps_its_script(void **state)
{
	static const char *const names[] = {"王小明先生", "김하늘 선생님",
					    "कुमारी सिंह", "نور الهدى"};
	struct visitor_slip before = visitor_slip;
	const struct slip_form a4 = {.is_pdf = true, .paper = PAPER_A4};

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct str bytes = STR_INIT, text = STR_INIT;

		visitor_slip.passed.to.person = (char *)names[i];
		make(HANDOFF, &a4, &bytes);
		pages_text(&bytes, PAGES_READ, &text);
		pages_contain(str_text(&text), names[i]);
		str_clear(&text);
		pages_ask(&bytes, "pdfinfo", NULL, &text);
		sample_contains(str_text(&text), "(A4)");
		str_release(&bytes);
		str_release(&text);
	}
	visitor_slip = before;
}

/* A sentence and the lines to write on are not parted. */
static void where_the_answer_goes_stays_together(void **state)
{
	const char *before = handoff.context;
	struct str context = STR_INIT, bytes = STR_INIT, text = STR_INIT;
	const char *page;

	(void)state;
	for (int i = 0; i < 27; i++)
		str_addf(&context, "Noted: %d\n", i);
	handoff.context = (char *)str_text(&context);
	make(RECEIVER, &pdf, &bytes);
	pages_ask(&bytes, "pdftotext", PAGES_DRAWN, &text);
	page = strchr(str_text(&text), '\f');
	assert_non_null(page);
	sample_contains(page, "Accepting is reading back");
	sample_contains(page, "Name:");
	handoff.context = (char *)before;
	str_release(&context);
	str_release(&bytes);
	str_release(&text);
}

static void there_is_no_pdf_of_what_is_not_so(void **state)
{
	const struct slip_order order = {.kind = SLIP_OF_PROMISE, .form = pdf};
	struct visitor_slip slip = visitor_slip;
	struct str bytes = STR_INIT;
	struct error err = {0};

	(void)state;
	slip.promise_count = 0;
	assert_false(visitor_slip_make(&slip, &order, &bytes, &err));
	assert_int_equal(err.code, ERROR_NOT_FOUND);
	assert_int_equal(bytes.len, 0);
}

static void the_settings_choose(void **state)
{
	const struct settings settings = {.slips_as_pdf = true,
					  .paper = PAPER_A4};
	const struct settings receipts = {.slip_columns = 42};
	struct slip_form form = slip_form_of(&settings);

	(void)state;
	assert_true(form.is_pdf);
	assert_int_equal(form.paper, PAPER_A4);
	assert_int_equal(form.columns, SLIP_COLUMNS);
	form = slip_form_of(&receipts);
	assert_false(form.is_pdf);
	assert_int_equal(form.columns, SLIP_NARROW);
}

/* Tangsa, which Unicode has since 2021. */
static void letters_without_a_font_are_said(void **state)
{
	struct str out = STR_INIT, words = STR_INIT;
	const struct slip_form form = {.is_pdf = true, .words = &words};
	struct topic strange = topic;
	struct error err = {0};

	(void)state;
	strange.fee = "\U00016A70\U00016A71";
	assert_true(topic_card_make(&strange, "Valle Alto",
				    day_make(2026, 11, 23), &form, &out, &err));
	sample_contains(str_text(&words), "2 letters have no font");
	str_clear(&words);
	make(BRING, &form, &out);
	assert_string_equal(str_text(&words), "");
	str_release(&out);
	str_release(&words);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_has_the_words_of_its_text),
	    cmocka_unit_test(the_same_facts_are_the_same_file),
	    cmocka_unit_test(each_says_what_it_is_and_of_which_day),
	    cmocka_unit_test(every_font_of_each_is_embedded),
	    cmocka_unit_test(a_name_keeps_its_script),
	    cmocka_unit_test(where_the_answer_goes_stays_together),
	    cmocka_unit_test(there_is_no_pdf_of_what_is_not_so),
	    cmocka_unit_test(the_settings_choose),
	    cmocka_unit_test(letters_without_a_font_are_said),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
