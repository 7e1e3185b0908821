/*
 * who.c - whose request it is
 */
#include "who.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"

static const char SQL_PARTIES[] =
    "SELECT part, resident_id, organisation_id FROM request_party "
    "WHERE request_id = $1";
static const char SQL_NAMED_PARTIES[] =
    "SELECT x.part, x.resident_id, x.organisation_id, " NAME_COLUMNS
    " FROM request_party x "
    "LEFT JOIN resident y ON y.resident_id = x.resident_id "
    "LEFT JOIN resident_name n ON n.kind = 'in_use' "
    "AND n.resident_id = coalesce(y.survivor_id, y.resident_id) "
    "WHERE x.request_id = $1";

#define INTERPRETER 4

/* As WHO_OF_REQUEST has them, the interpreter after all. */
static int rank_of(const char *part)
{
	static const char *const parts[] = {"themselves", "for_organisation",
					    "speaks_for"};
	int rank = 0;

	while (rank < 3 && strcmp(parts[rank], part) != 0)
		rank++;
	return strcmp(part, "interpreter") == 0 ? INTERPRETER : rank;
}

/* Whether the resident in this row comes before the one that is there. */
static bool take_party(const struct query *q, const struct cluster *of,
		       int *best, struct request_who *out)
{
	const char *part = row_text(q, 0);
	int64_t resident_id = row_int(q, 1), organisation_id = row_int(q, 2);
	int rank = rank_of(part);

	if (organisation_id != 0 && (out->organisation_id == 0 ||
				     organisation_id < out->organisation_id))
		out->organisation_id = organisation_id;
	if (resident_id == 0)
		return false;
	if (of != NULL && cluster_has(of, resident_id) &&
	    (out->part[0] == '\0' || strcmp(part, out->part) < 0))
		snprintf(out->part, sizeof(out->part), "%s", part);
	if (rank == INTERPRETER || rank > *best ||
	    (rank == *best && resident_id > out->resident_id))
		return false;
	*best = rank;
	out->resident_id = resident_id;
	return true;
}

bool who_of_request(struct db *db, int64_t request_id, const struct cluster *of,
		    struct request_who *out, struct error *err)
{
	int best = INTERPRETER;
	struct query q;

	*out = (struct request_who){0};
	query_begin(&q, db, SQL_PARTIES);
	query_int(&q, 1, request_id);
	while (query_row(&q))
		take_party(&q, of, &best, out);
	return query_end(&q, err);
}

bool who_named_of_request(struct db *db, int64_t request_id,
			  struct request_who *out, struct person_name *name,
			  struct error *err)
{
	int best = INTERPRETER;
	struct query q;

	*out = (struct request_who){0};
	*name = (struct person_name){0};
	query_begin(&q, db, SQL_NAMED_PARTIES);
	query_int(&q, 1, request_id);
	while (query_row(&q))
		if (take_party(&q, NULL, &best, out)) {
			person_name_release(name);
			row_name(&q, 3, name);
		}
	return query_end(&q, err);
}

void who_add(const struct query *query, int first, struct str *out)
{
	const char *organisation = who_organisation(query, first);
	char *resident = row_name_full(query, first);
	size_t before = out->len;

	str_add(out, resident);
	if (!str_is_blank(organisation)) {
		if (out->len > before)
			str_add(out, " · ");
		str_add(out, organisation);
	}
	if (out->len == before)
		str_add(out, _("unnamed"));
	free(resident);
}

int64_t who_resident(const struct query *query, int first)
{
	return row_int(query, first + NAME_COLUMN_COUNT);
}

const char *who_organisation(const struct query *query, int first)
{
	return row_text(query, first + NAME_COLUMN_COUNT + 1);
}

const char *topic_none(void)
{
	return _("No topic yet");
}

const char *topic_words(const struct query *query, int column)
{
	const char *name = row_text(query, column);

	return name != NULL ? name : topic_none();
}
