/*
 * visit_read.c - a visit with its people, and who is in line
 */
#include "frontdesk/store/visit.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/resident.h"

/* The term in full, so that the engine takes the index of open visits. */
#define VISIT_IS_OPEN                                                          \
	" v.state IN ('waiting', 'called', 'serving', 'hold', 'aside')"

static const char SQL_GET[] =
    "SELECT v.reference, v.channel, v.state, v.arrived_at, v.label,"
    " v.topic_id, v.priority, v.is_timed, v.counter_window_id, v.staff_id,"
    " v.begun_at, v.ended_at, v.edition,"
    " (SELECT MAX(p.began_at) FROM period p WHERE p.visit_id = v.visit_id"
    " AND p.ended_at IS NULL)"
    " FROM visit v WHERE v.visit_id = $1";

static const char SQL_PEOPLE[] =
    "SELECT w.resident_id, w.organisation_id, w.part, w.part_note, o.name,"
    " " NAME_COLUMNS " FROM visit_person w"
    " LEFT JOIN organisation o ON o.organisation_id = w.organisation_id"
    " LEFT JOIN resident_name n ON n.resident_id = w.resident_id"
    " AND n.kind = 'in_use' WHERE w.visit_id = $1"
    " ORDER BY CASE WHEN w.part = 'themselves' AND w.resident_id IS NOT NULL"
    " THEN 0 WHEN w.resident_id IS NOT NULL THEN 1 ELSE 2 END,"
    " w.visit_person_id";

static const char SQL_FIRST[] =
    "SELECT v.visit_id FROM visit v WHERE v.site_id = $1"
    " AND v.state = 'waiting' AND" VISIT_IS_OPEN
    " ORDER BY v.priority DESC, v.arrived_at, v.visit_id LIMIT 1";

static const char SQL_SERVING[] =
    "SELECT v.visit_id FROM visit v WHERE v.site_id = $1"
    " AND v.state = 'serving' AND v.staff_id = $2 AND" VISIT_IS_OPEN;

static const char SQL_WAITING[] =
    "SELECT v.visit_id, v.state, v.arrived_at, v.priority, v.label, tv.name,"
    " cw.label, o.name, " NAME_COLUMNS " FROM visit v"
    " LEFT JOIN topic t ON t.topic_id = v.topic_id"
    " LEFT JOIN topic_version tv ON tv.topic_version_id = t.topic_version_id"
    " LEFT JOIN counter_window cw"
    " ON cw.counter_window_id = v.counter_window_id"
    " LEFT JOIN visit_person w ON w.visit_id = v.visit_id"
    " LEFT JOIN organisation o ON o.organisation_id = w.organisation_id"
    " LEFT JOIN resident_name n ON n.resident_id = w.resident_id"
    " AND n.kind = 'in_use'"
    " WHERE v.site_id = $1 AND v.state IN ('waiting', 'called')"
    " AND" VISIT_IS_OPEN
    " ORDER BY CASE WHEN v.state = 'called' THEN 0 ELSE 1 END,"
    " v.priority DESC, v.arrived_at, v.visit_id, w.visit_person_id";

static void read_visit(const struct query *q, struct visit *out)
{
	struct error unused = {0};

	out->reference = row_copy(q, 0);
	channel_parse(row_text(q, 1), &out->channel, &unused);
	visit_state_parse(row_text(q, 2), &out->state, &unused);
	out->arrived_at = row_int(q, 3);
	out->label = row_copy(q, 4);
	out->topic_id = row_int(q, 5);
	out->priority = (int)row_int(q, 6);
	out->is_timed = row_int(q, 7) == 1;
	out->counter_window_id = row_int(q, 8);
	out->staff_id = row_int(q, 9);
	out->begun_at = row_int(q, 10);
	out->ended_at = row_int(q, 11);
	out->edition = row_int(q, 12);
	out->state_since_at =
	    row_is_null(q, 13) ? out->ended_at : row_int(q, 13);
}

bool visit_get(struct db *db, int64_t visit_id, struct visit *out,
	       struct error *err)
{
	struct query q;
	bool is_there;

	*out = (struct visit){.visit_id = visit_id};
	query_begin(&q, db, SQL_GET);
	query_int(&q, 1, visit_id);
	is_there = query_row(&q);
	if (is_there)
		read_visit(&q, out);
	if (query_end(&q, err) && !is_there)
		error_set(err, ERROR_NOT_FOUND, "", "%s",
			  _("There is no such visit any more."));
	else if (is_there && visit_list_people(db, out, err) &&
		 period_held_length(db, visit_id, &out->held_length, err))
		return true;
	visit_release(out);
	return false;
}

bool visit_list_people(struct db *db, struct visit *visit, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_PEOPLE);
	query_int(&q, 1, visit->visit_id);
	while (query_row(&q)) {
		struct error unused = {0};
		struct visit_person *person;

		visit_add_person(visit, row_int(&q, 0), row_int(&q, 1),
				 PART_THEMSELVES, NULL);
		person = &visit->people[visit->person_count - 1];
		visit_part_parse(row_text(&q, 2), &person->part, &unused);
		person->part_note = row_copy(&q, 3);
		person->name = person->resident_id != 0 ? row_name_full(&q, 5)
							: row_copy(&q, 4);
	}
	return query_end(&q, err);
}

bool visit_find_first(struct db *db, int64_t site_id, int64_t *visit_id,
		      struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_FIRST);
	query_int(&q, 1, site_id);
	*visit_id = query_row(&q) ? row_int(&q, 0) : 0;
	return query_end(&q, err);
}

bool visit_list_serving(struct db *db, int64_t site_id, int64_t staff_id,
			int64_t *visit_ids, size_t size, size_t *count,
			struct error *err)
{
	struct query q;

	*count = 0;
	query_begin(&q, db, SQL_SERVING);
	query_int(&q, 1, site_id);
	query_int(&q, 2, staff_id);
	while (*count < size && query_row(&q))
		visit_ids[(*count)++] = row_int(&q, 0);
	return query_end(&q, err);
}

void visit_waiting_release(struct visit_waiting *waiting)
{
	free(waiting->label);
	free(waiting->topic);
	free(waiting->counter_window);
	free(waiting->organisation);
	person_name_release(&waiting->name);
	*waiting = (struct visit_waiting){0};
}

static void read_waiting(const struct query *q, struct visit_waiting *out)
{
	struct error unused = {0};

	*out = (struct visit_waiting){.visit_id = row_int(q, 0),
				      .arrived_at = row_int(q, 2),
				      .priority = (int)row_int(q, 3),
				      .label = row_copy(q, 4),
				      .topic = row_copy(q, 5),
				      .counter_window = row_copy(q, 6)};
	visit_state_parse(row_text(q, 1), &out->state, &unused);
}

/* A visit comes as one row a person: the first of each kind is shown. */
static void add_person(const struct query *q, struct visit_waiting *waiting)
{
	char *full = row_name_full(q, 8);

	if (waiting->organisation == NULL)
		waiting->organisation = row_copy(q, 7);
	if (full != NULL && !waiting->has_name) {
		row_name(q, 8, &waiting->name);
		waiting->has_name = true;
	}
	free(full);
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
		    (*out)[*count - 1].visit_id != row_int(&q, 0)) {
			*out = mem_resize(*out, *count + 1, sizeof(**out));
			read_waiting(&q, &(*out)[(*count)++]);
		}
		add_person(&q, &(*out)[*count - 1]);
	}
	if (query_end(&q, err))
		return true;
	for (size_t i = 0; i < *count; i++)
		visit_waiting_release(&(*out)[i]);
	free(*out);
	*out = NULL;
	*count = 0;
	return false;
}
