/*
 * calendar_show.c - the site's calendar, for people and for scripts
 */
#include "calendar_show.h"

#include <stdio.h>
#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/json.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/desk/calendar.h"

enum { YEARS_SHOWN = 2 };

static void print_row(const struct cli *cli, const char *head, int columns,
		      const char *text)
{
	struct str line = STR_INIT;

	text_add_padded(&line, head, columns);
	cli_print(cli, "  %s  %s\n", str_text(&line), text);
	str_release(&line);
}

static void print_hours(const struct cli *cli, const struct calendar *calendar)
{
	char days[OPENING_DAYS_SIZE], hours[OPENING_HOURS_SIZE];

	for (int from = 0; from < 7;) {
		from = calendar_opening(calendar, from, days, hours);
		print_row(cli, days, 22, hours);
	}
}

bool calendar_show_hours(const struct cli *cli, struct desk *desk,
			 struct error *err)
{
	const struct calendar *calendar;

	if (!desk_calendar(desk, &calendar, err))
		return false;
	print_hours(cli, calendar);
	return true;
}

struct dated {
	const struct holiday *holiday;
	struct day day, observed;
};

static int compare_dated(const void *a, const void *b)
{
	return day_compare(((const struct dated *)a)->observed,
			   ((const struct dated *)b)->observed);
}

/* The holidays of a year by the day that is closed; the caller frees. */
static struct dated *holidays_of(const struct calendar *calendar, int year,
				 size_t *count)
{
	struct dated *dated =
	    mem_new(calendar->holiday_count + 1, sizeof(*dated));

	*count = 0;
	for (size_t i = 0; i < calendar->holiday_count; i++) {
		const struct holiday *holiday = &calendar->holidays[i];
		struct day day = holiday_day(holiday, year);

		if (day.text[0] != '\0')
			dated[(*count)++] = (struct dated){
			    holiday, day, holiday_observed_day(holiday, year)};
	}
	qsort(dated, *count, sizeof(*dated), compare_dated);
	return dated;
}

static void print_holidays(const struct cli *cli,
			   const struct calendar *calendar, int year)
{
	size_t count;
	struct dated *dated = holidays_of(calendar, year, &count);

	cli_print(cli, _("\nHolidays of %d\n"), year);
	if (count == 0)
		cli_print(cli, "  %s\n", _("none"));
	for (size_t i = 0; i < count; i++) {
		struct str text = STR_INIT;
		char head[40], day[24], moved[24];

		day_format(dated[i].observed, day);
		snprintf(head, sizeof(head), "%.10s  %s",
			 dated[i].observed.text, day);
		str_add(&text, dated[i].holiday->name);
		if (day_compare(dated[i].day, dated[i].observed) != 0) {
			day_format(dated[i].day, moved);
			str_addf(&text, _(" (%s, observed)"), moved);
		}
		print_row(cli, head, 22, str_text(&text));
		str_release(&text);
	}
	free(dated);
}

static void print_days(const struct cli *cli, const struct calendar *calendar)
{
	cli_print(cli, "\n%s\n", _("Days set apart"));
	if (calendar->day_count == 0)
		cli_print(cli, "  %s\n", _("none"));
	for (size_t i = 0; i < calendar->day_count; i++) {
		const struct special_day *apart = &calendar->days[i];
		struct str text = STR_INIT;
		char head[40], day[24], hours[80];

		day_format(apart->day, day);
		snprintf(head, sizeof(head), "%.10s  %s", apart->day.text, day);
		hours_format(&apart->hours, hours);
		str_addf(&text, "%s: %s", hours, apart->reason);
		print_row(cli, head, 22, str_text(&text));
		str_release(&text);
	}
}

/* [["08:00","12:00"],["13:00","17:00"]]; [] is closed. */
static struct json *hours_json(const struct hours *hours)
{
	struct json *spans = json_new_array();

	for (size_t i = 0; i < hours->count; i++) {
		struct json *span = json_new_array();
		const int ends[] = {hours->spans[i].from, hours->spans[i].to};

		for (size_t j = 0; j < MEM_COUNT(ends); j++) {
			char text[16];

			snprintf(text, sizeof(text), "%02d:%02d", ends[j] / 60,
				 ends[j] % 60);
			json_push_text(span, text);
		}
		json_push(spans, span);
	}
	return spans;
}

static struct json *weekdays_json(const struct calendar *calendar)
{
	static const char *const names[] = {"sunday",	 "monday",   "tuesday",
					    "wednesday", "thursday", "friday",
					    "saturday"};
	struct json *weekdays = json_new_array();

	for (int i = 0; i < 7; i++) {
		const struct opening *opening = &calendar->weekdays[i];
		struct json *one = json_new_object();

		json_put_text(one, "weekday", names[i]);
		json_put(one, "hours", hours_json(&opening->hours));
		json_put_text(one, "every_other_closed_from",
			      opening->other_from.text[0] != '\0'
				  ? opening->other_from.text
				  : NULL);
		json_push(weekdays, one);
	}
	return weekdays;
}

static void add_holidays_json(const struct calendar *calendar, int year,
			      struct json *array)
{
	size_t count;
	struct dated *dated = holidays_of(calendar, year, &count);

	for (size_t i = 0; i < count; i++) {
		const struct holiday *holiday = dated[i].holiday;
		struct json *one = json_new_object();

		json_put_text(one, "name", holiday->name);
		json_put_text(one, "day", dated[i].day.text);
		json_put_text(one, "closed_on", dated[i].observed.text);
		json_put_text(one, "rule", holiday->rule_text);
		json_put_text(one, "observed",
			      holiday_observed_name(holiday->observed));
		json_push(array, one);
	}
	free(dated);
}

static void write_json(const struct cli *cli, const char *site,
		       const struct calendar *calendar, int year)
{
	struct json *all = json_new_object();
	struct json *holidays = json_new_array(), *days = json_new_array();
	struct str out = STR_INIT;

	for (int i = 0; i < YEARS_SHOWN; i++)
		add_holidays_json(calendar, year + i, holidays);
	for (size_t i = 0; i < calendar->day_count; i++) {
		struct json *one = json_new_object();

		json_put_text(one, "day", calendar->days[i].day.text);
		json_put(one, "hours", hours_json(&calendar->days[i].hours));
		json_put_text(one, "reason", calendar->days[i].reason);
		json_push(days, one);
	}
	json_put_text(all, "site", site);
	json_put(all, "weekdays", weekdays_json(calendar));
	json_put(all, "holidays", holidays);
	json_put(all, "days", days);
	json_write(all, true, &out);
	cli_print(cli, "%s\n", str_text(&out));
	str_release(&out);
	json_free(all);
}

bool calendar_show(const struct cli *cli, struct desk *desk, int year,
		   bool is_json, struct error *err)
{
	const char *site = desk_site(desk)->name;
	const struct calendar *calendar;

	if (!desk_calendar(desk, &calendar, err))
		return false;
	if (is_json) {
		write_json(cli, site, calendar, year);
		return true;
	}
	cli_print(cli, "%s\n", site);
	print_hours(cli, calendar);
	for (int i = 0; i < YEARS_SHOWN; i++)
		print_holidays(cli, calendar, year + i);
	print_days(cli, calendar);
	return true;
}
