/*
 * merge_read.c - two records side by side, before they are merged
 */
#include <stdlib.h>

#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include "frontdesk/store/audit.h"
#include "frontdesk/store/merge.h"
#include "frontdesk/store/resident.h"
#include "merge_field.h"
#include "merge_private.h"

void merge_page_release(struct merge_page *page)
{
	for (size_t side = 0; side < MEM_COUNT(page->records); side++)
		resident_release(&page->records[side].resident);
	for (size_t i = 0; i < page->count; i++) {
		free(page->rows[i].values[MERGE_LEFT]);
		free(page->rows[i].values[MERGE_RIGHT]);
	}
	free(page->rows);
	*page = (struct merge_page){0};
}

void merge_add_both(const char *left, const char *right, struct str *out)
{
	str_addf(out, "%s\n%s", left, right);
}

/* Whether the record has room for both. */
static bool may_be_both(const struct merge_page *page, size_t field,
			const char *left, const char *right)
{
	struct resident both;
	struct str text = STR_INIT;
	struct error unused = {0};
	bool has_room;

	if (!str_same(merge_field_id(field), "note") || str_is_blank(left) ||
	    str_is_blank(right))
		return false;
	merge_add_both(left, right, &text);
	resident_copy(&both, &page->records[MERGE_LEFT].resident);
	merge_field_set(&both, field, str_text(&text));
	has_room = resident_check(&both, &unused);
	resident_release(&both);
	str_release(&text);
	return has_room;
}

static void add_row(struct merge_page *page, size_t field)
{
	const struct resident *left = &page->records[MERGE_LEFT].resident;
	const struct resident *right = &page->records[MERGE_RIGHT].resident;
	const char *values[] = {merge_field_get(left, field),
				merge_field_get(right, field)};
	struct merge_row *row;

	if (merge_field_is_unsaid(field, values[MERGE_LEFT]) &&
	    merge_field_is_unsaid(field, values[MERGE_RIGHT]))
		return;
	row = &page->rows[page->count++];
	*row = (struct merge_row){
	    .field = merge_field_id(field),
	    .label = merge_field_label(field),
	    .is_different = !str_same(values[MERGE_LEFT], values[MERGE_RIGHT]),
	    .may_be_both = may_be_both(page, field, values[MERGE_LEFT],
				       values[MERGE_RIGHT]),
	};
	for (int side = MERGE_LEFT; side <= MERGE_RIGHT; side++)
		row->values[side] = merge_field_words(field, values[side]);
	row->may_be_both = row->may_be_both && row->is_different;
	row->chosen = row->may_be_both ? MERGE_BOTH
				       : merge_field_usual(field, left, right);
}

static bool read_record(struct db *db, int64_t resident_id,
			struct merge_record *out, struct error *err)
{
	struct merge_figures figures;

	if (!resident_get(db, resident_id, &out->resident, err) ||
	    !merge_get_figures(db, out->resident.resident_id, &figures, err))
		return false;
	out->visit_count = figures.visit_count;
	out->open_count = figures.open_count;
	out->last_visit_at = figures.last_visit_at;
	return audit_note(db, "open", "resident", out->resident.resident_id,
			  err);
}

struct reading {
	int64_t ids[2];
	struct merge_page *out;
};

static bool read_page(struct db *db, void *state, struct error *err)
{
	const struct reading *reading = state;
	struct merge_page *page = reading->out;
	const struct merge_record *records = page->records;

	merge_page_release(page);
	for (int side = MERGE_LEFT; side <= MERGE_RIGHT; side++)
		if (!read_record(db, reading->ids[side], &page->records[side],
				 err))
			return false;
	if (records[MERGE_LEFT].resident.resident_id ==
	    records[MERGE_RIGHT].resident.resident_id)
		return error_set(err, ERROR_INVALID, "resident",
				 _("That is the same record: choose the other "
				   "one of this person."));
	page->rows = mem_new(merge_field_count(), sizeof(*page->rows));
	for (size_t field = 0; field < merge_field_count(); field++)
		add_row(page, field);
	return true;
}

bool desk_read_merge(struct desk *desk, int64_t left_id, int64_t right_id,
		     struct merge_page *out, struct error *err)
{
	struct reading reading = {{left_id, right_id}, out};

	*out = (struct merge_page){0};
	/* Shown only after the commit: no look goes unrecorded. */
	if (desk_may(desk, DUTY_SERVE, err) &&
	    db_transaction(desk->db, read_page, &reading, err))
		return true;
	merge_page_release(out);
	return false;
}
