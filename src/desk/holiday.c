/*
 * holiday.c - a city's own holiday by its rule: added, changed, taken away
 */
#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/desk/calendar.h"
#include "frontdesk/store/calendar.h"
#include "passing.h"

struct holiday_work {
	struct holiday holiday;
	bool was_there; /* by this name, otherwise */
};

static bool is_same(const struct holiday *one, const struct holiday *other)
{
	return str_same(one->rule_text, other->rule_text) &&
	       one->observed == other->observed;
}

static bool save(struct db *db, void *state, struct error *err)
{
	struct holiday_work *work = state;
	const struct holiday *holiday = &work->holiday;
	struct calendar calendar = {0};
	bool is_done, is_there = false;

	/* Holidays are the city's, whichever site is asked for. */
	if (!calendar_get(db, 0, &calendar, err))
		return false;
	work->was_there = false;
	for (size_t i = 0; i < calendar.holiday_count; i++) {
		if (!str_same(calendar.holidays[i].name, holiday->name))
			continue;
		work->was_there = true;
		is_there = is_same(&calendar.holidays[i], holiday);
	}
	is_done = !is_there ? holiday_save(db, holiday, err)
			    : error_set(err, ERROR_CONFLICT, "",
					_("%s is a holiday by that rule "
					  "already."),
					holiday->name);
	calendar_release(&calendar);
	return is_done;
}

/* The next one that is closed for it, from today on; "" where no year of the
 * next has one. */
static struct day next_closed(const struct desk *desk,
			      const struct holiday *holiday)
{
	struct day today = desk_today(desk);
	int year;

	day_parts(today, &year, &(int){0}, &(int){0});
	/* One of January may be observed the year before; one of February 29
	 * is eight years away at most. */
	for (int i = 0; i <= 9; i++) {
		struct day day = holiday_observed_day(holiday, year + i);

		if (day.text[0] != '\0' && day_compare(day, today) >= 0)
			return day;
	}
	return (struct day){""};
}

bool desk_save_holiday(struct desk *desk, const char *name, const char *rule,
		       const char *observed, bool *is_new, struct day *next,
		       struct error *err)
{
	const struct text_limit limit = {"name", _("the name"), 60, false,
					 true};
	struct holiday_work work = {
	    .holiday = {.name = (char *)name,
			.rule_text = (char *)rule}, /* borrowed */
	};

	if (!desk_may(desk, DUTY_CALENDAR, err) ||
	    !text_check(name, &limit, err) ||
	    !holiday_rule_parse(rule, &work.holiday, err) ||
	    !holiday_observed_parse(observed != NULL ? observed : "nearest",
				    &work.holiday.observed, err) ||
	    !db_transaction(desk->db, save, &work, err))
		return false;
	*is_new = !work.was_there;
	*next = next_closed(desk, &work.holiday);
	return true;
}

static bool retire(struct db *db, void *state, struct error *err)
{
	const struct holiday_work *work = state;
	const char *name = work->holiday.name;

	if (holiday_retire(db, name, err))
		return true;
	if (err->code != ERROR_NOT_FOUND)
		return false;
	return error_set(err, ERROR_NOT_FOUND, "",
			 _("There is no holiday “%s”: \"frontdesk calendar\" "
			   "shows their names."),
			 name);
}

bool desk_retire_holiday(struct desk *desk, const char *name, struct error *err)
{
	struct holiday_work work = {.holiday = {.name = (char *)name}};

	return desk_may(desk, DUTY_CALENDAR, err) &&
	       db_transaction(desk->db, retire, &work, err);
}
