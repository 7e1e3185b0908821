/*
 * resident.c - the record of a resident, opened, read and saved
 */
#include "frontdesk/desk/resident.h"

#include <stdlib.h>

#include "desk_private.h"
#include "find_row.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/audit.h"
#include "frontdesk/store/merge.h"
#include "frontdesk/store/organisation.h"
#include "frontdesk/store/resident.h"
#include "timeline.h"

void resident_page_release(struct resident_page *page)
{
	resident_release(&page->resident);
	cue_release(&page->cue);
	for (size_t i = 0; i < page->noted_count; i++) {
		free(page->noted[i].kind);
		free(page->noted[i].value);
		free(page->noted[i].staff);
	}
	free(page->noted);
	for (size_t i = 0; i < page->merged_count; i++) {
		free(page->merged[i].reference);
		free(page->merged[i].staff);
	}
	free(page->merged);
	for (size_t i = 0; i < page->organisation_count; i++)
		free(page->organisations[i]);
	free(page->organisations);
	timeline_release(&page->timeline);
	*page = (struct resident_page){0};
}

struct reading {
	struct desk *desk;
	int64_t resident_id;
	size_t limit;
	bool is_recorded; /* the opening goes into the audit */
	struct resident_page *out;
};

static bool read_noted(struct db *db, int64_t resident_id,
		       struct resident_page *page, struct error *err)
{
	struct permission_row *rows;
	size_t count;

	if (!permission_list(db, resident_id, page->merged_count > 0, &rows,
			     &count, err))
		return false;
	page->noted = mem_new(count + 1, sizeof(*page->noted));
	for (size_t i = 0; i < count; i++)
		page->noted[i] =
		    (struct noted){rows[i].kind, rows[i].value,
				   rows[i].noted_at, rows[i].staff};
	page->noted_count = count;
	free(rows);
	return true;
}

static void add_merged(const struct merged_row *row, void *state)
{
	struct resident_page *page = state;

	page->merged = mem_resize(page->merged, page->merged_count + 1,
				  sizeof(*page->merged));
	page->merged[page->merged_count++] =
	    (struct merged_record){row->resident_id, mem_copy(row->reference),
				   row->at, mem_copy(row->staff)};
}

static bool read_page(struct db *db, void *state, struct error *err)
{
	const struct reading *reading = state;
	struct resident_page *page = reading->out;
	int64_t id;

	resident_page_release(page);
	if (!resident_get(db, reading->resident_id, &page->resident, err))
		return false;
	id = page->resident.resident_id;
	if (reading->is_recorded &&
	    !audit_note(db, "open", "resident", id, err))
		return false;
	/* First: whoever was never merged is read by their own record. */
	return merge_each_merged(db, id, add_merged, page, err) &&
	       read_noted(db, id, page, err) &&
	       organisation_list_of_resident(db, id, page->merged_count > 0,
					     &page->organisations,
					     &page->organisation_count, err) &&
	       timeline_of_resident(reading->desk, id, reading->limit,
				    &page->timeline, err);
}

static bool read_resident(struct desk *desk, int64_t resident_id, size_t limit,
			  bool is_recorded, struct resident_page *out,
			  struct error *err)
{
	struct reading reading = {desk, resident_id, limit, is_recorded, out};

	*out = (struct resident_page){0};
	if (!desk_need_session(desk, err))
		return false;
	/* Shown only after the commit: no look goes unrecorded. */
	if ((is_recorded ? db_transaction : db_snapshot)(desk->db, read_page,
							 &reading, err) &&
	    cue_of_resident(desk, &out->resident, &out->cue, err))
		return true;
	resident_page_release(out);
	return false;
}

bool desk_open_resident(struct desk *desk, int64_t resident_id, size_t limit,
			struct resident_page *out, struct error *err)
{
	return read_resident(desk, resident_id, limit, true, out, err);
}

bool desk_read_resident(struct desk *desk, int64_t resident_id, size_t limit,
			struct resident_page *out, struct error *err)
{
	return read_resident(desk, resident_id, limit, false, out, err);
}

bool desk_get_resident(struct desk *desk, int64_t resident_id,
		       struct resident *out, struct error *err)
{
	*out = (struct resident){0};
	return desk_need_session(desk, err) &&
	       resident_get_name(desk->db, resident_id, out, err);
}

struct saving {
	struct resident *resident;
	int64_t resident_id, edition; /* as they were given */
	char *refused;		      /* the title that was given, or NULL */
};

/* In the place of a title that they refuse stays the record's own. */
static bool keep_title(struct db *db, struct resident *resident,
		       struct error *err)
{
	struct resident before;

	if (!resident_get_name(db, resident->resident_id, &before, err))
		return false;
	mem_replace(&resident->name.title, before.name.title);
	resident_release(&before);
	free(resident_drop_refused(resident));
	return true;
}

static bool save_resident(struct db *db, void *state, struct error *err)
{
	const struct saving *saving = state;

	saving->resident->edition = saving->edition;
	if (saving->refused != NULL && saving->resident_id != 0 &&
	    !keep_title(db, saving->resident, err))
		return false;
	return saving->resident_id == 0
		   ? desk_insert_resident(db, saving->resident, err)
		   : resident_update(db, saving->resident, err);
}

bool desk_save_resident(struct desk *desk, struct resident *resident,
			struct error *err)
{
	struct saving saving = {resident, resident->resident_id,
				resident->edition, NULL};

	if (!desk_need_session(desk, err) || !resident_check(resident, err))
		return false;
	saving.refused = resident_drop_refused(resident);
	if (db_transaction(desk->db, save_resident, &saving, err)) {
		free(saving.refused);
		return true;
	}
	if (saving.refused != NULL)
		mem_replace(&resident->name.title, saving.refused);
	free(saving.refused);
	resident->resident_id = saving.resident_id;
	resident->edition = saving.edition;
	if (saving.resident_id == 0)
		mem_replace(&resident->reference, NULL);
	return false;
}
