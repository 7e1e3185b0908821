/*
 * calendar.c - the hours, holidays and closures of a site
 */
#include "frontdesk/store/calendar.h"

#include <stdio.h>

#include "frontdesk/base/id.h"
#include "frontdesk/base/str.h"

static const char SQL_HOURS[] =
    "SELECT weekday, opens_minute, closes_minute, opens2_minute, "
    "closes2_minute, other_from FROM site_hours WHERE site_id = $1 "
    "ORDER BY weekday";
static const char SQL_HOLIDAYS[] =
    "SELECT name, day_rule, observed FROM holiday WHERE is_active = 1 "
    "ORDER BY holiday_id";
static const char SQL_DAYS[] =
    "SELECT day_on, opens_minute, closes_minute, opens2_minute, "
    "closes2_minute, reason FROM site_day WHERE site_id = $1 "
    "AND withdrawn_at IS NULL ORDER BY day_on";
static const char SQL_HOURS_SET[] =
    "INSERT INTO site_hours (site_id, weekday, opens_minute, closes_minute, "
    "opens2_minute, closes2_minute, other_from) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (site_id, weekday) "
    "DO UPDATE SET opens_minute = excluded.opens_minute, "
    "closes_minute = excluded.closes_minute, "
    "opens2_minute = excluded.opens2_minute, "
    "closes2_minute = excluded.closes2_minute, "
    "other_from = excluded.other_from";
static const char SQL_HOLIDAY_SAVE[] =
    "INSERT INTO holiday (name, day_rule, observed) VALUES ($1, $2, $3) "
    "ON CONFLICT (name) DO UPDATE SET day_rule = excluded.day_rule, "
    "observed = excluded.observed, is_active = 1 "
    "WHERE holiday.day_rule <> excluded.day_rule "
    "OR holiday.observed <> excluded.observed OR holiday.is_active <> 1";
static const char SQL_HOLIDAY_RETIRE[] =
    "UPDATE holiday SET is_active = 0 WHERE name = $1 AND is_active = 1";
static const char SQL_DAY_INSERT[] =
    "INSERT INTO site_day (uuid, site_id, day_on, reason, opens_minute, "
    "closes_minute, opens2_minute, closes2_minute, made_at, made_by) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
static const char SQL_DAY_WITHDRAW[] =
    "UPDATE site_day SET withdrawn_at = $3, withdrawn_by = $4 "
    "WHERE site_id = $1 AND day_on = $2 AND withdrawn_at IS NULL "
    "RETURNING site_day_id";

/* Four columns from the first on. */
static void read_hours(const struct query *q, int first, struct hours *out)
{
	*out = (struct hours){0};
	for (int i = 0; i < HOURS_SPANS; i++) {
		int column = first + 2 * i;

		if (row_is_null(q, column))
			break;
		out->spans[i].from = (int)row_int(q, column);
		out->spans[i].to = (int)row_int(q, column + 1);
		out->count++;
	}
}

static void bind_hours(struct query *q, int first, const struct hours *hours)
{
	for (int i = 0; i < HOURS_SPANS; i++) {
		int parameter = first + 2 * i;

		if ((size_t)i < hours->count) {
			query_int(q, parameter, hours->spans[i].from);
			query_int(q, parameter + 1, hours->spans[i].to);
		} else {
			query_null(q, parameter);
			query_null(q, parameter + 1);
		}
	}
}

static void read_day(const struct query *q, int column, struct day *out)
{
	snprintf(out->text, sizeof(out->text), "%s",
		 row_is_null(q, column) ? "" : row_text(q, column));
}

static bool read_weekdays(struct db *db, int64_t site_id, struct calendar *out,
			  struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_HOURS);
	query_int(&q, 1, site_id);
	while (query_row(&q)) {
		struct opening *opening = &out->weekdays[row_int(&q, 0)];

		read_hours(&q, 1, &opening->hours);
		read_day(&q, 5, &opening->other_from);
	}
	return query_end(&q, err);
}

static bool read_holidays(struct db *db, struct calendar *out,
			  struct error *err)
{
	struct query q;
	bool is_read = true;

	query_begin(&q, db, SQL_HOLIDAYS);
	while (is_read && query_row(&q)) {
		struct holiday holiday = {
		    .name = (char *)row_text(&q, 0),
		    .rule_text = (char *)row_text(&q, 1),
		};

		is_read = holiday_rule_parse(row_text(&q, 1), &holiday, err) &&
			  holiday_observed_parse(row_text(&q, 2),
						 &holiday.observed, err);
		if (is_read)
			calendar_add_holiday(out, &holiday);
	}
	return query_end(&q, err) && is_read;
}

static bool read_days(struct db *db, int64_t site_id, struct calendar *out,
		      struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_DAYS);
	query_int(&q, 1, site_id);
	while (query_row(&q)) {
		struct special_day day = {.reason = (char *)row_text(&q, 5)};

		read_day(&q, 0, &day.day);
		read_hours(&q, 1, &day.hours);
		calendar_add_day(out, &day);
	}
	return query_end(&q, err);
}

bool calendar_get(struct db *db, int64_t site_id, struct calendar *out,
		  struct error *err)
{
	*out = (struct calendar){0};
	if (read_weekdays(db, site_id, out, err) &&
	    read_holidays(db, out, err) && read_days(db, site_id, out, err))
		return true;
	calendar_release(out);
	return false;
}

bool site_hours_set(struct db *db, int64_t site_id, int weekday,
		    const struct opening *opening, struct error *err)
{
	bool is_other = opening->other_from.text[0] != '\0';
	struct query q;

	query_begin(&q, db, SQL_HOURS_SET);
	query_int(&q, 1, site_id);
	query_int(&q, 2, weekday);
	bind_hours(&q, 3, &opening->hours);
	query_text(&q, 7, is_other ? opening->other_from.text : NULL);
	return query_run(&q, err);
}

bool site_hours_insert(struct db *db, int64_t site_id, int opens_minute,
		       int closes_minute, struct error *err)
{
	struct calendar calendar;
	bool is_done = true;

	calendar_init(&calendar, opens_minute, closes_minute);
	for (int weekday = 0; weekday < 7 && is_done; weekday++)
		is_done = site_hours_set(db, site_id, weekday,
					 &calendar.weekdays[weekday], err);
	calendar_release(&calendar);
	return is_done;
}

bool holiday_save(struct db *db, const struct holiday *holiday,
		  struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_HOLIDAY_SAVE);
	query_text(&q, 1, holiday->name);
	query_text(&q, 2, holiday->rule_text);
	query_text(&q, 3, holiday_observed_name(holiday->observed));
	return query_run(&q, err);
}

bool holiday_retire(struct db *db, const char *name, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_HOLIDAY_RETIRE);
	query_text(&q, 1, name);
	return query_change(&q, err);
}

bool site_day_insert(struct db *db, int64_t site_id,
		     const struct special_day *day, struct error *err)
{
	struct query q;
	struct id id;

	id_new(db_clock(db), &id);
	query_begin(&q, db, SQL_DAY_INSERT);
	query_text(&q, 1, id.text);
	query_int(&q, 2, site_id);
	query_text(&q, 3, day->day.text);
	query_text(&q, 4, day->reason);
	bind_hours(&q, 5, &day->hours);
	query_int(&q, 9, db_now(db));
	query_key(&q, 10, db_actor(db));
	return query_run(&q, err);
}

bool site_day_withdraw(struct db *db, int64_t site_id, struct day day,
		       bool *is_found, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_DAY_WITHDRAW);
	query_int(&q, 1, site_id);
	query_text(&q, 2, day.text);
	query_int(&q, 3, db_now(db));
	query_key(&q, 4, db_actor(db));
	*is_found = false;
	while (query_row(&q))
		*is_found = true;
	return query_end(&q, err);
}
