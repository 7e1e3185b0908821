/* What is asked at every key and every commit reads no large table whole. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "behind.h"
#include "desk/desk_private.h"
#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/alike.h"
#include "frontdesk/desk/board.h"
#include "frontdesk/desk/closing.h"
#include "frontdesk/desk/day.h"
#include "frontdesk/desk/day_behind.h"
#include "frontdesk/desk/feedback.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/idea.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/pattern.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/desk/round.h"
#include "frontdesk/desk/since.h"
#include "frontdesk/desk/thanks.h"
#include "frontdesk/desk/visit.h"
#include "frontdesk/desk/visitor_slip.h"
#include "matter.h"
#include "store/sqlite_engine.h"
#include "twice.h"

/* What grows with the years. The city, its staff and topics do not. */
static const char *const large[] = {
    "resident",
    "resident_name",
    "permission",
    "organisation",
    "reach",
    "visit",
    "period",
    "visit_person",
    "request",
    "request_party",
    "request_number",
    "contact",
    "answer",
    "touch",
    "acknowledgement",
    "handoff",
    "handoff_event",
    "promise",
    "promise_event",
    "told",
    "draft",
    "search_name",
    "day_total",
    "day_length",
    "audit",
    "audit_detail",
    "search_other_name",
    "resident_merge",
    "resident_merge_part",
    "search_word",
    "unanswered",
    "topic_word",
    "feedback",
    "idea",
    "idea_event",
    "thanks",
    "session",
    "absence",
    "notice",
    "briefing",
    "day_closing",
    "day_remark",
    "day_paper",
};

static size_t word_len(const char *text)
{
	size_t len = 0;

	while (isalnum((unsigned char)text[len]) || text[len] == '_')
		len++;
	return len;
}

/* Whether the table is read at this place of the statement, by this name: its
 * own, or the alias right after it. A parent that is inserted into is not:
 * what SQLite plans for its children there is run for no row. */
static bool is_read(const char *sql, const char *at, size_t table,
		    const char *name, size_t len)
{
	const char *alias = at + table + 1;

	if (at - sql < 5 || at[-1] != ' ' || word_len(at) != table)
		return false;
	if (word_len(alias) == len && strncmp(alias, name, len) == 0)
		return true;
	return table == len && strncmp(at, name, len) == 0 &&
	       (strncmp(at - 5, "FROM", 4) == 0 ||
		strncmp(at - 5, "JOIN", 4) == 0);
}

static bool is_large(const char *sql, const char *name, size_t len)
{
	for (size_t i = 0; i < MEM_COUNT(large); i++)
		for (const char *at = strstr(sql, large[i]); at != NULL;
		     at = strstr(at + 1, large[i]))
			if (is_read(sql, at, strlen(large[i]), name, len))
				return true;
	return false;
}

/* Adds the steps that read a large table, or a whole index of one. */
static void add_scans(sqlite3 *handle, const char *sql, struct str *out)
{
	struct str explain = STR_INIT;
	sqlite3_stmt *plan = NULL;

	str_addf(&explain, "EXPLAIN QUERY PLAN %s", sql);
	assert_int_equal(
	    sqlite3_prepare_v2(handle, explain.text, -1, &plan, NULL),
	    SQLITE_OK);
	while (sqlite3_step(plan) == SQLITE_ROW) {
		const char *step = (const char *)sqlite3_column_text(plan, 3);

		if (strncmp(step, "SCAN ", 5) == 0 &&
		    strstr(step, "VIRTUAL TABLE") == NULL &&
		    is_large(sql, step + 5, word_len(step + 5)))
			str_addf(out, "%s\n\t%s\n", step, sql);
	}
	sqlite3_finalize(plan);
	str_release(&explain);
}

static void no_statement_scans(struct db *db, size_t at_least)
{
	struct str scans = STR_INIT;
	size_t count = 0;

	for (size_t i = 0; i < db->slot_count; i++)
		if (db->slots[i] != NULL) {
			add_scans(db->handle, db->slots[i]->sql, &scans);
			count++;
		}
	if (scans.len > 0)
		fail_msg("a large table is read whole:\n%s", scans.text);
	assert_true(count >= at_least);
	str_release(&scans);
}

/* Adds what makes a table of its own each time that it writes a row. */
static void add_tables(sqlite3 *handle, const char *sql, struct str *out)
{
	struct str explain = STR_INIT;
	sqlite3_stmt *program = NULL;

	str_addf(&explain, "EXPLAIN %s", sql);
	assert_int_equal(
	    sqlite3_prepare_v2(handle, explain.text, -1, &program, NULL),
	    SQLITE_OK);
	while (sqlite3_step(program) == SQLITE_ROW)
		if (str_same((const char *)sqlite3_column_text(program, 1),
			     "OpenEphemeral"))
			str_addf(out, "%s\n", sql);
	sqlite3_finalize(program);
	str_release(&explain);
}

/* SQLite makes one for RETURNING, for a list of three words and more in a
 * CHECK or in an index that a row may be part of, and for what is materialised:
 * each costs a commit tens of microseconds. */
static void no_change_makes_a_table(struct db *db, size_t at_least)
{
	struct str tables = STR_INIT;
	size_t count = 0;

	for (size_t i = 0; i < db->slot_count; i++)
		if (db->slots[i] != NULL &&
		    !sqlite3_stmt_readonly(db->slots[i]->handle)) {
			add_tables(db->handle, db->slots[i]->sql, &tables);
			count++;
		}
	if (tables.len > 0)
		fail_msg("a table is made for a change:\n%s", tables.text);
	assert_true(count >= at_least);
	str_release(&tables);
}

static void type(struct desk *desk, const char *text)
{
	struct error err = {0};
	struct find find;

	fixture_ok(desk_find(desk, text, 20, &find, &err));
	for (size_t i = 0; i < find.count; i++) {
		struct cue cue;

		fixture_ok(desk_cue_row(desk, &find.rows[i], &cue, &err));
		cue_release(&cue);
	}
	find_release(&find);
}

static void a_key_on_the_desk_reads_no_table_whole(void **state)
{
	static const char *const typed[] = {
	    "g",	"ga",	     "gar",	   "maria gar", "garcia maria",
	    "4711",	"555-0174",  "heacock st", "bld-26-04", "R-000-000",
	    "V-000-00", "P-000-000", "m@example",
	};
	struct fixture *fixture = *state;
	struct error err = {0};
	struct yours yours;
	struct line line;

	fixture_resident(fixture, "Ms.", "Maria", "Garcia");
	for (size_t i = 0; i < MEM_COUNT(typed); i++)
		type(fixture->desk, typed[i]);
	fixture_ok(desk_line(fixture->desk, &line, &err));
	fixture_ok(desk_yours(fixture->desk, &yours, &err));
	line_release(&line);
	no_statement_scans(fixture->desk->db, 12);
}

static void what_is_nearly_spelled_so_reads_no_table_whole(void **state)
{
	struct fixture *fixture = *state;
	struct resident resident = {0};
	struct error err = {0};
	struct alike alike;
	struct find find;

	fixture_resident(fixture, "Ms.", "Maria", "Garcia");
	fixture_ok(
	    desk_find_nearly(fixture->desk, "mary garzia", 20, &find, &err));
	assert_int_equal(find.people_count, 1);
	find_release(&find);
	resident.name.given = mem_copy("Mary");
	resident.name.surname = mem_copy("Garzia");
	resident_add_reach(&resident, REACH_TELEPHONE, "951-555-0174");
	resident_add_reach(&resident, REACH_EMAIL, "mary@example.org");
	fixture_ok(desk_list_alike(fixture->desk, &resident, 20, &alike, &err));
	assert_int_equal(alike.count, 1);
	alike_release(&alike);
	no_statement_scans(fixture->desk->db, 8);
	fixture_ok(desk_save_resident(fixture->desk, &resident, &err));
	resident_release(&resident);
	no_statement_scans(fixture->desk->db, 16);
}

static void read_history(struct desk *desk, int64_t resident_id)
{
	struct resident_page page;
	struct error err = {0};

	fixture_ok(desk_open_resident(desk, resident_id, 30, &page, &err));
	resident_page_release(&page);
}

static void a_visit_reads_no_table_whole(void **state)
{
	struct fixture *fixture = *state;
	struct desk *desk = fixture->desk;
	int64_t id = fixture_resident(fixture, "Ms.", "Maria", "Garcia");
	int64_t visit_id, called;
	struct earlier_answer_list told = {0};
	struct visit_cue cue;
	struct error err = {0};
	struct visit visit;

	read_history(desk, id);
	fixture_ok(desk_join_line(desk, id, 0, 0, NULL, &visit_id, &err));
	fixture_ok(desk_call(desk, 0, &called, &err));
	fixture_ok(desk_left(desk, called, &err));
	matter_begin(fixture, desk, id, FIXTURE_FENCE, "How high?", &visit);
	fixture_ok(desk_cue_visit(desk, &visit, &cue, &err));
	visit_cue_release(&cue);
	fixture_ok(desk_add_told_before(
	    desk, id, fixture->topics[FIXTURE_FENCE], 0, &told, &err));
	earlier_answer_list_release(&told);
	matter_offer(desk, visit.contacts[0].request_id, visit.visit_id,
		     fixture->staff[FIXTURE_OSEI], 0, "Please call back.");
	matter_finish(desk, &visit, RESULT_HANDED_OFF);
	visit_release(&visit);
	matter_open(fixture, id, "And the gate?");
	read_history(desk, id);
	no_statement_scans(desk->db, 40);
	no_change_makes_a_table(desk->db, 20);
}

static void a_slip_reads_no_table_whole(void **state)
{
	struct fixture *fixture = *state;
	int64_t id = matter_open(fixture, 0, "A fence");
	struct visitor_slip slip;
	struct error err = {0};
	bool acknowledges;

	fixture_ok(desk_read_slip(fixture->desk, id, &slip, &err));
	fixture_ok(desk_note_slip(fixture->desk, id, &acknowledges, &err));
	visitor_slip_release(&slip);
	no_statement_scans(fixture->desk->db, 20);
	no_change_makes_a_table(fixture->desk->db, 8);
}

static void how_to_address_them_reads_no_table_whole(void **state)
{
	struct fixture *fixture = *state;
	struct desk *desk = fixture->desk;
	int64_t id = fixture_resident(fixture, "Ms.", "Maria", "Garcia");
	struct visit_cue cue;
	struct error err = {0};
	struct visit visit;

	matter_begin(fixture, desk, id, FIXTURE_FENCE, "How high?", &visit);
	fixture_ok(desk_refuse_title(desk, id, "Ms.", &err));
	fixture_ok(desk_cue_resident(desk, id, &cue.cue, &err));
	assert_true(cue.cue.asks_address);
	cue_release(&cue.cue);
	fixture_ok(desk_note_asked(desk, &visit, &err));
	fixture_write(fixture, "UPDATE resident SET language = 'ko'");
	fixture_ok(desk_cue_visit(desk, &visit, &cue, &err));
	visit_cue_release(&cue);
	visit_release(&visit);
	no_statement_scans(desk->db, 20);
}

static void whoever_has_two_records_is_read_by_no_scan(void **state)
{
	struct fixture *fixture = *state;
	struct desk *desk = fixture->desk;
	struct twice pair = twice_add(fixture);
	struct look_list looks;
	struct visit_cue cue;
	struct list_page page;
	struct error err = {0};
	struct visit visit;
	char *reach, *said;

	twice_merge(fixture, pair.maria, pair.mary);
	matter_begin(fixture, desk, pair.mary, FIXTURE_FENCE, "?", &visit);
	fixture_ok(desk_cue_visit(desk, &visit, &cue, &err));
	visit_cue_release(&cue);
	matter_finish(desk, &visit, RESULT_OPENED);
	fixture_ok(desk_reach_of_request(desk, visit.contacts[0].request_id,
					 &reach, &err));
	visit_release(&visit);
	free(reach);
	read_history(desk, pair.mary);
	type(desk, "garcia");
	fixture_ok(desk_list_looks(desk, pair.maria, 9, &looks, &err));
	look_list_release(&looks);
	fixture_ok(desk_read_list(desk, LIST_TO_TELL, 9, &page, &err));
	list_page_release(&page);
	fixture_ok(desk_take_back(desk, &said, &err));
	free(said);
	no_statement_scans(desk->db, 40);
}

static void the_day_reads_no_table_whole(void **state)
{
	struct fixture *fixture = *state;
	struct day today = desk_today(fixture->desk);
	struct error err = {0};
	struct summary summary;

	fixture_ok(desk_sum_up(fixture->desk, today, today, &summary, &err));
	summary_release(&summary);
	no_statement_scans(fixture->desk->db, 5);
}

/* What is behind each figure, of a day and of a topic's. */
static void behind_a_figure_no_table_is_read_whole(void **state)
{
	struct fixture *fixture = *state;
	struct summary_scope scope = {.from = desk_today(fixture->desk)};
	struct error err = {0};
	struct day_bars bars;

	scope.to = scope.from;
	matter_open(fixture,
		    fixture_resident(fixture, "Ms.", "Maria", "Garcia"),
		    "And the gate?");
	fixture_ok(desk_read_bars(fixture->desk, &scope, &bars, &err));
	day_bars_release(&bars);
	assert_true(behind_as_counted(fixture->desk, &scope) >= 5);
	scope.topic_id = fixture->topics[FIXTURE_FENCE];
	behind_as_counted(fixture->desk, &scope);
	no_statement_scans(fixture->desk->db, 40);
}

static bool render_nothing(const struct summary *summary, const char *form,
			   bool with_names, struct str *out, struct str *words,
			   struct error *err)
{
	(void)words;
	(void)summary;
	(void)with_names;
	(void)err;
	str_add(out, form);
	return true;
}

static void a_closed_day_reads_no_table_whole(void **state)
{
	struct fixture *fixture = *state;
	const struct closing_order order = {.day = {"2026-11-23"},
					    .remarks = {"Printer down"},
					    .render = render_nothing};
	const struct day_asked asked = {0,    order.day,      "pdf",
					true, render_nothing, NULL};
	struct str paper = STR_INIT;
	struct closing_left left;
	struct closing closing;
	struct since since;
	struct error err = {0};
	bool is_closed;

	matter_open(fixture, fixture_resident(fixture, "Ms.", "Ines", "Duarte"),
		    "A fence");
	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(desk_read_left(fixture->desk, order.day, &left, &err));
	closing_left_release(&left);
	fixture_pass(fixture, 3 * CLOCK_HOUR);
	fixture_ok(desk_close_day(fixture->desk, &order, &err));
	fixture_ok(desk_add_day_remarks(fixture->desk, order.day,
					(const char *[3]){"And again"}, &err));
	fixture_ok(desk_read_closing(fixture->desk, order.day, &closing, &err));
	closing_release(&closing);
	fixture_ok(
	    desk_closed_paper(fixture->desk, &asked, &paper, &is_closed, &err));
	assert_string_equal(str_text(&paper), "pdf");
	str_release(&paper);
	fixture_ok(desk_read_since(fixture->desk, 0, desk_today(fixture->desk),
				   desk_now(fixture->desk), 0, &since, &err));
	assert_true(since.then.visits.arrived > 0);
	since_release(&since);
	no_statement_scans(fixture->desk->db, 40);
}

/* All sites, and what no totals are kept of. */
static void a_topic_and_a_department_read_no_table_whole(void **state)
{
	struct fixture *fixture = *state;
	struct day today = desk_today(fixture->desk);
	const struct summary_scope scopes[] = {
	    {.from = day_plus(today, -29),
	     .to = today,
	     .topic_id = fixture->topics[FIXTURE_FENCE]},
	    {.from = today,
	     .to = today,
	     .department_id = fixture->departments[FIXTURE_ANIMALS]},
	    {.from = today, .to = today, .is_all_sites = true},
	};
	struct error err = {0};

	matter_open(fixture, 0, "A fence");
	for (size_t i = 0; i < MEM_COUNT(scopes); i++) {
		struct summary summary;

		fixture_ok(desk_sum_up_scope(fixture->desk, &scopes[i],
					     &summary, &err));
		summary_release(&summary);
	}
	no_statement_scans(fixture->desk->db, 25);
}

static void what_people_say_reads_no_table_whole(void **state)
{
	struct fixture *fixture = *state;
	struct desk *desk = fixture->desk;
	struct card_visit card;
	struct idea idea;
	int64_t idea_id;
	struct list_page page;
	struct error err = {0};
	struct visit visit;

	matter_begin(fixture, desk, 0, FIXTURE_FENCE, "How high?", &visit);
	fixture_ok(desk_find_card(desk, visit.reference, &card, &err));
	fixture_ok(desk_enter_card(desk, visit.visit_id, "5543-15", "Quick.",
				   NULL, &err));
	fixture_ok(desk_note_said(desk, visit.visit_id, "Thank you.", &err));
	fixture_ok(desk_read_list(desk, LIST_FEEDBACK, 10, &page, &err));
	list_page_release(&page);
	fixture_ok(
	    desk_note_idea(desk, visit.visit_id, "A box.", &idea_id, &err));
	fixture_ok(desk_remark_idea(desk, idea_id, "Yes.", &err));
	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(desk_decide_idea(desk, idea_id, IDEA_DONE, "So.", &err));
	fixture_sign_in(fixture, FIXTURE_RUIZ);
	fixture_ok(desk_open_idea(desk, idea_id, &idea, &err));
	idea_release(&idea);
	fixture_ok(desk_read_list(desk, LIST_IDEAS, 10, &page, &err));
	list_page_release(&page);
	fixture_ok(desk_thank(desk, fixture->staff[FIXTURE_CHEN], true,
			      visit.visit_id, "Thank you.", &err));
	fixture_ok(desk_read_thanks(desk, 1, &err));
	fixture_ok(desk_read_list(desk, LIST_THANKS, 10, &page, &err));
	list_page_release(&page);
	card_visit_release(&card);
	visit_release(&visit);
	no_statement_scans(desk->db, 12);
	no_change_makes_a_table(desk->db, 10);
}

/* What it looks at is open now, and nothing else is touched. */
static void the_board_reads_no_table_whole(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct board board;

	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(desk_read_board(fixture->desk, &board, &err));
	board_release(&board);
	no_statement_scans(fixture->desk->db, 5);
}

/* At the counter: others who came about the same place, or topic. */
static void what_others_came_about_reads_no_table_whole(void **state)
{
	struct fixture *fixture = *state;
	struct pattern_found found;
	struct error err = {0};

	fixture_ok(desk_find_pattern(fixture->desk,
				     fixture->topics[FIXTURE_FENCE],
				     "Heacock St", 0, 0, &found, &err));
	pattern_found_release(&found);
	fixture_ok(desk_find_pattern(fixture->desk,
				     fixture->topics[FIXTURE_FENCE], "", 0, 0,
				     &found, &err));
	pattern_found_release(&found);
	no_statement_scans(fixture->desk->db, 2);
}

static void the_patterns_of_a_week_read_that_week_alone(void **state)
{
	static const struct pattern one[] = {
	    {.kind = PATTERN_PLACE, .place_key = "heacock st"},
	    {.kind = PATTERN_TOPIC, .topic_id = 1},
	    {.kind = PATTERN_UNKNOWN, .topic_id = 1},
	};
	struct fixture *fixture = *state;
	struct pattern_list patterns;
	struct error err = {0};

	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(desk_list_patterns(fixture->desk, &patterns, &err));
	pattern_list_release(&patterns);
	for (size_t i = 0; i < MEM_COUNT(one); i++) {
		struct list_page page;

		fixture_ok(desk_list_pattern_requests(fixture->desk, &one[i],
						      &page, &err));
		list_page_release(&page);
	}
	no_statement_scans(fixture->desk->db, 7);
}

static void the_round_reads_no_table_whole(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct round round;
	int64_t briefing_id;

	fixture_ok(desk_begin_briefing(fixture->desk, &briefing_id, &err));
	fixture_ok(desk_end_briefing(fixture->desk, briefing_id, &err));
	fixture_ok(desk_read_briefing(fixture->desk, &round, &err));
	round_release(&round);
	fixture_ok(desk_read_evening(fixture->desk, &round, &err));
	round_release(&round);
	no_statement_scans(fixture->desk->db, 8);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		a_key_on_the_desk_reads_no_table_whole, fixture_setup,
		fixture_teardown),
	    cmocka_unit_test_setup_teardown(
		what_is_nearly_spelled_so_reads_no_table_whole, fixture_setup,
		fixture_teardown),
	    cmocka_unit_test_setup_teardown(a_slip_reads_no_table_whole,
					    fixture_setup, fixture_teardown),
	    cmocka_unit_test_setup_teardown(a_visit_reads_no_table_whole,
					    fixture_setup, fixture_teardown),
	    cmocka_unit_test_setup_teardown(
		how_to_address_them_reads_no_table_whole, fixture_setup,
		fixture_teardown),
	    cmocka_unit_test_setup_teardown(
		whoever_has_two_records_is_read_by_no_scan, fixture_setup,
		fixture_teardown),
	    cmocka_unit_test_setup_teardown(
		what_people_say_reads_no_table_whole, fixture_setup,
		fixture_teardown),
	    cmocka_unit_test_setup_teardown(a_closed_day_reads_no_table_whole,
					    fixture_setup, fixture_teardown),
	    cmocka_unit_test_setup_teardown(the_day_reads_no_table_whole,
					    fixture_setup, fixture_teardown),
	    cmocka_unit_test_setup_teardown(
		behind_a_figure_no_table_is_read_whole, fixture_setup,
		fixture_teardown),
	    cmocka_unit_test_setup_teardown(
		a_topic_and_a_department_read_no_table_whole, fixture_setup,
		fixture_teardown),
	    cmocka_unit_test_setup_teardown(the_board_reads_no_table_whole,
					    fixture_setup, fixture_teardown),
	    cmocka_unit_test_setup_teardown(
		what_others_came_about_reads_no_table_whole, fixture_setup,
		fixture_teardown),
	    cmocka_unit_test_setup_teardown(
		the_patterns_of_a_week_read_that_week_alone, fixture_setup,
		fixture_teardown),
	    cmocka_unit_test_setup_teardown(the_round_reads_no_table_whole,
					    fixture_setup, fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
