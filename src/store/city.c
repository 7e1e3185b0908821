/*
 * city.c - the city, its buildings, and the windows of its counters
 */
#include "frontdesk/store/city.h"

#include <stdlib.h>

#include "frontdesk/base/id.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/calendar.h"

static const char SQL_CITY_GET[] =
    "SELECT uuid, name, language, language2, is_demo FROM city "
    "WHERE city_id = 1";
static const char SQL_CITY_INSERT[] =
    "INSERT INTO city (city_id, uuid, name, language, language2, is_demo, "
    "created_at) VALUES (1, $1, $2, $3, $4, $5, $6)";
static const char SQL_SITE_GET[] =
    "SELECT site_id, name, time_zone, opens_minute, closes_minute, "
    "wait_target, handoff_wait FROM site WHERE site_id >= $1 ORDER BY site_id "
    "LIMIT 1";
static const char SQL_SITE_INSERT[] =
    "INSERT INTO site (uuid, name, time_zone, opens_minute, closes_minute, "
    "wait_target) VALUES ($1, $2, $3, $4, $5, $6) RETURNING site_id";
static const char SQL_SITE_HANDOFF_WAIT[] =
    "UPDATE site SET handoff_wait = $2 WHERE site_id = $1";
static const char SQL_WINDOW_INSERT[] =
    "INSERT INTO counter_window (uuid, site_id, label) VALUES ($1, $2, $3) "
    "RETURNING counter_window_id";
static const char SQL_WINDOW_GET[] =
    "SELECT counter_window_id, site_id, label FROM counter_window "
    "WHERE counter_window_id = $1";
static const char SQL_WINDOW_LIST[] =
    "SELECT counter_window_id, site_id, label FROM counter_window "
    "WHERE site_id = $1 AND is_open = 1 ORDER BY label";

void city_release(struct city *city)
{
	free(city->uuid);
	free(city->name);
	free(city->language);
	free(city->language2);
	*city = (struct city){0};
}

bool city_get(struct db *db, struct city *out, struct error *err)
{
	struct query q;
	bool has_row;

	*out = (struct city){0};
	query_begin(&q, db, SQL_CITY_GET);
	has_row = query_row(&q);
	if (has_row) {
		out->uuid = row_copy(&q, 0);
		out->name = row_copy(&q, 1);
		out->language = row_copy(&q, 2);
		out->language2 = row_copy(&q, 3);
		out->is_demo = row_int(&q, 4) == 1;
	}
	if (!query_end(&q, err)) {
		city_release(out);
		return false;
	}
	return has_row ||
	       error_set(err, ERROR_DAMAGED, "store",
			 _("The store was never finished: remove it, and run "
			   "“frontdesk init” again."));
}

bool city_insert(struct db *db, const struct city *city, struct error *err)
{
	struct query q;
	struct id id;

	id_new(db_clock(db), &id);
	query_begin(&q, db, SQL_CITY_INSERT);
	query_text(&q, 1, id.text);
	query_text(&q, 2, city->name);
	query_text(&q, 3, city->language != NULL ? city->language : "en");
	query_text(&q, 4, city->language2);
	query_int(&q, 5, city->is_demo);
	query_int(&q, 6, db_now(db));
	return query_run(&q, err);
}

bool site_get(struct db *db, int64_t site_id, struct site *out,
	      struct error *err)
{
	struct query q;
	bool has_row;

	*out = (struct site){0};
	query_begin(&q, db, SQL_SITE_GET);
	query_int(&q, 1, site_id);
	has_row = query_row(&q) && (site_id == 0 || row_int(&q, 0) == site_id);
	if (has_row) {
		out->site_id = row_int(&q, 0);
		out->name = row_copy(&q, 1);
		out->time_zone = row_copy(&q, 2);
		out->opens_minute = (int)row_int(&q, 3);
		out->closes_minute = (int)row_int(&q, 4);
		out->wait_target = row_int(&q, 5);
		out->handoff_wait = row_int(&q, 6);
	}
	if (!query_end(&q, err)) {
		site_release(out);
		return false;
	}
	return has_row || error_set(err, ERROR_NOT_FOUND, "site",
				    _("There is no such site."));
}

bool site_insert(struct db *db, const struct site *site, int64_t *site_id,
		 struct error *err)
{
	struct query q;
	struct id id;

	id_new(db_clock(db), &id);
	query_begin(&q, db, SQL_SITE_INSERT);
	query_text(&q, 1, id.text);
	query_text(&q, 2, site->name);
	query_text(&q, 3, site->time_zone);
	query_int(&q, 4, site->opens_minute);
	query_int(&q, 5, site->closes_minute);
	query_int(&q, 6, site->wait_target);
	return query_one(&q, site_id, err) &&
	       site_hours_insert(db, *site_id, site->opens_minute,
				 site->closes_minute, err);
}

bool site_set_handoff_wait(struct db *db, int64_t site_id, int64_t length,
			   struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_SITE_HANDOFF_WAIT);
	query_int(&q, 1, site_id);
	query_int(&q, 2, length);
	return query_run(&q, err);
}

bool counter_window_insert(struct db *db, int64_t site_id, const char *label,
			   int64_t *counter_window_id, struct error *err)
{
	struct query q;
	struct id id;

	id_new(db_clock(db), &id);
	query_begin(&q, db, SQL_WINDOW_INSERT);
	query_text(&q, 1, id.text);
	query_int(&q, 2, site_id);
	query_text(&q, 3, label);
	return query_one(&q, counter_window_id, err);
}

static void read_window(const struct query *q, struct counter_window *out)
{
	out->counter_window_id = row_int(q, 0);
	out->site_id = row_int(q, 1);
	out->label = row_copy(q, 2);
}

bool counter_window_get(struct db *db, int64_t counter_window_id,
			struct counter_window *out, struct error *err)
{
	struct query q;
	bool has_row;

	*out = (struct counter_window){0};
	query_begin(&q, db, SQL_WINDOW_GET);
	query_int(&q, 1, counter_window_id);
	has_row = query_row(&q);
	if (has_row)
		read_window(&q, out);
	if (!query_end(&q, err)) {
		free(out->label);
		*out = (struct counter_window){0};
		return false;
	}
	return has_row || error_set(err, ERROR_NOT_FOUND, "counter_window",
				    _("There is no such window."));
}

bool counter_window_list(struct db *db, int64_t site_id,
			 struct counter_window_list *out, struct error *err)
{
	struct query q;

	*out = (struct counter_window_list){0};
	query_begin(&q, db, SQL_WINDOW_LIST);
	query_int(&q, 1, site_id);
	while (query_row(&q)) {
		out->items =
		    mem_resize(out->items, out->count + 1, sizeof(*out->items));
		read_window(&q, &out->items[out->count++]);
	}
	if (query_end(&q, err))
		return true;
	counter_window_list_release(out);
	return false;
}
