/*
 * organisation.c - the record of an organisation, opened and saved
 */
#include <stdlib.h>

#include "desk_private.h"
#include "find_row.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/store/audit.h"
#include "frontdesk/store/organisation.h"
#include "frontdesk/store/resident.h"
#include "timeline.h"

void organisation_page_release(struct organisation_page *page)
{
	organisation_release(&page->organisation);
	for (size_t i = 0; i < page->people_count; i++) {
		find_row_release(&page->people[i]);
		free(page->parts[i]);
	}
	free(page->people);
	free(page->parts);
	timeline_release(&page->timeline);
	*page = (struct organisation_page){0};
}

struct reading {
	struct desk *desk;
	int64_t organisation_id;
	size_t limit;
	bool is_recorded; /* the opening goes into the audit */
	struct organisation_page *out;
};

/* Rows come in the order of the hits; who is gone meanwhile has none. */
static void take_parts(const struct organisation_person *people, size_t count,
		       struct organisation_page *page)
{
	for (size_t i = 0; i < page->people_count; i++) {
		page->parts[i] = mem_copy("");
		for (size_t k = 0; k < count; k++)
			if (people[k].resident_id == page->people[i].id)
				mem_replace(&page->parts[i], people[k].part);
	}
}

static bool read_people(struct desk *desk, int64_t organisation_id,
			struct organisation_page *page, struct error *err)
{
	struct search_hits hits = {0};
	struct organisation_person *people;
	size_t count;
	bool is_read;

	if (!organisation_list_people(desk->db, organisation_id, &people,
				      &count, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct search_hit hit = {.resident_id =
						   people[i].resident_id};

		search_hits_add(&hits, &hit);
	}
	page->people = mem_new(hits.count + 1, sizeof(*page->people));
	page->parts = mem_new(hits.count + 1, sizeof(*page->parts));
	is_read =
	    find_rows_add(desk, &hits, page->people, &page->people_count, err);
	take_parts(people, count, page);
	organisation_people_release(people, count);
	search_hits_release(&hits);
	return is_read;
}

static bool read_page(struct db *db, void *state, struct error *err)
{
	const struct reading *reading = state;
	int64_t id = reading->organisation_id;

	organisation_page_release(reading->out);
	return organisation_get(db, id, &reading->out->organisation, err) &&
	       (!reading->is_recorded ||
		audit_note(db, "open", "organisation", id, err)) &&
	       read_people(reading->desk, id, reading->out, err) &&
	       timeline_of_organisation(reading->desk, id, reading->limit,
					&reading->out->timeline, err);
}

static bool read_organisation(struct desk *desk, int64_t organisation_id,
			      size_t limit, bool is_recorded,
			      struct organisation_page *out, struct error *err)
{
	struct reading reading = {desk, organisation_id, limit, is_recorded,
				  out};

	*out = (struct organisation_page){0};
	if (!desk_need_session(desk, err))
		return false;
	if ((is_recorded ? db_transaction : db_snapshot)(desk->db, read_page,
							 &reading, err))
		return true;
	organisation_page_release(out);
	return false;
}

bool desk_open_organisation(struct desk *desk, int64_t organisation_id,
			    size_t limit, struct organisation_page *out,
			    struct error *err)
{
	return read_organisation(desk, organisation_id, limit, true, out, err);
}

bool desk_read_organisation(struct desk *desk, int64_t organisation_id,
			    size_t limit, struct organisation_page *out,
			    struct error *err)
{
	return read_organisation(desk, organisation_id, limit, false, out, err);
}

struct saving {
	struct organisation *organisation;
	int64_t organisation_id, edition; /* as they were given */
};

static bool save(struct db *db, void *state, struct error *err)
{
	const struct saving *saving = state;

	saving->organisation->edition = saving->edition;
	return saving->organisation_id == 0
		   ? organisation_insert(db, saving->organisation, err)
		   : organisation_update(db, saving->organisation, err);
}

bool desk_save_organisation(struct desk *desk,
			    struct organisation *organisation,
			    struct error *err)
{
	struct saving saving = {organisation, organisation->organisation_id,
				organisation->edition};

	if (!desk_need_session(desk, err) ||
	    !organisation_check(organisation, err))
		return false;
	if (db_transaction(desk->db, save, &saving, err))
		return true;
	organisation->organisation_id = saving.organisation_id;
	organisation->edition = saving.edition;
	return false;
}

struct placing {
	int64_t organisation_id, resident_id;
	const char *part; /* NULL: taken away */
};

static bool place(struct db *db, void *state, struct error *err)
{
	const struct placing *placing = state;
	struct organisation organisation;
	struct resident resident;

	if (placing->part == NULL)
		return organisation_remove_person(db, placing->organisation_id,
						  placing->resident_id, err);
	/* Both are there, or it is said in words which is not. */
	if (!organisation_get(db, placing->organisation_id, &organisation, err))
		return false;
	organisation_release(&organisation);
	if (!resident_get_name(db, placing->resident_id, &resident, err))
		return false;
	resident_release(&resident);
	return organisation_add_person(db, placing->organisation_id,
				       placing->resident_id, placing->part,
				       err);
}

bool desk_put_organisation_person(struct desk *desk, int64_t organisation_id,
				  int64_t resident_id, const char *part,
				  struct error *err)
{
	struct placing placing = {organisation_id, resident_id,
				  part != NULL ? part : ""};

	return desk_need_session(desk, err) &&
	       organisation_check_part(part, err) &&
	       db_transaction(desk->db, place, &placing, err);
}

bool desk_remove_organisation_person(struct desk *desk, int64_t organisation_id,
				     int64_t resident_id, struct error *err)
{
	struct placing placing = {organisation_id, resident_id, NULL};

	return desk_need_session(desk, err) &&
	       db_transaction(desk->db, place, &placing, err);
}
