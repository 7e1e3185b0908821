/*
 * test_cues.c - what must be so for a cue, and that it is said then alone
 */
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/cue.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"

/* What is known in this visit, in lines. */
static char *known(const struct visit_cue *cue)
{
	struct str lines = STR_INIT;

	for (size_t i = 0; i < cue->know_count; i++)
		str_addf(&lines, "%s\n", cue->know[i]);
	str_add(&lines, "");
	return str_take(&lines);
}

static void cue_of(struct fixture *f, int64_t resident_id,
		   struct visit_cue *out)
{
	struct error err = {0};
	struct visit visit = {0};

	visit_add_person(&visit, resident_id, 0, PART_THEMSELVES, NULL);
	fixture_ok(desk_cue_visit(f->desk, &visit, out, &err));
	visit_release(&visit);
}

static void a_concern_that_was_said_is_known_the_next_time(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit_cue cue;
	struct visit visit;
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	char *lines;

	matter_begin(f, f->desk, elena, FIXTURE_FENCE, "a fence", &visit);
	mem_replace(&visit.contacts[0].concern, "Took a day off work");
	fixture_ok(desk_cue_visit(f->desk, &visit, &cue, &err));
	lines = known(&cue);
	matter_has_not(lines, "Concern");
	free(lines);
	visit_cue_release(&cue);
	matter_finish(f->desk, &visit, RESULT_OPENED);
	visit_release(&visit);
	cue_of(f, elena, &cue);
	lines = known(&cue);
	matter_has(lines, "Concern said earlier: Took a day off work");
	matter_has_not(lines, "No earlier visit");
	free(lines);
	visit_cue_release(&cue);
}

static void only_a_first_visit_is_one(void **state)
{
	struct fixture *f = *state;
	struct visit_cue cue;
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	char *lines;

	cue_of(f, elena, &cue);
	lines = known(&cue);
	matter_has(lines, "No earlier visit is on record");
	free(lines);
	visit_cue_release(&cue);
	matter_open(f, elena, "a fence");
	cue_of(f, elena, &cue);
	lines = known(&cue);
	matter_has_not(lines, "No earlier visit is on record");
	free(lines);
	visit_cue_release(&cue);
}

static void the_apology_is_made_in_the_language_of_the_greeting(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct resident ana = {.language = mem_copy("es")};
	struct visit_cue cue;
	int64_t request, promise;

	ana.name.title = mem_copy("Sra.");
	ana.name.surname = mem_copy("Sosa");
	fixture_ok(desk_save_resident(f->desk, &ana, &err));
	request = matter_open(f, ana.resident_id, "a fence");
	fixture_ok(desk_make_promise(f->desk, request, "Plan check", "today", 0,
				     &promise, &err));
	fixture_pass(f, 24 * CLOCK_HOUR);
	cue_of(f, ana.resident_id, &cue);
	assert_false(cue.cue.is_english);
	matter_has(cue.cue.say, "Se lo prometimos para el lunes");
	matter_has(cue.cue.other, "We promised you Monday and missed it.");
	matter_has(cue.cue.ask, "¿Viene por este asunto: fence permit?");
	matter_has(cue.cue.other_ask, "Is it about the fence permit?");
	visit_cue_release(&cue);
	resident_release(&ana);
}

static int64_t save_sosa(struct fixture *f)
{
	struct error err = {0};
	struct resident ana = {.language = mem_copy("es")};
	int64_t resident_id;

	ana.name.title = mem_copy("Sra.");
	ana.name.surname = mem_copy("Sosa");
	fixture_ok(desk_save_resident(f->desk, &ana, &err));
	resident_id = ana.resident_id;
	resident_release(&ana);
	return resident_id;
}

static void the_thanks_are_in_the_languages_of_the_greeting(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit = {0};
	const struct cue_scene scene = {.kind = SCENE_CLOSING};
	struct visit_cue cue;

	visit_add_person(&visit, save_sosa(f), 0, PART_THEMSELVES, NULL);
	fixture_ok(desk_cue_visit_at(f->desk, &visit, &scene, &cue, &err));
	assert_string_equal(cue.cue.say, "Gracias, Sra. Sosa.");
	assert_string_equal(cue.cue.other, "Thank you, Sra. Sosa.");
	visit_cue_release(&cue);
	visit_release(&visit);
}

static void a_hand_off_is_said_in_the_language_of_the_greeting(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct handoff_draft draft = {.hop = 1};
	struct moment_cue cue;
	struct visit visit;

	matter_begin(f, f->desk, save_sosa(f), FIXTURE_FENCE, "a fence",
		     &visit);
	draft.visit_id = visit.visit_id;
	fixture_ok(desk_cue_handoff(f->desk, &draft, &cue, &err));
	matter_has(cue.say, "Todo lo que me contó va incluido.");
	matter_has(cue.other, "Everything that you told me goes along.");
	moment_cue_release(&cue);
	fixture_ok(desk_cue_handed_off(f->desk, visit.visit_id, &cue, &err));
	assert_string_equal(cue.say, "Tendrá noticias nuestras.");
	moment_cue_release(&cue);
	fixture_ok(desk_cue_handed_off(f->desk, 0, &cue, &err));
	assert_string_equal(cue.say, "You will hear from us.");
	assert_null(cue.other);
	moment_cue_release(&cue);
	visit_release(&visit);
}

/* Of the three lines that a screen has room for. */
static void a_concern_and_a_third_contact_are_among_the_first(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit = {0};
	struct visit_cue cue;
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	int64_t promise, request;
	bool has_concern = false, is_simpler = false;

	for (int i = 0; i < 2; i++) {
		struct visit before;

		matter_begin(f, f->desk, elena, FIXTURE_FENCE, "a fence",
			     &before);
		mem_replace(&before.contacts[0].concern, "kids may fall");
		if (i > 0)
			before.contacts[0].request_id = request;
		matter_finish(f->desk, &before, RESULT_OPENED);
		request = before.contacts[0].request_id;
		visit_release(&before);
	}
	fixture_ok(desk_make_promise(f->desk, request, "Plan check", "today", 0,
				     &promise, &err));
	fixture_ok(desk_make_promise(f->desk, matter_open(f, elena, "a dog"),
				     "Call", "today", 0, &promise, &err));
	fixture_pass(f, 24 * CLOCK_HOUR);
	visit_add_person(&visit, elena, 0, PART_THEMSELVES, NULL);
	visit_add_contact(&visit)->request_id = request;
	visit.contacts[0].topic_id = f->topics[FIXTURE_FENCE];
	fixture_ok(desk_cue_visit(f->desk, &visit, &cue, &err));
	assert_true(cue.know_count > CUE_KNOW_SHOWN);
	for (size_t i = 0; i < CUE_KNOW_SHOWN; i++) {
		has_concern |= strstr(cue.know[i], "kids may fall") != NULL;
		is_simpler |= strstr(cue.know[i], "be simpler?") != NULL;
	}
	assert_true(has_concern);
	assert_true(is_simpler);
	visit_cue_release(&cue);
	visit_release(&visit);
}

static void whoever_waited_no_longer_than_meant_is_greeted_alone(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit;
	struct visit_cue cue;
	int64_t visit_id, called;

	for (int i = 0; i < 2; i++) {
		fixture_ok(
		    desk_join_line(f->desk, 0, 0, 0, "a dog", &visit_id, &err));
		fixture_pass(f, i == 0 ? CLOCK_MINUTE : 3 * CLOCK_HOUR);
		fixture_ok(desk_call(f->desk, visit_id, &called, &err));
		fixture_ok(desk_get_visit(f->desk, called, &visit, &err));
		fixture_ok(desk_cue_visit(f->desk, &visit, &cue, &err));
		(i == 0 ? matter_has_not
			: matter_has)(cue.cue.say, "Thank you for waiting.");
		visit_cue_release(&cue);
		visit_release(&visit);
	}
}

static void at_the_end_the_card_is_offered_where_there_is_one(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit = {0};
	struct visit_cue cue;
	struct cue_scene scene = {.kind = SCENE_CLOSING};
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");

	visit_add_person(&visit, elena, 0, PART_THEMSELVES, NULL);
	fixture_ok(desk_cue_visit_at(f->desk, &visit, &scene, &cue, &err));
	assert_string_equal(cue.cue.say, "Thank you, Ms. Alvarez.");
	assert_string_equal(cue.cue.ask,
			    "Is there anything else I can do for you?");
	visit_cue_release(&cue);
	scene.can_take_card = true;
	fixture_ok(desk_cue_visit_at(f->desk, &visit, &scene, &cue, &err));
	assert_string_equal(cue.cue.ask, "Would you like a card, to tell us "
					 "how we did?");
	visit_cue_release(&cue);
	visit_release(&visit);
}

static void each_no_has_its_own_words(void **state)
{
	static const struct {
		enum result result;
		const char *say;
	} cases[] = {
	    {RESULT_COULD_NOT, "I am sorry that this is not possible."},
	    {RESULT_NOT_OURS, "This is done elsewhere."},
	    {RESULT_COME_BACK, "one more visit is enough"},
	};
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit = {0};

	visit_add_contact(&visit)->topic_id = f->topics[FIXTURE_FENCE];
	for (size_t i = 0; i < MEM_COUNT(cases); i++) {
		const struct cue_scene scene = {.kind = SCENE_NO,
						.result = cases[i].result};
		struct visit_cue cue;

		fixture_ok(
		    desk_cue_visit_at(f->desk, &visit, &scene, &cue, &err));
		matter_has(cue.cue.say, cases[i].say);
		assert_non_null(cue.cue.ask);
		visit_cue_release(&cue);
	}
	visit_release(&visit);
}

static void promising(struct fixture *f, const char *when, int64_t anew_id,
		      struct moment_cue *out)
{
	const struct cue_promise promise = {
	    .when = when, .owner = "A. Ruiz", .promise_id = anew_id};
	struct error err = {0};

	fixture_ok(desk_cue_promise(f->desk, &promise, out, &err));
}

static void a_promise_asks_and_never_refuses(void **state)
{
	struct fixture *f = *state;
	struct moment_cue cue;

	promising(f, "", 0, &cue);
	assert_string_equal(cue.ask, "By when do you need it?");
	assert_null(cue.say);
	assert_int_equal(cue.know_count, 0);
	moment_cue_release(&cue);
	promising(f, "sunday", 0, &cue);
	matter_has(cue.ask, "We are not open then.");
	assert_null(cue.say);
	moment_cue_release(&cue);
	promising(f, "tomorrow", 0, &cue);
	assert_null(cue.ask);
	matter_has(cue.say, "You have our word: ");
	moment_cue_release(&cue);
}

/* Promises that are late a day later. */
static void promise_for_today(struct fixture *f, int count, int64_t *last)
{
	struct error err = {0};
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");

	for (int i = 0; i < count; i++)
		fixture_ok(
		    desk_make_promise(f->desk, matter_open(f, elena, "a fence"),
				      "Plan check", "today", 0, last, &err));
	fixture_pass(f, 24 * CLOCK_HOUR);
}

static void one_late_promise_is_no_full_desk(void **state)
{
	struct fixture *f = *state;
	struct moment_cue cue;
	int64_t last;

	promise_for_today(f, 1, &last);
	promising(f, "tomorrow", 0, &cue);
	matter_has(cue.say, "You have our word: ");
	assert_null(cue.ask);
	assert_int_equal(cue.know_count, 0);
	moment_cue_release(&cue);
}

/* Nothing is said that the question takes back; and no figure by clerk. */
static void a_full_desk_asks_for_a_later_day(void **state)
{
	struct fixture *f = *state;
	struct moment_cue cue;
	int64_t last;

	promise_for_today(f, 3, &last);
	promising(f, "", 0, &cue);
	assert_int_equal(cue.know_count, 0);
	moment_cue_release(&cue);
	promising(f, "tomorrow", 0, &cue);
	assert_null(cue.say);
	assert_string_equal(cue.ask, "Would a later day do as well?");
	assert_string_equal(cue.know[0], "Other promises come before it. Is "
					 "this hour reasonable?");
	moment_cue_release(&cue);
	/* The one that is made anew is none of the others. */
	promising(f, "tomorrow", last, &cue);
	assert_null(cue.ask);
	moment_cue_release(&cue);
}

static void what_is_promised_anew_is_apologized_for(void **state)
{
	struct fixture *f = *state;
	struct moment_cue cue;
	int64_t last;

	promise_for_today(f, 1, &last);
	promising(f, "", last, &cue);
	assert_string_equal(
	    cue.say, "We promised you Monday and missed it. I am sorry.");
	moment_cue_release(&cue);
	promising(f, "tomorrow", last, &cue);
	matter_has(cue.say, "We promised you Monday and missed it. I am sorry. "
			    "You have our word: ");
	moment_cue_release(&cue);
}

/* Another's promise is not measured by who types. */
static void whose_promise_it_is_is_asked_about(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct moment_cue cue;
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	int64_t request = matter_open(f, elena, "a fence"), theirs, last;

	fixture_ok(desk_make_promise_to(f->desk, request, NULL, "Plan check",
					"fri", f->staff[FIXTURE_CHEN], &theirs,
					&err));
	promise_for_today(f, 3, &last);
	promising(f, "wed", theirs, &cue);
	assert_null(cue.ask);
	assert_int_equal(cue.know_count, 0);
	moment_cue_release(&cue);
}

static void a_first_hop_needs_no_chain_and_a_second_names_its_owner(void **s)
{
	struct fixture *f = *s;
	struct error err = {0};
	struct handoff_draft draft = {.hop = 1};
	struct moment_cue cue;

	fixture_ok(desk_cue_handoff(f->desk, &draft, &cue, &err));
	assert_int_equal(cue.know_count, 0);
	matter_has(cue.say, "Nobody will ask for it again.");
	moment_cue_release(&cue);
	draft.hop = 2;
	fixture_ok(desk_cue_handoff(f->desk, &draft, &cue, &err));
	assert_string_equal(cue.know[0], "This is hop 2.");
	moment_cue_release(&cue);
	draft.topic = (char *)"Fence permit";
	draft.handles = (char *)"Mr. Osei, Planning";
	fixture_ok(desk_cue_handoff(f->desk, &draft, &cue, &err));
	assert_string_equal(
	    cue.know[0],
	    "This is hop 2. Fence permit belongs to Mr. Osei, Planning.");
	moment_cue_release(&cue);
}

static void the_round_of_the_day_counts_what_is_to_acknowledge(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct yours yours = {0};
	struct moment_cue cue;

	fixture_ok(desk_cue_day(f->desk, &yours, true, &cue, &err));
	assert_int_equal(cue.know_count, 0);
	moment_cue_release(&cue);
	yours.to_acknowledge = 4;
	fixture_ok(desk_cue_day(f->desk, &yours, true, &cue, &err));
	assert_string_equal(cue.know[0], "4 to acknowledge before we close");
	moment_cue_release(&cue);
	fixture_ok(desk_cue_day(f->desk, &yours, false, &cue, &err));
	matter_has(cue.know[0], "4 to acknowledge today");
	moment_cue_release(&cue);
}

#define T(name)                                                                \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(a_concern_that_was_said_is_known_the_next_time),
	    T(only_a_first_visit_is_one),
	    T(the_apology_is_made_in_the_language_of_the_greeting),
	    T(the_thanks_are_in_the_languages_of_the_greeting),
	    T(a_hand_off_is_said_in_the_language_of_the_greeting),
	    T(a_concern_and_a_third_contact_are_among_the_first),
	    T(whoever_waited_no_longer_than_meant_is_greeted_alone),
	    T(at_the_end_the_card_is_offered_where_there_is_one),
	    T(each_no_has_its_own_words),
	    T(a_promise_asks_and_never_refuses),
	    T(one_late_promise_is_no_full_desk),
	    T(a_full_desk_asks_for_a_later_day),
	    T(what_is_promised_anew_is_apologized_for),
	    T(whose_promise_it_is_is_asked_about),
	    T(a_first_hop_needs_no_chain_and_a_second_names_its_owner),
	    T(the_round_of_the_day_counts_what_is_to_acknowledge),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
