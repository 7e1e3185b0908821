/*
 * visit_person.c - who is present, made what the form says
 */
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/visit.h"

static const char SQL_STORED[] =
    "SELECT w.resident_id, w.organisation_id, w.part, w.is_absent, w.part_note,"
    " y.survivor_id FROM visit_person w"
    " LEFT JOIN resident y ON y.resident_id = w.resident_id"
    " WHERE w.visit_id = $1";

/* Whoever was merged since the form was opened comes as their survivor. */
static const char SQL_INSERT[] =
    "INSERT INTO visit_person (visit_id, resident_id, organisation_id, part,"
    " part_note, is_absent, noted_at, noted_by)"
    " VALUES ($1, (SELECT coalesce(y.survivor_id, y.resident_id) FROM resident "
    "y"
    "  WHERE y.resident_id = $2), $3, $4, $5, $6, $7, $8)";

static const char SQL_UPDATE[] =
    "UPDATE visit_person SET part = $4, part_note = $5, is_absent = $6,"
    " noted_at = $7, noted_by = $8 WHERE visit_id = $1"
    " AND COALESCE(resident_id, 0) = $2 AND COALESCE(organisation_id, 0) = $3";

static const char SQL_DELETE[] =
    "DELETE FROM visit_person WHERE visit_id = $1"
    " AND COALESCE(resident_id, 0) = $2 AND COALESCE(organisation_id, 0) = $3";

/* Who is kept in a visit, and where that record was merged who is read. */
struct stored {
	struct visit visit;
	int64_t *survivors;
};

/* A form that was opened before a merge has the record that was merged, a later
 * one its survivor: what is kept is the same person to both. */
static bool is_kept_as(const struct stored *stored, size_t at,
		       const struct visit_person *person)
{
	const struct visit_person *kept = &stored->visit.people[at];

	return kept->organisation_id == person->organisation_id &&
	       (kept->resident_id == person->resident_id ||
		(stored->survivors[at] != 0 &&
		 stored->survivors[at] == person->resident_id));
}

static bool is_in(const struct visit *visit, const struct stored *stored,
		  size_t at)
{
	for (size_t i = 0; i < visit->person_count; i++)
		if (is_kept_as(stored, at, &visit->people[i]))
			return true;
	return false;
}

static const struct visit_person *find_kept(const struct stored *stored,
					    const struct visit_person *person)
{
	for (size_t i = 0; i < stored->visit.person_count; i++)
		if (is_kept_as(stored, i, person))
			return &stored->visit.people[i];
	return NULL;
}

static bool is_changed(const struct visit_person *old,
		       const struct visit_person *person)
{
	bool is_same_note = str_is_blank(old->part_note)
				? str_is_blank(person->part_note)
				: str_same(old->part_note, person->part_note);

	return old->part != person->part ||
	       old->is_absent != person->is_absent || !is_same_note;
}

static bool person_write(struct db *db, const char *sql, int64_t visit_id,
			 const struct visit_person *person, struct error *err)
{
	struct query q;

	query_begin(&q, db, sql);
	query_int(&q, 1, visit_id);
	if (sql == SQL_INSERT) {
		query_key(&q, 2, person->resident_id);
		query_key(&q, 3, person->organisation_id);
	} else {
		query_int(&q, 2, person->resident_id);
		query_int(&q, 3, person->organisation_id);
	}
	if (sql != SQL_DELETE) {
		bool is_noted = !str_is_blank(person->part_note);

		query_text(&q, 4, visit_part_name(person->part));
		query_text(&q, 5, is_noted ? person->part_note : "");
		query_int(&q, 6, person->is_absent);
		query_key(&q, 7,
			  !is_noted		  ? 0
			  : person->noted_at != 0 ? person->noted_at
						  : db_now(db));
		query_key(&q, 8,
			  !is_noted		  ? 0
			  : person->noted_at != 0 ? person->noted_by
						  : db_actor(db));
	}
	return query_run(&q, err);
}

/* What is compared alone, without anybody's name. */
static bool read_stored(struct db *db, struct stored *stored, struct error *err)
{
	struct visit *visit = &stored->visit;
	struct visit_person *person;
	struct error unused = {0};
	struct query q;

	query_begin(&q, db, SQL_STORED);
	query_int(&q, 1, visit->visit_id);
	while (query_row(&q)) {
		visit_add_person(visit, row_int(&q, 0), row_int(&q, 1),
				 PART_THEMSELVES, NULL);
		person = &visit->people[visit->person_count - 1];
		visit_part_parse(row_text(&q, 2), &person->part, &unused);
		person->is_absent = row_int(&q, 3) == 1;
		person->part_note = row_copy(&q, 4);
		stored->survivors =
		    mem_resize(stored->survivors, visit->person_count,
			       sizeof(*stored->survivors));
		stored->survivors[visit->person_count - 1] = row_int(&q, 5);
	}
	return query_end(&q, err);
}

/* The row of whoever is kept, as the form says it now. */
static bool change(struct db *db, const struct visit *visit,
		   const struct visit_person *kept,
		   const struct visit_person *person, struct error *err)
{
	struct visit_person changed = *person;

	changed.resident_id = kept->resident_id;
	return !is_changed(kept, person) ||
	       person_write(db, SQL_UPDATE, visit->visit_id, &changed, err);
}

bool visit_sync_people(struct db *db, const struct visit *visit,
		       struct error *err)
{
	struct stored stored = {.visit.visit_id = visit->visit_id};
	bool is_done = read_stored(db, &stored, err);

	for (size_t i = 0; is_done && i < stored.visit.person_count; i++)
		if (!is_in(visit, &stored, i))
			is_done = person_write(db, SQL_DELETE, visit->visit_id,
					       &stored.visit.people[i], err);
	for (size_t i = 0; is_done && i < visit->person_count; i++) {
		const struct visit_person *person = &visit->people[i];
		const struct visit_person *kept = find_kept(&stored, person);

		is_done = kept != NULL
			      ? change(db, visit, kept, person, err)
			      : person_write(db, SQL_INSERT, visit->visit_id,
					     person, err);
	}
	visit_release(&stored.visit);
	free(stored.survivors);
	return is_done;
}
