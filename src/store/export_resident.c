/*
 * export_resident.c - residents whole, in one pass
 */
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/export.h"
#include "frontdesk/store/resident.h"

#define REACH_FIRST (8 + NAME_COLUMN_COUNT)

/* One row a reach, so that nobody is asked for again. */
static const char SQL_RESIDENTS[] =
    "SELECT r.resident_id, r.reference, r.language, r.needs_interpreter, "
    "r.first_name_ok, r.as_it_stands, r.note, r.edition, " NAME_COLUMNS
    ", h.kind, h.value FROM resident r "
    "JOIN resident_name n "
    "ON n.resident_id = r.resident_id AND n.kind = 'in_use' "
    "LEFT JOIN reach h "
    "ON h.resident_id = r.resident_id AND h.is_current = 1 "
    "WHERE r.survivor_id IS NULL ORDER BY r.resident_id, h.reach_id";

static bool read_resident(const struct query *q, struct resident *out,
			  struct error *err)
{
	out->resident_id = row_int(q, 0);
	out->reference = row_copy(q, 1);
	out->language = row_copy(q, 2);
	out->needs_interpreter = row_int(q, 3) == 1;
	out->as_it_stands = row_int(q, 5) == 1;
	out->note = row_copy(q, 6);
	out->edition = row_int(q, 7);
	row_name(q, 8, &out->name);
	return permission_parse(row_text(q, 4), &out->first_name_ok, err);
}

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
				   read_resident(&q, &resident, err);
		if (is_going)
			read_reach(&q, &resident);
	}
	is_going = query_end(&q, is_going ? err : &ignored) && is_going;
	if (is_going)
		return hand_on(&resident, each, state, err);
	resident_release(&resident);
	return false;
}
