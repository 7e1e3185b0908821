/*
 * export_organisation.c - organisations whole, in one pass
 */
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/export.h"

enum { ROW_ITSELF, ROW_REACH, ROW_PERSON };

/* Each itself, then its reaches, then its people, so that nobody is asked for
 * again. A merged person is given as who survived. */
static const char SQL_ORGANISATIONS[] =
    "SELECT organisation_id, 0, 0, uuid, name, note FROM organisation"
    " UNION ALL SELECT h.organisation_id, 1, h.reach_id, h.kind, h.value, ''"
    " FROM reach h WHERE h.organisation_id IS NOT NULL AND h.is_current = 1"
    " UNION ALL SELECT p.organisation_id, 2, s.resident_id, s.reference,"
    " p.part, '' FROM organisation_person p"
    " JOIN resident r ON r.resident_id = p.resident_id"
    " JOIN resident s ON s.resident_id ="
    "  coalesce(r.survivor_id, r.resident_id)"
    " ORDER BY 1, 2, 3";

struct whole {
	char *uuid;
	struct organisation organisation;
	struct organisation_person *people;
	size_t count;
};

static void whole_release(struct whole *whole)
{
	free(whole->uuid);
	organisation_release(&whole->organisation);
	organisation_people_release(whole->people, whole->count);
	*whole = (struct whole){0};
}

static void read_reach(const struct query *q, struct organisation *out)
{
	for (enum reach_kind i = REACH_TELEPHONE; i <= REACH_ADDRESS; i++)
		if (str_same(reach_kind_name(i), row_text(q, 3)))
			organisation_add_reach(out, i, row_text(q, 4));
}

static void read_person(const struct query *q, struct whole *out)
{
	out->people =
	    mem_resize(out->people, out->count + 1, sizeof(*out->people));
	out->people[out->count++] = (struct organisation_person){
	    row_int(q, 2), row_copy(q, 4), row_copy(q, 3)};
}

/* Hands on the one that is complete, where there is one. */
static bool hand_on(struct whole *whole, export_organisation_fn *each,
		    void *state, struct error *err)
{
	bool is_done = whole->uuid == NULL ||
		       each(whole->uuid, &whole->organisation, whole->people,
			    whole->count, state, err);

	whole_release(whole);
	return is_done;
}

bool export_organisations(struct db *db, export_organisation_fn *each,
			  void *state, struct error *err)
{
	struct whole whole = {0};
	struct query q;
	bool is_going = true;

	query_begin(&q, db, SQL_ORGANISATIONS);
	while (is_going && query_row(&q)) {
		if (row_int(&q, 1) == ROW_ITSELF) {
			is_going = hand_on(&whole, each, state, err);
			whole.uuid = row_copy(&q, 3);
			whole.organisation.organisation_id = row_int(&q, 0);
			whole.organisation.name = row_copy(&q, 4);
			whole.organisation.note = row_copy(&q, 5);
		} else if (row_int(&q, 1) == ROW_REACH) {
			read_reach(&q, &whole.organisation);
		} else {
			read_person(&q, &whole);
		}
	}
	is_going = query_end_each(&q, is_going, err);
	if (is_going)
		return hand_on(&whole, each, state, err);
	whole_release(&whole);
	return false;
}
