/*
 * merge.c - two records of one person become one
 */
#include "frontdesk/desk/merge.h"

#include <stdlib.h>

#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/resident.h"
#include "merge_field.h"
#include "merge_private.h"

struct merging {
	const struct merge_page *page;
	int64_t merge_id;
};

static const struct resident *survivor_of(const struct merge_page *page)
{
	return &page->records[page->survivor].resident;
}

static const struct resident *merged_of(const struct merge_page *page)
{
	return &page->records[page->survivor == MERGE_LEFT ? MERGE_RIGHT
							   : MERGE_LEFT]
		    .resident;
}

/* A visit's people would be one person twice. */
static bool check_apart(struct db *db, const struct merge_page *page,
			struct error *err)
{
	char *reference;
	bool is_apart;

	if (!merge_find_shared_visit(db, survivor_of(page)->resident_id,
				     merged_of(page)->resident_id, &reference,
				     err))
		return false;
	is_apart =
	    reference == NULL ||
	    error_set(err, ERROR_CONFLICT, "",
		      _("Both are present in %s, which is not over: take "
			"one of them away there first."),
		      reference);
	free(reference);
	return is_apart;
}

static void take_row(const struct merge_page *page, const struct merge_row *row,
		     struct resident *out)
{
	size_t field = merge_field_find(row->field);
	const struct merge_record *records = page->records;
	struct str both = STR_INIT;

	if (row->chosen != MERGE_BOTH) {
		merge_field_set(
		    out, field,
		    merge_field_get(&records[row->chosen].resident, field));
		return;
	}
	merge_add_both(merge_field_get(&records[MERGE_LEFT].resident, field),
		       merge_field_get(&records[MERGE_RIGHT].resident, field),
		       &both);
	merge_field_set(out, field, str_text(&both));
	str_release(&both);
}

/* Where the records disagree about how to be addressed and the survivor's
 * stays, it is said anew: what was noted last of both is what holds. */
static bool note_kept(struct db *db, const struct merge_page *page,
		      const struct resident *now, struct error *err)
{
	for (size_t i = 0; i < page->count; i++) {
		size_t field = merge_field_find(page->rows[i].field);
		const char *kind = merge_field_permission(field);
		const char *other = merge_field_get(merged_of(page), field);
		const char *value = merge_field_get(now, field);

		if (kind == NULL || !page->rows[i].is_different ||
		    merge_field_is_unsaid(field, other) ||
		    !str_same(value, merge_field_get(survivor_of(page), field)))
			continue;
		if (!permission_insert(db, now->resident_id, kind, value, err))
			return false;
	}
	return true;
}

static bool keep_parts(struct db *db, const struct merging *work,
		       const struct resident *now, struct error *err)
{
	const struct merge_page *page = work->page;

	for (size_t i = 0; i < page->count; i++) {
		size_t field = merge_field_find(page->rows[i].field);
		const char *was = merge_field_get(survivor_of(page), field);
		const char *became = merge_field_get(now, field);

		if (!str_same(was, became) &&
		    !merge_insert_part(db, work->merge_id, page->rows[i].field,
				       was, became, err))
			return false;
	}
	return true;
}

/* The survivor is written before the other's record points at it: until then
 * its ways to be reached are its own alone. */
static bool save(struct db *db, struct merging *work, struct resident *now,
		 struct error *err)
{
	return resident_check(now, err) && resident_update(db, now, err) &&
	       note_kept(db, work->page, now, err) &&
	       merge_insert(db, now->resident_id, merged_of(work->page),
			    &work->merge_id, err) &&
	       keep_parts(db, work, now, err);
}

static bool merge(struct db *db, void *state, struct error *err)
{
	struct merging *work = state;
	const struct merge_page *page = work->page;
	struct resident now;
	bool is_merged;

	if (!check_apart(db, page, err))
		return false;
	resident_copy(&now, survivor_of(page));
	for (size_t i = 0; i < page->count; i++)
		if (page->rows[i].is_different)
			take_row(page, &page->rows[i], &now);
	is_merged = save(db, work, &now, err);
	resident_release(&now);
	return is_merged;
}

bool desk_merge(struct desk *desk, const struct merge_page *page,
		struct error *err)
{
	struct merging work = {.page = page};
	struct act act = {.kind = ACT_MERGED, .at = desk_now(desk)};

	if (!desk_may(desk, DUTY_SERVE, err) ||
	    !db_transaction(desk->db, merge, &work, err))
		return false;
	act.id = work.merge_id;
	act_remember(desk, &act);
	return true;
}
