/*
 * test_totals_odd.c - rows that no use case makes are counted alike
 *
 * A store that was imported, mended or written by an older program may hold
 * what the desk of today does not do. A shuffle of bare statements; after each
 * the totals kept, the records counted anew and the oracle say the same.
 */
#include "counted.h"
#include "fact_oracle.h"
#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "paper.h"
#include "store/recount.h"

#define STEPS 600
#define ORACLE SOURCE_DIR "/tests/support/fact_oracle.sql"

/* $1 is another number at each step. */
#define ONE(id, from)                                                          \
	"(SELECT " id " FROM " from " ORDER BY (" id " * 7919 + $1) % 1009"    \
	" LIMIT 1)"
#define OTHER(id, from)                                                        \
	"(SELECT " id " FROM " from " ORDER BY (" id " * 5381 + $1 / 5) % 997" \
	" LIMIT 1)"
#define OF_VISIT " WHERE visit_id = " ONE("visit_id", "visit")
#define OF_REQUEST " WHERE request_id = " ONE("request_id", "request")
#define OF_CONTACT " WHERE contact_id = " ONE("contact_id", "contact")
#define OF_HANDOFF " WHERE handoff_id = " ONE("handoff_id", "handoff")
#define OF_PROMISE " WHERE promise_id = " ONE("promise_id", "promise")
#define OF_TOLD " WHERE told_id = " ONE("told_id", "told")
#define DAY "'2026-11-2' || (3 + $1 / 64 % 3)"
#define INSTANT "(1795440000000 + $1 / 32 % 7 * 7200000)"
#define A_REQUEST ONE("request_id", "request")
#define A_STAFF ONE("staff_id", "staff")

static const char *const steps[] = {
    "UPDATE visit SET is_timed = 1 - is_timed" OF_VISIT,
    "UPDATE visit SET wait_length = $1 * 1000" OF_VISIT,
    "UPDATE visit SET voided_at = CASE WHEN voided_at IS NULL THEN 1 ELSE"
    " NULL END" OF_VISIT,
    "UPDATE visit SET voided_at = NULL" OF_VISIT,
    "UPDATE visit SET voided_at = 2" OF_VISIT,
    "UPDATE visit SET voided_at = 3" OF_VISIT,
    "UPDATE visit SET state = CASE $1 / 16 % 3 WHEN 0 THEN 'served'"
    " WHEN 1 THEN 'left' ELSE 'aside' END" OF_VISIT,
    "UPDATE visit SET left_when = CASE $1 / 16 % 3 WHEN 0 THEN 'called'"
    " WHEN 1 THEN 'served' ELSE NULL END" OF_VISIT,
    "UPDATE visit SET ended_on = CASE $1 / 16 % 3 WHEN 0 THEN NULL"
    " ELSE " DAY " END" OF_VISIT,
    "UPDATE visit SET ended_at = CASE $1 / 16 % 3 WHEN 0 THEN NULL"
    " ELSE " INSTANT " END" OF_VISIT,
    "UPDATE visit SET entered_at = NULL, arrived_at = " INSTANT OF_VISIT,
    "UPDATE visit SET arrived_on = " DAY OF_VISIT,
    "INSERT INTO period (visit_id, kind, reason, began_at, ended_at)"
    " VALUES (" ONE("visit_id", "visit") ", 'hold', 'copies', 1, $1)",
    "UPDATE request SET first_visit_id = NULL" OF_REQUEST,
    "UPDATE request SET first_visit_id = " OTHER("visit_id", "visit")
	OF_REQUEST,
    "UPDATE request SET state = CASE $1 / 16 % 3 WHEN 0 THEN 'draft'"
    " WHEN 1 THEN 'open' ELSE 'resolved' END" OF_REQUEST,
    "UPDATE request SET state = 'resolved', resolved_on = " DAY OF_REQUEST,
    "UPDATE request SET resolved_on = CASE $1 / 16 % 3 WHEN 0 THEN NULL"
    " ELSE " DAY " END" OF_REQUEST,
    "UPDATE request SET first_acknowledged_on = CASE $1 / 16 % 3"
    " WHEN 0 THEN NULL ELSE " DAY " END" OF_REQUEST,
    "UPDATE request SET topic_id = CASE $1 / 16 % 2 WHEN 0 THEN NULL"
    " ELSE " ONE("topic_id", "topic") " END" OF_REQUEST,
    "UPDATE request SET channel = CASE $1 / 16 % 2 WHEN 0 THEN 'message'"
    " ELSE 'walk_in' END" OF_REQUEST,
    "INSERT INTO contact (uuid, visit_id, request_id, at, concern, result)"
    " VALUES ('c' || $1, " OTHER(
	"visit_id",
	"visit") ", " A_REQUEST ", 1,"
		 " CASE $1 / 16 % 2 WHEN 0 THEN '' ELSE 'late' END, 'given')"
		 " ON CONFLICT DO NOTHING",
    "UPDATE contact SET result = CASE $1 / 16 % 4 WHEN 0 THEN NULL"
    " WHEN 1 THEN 'given' WHEN 2 THEN 'could_not' ELSE 'not_ours' "
    "END" OF_CONTACT,
    "INSERT INTO touch (request_id, staff_id, first_at)"
    " VALUES (" A_REQUEST ", " A_STAFF ", $1) ON CONFLICT DO NOTHING",
    "INSERT INTO handoff (uuid, request_id, visit_id, from_staff_id,"
    " to_staff_id, hop, asked, context, state, offered_at, offered_on,"
    " site_id, decided_at) SELECT 'h' || $1, c.request_id,"
    " CASE $1 / 16 % 3 WHEN 0 THEN NULL ELSE c.visit_id END, 1, 1,"
    " 1 + $1 / 32 % 2, '', '', 'accepted', " INSTANT ", " DAY ", v.site_id,"
    " CASE $1 / 16 % 4 WHEN 0 THEN NULL ELSE " INSTANT " + $1 END"
    " FROM contact c JOIN visit v ON v.visit_id = c.visit_id"
    " WHERE c.contact_id = " ONE("contact_id", "contact"),
    "UPDATE handoff SET hop = 3 - hop" OF_HANDOFF,
    "UPDATE handoff SET state = CASE $1 / 16 % 3 WHEN 0 THEN 'offered'"
    " WHEN 1 THEN 'accepted' ELSE 'returned' END" OF_HANDOFF,
    "UPDATE handoff SET visit_id = " OTHER("visit_id", "visit") OF_HANDOFF,
    "UPDATE handoff SET offered_at = 1795430000000" OF_HANDOFF,
    "DELETE FROM handoff" OF_HANDOFF,
    "INSERT INTO promise (uuid, request_id, what, due_at, due_on, site_id,"
    " owner_staff_id, state, made_at, made_by, settled_at)"
    " SELECT 'p' || $1, r.request_id, '', 1795480000000, " DAY ", r.site_id,"
    " 1, 'kept', " INSTANT ", 1,"
    " CASE $1 / 16 % 3 WHEN 0 THEN NULL ELSE " INSTANT " + $1 END"
    " FROM request r WHERE r.request_id = " A_REQUEST,
    "UPDATE promise SET state = CASE $1 / 16 % 4 WHEN 0 THEN 'open'"
    " WHEN 1 THEN 'missed' WHEN 2 THEN 'kept' ELSE 'renewed' END" OF_PROMISE,
    "UPDATE promise SET made_at = 1795500000000" OF_PROMISE,
    "UPDATE promise SET settled_at = CASE $1 / 16 % 2 WHEN 0 THEN NULL"
    " ELSE " INSTANT " END" OF_PROMISE,
    "DELETE FROM promise" OF_PROMISE,
    "INSERT INTO told (request_id, owed_at, staff_id)"
    " VALUES (" A_REQUEST ", " INSTANT ", " A_STAFF ")",
    "UPDATE told SET told_at = CASE $1 / 16 % 2 WHEN 0 THEN NULL ELSE 1 "
    "END" OF_TOLD,
};

struct step {
	const char *sql;
	int64_t number;
	int64_t changed; /* rows */
};

static bool run_step(struct db *db, void *state, struct error *err)
{
	struct step *step = state;
	struct query q;

	query_begin(&q, db, step->sql);
	query_int(&q, 1, step->number);
	if (!query_run(&q, err))
		return false;
	query_begin(&q, db, "SELECT changes()");
	return query_one(&q, &step->changed, err);
}

static void enter_visits(struct fixture *f)
{
	const int64_t residents[] = {
	    0, fixture_resident(f, "Ms.", "Elena", "Alvarez"),
	    fixture_resident(f, NULL, "Li", "Wu")};

	for (int i = 0; i < 9; i++) {
		struct paper paper =
		    paper_served(i % 2 == 0 ? RESULT_ANSWERED : RESULT_OPENED);

		paper.resident_id = residents[i % 3];
		paper.ended_at += MINUTES(i);
		paper_enter(f, &paper, NULL);
	}
}

static void odd_rows_are_counted_alike(void **state)
{
	struct fixture *f = *state;
	struct fact_oracle *oracle = fact_oracle_open(f->path, ORACLE);
	int64_t changed[MEM_COUNT(steps)] = {0};
	struct error err = {0};
	char why[160];

	enter_visits(f);
	for (int64_t i = 0; i < STEPS; i++) {
		const int64_t number = (i * i * 31 + i * 977) % 65521 + 1;
		const size_t which =
		    (size_t)(number / 7 + i) % MEM_COUNT(steps);
		struct step step = {.sql = steps[which], .number = number};

		fixture_ok(
		    db_transaction(fixture_db(f), run_step, &step, &err));
		changed[which] += step.changed;
		if (!recount_check(fixture_db(f), &err))
			fail_msg("step %d, %.60s: %s %s", (int)i, step.sql,
				 err.text, err.detail);
		if (!fact_oracle_agrees(oracle, why, sizeof(why)))
			fail_msg("step %d, %.60s: %s", (int)i, step.sql, why);
	}
	fact_oracle_close(oracle);
	counted_as_totals(fixture_db(f), FIXTURE_ZONE,
			  (struct day){"2026-11-18"},
			  (struct day){"2026-12-02"});
	for (size_t i = 0; i < MEM_COUNT(steps); i++)
		if (changed[i] == 0)
			fail_msg("“%s” changed nothing", steps[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(odd_rows_are_counted_alike,
					    fixture_setup, fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
