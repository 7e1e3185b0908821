/*
 * reach.c - telephones, e-mails and addresses of residents and organisations
 *
 * What is no longer so is kept as not current: a letter may still come back.
 */
#include <stdlib.h>

#include "cluster.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/organisation.h"

/* The record's own first, then those of what was merged into it. */
static const char SQL_LIST_RESIDENT[] =
    "SELECT reach_id, kind, value FROM reach "
    "WHERE resident_id IN " CLUSTER_OF_1 " AND is_current = 1 "
    "ORDER BY CASE WHEN resident_id = $1 THEN 0 ELSE 1 END, reach_id";
static const char SQL_LIST_ORGANISATION[] =
    "SELECT reach_id, kind, value FROM reach "
    "WHERE organisation_id = $1 AND is_current = 1 ORDER BY reach_id";
static const char SQL_INSERT[] =
    "INSERT INTO reach (resident_id, organisation_id, kind, value, street, "
    "search_key, noted_at, noted_by) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING reach_id";
static const char SQL_RETIRE[] =
    "UPDATE reach SET is_current = 0 WHERE reach_id = $1";

static enum reach_kind kind_of(const char *name)
{
	if (str_same(name, reach_kind_name(REACH_TELEPHONE)))
		return REACH_TELEPHONE;
	return str_same(name, reach_kind_name(REACH_EMAIL)) ? REACH_EMAIL
							    : REACH_ADDRESS;
}

static void free_all(struct reach *reaches, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(reaches[i].value);
	free(reaches);
}

/* Also what two records of one person both have. */
static bool list_all(struct db *db, int64_t resident_id,
		     int64_t organisation_id, struct reach **out, size_t *count,
		     struct error *err)
{
	struct query q;

	*out = NULL;
	*count = 0;
	query_begin(&q, db,
		    resident_id != 0 ? SQL_LIST_RESIDENT
				     : SQL_LIST_ORGANISATION);
	query_int(&q, 1, resident_id != 0 ? resident_id : organisation_id);
	while (query_row(&q)) {
		struct reach reach = {row_int(&q, 0), kind_of(row_text(&q, 1)),
				      row_copy(&q, 2)};

		*out = mem_resize(*out, *count + 1, sizeof(**out));
		(*out)[(*count)++] = reach;
	}
	if (query_end(&q, err))
		return true;
	free_all(*out, *count);
	*out = NULL;
	*count = 0;
	return false;
}

/* The same as one that is kept: by its value, whatever its number. */
static const struct reach *find_same(const struct reach *reach,
				     const struct reach *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (list[i].kind == reach->kind &&
		    str_same(list[i].value, reach->value))
			return &list[i];
	return NULL;
}

bool reach_list(struct db *db, int64_t resident_id, int64_t organisation_id,
		struct reach **out, size_t *count, struct error *err)
{
	size_t kept = 0;

	if (!list_all(db, resident_id, organisation_id, out, count, err))
		return false;
	for (size_t i = 0; i < *count; i++)
		if (find_same(&(*out)[i], *out, kept) == NULL)
			(*out)[kept++] = (*out)[i];
		else
			free((*out)[i].value);
	*count = kept;
	return true;
}

static bool insert(struct db *db, int64_t resident_id, int64_t organisation_id,
		   struct reach *reach, struct error *err)
{
	struct str street = STR_INIT, key = STR_INIT;
	struct query q;

	if (reach->kind == REACH_ADDRESS)
		reach_add_street(reach->value, &street);
	reach_add_search_key(reach->kind, reach->value, &key);
	query_begin(&q, db, SQL_INSERT);
	query_key(&q, 1, resident_id);
	query_key(&q, 2, organisation_id);
	query_text(&q, 3, reach_kind_name(reach->kind));
	query_text(&q, 4, reach->value);
	query_text(&q, 5, street.len > 0 ? street.text : NULL);
	query_text(&q, 6, str_text(&key));
	query_int(&q, 7, db_now(db));
	query_key(&q, 8, db_actor(db));
	str_release(&street);
	str_release(&key);
	return query_one(&q, &reach->reach_id, err);
}

static bool retire(struct db *db, int64_t reach_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_RETIRE);
	query_int(&q, 1, reach_id);
	return query_run(&q, err);
}

bool reach_save_all(struct db *db, int64_t resident_id, int64_t organisation_id,
		    struct reach *reaches, size_t count, struct error *err)
{
	struct reach *kept;
	size_t kept_count;
	bool is_saved = true;

	if (!list_all(db, resident_id, organisation_id, &kept, &kept_count,
		      err))
		return false;
	for (size_t i = 0; is_saved && i < kept_count; i++)
		if (find_same(&kept[i], reaches, count) == NULL)
			is_saved = retire(db, kept[i].reach_id, err);
	for (size_t i = 0; is_saved && i < count; i++) {
		const struct reach *same =
		    find_same(&reaches[i], kept, kept_count);

		if (same != NULL)
			reaches[i].reach_id = same->reach_id;
		else
			is_saved = insert(db, resident_id, organisation_id,
					  &reaches[i], err);
	}
	free_all(kept, kept_count);
	return is_saved;
}
