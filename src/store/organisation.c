/*
 * organisation.c - businesses and associations with their people
 */
#include "frontdesk/store/organisation.h"

#include <stdlib.h>

#include "cluster.h"
#include "frontdesk/base/id.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/store/search.h"

static const char SQL_GET[] =
    "SELECT organisation_id, name, note, edition FROM organisation "
    "WHERE organisation_id = $1";
static const char SQL_FIND_UUID[] =
    "SELECT organisation_id FROM organisation WHERE uuid = $1";
static const char SQL_INSERT[] =
    "INSERT INTO organisation (uuid, name, note, made_at, made_by) "
    "VALUES ($1, $2, $3, $4, $5) RETURNING organisation_id";
static const char SQL_UPDATE[] =
    "UPDATE organisation SET name = $3, note = $4, edition = edition + 1 "
    "WHERE organisation_id = $1 AND edition = $2 RETURNING edition";
static const char SQL_ADD_PERSON[] =
    "INSERT INTO organisation_person (organisation_id, resident_id, part) "
    "VALUES ($1, $2, $3) ON CONFLICT (organisation_id, resident_id) "
    "DO UPDATE SET part = excluded.part";
static const char SQL_REMOVE_PERSON[] =
    "DELETE FROM organisation_person WHERE organisation_id = $1 "
    "AND resident_id IN " CLUSTER_OF_2;
#define OF_RESIDENT(whose)                                                     \
	"SELECT DISTINCT o.name, p.part FROM organisation_person p "           \
	"JOIN organisation o ON o.organisation_id = p.organisation_id "        \
	"WHERE p.resident_id " whose " ORDER BY o.name, p.part"
static const char SQL_OF_RESIDENT[] = OF_RESIDENT("= $1");
static const char SQL_OF_MERGED[] = OF_RESIDENT("IN " CLUSTER_OF_1);
/* Both records of one person come one after the other, the survivor's first. */
static const char SQL_PEOPLE[] =
    "SELECT coalesce(y.survivor_id, y.resident_id) AS who_id, p.part FROM "
    "organisation_person p "
    "JOIN resident y ON y.resident_id = p.resident_id "
    "LEFT JOIN resident_name n "
    "ON n.resident_id = coalesce(y.survivor_id, y.resident_id) AND n.kind = "
    "'in_use' "
    "WHERE p.organisation_id = $1 "
    "ORDER BY coalesce(n.surname, n.given, ''), coalesce(n.given, ''), "
    "who_id, CASE WHEN y.survivor_id IS NULL THEN 0 ELSE 1 END";

bool organisation_get(struct db *db, int64_t organisation_id,
		      struct organisation *out, struct error *err)
{
	struct query q;
	bool has_row;

	*out = (struct organisation){0};
	query_begin(&q, db, SQL_GET);
	query_int(&q, 1, organisation_id);
	has_row = query_row(&q);
	if (has_row) {
		out->organisation_id = row_int(&q, 0);
		out->name = row_copy(&q, 1);
		out->note = row_copy(&q, 2);
		out->edition = row_int(&q, 3);
	}
	if (query_end(&q, err) &&
	    (has_row || error_set(err, ERROR_NOT_FOUND, "organisation",
				  _("There is no such organisation."))) &&
	    reach_list(db, 0, organisation_id, &out->reaches, &out->reach_count,
		       err))
		return true;
	organisation_release(out);
	return false;
}

bool organisation_find_uuid(struct db *db, const char *uuid,
			    int64_t *organisation_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_FIND_UUID);
	query_text(&q, 1, uuid);
	*organisation_id = query_row(&q) ? row_int(&q, 0) : 0;
	return query_end(&q, err);
}

static const char *note_of(const struct organisation *organisation)
{
	return organisation->note != NULL ? organisation->note : "";
}

/* What belongs to the row: the search, and the ways to reach it. */
static bool save_rest(struct db *db, struct organisation *organisation,
		      struct error *err)
{
	struct person_name name = {.surname = organisation->name};
	struct str folded = STR_INIT;
	bool is_saved;

	/* As a surname: its words, and those beside each other joined. */
	person_name_add_folded(&name, &folded);
	is_saved = search_put(db, 0, organisation->organisation_id,
			      str_text(&folded), err) &&
		   reach_save_all(db, 0, organisation->organisation_id,
				  organisation->reaches,
				  organisation->reach_count, err);
	str_release(&folded);
	return is_saved;
}

bool organisation_insert(struct db *db, struct organisation *organisation,
			 struct error *err)
{
	struct query q;
	struct id id;

	id_new(db_clock(db), &id);
	query_begin(&q, db, SQL_INSERT);
	query_text(&q, 1, id.text);
	query_text(&q, 2, organisation->name);
	query_text(&q, 3, note_of(organisation));
	query_int(&q, 4, db_now(db));
	query_key(&q, 5, db_actor(db));
	if (!query_one(&q, &organisation->organisation_id, err))
		return false;
	organisation->edition = 1;
	return save_rest(db, organisation, err);
}

bool organisation_update(struct db *db, struct organisation *organisation,
			 struct error *err)
{
	struct query q;
	int64_t edition;

	query_begin(&q, db, SQL_UPDATE);
	query_int(&q, 1, organisation->organisation_id);
	query_int(&q, 2, organisation->edition);
	query_text(&q, 3, organisation->name);
	query_text(&q, 4, note_of(organisation));
	if (!query_one(&q, &edition, err))
		return err->code == ERROR_NOT_FOUND
			   ? error_set(err, ERROR_CONFLICT, "",
				       _("Somebody else changed this record "
					 "meanwhile: read it anew and change "
					 "it then."))
			   : false;
	if (!save_rest(db, organisation, err))
		return false;
	organisation->edition = edition;
	return true;
}

bool organisation_add_person(struct db *db, int64_t organisation_id,
			     int64_t resident_id, const char *part,
			     struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_ADD_PERSON);
	query_int(&q, 1, organisation_id);
	query_int(&q, 2, resident_id);
	query_text(&q, 3, part != NULL ? part : "");
	return query_run(&q, err);
}

bool organisation_remove_person(struct db *db, int64_t organisation_id,
				int64_t resident_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_REMOVE_PERSON);
	query_int(&q, 1, organisation_id);
	query_int(&q, 2, resident_id);
	return query_run(&q, err);
}

bool organisation_list_of_resident(struct db *db, int64_t resident_id,
				   bool has_merged, char ***out, size_t *count,
				   struct error *err)
{
	struct query q;

	*out = NULL;
	*count = 0;
	query_begin(&q, db, has_merged ? SQL_OF_MERGED : SQL_OF_RESIDENT);
	query_int(&q, 1, resident_id);
	while (query_row(&q)) {
		struct str line = STR_INIT;
		const char *part = row_text(&q, 1);

		str_add(&line, row_text(&q, 0));
		if (!str_is_blank(part))
			str_addf(&line, " (%s)", part);
		*out = mem_resize(*out, *count + 1, sizeof(**out));
		(*out)[(*count)++] = str_take(&line);
	}
	if (query_end(&q, err))
		return true;
	for (size_t i = 0; i < *count; i++)
		free((*out)[i]);
	free(*out);
	*out = NULL;
	*count = 0;
	return false;
}

void organisation_people_release(struct organisation_person *people,
				 size_t count)
{
	for (size_t i = 0; i < count; i++) {
		free(people[i].part);
		free(people[i].reference);
	}
	free(people);
}

bool organisation_list_people(struct db *db, int64_t organisation_id,
			      struct organisation_person **out, size_t *count,
			      struct error *err)
{
	struct query q;

	*out = NULL;
	*count = 0;
	query_begin(&q, db, SQL_PEOPLE);
	query_int(&q, 1, organisation_id);
	while (query_row(&q)) {
		if (*count > 0 &&
		    (*out)[*count - 1].resident_id == row_int(&q, 0))
			continue;
		*out = mem_resize(*out, *count + 1, sizeof(**out));
		(*out)[(*count)++] = (struct organisation_person){
		    row_int(&q, 0), row_copy(&q, 1), NULL};
	}
	if (query_end(&q, err))
		return true;
	organisation_people_release(*out, *count);
	*out = NULL;
	*count = 0;
	return false;
}
