/*
 * sqlite_totals.c - the totals of the days, kept in each transaction
 *
 * A trigger names whose facts are about to change, mostly a visit's; the
 * first time in a transaction, what it gives so far is noted as taken. Before
 * the commit what it gives by then is noted as given, and only the difference
 * is written: a change that no figure shows writes nothing.
 */
#include <stdlib.h>

#include "fact_store.h"
#include "frontdesk/base/mem.h"
#include "sqlite_engine.h"

struct noted {
	int64_t id;
	enum fact_of of;
};

struct totals {
	struct noted *noted;
	size_t count, size;
	struct facts facts;
	bool is_settling;
};

static bool is_noted(const struct totals *totals, const struct noted *noted)
{
	for (size_t i = totals->count; i-- > 0;)
		if (totals->noted[i].id == noted->id &&
		    totals->noted[i].of == noted->of)
			return true;
	return false;
}

/* total_…(id, had_facts): the facts of this one are about to change. */
static void note(sqlite3_context *context, sqlite3_value **args,
		 enum fact_of of)
{
	struct db *db = sqlite3_user_data(context);
	struct totals *totals = db->totals;
	const struct noted noted = {sqlite3_value_int64(args[0]), of};
	struct error err = {0};

	if (is_noted(totals, &noted))
		return;
	if (!db->in_transaction) {
		sqlite3_result_error(context, "totals need a transaction", -1);
		return;
	}
	if (sqlite3_value_int(args[1]) == 1 &&
	    !facts_read(db, of, noted.id, -1, &totals->facts, &err)) {
		sqlite3_result_error(context, err.detail, -1);
		return;
	}
	if (totals->count == totals->size) {
		totals->size += NOTED_MANY;
		totals->noted = mem_resize(totals->noted, totals->size,
					   sizeof(totals->noted[0]));
	}
	totals->noted[totals->count++] = noted;
}

static void total_visit(sqlite3_context *context, int count,
			sqlite3_value **args)
{
	(void)count;
	note(context, args, FACT_OF_VISIT);
}

static void total_request(sqlite3_context *context, int count,
			  sqlite3_value **args)
{
	(void)count;
	note(context, args, FACT_OF_REQUEST);
}

static void total_feedback(sqlite3_context *context, int count,
			   sqlite3_value **args)
{
	(void)count;
	note(context, args, FACT_OF_FEEDBACK);
}

static void total_idea(sqlite3_context *context, int count,
		       sqlite3_value **args)
{
	(void)count;
	note(context, args, FACT_OF_IDEA);
}

static void total_thanks(sqlite3_context *context, int count,
			 sqlite3_value **args)
{
	(void)count;
	note(context, args, FACT_OF_THANKS);
}

static void total_briefing(sqlite3_context *context, int count,
			   sqlite3_value **args)
{
	(void)count;
	note(context, args, FACT_OF_BRIEFING);
}

bool sqlite_add_totals(struct db *db, struct error *err)
{
	static const struct {
		const char *name;
		void (*run)(sqlite3_context *, int, sqlite3_value **);
	} functions[] = {
	    {"total_visit", total_visit},
	    {"total_request", total_request},
	    {"total_feedback", total_feedback},
	    {"total_idea", total_idea},
	    {"total_thanks", total_thanks},
	    {"total_briefing", total_briefing},
	};

	db->totals = mem_new(1, sizeof(*db->totals));
	for (size_t i = 0; i < MEM_COUNT(functions); i++) {
		int code = sqlite3_create_function_v2(
		    db->handle, functions[i].name, 2,
		    SQLITE_UTF8 | SQLITE_INNOCUOUS, db, functions[i].run, NULL,
		    NULL, NULL);

		if (code != SQLITE_OK)
			return sqlite_refuse(db->handle, code, err);
	}
	return true;
}

bool totals_settle(struct db *db, struct error *err)
{
	struct totals *totals = db->totals;
	bool is_done = true;

	totals->is_settling = true;
	for (size_t i = 0; is_done && i < totals->count; i++)
		is_done =
		    facts_read(db, totals->noted[i].of, totals->noted[i].id, 1,
			       &totals->facts, err);
	if (is_done) {
		facts_settle(&totals->facts);
		is_done = facts_write(db, &totals->facts, err);
	}
	totals_drop(db);
	totals->is_settling = false;
	return is_done;
}

bool totals_keep_few(struct db *db, struct error *err)
{
	return db->totals->is_settling || db->totals->count < NOTED_MANY ||
	       totals_settle(db, err);
}

void totals_drop(struct db *db)
{
	db->totals->count = 0;
	facts_clear(&db->totals->facts);
}

void totals_release(struct db *db)
{
	if (db->totals == NULL)
		return;
	facts_release(&db->totals->facts);
	free(db->totals->noted);
	free(db->totals);
	db->totals = NULL;
}
