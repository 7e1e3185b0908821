/*
 * export_resident.c - residents whole, in one pass
 */
#include <stdlib.h>

#include "frontdesk/base/mem.h"
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

/* Of merged records, in the order of who is read in their place. */
static const char SQL_MERGED[] =
    "SELECT m.survivor_id, h.kind, h.value FROM resident m "
    "JOIN reach h ON h.resident_id = m.resident_id AND h.is_current = 1 "
    "WHERE m.survivor_id IS NOT NULL ORDER BY m.survivor_id, h.reach_id";

struct merged_reaches {
	struct merged_reach {
		int64_t survivor_id;
		char *kind, *value;
	} * items;
	size_t count;
	size_t at; /* the first that is not handed on */
};

static bool read_merged(struct db *db, struct merged_reaches *out,
			struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_MERGED);
	while (query_row(&q)) {
		out->items =
		    mem_resize(out->items, out->count + 1, sizeof(*out->items));
		out->items[out->count++] = (struct merged_reach){
		    row_int(&q, 0), row_copy(&q, 1), row_copy(&q, 2)};
	}
	return query_end(&q, err);
}

static void free_merged(struct merged_reaches *merged)
{
	for (size_t i = 0; i < merged->count; i++) {
		free(merged->items[i].kind);
		free(merged->items[i].value);
	}
	free(merged->items);
}

/* One that both records have is theirs once. */
static void add_reach(struct resident *resident, const char *kind,
		      const char *value)
{
	for (size_t i = 0; i < resident->reach_count; i++)
		if (str_same(reach_kind_name(resident->reaches[i].kind),
			     kind) &&
		    str_same(resident->reaches[i].value, value))
			return;
	for (enum reach_kind i = REACH_TELEPHONE; i <= REACH_ADDRESS; i++)
		if (str_same(reach_kind_name(i), kind))
			resident_add_reach(resident, i, value);
}

static void read_reach(const struct query *q, struct resident *resident)
{
	if (!row_is_null(q, REACH_FIRST))
		add_reach(resident, row_text(q, REACH_FIRST),
			  row_text(q, REACH_FIRST + 1));
}

/* Hands on the resident that is complete, where there is one. */
static bool hand_on(struct resident *resident, struct merged_reaches *merged,
		    export_resident_fn *each, void *state, struct error *err)
{
	bool is_done;

	for (; merged->at < merged->count &&
	       merged->items[merged->at].survivor_id <= resident->resident_id;
	     merged->at++)
		add_reach(resident, merged->items[merged->at].kind,
			  merged->items[merged->at].value);
	is_done = resident->resident_id == 0 || each(resident, state, err);
	resident_release(resident);
	return is_done;
}

bool export_residents(struct db *db, export_resident_fn *each, void *state,
		      struct error *err)
{
	struct merged_reaches merged = {0};
	struct resident resident = {0};
	struct query q;
	bool is_going = true;

	if (!read_merged(db, &merged, err)) {
		free_merged(&merged);
		return false;
	}
	query_begin(&q, db, SQL_RESIDENTS);
	while (is_going && query_row(&q)) {
		if (row_int(&q, 0) != resident.resident_id)
			is_going =
			    hand_on(&resident, &merged, each, state, err) &&
			    row_resident(&q, &resident, err);
		if (is_going)
			read_reach(&q, &resident);
	}
	is_going = query_end_each(&q, is_going, err);
	is_going = is_going && hand_on(&resident, &merged, each, state, err);
	resident_release(&resident);
	free_merged(&merged);
	return is_going;
}
