/*
 * context_people.c - who is there beside whoever a hand-off is about
 */
#include "context_private.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/interpreter.h"
#include "who.h"

static const char SQL_PEOPLE[] =
    "SELECT x.part, x.part_note, x.is_absent, x.noted_at, s.name, " WHO_COLUMNS
    " FROM visit_person x"
    " LEFT JOIN staff s ON s.staff_id = x.noted_by"
    " LEFT JOIN resident y ON y.resident_id = x.resident_id"
    " LEFT JOIN resident_name n ON n.kind = 'in_use'"
    "  AND n.resident_id = coalesce(y.survivor_id, y.resident_id)"
    " LEFT JOIN organisation o ON o.organisation_id = x.organisation_id"
    " WHERE x.visit_id = $1 ORDER BY x.visit_person_id";

#define PEOPLE_WHO 5

static void add_person(const struct query *q, struct handoff_context *out)
{
	struct context_person *person;
	struct error ignored;

	out->people =
	    context_grow(out->people, &out->person_count, sizeof(*out->people));
	person = &out->people[out->person_count - 1];
	visit_part_parse(row_text(q, 0), &person->part, &ignored);
	person->part_note = row_copy(q, 1);
	person->is_absent = row_int(q, 2) == 1;
	person->noted_at = row_int(q, 3);
	person->noted_by = row_copy(q, 4);
	if (who_resident(q, PEOPLE_WHO) == 0)
		person->whole_name = mem_copy(who_organisation(q, PEOPLE_WHO));
	else
		row_name(q, PEOPLE_WHO, &person->name);
}

/* Everybody present but who the request is about: they stand above. */
bool context_read_people(struct db *db, const struct context_head *head,
			 struct handoff_context *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_PEOPLE);
	query_int(&q, 1, head->visit_id);
	while (query_row(&q)) {
		int64_t id = who_resident(&q, PEOPLE_WHO);
		bool is_organisation = id == 0;

		if (is_organisation
			? str_same(out->organisation,
				   who_organisation(&q, PEOPLE_WHO))
			: id == head->resident_id && row_int(&q, 2) == 0)
			continue;
		add_person(&q, out);
	}
	return query_end(&q, err);
}

/* Who works here has no name in parts: as they are said to visitors. */
bool context_read_interpreters(struct db *db, const struct context_head *head,
			       struct handoff_context *out, struct error *err)
{
	struct visit visit = {.visit_id = head->visit_id};
	bool is_read = interpreter_list(db, &visit, err);

	for (size_t i = 0; is_read && i < visit.interpreter_count; i++) {
		struct context_person *person;

		out->people = context_grow(out->people, &out->person_count,
					   sizeof(*out->people));
		person = &out->people[out->person_count - 1];
		person->part = PART_INTERPRETER;
		person->whole_name = mem_copy(visit.interpreters[i].name);
	}
	visit_release(&visit);
	return is_read;
}
