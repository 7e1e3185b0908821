/*
 * visit_present.c - who is present in a visit, in several, and in the line
 */
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/resident.h"
#include "frontdesk/store/visit.h"
#include "wanted.h"

/* One who is present, w, with the name of whichever of the two it is; of a
 * record that was merged its survivor. */
#define PRESENT_COLUMNS                                                        \
	"coalesce(wy.survivor_id, wy.resident_id), w.organisation_id, "        \
	"w.part, w.is_absent, w.part_note,"                                    \
	" w.noted_at, w.noted_by, ws.name, o.name, " NAME_COLUMNS
#define PRESENT_NAME 8
#define PRESENT_COUNT (PRESENT_NAME + 1 + NAME_COLUMN_COUNT)
#define PRESENT_JOINS                                                          \
	" LEFT JOIN staff ws ON ws.staff_id = w.noted_by"                      \
	" LEFT JOIN organisation o ON o.organisation_id = w.organisation_id"   \
	" LEFT JOIN resident wy ON wy.resident_id = w.resident_id"             \
	" LEFT JOIN resident_name n ON n.kind = 'in_use'"                      \
	" AND n.resident_id = coalesce(wy.survivor_id, wy.resident_id)"

static const char SQL_PEOPLE[] =
    "SELECT " PRESENT_COLUMNS " FROM visit_person w" PRESENT_JOINS
    " WHERE w.visit_id = $1 ORDER BY w.visit_person_id";

static const char SQL_PRESENT[] =
    "SELECT " PRESENT_COLUMNS ", w.visit_id FROM visit_person w" PRESENT_JOINS
    " WHERE w.visit_id IN " WANTED_LIST
    " ORDER BY w.visit_id, w.visit_person_id";

static const char SQL_MERGED[] =
    "SELECT resident_id, survivor_id FROM resident"
    " WHERE survivor_id IS NOT NULL AND resident_id IN " WANTED_LIST;
static const char SQL_RESIDENT_NAMES[] =
    "SELECT n.resident_id, " NAME_COLUMNS " FROM resident_name n"
    " WHERE n.kind = 'in_use' AND n.resident_id IN " WANTED_LIST;
static const char SQL_ORGANISATION_NAMES[] =
    "SELECT organisation_id, name FROM organisation"
    " WHERE organisation_id IN " WANTED_LIST;

/* Open is what has no end: the index of open visits says it so. */
static const char SQL_WAITING[] =
    "SELECT " PRESENT_COLUMNS ", v.visit_id, v.state, v.arrived_at,"
    " v.priority, v.label, tv.name, cw.label FROM visit v"
    " LEFT JOIN topic t ON t.topic_id = v.topic_id"
    " LEFT JOIN topic_version tv ON tv.topic_version_id = t.topic_version_id"
    " LEFT JOIN counter_window cw"
    " ON cw.counter_window_id = v.counter_window_id"
    " LEFT JOIN visit_person w ON w.visit_id = v.visit_id" PRESENT_JOINS
    " WHERE v.site_id = $1 AND v.state IN ('waiting', 'called')"
    " AND v.ended_at IS NULL"
    " ORDER BY CASE WHEN v.state = 'called' THEN 0 ELSE 1 END,"
    " v.priority DESC, v.arrived_at, v.visit_id, w.visit_person_id";

static char *called(const struct query *q, int first)
{
	struct person_name name;
	struct str text = STR_INIT;

	row_name(q, first, &name);
	person_name_add_called(&name, &text);
	person_name_release(&name);
	return str_take(&text);
}

/* Where a visit has nobody the row is empty, and adds nobody. */
static void add_person(const struct query *q, bool is_called,
		       struct visit *visit)
{
	struct error unused = {0};
	struct visit_person *person;

	if (row_is_null(q, 2))
		return;
	visit_add_person(visit, row_int(q, 0), row_int(q, 1), PART_THEMSELVES,
			 NULL);
	person = &visit->people[visit->person_count - 1];
	visit_part_parse(row_text(q, 2), &person->part, &unused);
	person->is_absent = row_int(q, 3) == 1;
	person->part_note = row_copy(q, 4);
	person->noted_at = row_int(q, 5);
	person->noted_by = row_int(q, 6);
	person->noted_staff = row_copy(q, 7);
	if (person->resident_id == 0)
		person->name = row_copy(q, PRESENT_NAME);
	else if (is_called)
		person->name = called(q, PRESENT_NAME + 1);
	else
		person->name = row_name_full(q, PRESENT_NAME + 1);
}

bool visit_list_people(struct db *db, struct visit *visit, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_PEOPLE);
	query_int(&q, 1, visit->visit_id);
	while (query_row(&q))
		add_person(&q, false, visit);
	visit_sort_people(visit);
	return query_end(&q, err);
}

static void bind_people(struct query *q, const struct visit *visit,
			bool is_residents)
{
	for (size_t i = 0; i < WANTED_MAX; i++)
		query_int(q, (int)i + 1,
			  i >= visit->person_count ? 0
			  : is_residents ? visit->people[i].resident_id
					 : visit->people[i].organisation_id);
}

/* Whoever was merged since the visit was read is their survivor now. */
static bool resolve_people(struct db *db, struct visit *visit,
			   struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_MERGED);
	bind_people(&q, visit, true);
	while (query_row(&q))
		for (size_t i = 0; i < visit->person_count; i++) {
			struct visit_person *person = &visit->people[i];

			if (person->resident_id != row_int(&q, 0))
				continue;
			person->resident_id = row_int(&q, 1);
			mem_replace(&person->name, NULL);
		}
	return query_end(&q, err);
}

static bool name_all(struct db *db, const char *sql, struct visit *visit,
		     struct error *err)
{
	bool is_residents = sql == SQL_RESIDENT_NAMES;
	struct query q;

	query_begin(&q, db, sql);
	bind_people(&q, visit, is_residents);
	while (query_row(&q)) {
		int64_t id = row_int(&q, 0);
		size_t at = visit_find_person(visit, is_residents ? id : 0,
					      is_residents ? 0 : id);

		if (at == SIZE_MAX || visit->people[at].name != NULL)
			continue;
		visit->people[at].name =
		    is_residents ? row_name_full(&q, 1) : row_copy(&q, 1);
	}
	return query_end(&q, err);
}

bool visit_name_people(struct db *db, struct visit *visit, struct error *err)
{
	bool is_named = true;

	if (visit->person_count > 0 && !resolve_people(db, visit, err))
		return false;
	for (size_t i = 0; i < visit->person_count; i++)
		is_named = is_named && visit->people[i].name != NULL;
	return is_named || (name_all(db, SQL_RESIDENT_NAMES, visit, err) &&
			    name_all(db, SQL_ORGANISATION_NAMES, visit, err));
}

/* The people gathered so far go out, and the next visit's come. */
static void give(struct visit *present, visit_present_fn *each, void *state)
{
	visit_sort_people(present);
	if (present->person_count > 0)
		each(present->visit_id, present, state);
	visit_release(present);
}

static bool each_present(struct db *db, const int64_t *visit_ids, size_t count,
			 bool is_called, visit_present_fn *each, void *state,
			 struct error *err)
{
	for (size_t first = 0; first < count; first += WANTED_MAX) {
		struct visit present = {0};
		struct query q;
		bool is_read;

		query_begin(&q, db, SQL_PRESENT);
		for (size_t i = 0; i < WANTED_MAX; i++)
			query_int(&q, (int)i + 1,
				  first + i < count ? visit_ids[first + i] : 0);
		while (query_row(&q)) {
			if (present.visit_id != row_int(&q, PRESENT_COUNT))
				give(&present, each, state);
			present.visit_id = row_int(&q, PRESENT_COUNT);
			add_person(&q, is_called, &present);
		}
		is_read = query_end(&q, err);
		give(&present, each, state);
		if (!is_read)
			return false;
	}
	return true;
}

bool visit_each_present(struct db *db, const int64_t *visit_ids, size_t count,
			visit_present_fn *each, void *state, struct error *err)
{
	return each_present(db, visit_ids, count, false, each, state, err);
}

bool visit_each_called(struct db *db, const int64_t *visit_ids, size_t count,
		       visit_present_fn *each, void *state, struct error *err)
{
	return each_present(db, visit_ids, count, true, each, state, err);
}

void visit_waiting_release(struct visit_waiting *waiting)
{
	free(waiting->label);
	free(waiting->topic);
	free(waiting->counter_window);
	visit_release(&waiting->present);
	*waiting = (struct visit_waiting){0};
}

static void read_waiting(const struct query *q, struct visit_waiting *out)
{
	struct error unused = {0};
	int at = PRESENT_COUNT;

	*out = (struct visit_waiting){.visit_id = row_int(q, at),
				      .arrived_at = row_int(q, at + 2),
				      .priority = (int)row_int(q, at + 3),
				      .label = row_copy(q, at + 4),
				      .topic = row_copy(q, at + 5),
				      .counter_window = row_copy(q, at + 6)};
	visit_state_parse(row_text(q, at + 1), &out->state, &unused);
}

bool visit_list_waiting(struct db *db, int64_t site_id,
			struct visit_waiting **out, size_t *count,
			struct error *err)
{
	struct query q;

	*out = NULL;
	*count = 0;
	query_begin(&q, db, SQL_WAITING);
	query_int(&q, 1, site_id);
	while (query_row(&q)) {
		if (*count == 0 ||
		    (*out)[*count - 1].visit_id != row_int(&q, PRESENT_COUNT)) {
			*out = mem_resize(*out, *count + 1, sizeof(**out));
			read_waiting(&q, &(*out)[(*count)++]);
		}
		/* A visit comes as one row a person. */
		add_person(&q, true, &(*out)[*count - 1].present);
	}
	for (size_t i = 0; i < *count; i++)
		visit_sort_people(&(*out)[i].present);
	if (query_end(&q, err))
		return true;
	for (size_t i = 0; i < *count; i++)
		visit_waiting_release(&(*out)[i]);
	free(*out);
	*out = NULL;
	*count = 0;
	return false;
}
