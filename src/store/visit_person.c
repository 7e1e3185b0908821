/*
 * visit_person.c - who is present, made what the form says
 */
#include "frontdesk/base/str.h"
#include "frontdesk/store/visit.h"

static const char SQL_INSERT[] =
    "INSERT INTO visit_person (visit_id, resident_id, organisation_id, part,"
    " part_note) VALUES ($1, $2, $3, $4, $5)";

static const char SQL_UPDATE[] =
    "UPDATE visit_person SET part = $4, part_note = $5 WHERE visit_id = $1"
    " AND COALESCE(resident_id, 0) = $2 AND COALESCE(organisation_id, 0) = $3";

static const char SQL_DELETE[] =
    "DELETE FROM visit_person WHERE visit_id = $1"
    " AND COALESCE(resident_id, 0) = $2 AND COALESCE(organisation_id, 0) = $3";

static const struct visit_person *find_in(const struct visit *visit,
					  const struct visit_person *person)
{
	for (size_t i = 0; i < visit->person_count; i++)
		if (visit->people[i].resident_id == person->resident_id &&
		    visit->people[i].organisation_id == person->organisation_id)
			return &visit->people[i];
	return NULL;
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
		query_text(&q, 4, visit_part_name(person->part));
		query_text(&q, 5,
			   person->part_note != NULL ? person->part_note : "");
	}
	return query_run(&q, err);
}

bool visit_sync_people(struct db *db, const struct visit *visit,
		       struct error *err)
{
	struct visit stored = {.visit_id = visit->visit_id};
	bool is_done = visit_list_people(db, &stored, err);

	for (size_t i = 0; is_done && i < stored.person_count; i++)
		if (find_in(visit, &stored.people[i]) == NULL)
			is_done = person_write(db, SQL_DELETE, visit->visit_id,
					       &stored.people[i], err);
	for (size_t i = 0; is_done && i < visit->person_count; i++) {
		const struct visit_person *person = &visit->people[i];
		const struct visit_person *old = find_in(&stored, person);

		if (old == NULL)
			is_done = person_write(db, SQL_INSERT, visit->visit_id,
					       person, err);
		else if (old->part != person->part ||
			 !str_same(old->part_note, person->part_note))
			is_done = person_write(db, SQL_UPDATE, visit->visit_id,
					       person, err);
	}
	visit_release(&stored);
	return is_done;
}
