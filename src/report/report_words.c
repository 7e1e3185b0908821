/*
 * report_words.c - lengths, days and ratios as a report says them
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/report/summary.h"

static const char *const weekdays[] = {
    N_("Sunday"),   N_("Monday"), N_("Tuesday"), N_("Wednesday"),
    N_("Thursday"), N_("Friday"), N_("Saturday")};
static const char *const months[] = {
    N_("January"),   N_("February"), N_("March"),    N_("April"),
    N_("May"),	     N_("June"),     N_("July"),     N_("August"),
    N_("September"), N_("October"),  N_("November"), N_("December")};

void report_add_length(int64_t length, struct str *out)
{
	int64_t seconds = (length + CLOCK_SECOND / 2) / CLOCK_SECOND;
	int hours = (int)(seconds / 3600);
	int minutes = (int)(seconds / 60 % 60);
	int rest = (int)(seconds % 60);

	if (hours > 0)
		str_addf(out, _("%d h %d min"), hours, minutes);
	else if (minutes > 0 || rest == 0)
		str_addf(out, _("%d min"), minutes);
	if (rest == 0)
		return;
	if (hours > 0 || minutes > 0)
		str_add_char(out, ' ');
	str_addf(out, _("%d s"), rest);
}

void report_add_day(struct day day, struct str *out)
{
	int year, month, day_of_month;

	day_parts(day, &year, &month, &day_of_month);
	str_addf(out, _("%s, %s %d, %d"), _(weekdays[day_weekday(day)]),
		 _(months[month - 1]), day_of_month, year);
}

/* "November 1 to 15, 2026"; what is the same is said once. */
static void add_span(struct day from, struct day to, struct str *out)
{
	int years[2], at[2], days[2];
	const char *names[2];

	day_parts(from, &years[0], &at[0], &days[0]);
	day_parts(to, &years[1], &at[1], &days[1]);
	for (int i = 0; i < 2; i++)
		names[i] = _(months[at[i] - 1]);
	if (years[0] != years[1])
		str_addf(out, _("%s %d, %d to %s %d, %d"), names[0], days[0],
			 years[0], names[1], days[1], years[1]);
	else if (at[0] != at[1])
		str_addf(out, _("%s %d to %s %d, %d"), names[0], days[0],
			 names[1], days[1], years[1]);
	else
		str_addf(out, _("%s %d to %d, %d"), names[0], days[0], days[1],
			 years[1]);
}

/* Of years or months that begin with one day and end with another. */
static bool is_from_first_to_last(struct day from, struct day to)
{
	int year, month, first, next;

	day_parts(from, &year, &month, &first);
	day_parts(day_plus(to, 1), &year, &month, &next);
	return first == 1 && next == 1;
}

void report_add_days(struct day from, struct day to, struct str *out)
{
	int year, month, last_year, last_month, day_of_month;

	day_parts(from, &year, &month, &day_of_month);
	day_parts(to, &last_year, &last_month, &day_of_month);
	if (day_compare(from, to) == 0) {
		report_add_day(from, out);
	} else if (year == last_year && is_from_first_to_last(from, to) &&
		   month == last_month) {
		str_addf(out, _("%s %d"), _(months[month - 1]), year);
	} else if (year == last_year && is_from_first_to_last(from, to) &&
		   month == 1 && last_month == 12) {
		str_addf(out, "%d", year);
	} else {
		if (day_weekday(from) == 1 && day_distance(from, to) == 6)
			str_add(out, _("Week of "));
		add_span(from, to, out);
	}
}

void report_add_moment(const char *at, struct str *out)
{
	struct error ignored = {0};
	struct local local;
	char minute[12];

	if (!local_parse(at, "at", &local, &ignored)) {
		str_add(out, at);
		return;
	}
	report_add_day(day_make(local.year, local.month, local.day), out);
	local_format_minute(&local, minute);
	str_addf(out, ", %s", minute);
}

void report_add_ratio(int64_t count, int64_t n, struct str *out)
{
	if (n == 0) {
		str_add(out, _("n/a"));
		return;
	}
	str_addf(out, _("%lld of %lld, %d%%"), (long long)count, (long long)n,
		 (int)((200 * count + n) / (2 * n)));
}
