/*
 * cmd_calendar.c - frontdesk calendar: hours, holidays and closures
 */
#include <stdlib.h>

#include "arguments.h"
#include "calendar_show.h"
#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/desk/calendar.h"

struct calendar_options {
	const char *reason, *other_from, *format, *year, *observed;
};

static bool show(struct cli *cli, struct desk *desk,
		 const struct calendar_options *options, struct error *err)
{
	bool is_json = str_same(options->format, "json");
	int year;

	if (options->format != NULL && !is_json &&
	    !str_same(options->format, "text"))
		return error_set(err, ERROR_INVALID, "format",
				 _("--format is text or json"));
	day_parts(desk_today(desk), &year, &(int){0}, &(int){0});
	if (options->year != NULL) {
		char *end;
		long wanted = strtol(options->year, &end, 10);

		if (*end != '\0' || wanted < 1900 || wanted > 9998)
			return error_set(err, ERROR_INVALID, "year",
					 _("--year is a year such as 2027"));
		year = (int)wanted;
	}
	return calendar_show(cli, desk, year, is_json, err);
}

static bool close_day(struct cli *cli, struct desk *desk, const char *text,
		      const char *reason, struct error *err)
{
	struct day day;

	if (!desk_set_day(desk, text, NULL, reason, &day, err))
		return false;
	cli_print(cli, _("%s is closed: %s\n"), day.text, reason);
	return true;
}

/* With hours: that day alone; without: what was set for it is taken back. */
static bool open_day(struct cli *cli, struct desk *desk, const char *text,
		     const char *written, const char *reason, struct error *err)
{
	struct hours hours;
	struct day day;
	char shown[80];

	if (written == NULL) {
		if (!desk_unset_day(desk, text, &day, err))
			return false;
		cli_print(cli, _("%s is as its weekday is again\n"), day.text);
		return true;
	}
	if (!hours_parse(written, &hours, err))
		return false;
	if (hours.count == 0)
		return error_set(err, ERROR_INVALID, "hours",
				 _("to close a day, use \"calendar close\""));
	if (!desk_set_day(desk, text, &hours, reason, &day, err))
		return false;
	hours_format(&hours, shown);
	cli_print(cli, _("%s is open %s: %s\n"), day.text, shown, reason);
	return true;
}

static bool set_hours(struct cli *cli, struct desk *desk, const char *weekdays,
		      const char *hours, const char *other_from,
		      struct error *err)
{
	struct opening opening = {0};
	unsigned int days;

	if (!weekdays_parse(weekdays, &days, err) ||
	    !hours_parse(hours, &opening.hours, err) ||
	    (other_from != NULL &&
	     !day_parse(other_from, "other_from", &opening.other_from, err)) ||
	    !desk_set_hours(desk, days, &opening, err))
		return false;
	return calendar_show_hours(cli, desk, err);
}

static bool load_holidays(struct cli *cli, struct desk *desk, const char *file,
			  struct error *err)
{
	size_t count;

	if (!desk_load_holidays(desk, file, &count, err))
		return false;
	cli_print(cli, _("%zu holidays\n"), count);
	return true;
}

static bool add_holiday(struct cli *cli, struct desk *desk, const char *name,
			const char *rule, const char *observed,
			struct error *err)
{
	struct day next;
	bool is_new;

	if (!desk_save_holiday(desk, name, rule, observed, &is_new, &next, err))
		return false;
	if (is_new)
		cli_print(cli, _("%s is a holiday: %s"), name, rule);
	else
		cli_print(cli, _("%s is changed: %s"), name, rule);
	if (next.text[0] != '\0')
		cli_print(cli, _("; next closed on %s"), next.text);
	cli_print(cli, "\n");
	return true;
}

static bool remove_holiday(struct cli *cli, struct desk *desk, const char *name,
			   struct error *err)
{
	if (!desk_retire_holiday(desk, name, err))
		return false;
	cli_print(cli, _("%s is no holiday any more\n"), name);
	return true;
}

/* holiday add NAME RULE, holiday remove NAME */
static bool one_holiday(struct cli *cli, struct desk *desk,
			const struct argument_list *words, const char *observed,
			bool *is_usage, struct error *err)
{
	const char *verb = words->count > 1 ? words->items[1] : "";

	if (str_same(verb, "add") && words->count == 4)
		return add_holiday(cli, desk, words->items[2], words->items[3],
				   observed, err);
	if (str_same(verb, "remove") && words->count == 3)
		return remove_holiday(cli, desk, words->items[2], err);
	*is_usage = true;
	return false;
}

/* *is_usage: the words say nothing that can be done. */
static bool act(struct cli *cli, struct desk *desk,
		const struct argument_list *words,
		const struct calendar_options *options, bool *is_usage,
		struct error *err)
{
	const char *verb = words->count > 0 ? words->items[0] : "show";
	const char *what = words->count > 1 ? words->items[1] : NULL;
	const char *more = words->count > 2 ? words->items[2] : NULL;

	*is_usage = false;
	if (str_same(verb, "show") && words->count <= 1)
		return show(cli, desk, options, err);
	if (str_same(verb, "close") && words->count == 2)
		return close_day(cli, desk, what, options->reason, err);
	if (str_same(verb, "open") && (words->count == 2 || words->count == 3))
		return open_day(cli, desk, what, more, options->reason, err);
	if (str_same(verb, "hours") && words->count == 3)
		return set_hours(cli, desk, what, more, options->other_from,
				 err);
	if (str_same(verb, "holidays") && words->count <= 2)
		return load_holidays(cli, desk, what, err);
	if (str_same(verb, "holiday"))
		return one_holiday(cli, desk, words, options->observed,
				   is_usage, err);
	*is_usage = true;
	return false;
}

int cmd_calendar(struct cli *cli, int argc, char **argv)
{
	struct calendar_options options = {0};
	const struct argument known[] = {
	    {"--reason", &options.reason, NULL, NULL},
	    {"--every-other-from", &options.other_from, NULL, NULL},
	    {"--observed", &options.observed, NULL, NULL},
	    {"--format", &options.format, NULL, NULL},
	    {"--year", &options.year, NULL, NULL},
	};
	struct argument_list words;
	struct error err = {0};
	struct desk *desk;
	bool is_done, is_usage;

	if (!arguments_parse(argc, argv, known, MEM_COUNT(known), &words, &err))
		return cli_misused(cli, &err);
	if (!cli_open_desk(cli, &desk, &err))
		return cli_fail(cli, &err);
	is_done = act(cli, desk, &words, &options, &is_usage, &err);
	desk_close(desk);
	if (!is_done && is_usage)
		return cli_usage(cli, argv[0]);
	return cli_end(cli, is_done, &err);
}
