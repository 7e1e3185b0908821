/*
 * crowd.c - everybody who lives in the generator's city
 */
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/core/resident.h"
#include "frontdesk/store/search.h"
#include "generate.h"
#include "row.h"
#include "words.h"

static const char SQL_RESIDENT[] =
    "INSERT INTO resident (resident_id, uuid, reference, language, "
    "first_name_ok, note, made_at, made_by) "
    "VALUES ($1, $2, $3, $4, $5, '', $6, $7)";
static const char SQL_NAME[] =
    "INSERT INTO resident_name (resident_id, kind, title, given, given2, "
    "surname_prefix, surname, surname2, name_locale, noted_at, noted_by) "
    "VALUES ($1, 'in_use', $2, $3, $4, $5, $6, $7, $8, $9, $10)";
static const char SQL_PERMISSION[] =
    "INSERT INTO permission (resident_id, kind, value, noted_at, noted_by) "
    "VALUES ($1, 'first_name', $2, $3, $4)";
static const char SQL_REACH[] =
    "INSERT INTO reach (resident_id, organisation_id, kind, value, street, "
    "search_key, noted_at, noted_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
static const char SQL_ORGANISATION[] =
    "INSERT INTO organisation (organisation_id, uuid, name, made_at, made_by) "
    "VALUES ($1, $2, $3, $4, $5)";
static const char SQL_MEMBER[] =
    "INSERT INTO organisation_person (organisation_id, resident_id, part) "
    "VALUES ($1, $2, $3)";
static const char SQL_SEARCH[] =
    "INSERT INTO search_name (recency, resident_id, organisation_id, folded) "
    "VALUES ($1, $2, $3, $4)";
static const char SQL_SEARCH_LEGAL[] =
    "INSERT INTO search_other_name (word, resident_id) VALUES ($1, $2)";

/* An address of this one, or a telephone. */
static bool add_reach(struct filling *filling, int64_t resident_id,
		      int64_t organisation_id, enum reach_kind kind, int64_t at,
		      struct error *err)
{
	struct str value = STR_INIT, street = STR_INIT, key = STR_INIT;
	bool is_added;

	if (kind == REACH_ADDRESS) {
		words_address(&filling->chance, &value);
		reach_add_street(str_text(&value), &street);
	} else {
		words_telephone(&filling->chance, &value);
	}
	reach_add_search_key(kind, str_text(&value), &key);
	is_added =
	    row_put(filling->db, err, SQL_REACH, "kkttttik", resident_id,
		    organisation_id, reach_kind_name(kind), str_text(&value),
		    kind == REACH_ADDRESS ? str_text(&street) : NULL,
		    str_text(&key), at, filling->clerks[0][0]);
	str_release(&value);
	str_release(&street);
	str_release(&key);
	return is_added;
}

static bool add_name(struct filling *filling, int64_t id,
		     const struct person_name *name, int64_t at,
		     struct error *err)
{
	return row_put(filling->db, err, SQL_NAME, "itttttttik", id,
		       name->title, name->given, name->given2,
		       name->surname_prefix, name->surname, name->surname2,
		       name->name_locale, at, filling->clerks[0][0]);
}

/* One of a hundred has a legal name that is not in use. */
static bool add_other_name(struct filling *filling, int64_t id,
			   struct error *err)
{
	struct resident other = {0};
	struct str folded = STR_INIT;
	bool is_added;

	if (!chance_percent(&filling->chance, 1))
		return true;
	words_name(&filling->chance, &other);
	text_fold(other.name.given, &folded);
	is_added = row_put(filling->db, err, SQL_SEARCH_LEGAL, "ti",
			   str_text(&folded), id);
	resident_release(&other);
	str_release(&folded);
	return is_added;
}

static bool add_resident(struct filling *filling, int64_t id, struct error *err)
{
	struct resident resident = {0};
	struct str folded = STR_INIT;
	int64_t at = filling->now - chance_between(&filling->chance, 1, 1400) *
					24 * CLOCK_HOUR;
	const char *may = "unknown";
	char reference[13];
	bool is_added;

	words_name(&filling->chance, &resident);
	person_name_add_folded(&resident.name, &folded);
	filling->folded[id] = str_take(&folded);
	filling->recency[id] = ++filling->recency_top;
	if (chance_percent(&filling->chance, 25))
		may = chance_percent(&filling->chance, 50) ? "yes" : "no";
	filling->is_known[id] = resident.name.title != NULL ||
				(may[0] == 'y' && resident.name.given != NULL);
	filling_reference(filling, 'P', id, reference);
	is_added =
	    row_put(filling->db, err, SQL_RESIDENT, "ittttik", id,
		    filling_uuid(filling, at), reference, resident.language,
		    may, at, filling->clerks[0][0]) &&
	    add_name(filling, id, &resident.name, at, err) &&
	    (may[0] == 'u' || row_put(filling->db, err, SQL_PERMISSION, "itik",
				      id, may, at, filling->clerks[0][0])) &&
	    add_reach(filling, id, 0, REACH_ADDRESS, at, err) &&
	    (chance_percent(&filling->chance, 20) ||
	     add_reach(filling, id, 0, REACH_TELEPHONE, at, err)) &&
	    add_other_name(filling, id, err);
	resident_release(&resident);
	return is_added;
}

static bool add_organisation(struct filling *filling, int64_t id,
			     struct error *err)
{
	struct str name = STR_INIT, folded = STR_INIT;
	int64_t at = filling->now - 1000 * CLOCK_HOUR;
	bool is_added;

	words_organisation(&filling->chance, &name);
	text_fold(str_text(&name), &folded);
	is_added = row_put(filling->db, err, SQL_ORGANISATION, "ittik", id,
			   filling_uuid(filling, at), str_text(&name), at,
			   filling->clerks[0][0]) &&
		   row_put(filling->db, err, SQL_SEARCH, "ikkt",
			   ++filling->recency_top, INT64_C(0), id,
			   str_text(&folded)) &&
		   row_put(filling->db, err, SQL_MEMBER, "iit", id,
			   chance_between(&filling->chance, 1,
					  filling->size->residents),
			   "owner") &&
		   add_reach(filling, 0, id, REACH_ADDRESS, at, err);
	str_release(&name);
	str_release(&folded);
	return is_added;
}

static bool make(struct db *db, void *state, struct error *err)
{
	struct filling *filling = state;

	(void)db;
	for (int64_t id = 1; id <= filling->size->residents; id++)
		if (!add_resident(filling, id, err))
			return false;
	filling->organisations = filling->size->residents / 50;
	for (int64_t id = 1; id <= filling->organisations; id++)
		if (!add_organisation(filling, id, err))
			return false;
	return true;
}

bool crowd_make(struct filling *filling, struct error *err)
{
	size_t count = (size_t)filling->size->residents + 1;

	filling->folded = mem_new(count, sizeof(*filling->folded));
	filling->recency = mem_new(count, sizeof(*filling->recency));
	filling->is_known = mem_new(count, sizeof(*filling->is_known));
	return db_transaction(filling->db, make, filling, err);
}

struct place {
	int64_t recency, resident_id;
};

static int by_recency(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	return (x->recency > y->recency) - (x->recency < y->recency);
}

static bool index_all(struct db *db, void *state, struct error *err)
{
	struct filling *filling = state;
	size_t count = (size_t)filling->size->residents;
	struct place *places = mem_new(count, sizeof(*places));
	bool is_done = true;

	for (size_t i = 0; i < count; i++)
		places[i] =
		    (struct place){filling->recency[i + 1], (int64_t)i + 1};
	qsort(places, count, sizeof(*places), by_recency);
	for (size_t i = 0; is_done && i < count; i++)
		is_done =
		    row_put(db, err, SQL_SEARCH, "ikkt", places[i].recency,
			    places[i].resident_id, INT64_C(0),
			    filling->folded[places[i].resident_id]);
	free(places);
	return is_done;
}

static bool make_words(struct db *db, void *state, struct error *err)
{
	(void)state;
	return search_words_make(db, err);
}

bool crowd_index(struct filling *filling, struct error *err)
{
	static const char SQL_REBUILD[] =
	    "INSERT INTO search_name_fts (search_name_fts) VALUES ('rebuild')";
	static const char SQL_OPTIMIZE[] =
	    "INSERT INTO search_name_fts (search_name_fts) VALUES ('optimize')";

	return db_transaction(filling->db, index_all, filling, err) &&
	       db_transaction(filling->db, make_words, NULL, err) &&
	       row_run(filling->db, SQL_REBUILD, err) &&
	       row_run(filling->db, SQL_OPTIMIZE, err);
}
