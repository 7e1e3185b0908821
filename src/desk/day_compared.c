/*
 * day_compared.c - what a summary is compared with
 *
 * Never with yesterday: a Monday is compared with Mondays. A week or a month
 * that is not over is compared with the whole one before it.
 */
#include "day_private.h"
#include "frontdesk/base/intl.h"

#define WEEKDAYS 4

static bool is_week(struct day from, struct day to)
{
	return day_weekday(from) == 1 && day_distance(from, to) == 6;
}

static struct day month_before(struct day from)
{
	int year, month, day;

	day_parts(day_plus(from, -1), &year, &month, &day);
	return day_make(year, month, 1);
}

/* From the first to the last day of one month. */
static bool is_month(struct day from, struct day to)
{
	int year, month, first, year_to, month_to, last;
	int year_after, month_after, after;

	day_parts(from, &year, &month, &first);
	day_parts(to, &year_to, &month_to, &last);
	day_parts(day_plus(to, 1), &year_after, &month_after, &after);
	return first == 1 && after == 1 && year == year_to && month == month_to;
}

static void choose(const struct summary_range *range, struct summary *out)
{
	struct day last = day_plus(range->from, -1);
	int days = day_distance(range->from, range->to) + 1;

	out->compared.from = day_plus(range->from, -days);
	out->compared.to = last;
	if (days == 1) {
		out->compared.with = COMPARED_WEEKDAYS;
		out->compared.from = day_plus(range->from, -7 * WEEKDAYS);
		out->compared.to = day_plus(range->from, -7);
	} else if (is_week(range->from, range->to)) {
		out->compared.with = COMPARED_WEEK;
	} else if (is_month(range->from, range->to)) {
		out->compared.with = COMPARED_MONTH;
		out->compared.from = month_before(range->from);
	} else {
		out->compared.with = COMPARED_DAYS;
	}
}

static void each_wait(const char *figure, const char *part,
		      const int64_t *lengths, size_t count, int64_t wait_target,
		      void *state)
{
	(void)figure;
	(void)part;
	(void)wait_target;
	lengths_add(state, lengths, count);
}

static bool add(struct db *db, const struct summary_range *range,
		struct lengths *wait, struct summary *out, struct error *err)
{
	int64_t days, arrived;

	if (!summary_compare(db, range, &days, &arrived, each_wait, wait, err))
		return false;
	out->compared.days += days;
	out->compared.arrived += arrived;
	return true;
}

bool day_read_compared(struct db *db, const struct summary_range *range,
		       struct summary *out, struct error *err)
{
	struct summary_range before = *range;
	struct lengths wait = {0};
	int count = WEEKDAYS;
	bool is_good = true;

	choose(range, out);
	before.from = out->compared.from;
	before.to = out->compared.to;
	if (out->compared.with != COMPARED_WEEKDAYS)
		count = 1;
	else
		before.to = before.from;
	for (int i = 0; is_good && i < count; i++) {
		is_good = add(db, &before, &wait, out, err);
		before.from = day_plus(before.from, 7);
		before.to = day_plus(before.to, 7);
	}
	lengths_sum_up(&wait, &out->compared.wait);
	lengths_release(&wait);
	return is_good;
}
