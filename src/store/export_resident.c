/*
 * export_resident.c - residents whole, in one pass
 */
#include "frontdesk/base/str.h"
#include "frontdesk/store/export.h"
#include "resident_name.h"

#define REACH_FIRST RESIDENT_COLUMN_COUNT

/* One row a reach, so that nobody is asked for again. */
static const char SQL_RESIDENTS[] =
    "SELECT " RESIDENT_COLUMNS ", h.kind, h.value FROM resident r "
    "JOIN resident_name n "
    "ON n.resident_id = r.resident_id AND n.kind = 'in_use' "
    "LEFT JOIN reach h "
    "ON h.resident_id = r.resident_id AND h.is_current = 1 "
    "WHERE r.survivor_id IS NULL ORDER BY r.resident_id, h.reach_id";

static void read_reach(const struct query *q, struct resident *resident)
{
	const char *kind = row_text(q, REACH_FIRST);

	if (row_is_null(q, REACH_FIRST))
		return;
	for (enum reach_kind i = REACH_TELEPHONE; i <= REACH_ADDRESS; i++)
		if (str_same(reach_kind_name(i), kind))
			resident_add_reach(resident, i,
					   row_text(q, REACH_FIRST + 1));
}

/* Hands on the resident that is complete, where there is one. */
static bool hand_on(struct resident *resident, export_resident_fn *each,
		    void *state, struct error *err)
{
	bool is_done = resident->resident_id == 0 || each(resident, state, err);

	resident_release(resident);
	return is_done;
}

bool export_residents(struct db *db, export_resident_fn *each, void *state,
		      struct error *err)
{
	struct resident resident = {0};
	struct error ignored = {0};
	struct query q;
	bool is_going = true;

	query_begin(&q, db, SQL_RESIDENTS);
	while (is_going && query_row(&q)) {
		if (row_int(&q, 0) != resident.resident_id)
			is_going = hand_on(&resident, each, state, err) &&
				   row_resident(&q, &resident, err);
		if (is_going)
			read_reach(&q, &resident);
	}
	is_going = query_end(&q, is_going ? err : &ignored) && is_going;
	if (is_going)
		return hand_on(&resident, each, state, err);
	resident_release(&resident);
	return false;
}
