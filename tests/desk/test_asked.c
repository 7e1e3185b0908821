/*
 * test_asked.c - how to address somebody is asked once, in their language, and
 * who here speaks it is known
 *
 * Everybody here is invented.
 */
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/desk/away.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"

/* Whether the visit asks how to address whoever is first. */
static bool asks(struct fixture *f, const struct visit *visit)
{
	struct error err = {0};
	struct visit_cue cue;
	bool asks_address;

	fixture_ok(desk_cue_visit(f->desk, visit, &cue, &err));
	asks_address = cue.cue.asks_address;
	visit_cue_release(&cue);
	return asks_address;
}

static void they_are_asked_once_a_visit(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit, again, next = {0};
	int64_t id = fixture_resident(f, NULL, "Elena", "Alvarez");
	struct cue cue;
	char *form;

	matter_begin(f, f->desk, id, FIXTURE_FENCE, "A fence", &visit);
	assert_true(asks(f, &visit));
	fixture_ok(desk_note_asked(f->desk, &visit, &err));
	assert_false(asks(f, &visit));
	/* Put aside and taken up at another window, or their record read. */
	fixture_ok(desk_put_aside(f->desk, &visit, "{}", &err));
	fixture_ok(desk_take_up(fixture_desk2(f), visit.visit_id, &again, &form,
				&err));
	assert_false(asks(f, &again));
	fixture_ok(desk_cue_resident(f->desk, id, &cue, &err));
	assert_false(cue.asks_address);
	assert_null(cue.ask);
	cue_release(&cue);
	matter_finish(fixture_desk2(f), &again, RESULT_ANSWERED);
	/* The next visit asks again. */
	visit_place_person(&next, id, 0, PART_THEMSELVES);
	assert_true(asks(f, &next));
	free(form);
	visit_release(&visit);
	visit_release(&again);
	visit_release(&next);
}

static void what_was_put_away_before_the_begin_stays_so(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit = {0}, read_back;
	int64_t id = fixture_resident(f, NULL, "Elena", "Alvarez");

	visit_place_person(&visit, id, 0, PART_THEMSELVES);
	fixture_ok(desk_note_asked(f->desk, &visit, &err));
	assert_false(asks(f, &visit));
	assert_int_equal(fixture_number(f, "SELECT count(*) FROM visit"), 0);
	fixture_ok(desk_begin_visit(f->desk, &visit, f->clock.now, &err));
	fixture_ok(desk_get_visit(f->desk, visit.visit_id, &read_back, &err));
	assert_false(asks(f, &read_back));
	visit_release(&visit);
	visit_release(&read_back);
}

/* An invented resident who speaks a language. */
static int64_t speaks(struct fixture *f, const char *given,
		      const char *language, bool needs_interpreter)
{
	struct resident resident = {0};
	struct error err = {0};
	int64_t id;

	resident.name.given = mem_copy(given);
	resident.name.surname = mem_copy("Sosa");
	resident.language = mem_copy(language);
	resident.needs_interpreter = needs_interpreter;
	fixture_ok(desk_save_resident(f->desk, &resident, &err));
	id = resident.resident_id;
	resident_release(&resident);
	return id;
}

static void the_question_comes_in_both_languages(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct cue cue;
	int64_t id = speaks(f, "Ana", "es", false);

	fixture_ok(desk_cue_resident(f->desk, id, &cue, &err));
	assert_false(cue.is_english);
	assert_string_equal(cue.say, "Buenas tardes, Ana Sosa.");
	assert_string_equal(cue.other, "Good afternoon, Ana Sosa.");
	assert_string_equal(cue.other_ask,
			    "How would you like me to address you?");
	assert_string_not_equal(cue.ask, cue.other_ask);
	cue_release(&cue);
}

/* The line of KNOW that has the text, or none. */
static bool knows(struct fixture *f, int64_t id, const char *text)
{
	struct visit visit = {0};
	struct error err = {0};
	struct visit_cue cue;
	bool is_known = false;

	visit_place_person(&visit, id, 0, PART_THEMSELVES);
	fixture_ok(desk_cue_visit(f->desk, &visit, &cue, &err));
	for (size_t i = 0; i < cue.know_count; i++)
		is_known = is_known || strstr(cue.know[i], text) != NULL;
	visit_cue_release(&cue);
	visit_release(&visit);
	return is_known;
}

static void who_speaks_it_is_named_where_this_clerk_does_not(void **state)
{
	struct fixture *f = *state;
	int64_t korean = speaks(f, "Min", "ko", false);
	int64_t spanish = speaks(f, "Ana", "es", false);
	int64_t needs = speaks(f, "Eva", "es", true);
	struct error err = {0};

	assert_true(knows(
	    f, korean,
	    "Nobody here today speaks Korean (한국어): interpreter line"));
	assert_false(knows(f, spanish, "español"));
	assert_true(
	    knows(f, needs, "Needs an interpreter: español, which you speak"));
	fixture_desk2(f);
	fixture_write(f, "INSERT INTO staff_language (staff_id, language)"
			 " SELECT staff_id, 'ko' FROM staff"
			 " WHERE login = 'bchen'");
	assert_true(
	    knows(f, korean, "Chen at Window 2 speaks Korean (한국어)"));
	/* Who is out today is none, unless they came all the same. */
	fixture_ok(desk_set_away(f->desk2, 0, NULL, "dec 2", &err));
	assert_true(
	    knows(f, korean, "Chen at Window 2 speaks Korean (한국어)"));
	fixture_write(f, "UPDATE session SET ended_at = began_at");
	fixture_write(f, "UPDATE staff SET in_until_minute = 1440");
	assert_true(
	    knows(f, korean, "Nobody here today speaks Korean (한국어)"));
	fixture_write(f, "UPDATE absence SET withdrawn_at = 1");
	assert_true(
	    knows(f, korean, "Chen (in all day) speaks Korean (한국어)"));
	/* Who went home is no help. */
	fixture_write(f, "UPDATE session SET ended_at = began_at");
	fixture_write(f, "UPDATE staff SET in_until_minute = 600");
	assert_true(
	    knows(f, korean, "Nobody here today speaks Korean (한국어)"));
}

#define ASKED_TEST(name)                                                       \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    ASKED_TEST(they_are_asked_once_a_visit),
	    ASKED_TEST(what_was_put_away_before_the_begin_stays_so),
	    ASKED_TEST(the_question_comes_in_both_languages),
	    ASKED_TEST(who_speaks_it_is_named_where_this_clerk_does_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
