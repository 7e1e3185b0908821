/*
 * request_party.c - whose request it is: the people of its visit, and what
 * corrects that after the visit is over
 */
#include <stdlib.h>

#include "cluster.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/request.h"

struct party {
	int64_t resident_id, organisation_id;
	int64_t survivor_id; /* where the resident was merged, or 0 */
	enum visit_part part;
};

static const char SQL_LIST[] =
    "SELECT p.resident_id, p.organisation_id, p.part, y.survivor_id"
    " FROM request_party p"
    " LEFT JOIN resident y ON y.resident_id = p.resident_id"
    " WHERE p.request_id = $1";
static const char SQL_GONE[] =
    "DELETE FROM request_party WHERE request_id = $1"
    " AND COALESCE(resident_id, 0) = $2 AND COALESCE(organisation_id, 0) = $3"
    " AND part = $4";
/* Whoever was merged meanwhile comes as their survivor. */
static const char SQL_NEW[] =
    "INSERT INTO request_party (request_id, resident_id, organisation_id,"
    " part, is_open, received_at) VALUES ($1,"
    " (SELECT coalesce(y.survivor_id, y.resident_id) FROM resident y WHERE "
    "y.resident_id = $2),"
    " $3, $4,"
    " (SELECT CASE r.state WHEN 'open' THEN 1 ELSE 0 END FROM request r"
    "  WHERE r.request_id = $1),"
    " (SELECT r.received_at FROM request r WHERE r.request_id = $1))";

/* One of a kind: the other resident, organisation or speaker goes; nobody has
 * two parts in it. */
static const char SQL_GONE_RESIDENT[] =
    "DELETE FROM request_party WHERE request_id = $1"
    " AND resident_id IS NOT NULL AND (part = $2"
    " OR resident_id IN " CLUSTER_OF_3 ")";
static const char SQL_GONE_ORGANISATION[] =
    "DELETE FROM request_party WHERE request_id = $1"
    " AND organisation_id IS NOT NULL";
/* The resident stands for the organisation, or for themselves without it. */
static const char SQL_TURN[] =
    "UPDATE request_party SET part = CASE WHEN (SELECT count(*)"
    " FROM request_party o WHERE o.request_id = $1"
    " AND o.organisation_id IS NOT NULL) > 0 THEN 'for_organisation'"
    " ELSE 'themselves' END WHERE request_id = $1"
    " AND resident_id IS NOT NULL"
    " AND part IN ('themselves', 'for_organisation')";

static bool take_away(struct db *db, int64_t request_id, const char *part,
		      int64_t resident_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_GONE_RESIDENT);
	query_int(&q, 1, request_id);
	query_text(&q, 2, part);
	query_int(&q, 3, resident_id);
	return query_run(&q, err);
}

static bool add_party(struct db *db, int64_t request_id,
		      const struct visit_person *person, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_NEW);
	query_int(&q, 1, request_id);
	query_key(&q, 2, person->resident_id);
	query_key(&q, 3, person->organisation_id);
	query_text(&q, 4, visit_part_name(person->part));
	return query_run(&q, err);
}

static bool on_request(struct db *db, const char *sql, int64_t request_id,
		       struct error *err)
{
	struct query q;

	query_begin(&q, db, sql);
	query_int(&q, 1, request_id);
	return query_run(&q, err);
}

bool request_set_party(struct db *db, int64_t request_id, int64_t resident_id,
		       int64_t organisation_id, enum visit_part part,
		       struct error *err)
{
	bool is_resident = part != PART_FOR_ORGANISATION;
	bool is_gone =
	    is_resident
		? take_away(db, request_id, visit_part_name(part), resident_id,
			    err) &&
		      (part != PART_THEMSELVES ||
		       take_away(db, request_id,
				 visit_part_name(PART_FOR_ORGANISATION),
				 resident_id, err))
		: on_request(db, SQL_GONE_ORGANISATION, request_id, err);
	bool is_somebody = resident_id != 0 || organisation_id != 0;
	const struct visit_person person = {.resident_id = resident_id,
					    .organisation_id = organisation_id,
					    .part = part};

	return is_gone &&
	       (!is_somebody || add_party(db, request_id, &person, err)) &&
	       on_request(db, SQL_TURN, request_id, err);
}

static bool read_parties(struct db *db, int64_t request_id,
			 struct party **parties, size_t *count,
			 struct error *err)
{
	struct error unused = {0};
	struct query q;

	query_begin(&q, db, SQL_LIST);
	query_int(&q, 1, request_id);
	while (query_row(&q)) {
		struct party *party;

		*parties = mem_resize(*parties, *count + 1, sizeof(**parties));
		party = &(*parties)[(*count)++];
		*party = (struct party){row_int(&q, 0), row_int(&q, 1),
					row_int(&q, 3), PART_THEMSELVES};
		visit_part_parse(row_text(&q, 2), &party->part, &unused);
	}
	return query_end(&q, err);
}

static bool is_party(const struct visit_person *person,
		     const struct party *party)
{
	return (person->resident_id == party->resident_id ||
		(party->survivor_id != 0 &&
		 person->resident_id == party->survivor_id)) &&
	       person->organisation_id == party->organisation_id &&
	       person->part == party->part;
}

static bool take_away_party(struct db *db, int64_t request_id,
			    const struct party *party, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_GONE);
	query_int(&q, 1, request_id);
	query_int(&q, 2, party->resident_id);
	query_int(&q, 3, party->organisation_id);
	query_text(&q, 4, visit_part_name(party->part));
	return query_run(&q, err);
}

bool request_sync_parties(struct db *db, int64_t request_id,
			  const struct visit *visit, struct error *err)
{
	struct party *parties = NULL;
	size_t count = 0;
	bool is_done = read_parties(db, request_id, &parties, &count, err);

	for (size_t i = 0; is_done && i < count; i++) {
		size_t at = 0;

		while (at < visit->person_count &&
		       !is_party(&visit->people[at], &parties[i]))
			at++;
		if (at == visit->person_count)
			is_done =
			    take_away_party(db, request_id, &parties[i], err);
	}
	for (size_t i = 0; is_done && i < visit->person_count; i++) {
		size_t at = 0;

		while (at < count && !is_party(&visit->people[i], &parties[at]))
			at++;
		if (at == count)
			is_done =
			    add_party(db, request_id, &visit->people[i], err);
	}
	free(parties);
	return is_done;
}
