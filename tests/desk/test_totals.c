/*
 * test_totals.c - whatever happens at the desk, the totals of the days are
 * what the records give
 *
 * A long walk of use cases in no order, some of them refused, over several
 * days; after each the records are counted anew and compared, by the program
 * and by an oracle that says in SQL what they give.
 */
#include <stdlib.h>

#include "behind.h"
#include "counted.h"
#include "fact_oracle.h"
#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/feedback.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/idea.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/thanks.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"
#include "paper.h"
#include "store/recount.h"

#define STEPS 600
#define ORACLE SOURCE_DIR "/tests/support/fact_oracle.sql"

struct walk {
	struct fixture *f;
	uint64_t random;
	int64_t residents[3];
};

static int chance(struct walk *walk, int below)
{
	walk->random ^= walk->random << 13;
	walk->random ^= walk->random >> 7;
	walk->random ^= walk->random << 17;
	return (int)(walk->random % (uint64_t)below);
}

/* Another one each time: what the audit has grown to shuffles them. */
#define ANY(id, from)                                                          \
	"SELECT " id " FROM " from " ORDER BY (" id " * 7919 +"                \
	" (SELECT MAX(number) FROM audit) * 104729) % 100003 LIMIT 1"

static int64_t any_visit(struct walk *walk)
{
	return fixture_number(walk->f, ANY("visit_id", "visit"));
}

static int64_t any_open_visit(struct walk *walk)
{
	return fixture_number(
	    walk->f, ANY("visit_id", "visit WHERE state IN ('serving', 'hold',"
				     " 'aside') AND voided_at IS NULL"));
}

static int64_t any_served_now(struct walk *walk)
{
	return fixture_number(walk->f,
			      ANY("visit_id", "visit WHERE state = 'serving'"
					      " AND voided_at IS NULL"));
}

static int64_t any_waiting(struct walk *walk)
{
	return fixture_number(walk->f, ANY("visit_id",
					   "visit WHERE state IN ('waiting',"
					   " 'called') AND voided_at IS NULL"));
}

static int64_t any_over(struct walk *walk)
{
	return fixture_number(
	    walk->f, ANY("visit_id", "visit WHERE state IN ('served', 'left')"
				     " AND voided_at IS NULL"));
}

static int64_t any_request(struct walk *walk)
{
	return fixture_number(walk->f, ANY("request_id", "request"));
}

static int64_t any_handoff(struct walk *walk)
{
	return fixture_number(
	    walk->f, ANY("handoff_id", "handoff WHERE state = 'offered'"));
}

static int64_t any_promise(struct walk *walk)
{
	return fixture_number(
	    walk->f, ANY("promise_id", "promise WHERE state = 'open'"));
}

static int64_t topic(struct walk *walk)
{
	return walk->f->topics[chance(walk, FIXTURE_TOPIC_COUNT)];
}

static int64_t resident(struct walk *walk)
{
	return chance(walk, 2) == 0 ? 0 : walk->residents[chance(walk, 3)];
}

static bool log_one(struct walk *walk, struct error *err)
{
	char *reference;
	int64_t visit_id;
	bool is_done = desk_log_topic(walk->f->desk, topic(walk), &reference,
				      &visit_id, err);

	free(reference);
	return is_done;
}

static bool join(struct walk *walk, struct error *err)
{
	int64_t visit_id;

	return desk_join_line(walk->f->desk, resident(walk), 0, topic(walk),
			      NULL, &visit_id, err);
}

static bool call(struct walk *walk, struct error *err)
{
	int64_t called;

	return desk_call(walk->f->desk, 0, &called, err);
}

static bool put_back(struct walk *walk, struct error *err)
{
	return desk_put_back(walk->f->desk, any_waiting(walk), err);
}

static bool leave(struct walk *walk, struct error *err)
{
	return desk_left(walk->f->desk,
			 chance(walk, 3) == 0 ? any_open_visit(walk)
					      : any_waiting(walk),
			 err);
}

static void say_something(struct walk *walk, struct contact *contact)
{
	contact->topic_id = topic(walk);
	mem_replace(&contact->words, "Where is the plan check?");
	mem_replace(&contact->concern,
		    chance(walk, 3) == 0 ? "Took a day off work" : NULL);
}

static bool begin(struct walk *walk, struct error *err)
{
	struct visit visit = {.channel = chance(walk, CHANNEL_COUNT)};
	int64_t resident_id = resident(walk);
	bool is_done;

	if (resident_id != 0)
		visit_add_person(&visit, resident_id, 0, PART_THEMSELVES, NULL);
	say_something(walk, visit_add_contact(&visit));
	is_done = desk_begin_visit(walk->f->desk, &visit, 0, err) &&
		  desk_save_visit(walk->f->desk, &visit, err);
	visit_release(&visit);
	return is_done;
}

static bool serve_waiting(struct walk *walk, struct error *err)
{
	struct visit visit = {.visit_id = any_waiting(walk)};
	bool is_done = desk_begin_visit(walk->f->desk, &visit, 0, err);

	visit_release(&visit);
	return is_done;
}

/* Types on: another topic, somebody attached, another request taken up. */
static bool save(struct walk *walk, struct error *err)
{
	struct visit visit;
	bool is_done =
	    desk_get_visit(walk->f->desk, any_open_visit(walk), &visit, err);

	if (is_done) {
		int64_t resident_id = resident(walk);

		if (resident_id != 0 && visit.person_count == 0)
			visit_add_person(&visit, resident_id, 0,
					 PART_THEMSELVES, NULL);
		if (visit.contact_count == 0)
			visit_add_contact(&visit);
		say_something(walk, &visit.contacts[0]);
		if (visit.contact_count == 1 && chance(walk, 3) == 0)
			visit_add_contact(&visit)->request_id =
			    any_request(walk);
		is_done = desk_save_visit(walk->f->desk, &visit, err);
	}
	visit_release(&visit);
	return is_done;
}

static bool hold(struct walk *walk, struct error *err)
{
	return desk_hold_visit(walk->f->desk, any_served_now(walk), "copies",
			       err);
}

static bool resume(struct walk *walk, struct error *err)
{
	return desk_resume_visit(walk->f->desk, any_open_visit(walk), err);
}

static bool put_aside(struct walk *walk, struct error *err)
{
	struct visit visit;
	bool is_done =
	    desk_get_visit(walk->f->desk, any_open_visit(walk), &visit, err) &&
	    desk_put_aside(walk->f->desk, &visit, "{}", err);

	visit_release(&visit);
	return is_done;
}

static bool finish(struct walk *walk, struct error *err)
{
	struct visit visit;
	bool is_done =
	    desk_get_visit(walk->f->desk, any_open_visit(walk), &visit, err);

	if (is_done && visit.contact_count == 0)
		say_something(walk, visit_add_contact(&visit));
	for (size_t i = 0; is_done && i < visit.contact_count; i++) {
		visit.contacts[i].result =
		    (enum result)(1 + chance(walk, RESULT_COUNT - 1));
		mem_replace(&visit.contacts[i].result_text, "the site plan");
	}
	is_done = is_done && desk_finish_visit(walk->f->desk, &visit, 0, err);
	visit_release(&visit);
	return is_done;
}

static bool reopen(struct walk *walk, struct error *err)
{
	return desk_reopen_visit(walk->f->desk, any_over(walk), err);
}

static bool void_one(struct walk *walk, struct error *err)
{
	return desk_void_visit(walk->f->desk, any_visit(walk), "a mistake",
			       err);
}

static bool enter(struct walk *walk, struct error *err)
{
	struct paper paper = paper_served(RESULT_COULD_NOT);

	(void)err;
	paper.resident_id = resident(walk);
	paper.has_left = chance(walk, 4) == 0;
	paper.called_at += chance(walk, 300) * CLOCK_SECOND;
	if (paper.has_left)
		paper.called_at = paper.begun_at = 0;
	paper.channel = chance(walk, CHANNEL_COUNT);
	paper.begun_at = paper.has_left ? 0 : paper.called_at;
	paper_enter(walk->f, &paper, NULL);
	return true;
}

static bool offer(struct walk *walk, struct error *err)
{
	const struct handoff_target target = {
	    .staff_id = walk->f->staff[FIXTURE_CHEN],
	};
	struct handoff_draft draft;
	int64_t request_id = any_request(walk), handoff_id;
	bool is_done =
	    desk_prepare_handoff(walk->f->desk, request_id, 0, &draft, err);

	if (is_done && chance(walk, 2) == 0)
		draft.visit_id = fixture_number(
		    walk->f,
		    ANY("visit_id", "contact WHERE request_id = (SELECT"
				    " MAX(request_id) FROM request)"));
	if (draft.visit_id < 0)
		draft.visit_id = 0;
	is_done =
	    is_done && desk_offer_handoff(walk->f->desk, &draft, &target,
					  "Check the plan", &handoff_id, err);
	handoff_draft_release(&draft);
	return is_done;
}

static bool accept(struct walk *walk, struct error *err)
{
	return desk_accept_handoff(fixture_desk2(walk->f), any_handoff(walk),
				   "Look at it", "2 business days", err);
}

static bool send_back(struct walk *walk, struct error *err)
{
	return desk_return_handoff(fixture_desk2(walk->f), any_handoff(walk),
				   "Not mine", err);
}

static bool promise(struct walk *walk, struct error *err)
{
	static const char *const whens[] = {"tomorrow 3pm", "fri",
					    "tomorrow 10am"};
	int64_t promise_id;

	return desk_make_promise(walk->f->desk, any_request(walk),
				 "Call about the plan", whens[chance(walk, 3)],
				 0, &promise_id, err);
}

static bool card(struct walk *walk, struct error *err)
{
	static const char *const answers[] = {"5543-15", "1111111", "-------"};

	return desk_enter_card(
	    walk->f->desk, any_visit(walk), answers[chance(walk, 3)],
	    chance(walk, 2) == 0 ? "More chairs." : "", NULL, err);
}

static bool said(struct walk *walk, struct error *err)
{
	return desk_note_said(walk->f->desk, any_visit(walk), "Quick.", err);
}

static bool no_card(struct walk *walk, struct error *err)
{
	return desk_take_back_feedback(
	    walk->f->desk,
	    fixture_number(walk->f, ANY("feedback_id", "feedback")), err);
}

static bool idea(struct walk *walk, struct error *err)
{
	return desk_note_idea(walk->f->desk, 0, "A box.", NULL, err);
}

static bool discuss(struct walk *walk, struct error *err)
{
	return desk_remark_idea(walk->f->desk,
				fixture_number(walk->f, ANY("idea_id", "idea")),
				"Yes.", err);
}

static bool thank(struct walk *walk, struct error *err)
{
	return desk_thank(walk->f->desk, walk->f->staff[FIXTURE_CHEN],
			  chance(walk, 2) == 0, 0, "Stayed late.", err);
}

/* Aloud, of an idea, of a colleague; or what a card said is taken back. */
static bool say(struct walk *walk, struct error *err)
{
	static bool (*const ways[])(struct walk *, struct error *) = {
	    said, no_card, idea, discuss, thank};

	return ways[chance(walk, MEM_COUNT(ways))](walk, err);
}

static bool keep(struct walk *walk, struct error *err)
{
	return desk_keep_promise(walk->f->desk, any_promise(walk), "", err);
}

static bool withdraw(struct walk *walk, struct error *err)
{
	return desk_withdraw_promise(walk->f->desk, any_promise(walk),
				     "no longer needed", err);
}

static bool renew(struct walk *walk, struct error *err)
{
	return desk_renew_promise(walk->f->desk, any_promise(walk), "fri",
				  "the planner is ill", err);
}

static bool acknowledge(struct walk *walk, struct error *err)
{
	return desk_acknowledge(walk->f->desk, any_request(walk), "telephone",
				err);
}

static bool tell(struct walk *walk, struct error *err)
{
	return desk_tell(walk->f->desk,
			 fixture_number(walk->f, ANY("told_id", "told")),
			 "by telephone", err);
}

static bool resolve(struct walk *walk, struct error *err)
{
	return desk_resolve_request(
	    chance(walk, 2) == 0 ? walk->f->desk : fixture_desk2(walk->f),
	    any_request(walk), "The plan is approved.", err);
}

static bool colleague(struct walk *walk, struct error *err)
{
	int64_t request_id = any_request(walk);

	return desk_join_visit(
	    walk->f->desk, any_visit(walk), request_id,
	    walk->f->staff[chance(walk, 2) == 0 ? FIXTURE_CHEN : FIXTURE_OSEI],
	    err);
}

static bool take_back(struct walk *walk, struct error *err)
{
	char *said;
	bool is_done = desk_take_back(walk->f->desk, &said, err);

	free(said);
	return is_done;
}

static bool sleep_over(struct walk *walk, struct error *err)
{
	(void)err;
	fixture_pass(walk->f,
		     chance(walk, 4) == 0 ? 24 * CLOCK_HOUR : 3 * CLOCK_MINUTE);
	return true;
}

static const struct {
	const char *name;
	bool (*step)(struct walk *walk, struct error *err);
} steps[] = {
    {"log", log_one},
    {"join", join},
    {"join again", join},
    {"call", call},
    {"put back", put_back},
    {"leave", leave},
    {"begin", begin},
    {"begin again", begin},
    {"serve who waits", serve_waiting},
    {"save", save},
    {"hold", hold},
    {"resume", resume},
    {"put aside", put_aside},
    {"finish", finish},
    {"finish again", finish},
    {"reopen", reopen},
    {"void", void_one},
    {"enter later", enter},
    {"hand off", offer},
    {"accept", accept},
    {"return", send_back},
    {"promise", promise},
    {"keep", keep},
    {"withdraw", withdraw},
    {"promise anew", renew},
    {"acknowledge", acknowledge},
    {"somebody says something", say},
    {"card comes back", card},
    {"tell", tell},
    {"resolve", resolve},
    {"colleague joins", colleague},
    {"take back", take_back},
    {"take back again", take_back},
    {"time passes", sleep_over},
};

/* Each day as the figures of a topic are counted; promises are due later. */
static size_t topics_agree(const struct walk *walk)
{
	return counted_as_totals(
	    fixture_db(walk->f), FIXTURE_ZONE,
	    day_plus(zone_day(FIXTURE_ZONE, FIXTURE_START), -1),
	    day_plus(desk_today(walk->f->desk), 10));
}

/* Of all the walk's days, of each of its topics too; promises are due later. */
static size_t behind_agree(struct walk *walk)
{
	struct day today = desk_today(walk->f->desk);
	struct summary_scope scope = {.from = day_plus(today, -40),
				      .to = day_plus(today, 10)};
	size_t rows = behind_as_counted(walk->f->desk, &scope);

	for (int i = 0; i < FIXTURE_TOPIC_COUNT; i++) {
		scope.topic_id = walk->f->topics[i];
		rows += behind_as_counted(walk->f->desk, &scope);
	}
	return rows;
}

static void totals_are_what_the_records_give(void **state)
{
	struct walk walk = {.f = *state, .random = 20261130};
	int done[MEM_COUNT(steps)] = {0};
	struct error err = {0};
	struct fact_oracle *oracle = fact_oracle_open(walk.f->path, ORACLE);
	char why[160];

	walk.residents[0] = fixture_resident(walk.f, "Ms.", "Elena", "Alvarez");
	walk.residents[1] = fixture_resident(walk.f, "Mr.", "Luis", "Alvarez");
	walk.residents[2] = fixture_resident(walk.f, NULL, "Li", "Wu");
	for (int i = 0; i < STEPS; i++) {
		size_t which = (size_t)chance(&walk, MEM_COUNT(steps));

		error_clear(&err);
		done[which] += steps[which].step(&walk, &err);
		if (!recount_check(fixture_db(walk.f), &err))
			fail_msg("step %d, %s: %s %s", i, steps[which].name,
				 err.text, err.detail);
		if (i % 50 == 0)
			topics_agree(&walk);
		if (!fact_oracle_agrees(oracle, why, sizeof(why)))
			fail_msg("step %d, %s: %s", i, steps[which].name, why);
	}
	fact_oracle_close(oracle);
	assert_true(topics_agree(&walk) > 300);
	assert_true(behind_agree(&walk) > 1000);
	/* A walk in which nothing happens finds nothing. */
	for (size_t i = 0; i < MEM_COUNT(steps); i++)
		if (done[i] == 0)
			fail_msg("“%s” never happened", steps[i].name);
}

static void a_total_that_is_wrong_is_found_and_mended(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct paper paper = paper_served(RESULT_ANSWERED);

	paper_enter(f, &paper, NULL);
	fixture_number(f, "UPDATE day_total SET n = n + 1"
			  " WHERE figure = 'served' RETURNING n");
	fixture_refused(db_check(fixture_db(f), &err), ERROR_DAMAGED);
	matter_has(err.text, "2026-11-23");
	matter_has(err.text, "City Hall");
	fixture_ok(db_recount(fixture_db(f), &err));
	fixture_ok(db_check(fixture_db(f), &err));
}

static void a_length_that_is_lost_is_found(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct paper paper = paper_served(RESULT_ANSWERED);

	paper_enter(f, &paper, NULL);
	fixture_number(f, "DELETE FROM day_length WHERE figure = 'wait'"
			  " RETURNING 1");
	fixture_refused(db_check(fixture_db(f), &err), ERROR_DAMAGED);
	fixture_ok(db_recount(fixture_db(f), &err));
	fixture_ok(db_check(fixture_db(f), &err));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(totals_are_what_the_records_give,
					    fixture_setup, fixture_teardown),
	    cmocka_unit_test_setup_teardown(
		a_total_that_is_wrong_is_found_and_mended, fixture_setup,
		fixture_teardown),
	    cmocka_unit_test_setup_teardown(a_length_that_is_lost_is_found,
					    fixture_setup, fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
