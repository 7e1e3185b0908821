/*
 * corrections.c - what changed of a closed day since it was closed
 */
#include "frontdesk/report/corrections.h"

#include <stdlib.h>

#include "corrections_table.h"
#include "frontdesk/desk/since.h"
#include "frontdesk/report/day_form.h"
#include "frontdesk/report/summary.h"

void corrections_release(struct corrections *corrections)
{
	for (size_t i = 0; i < corrections->count; i++) {
		free(corrections->items[i].figure);
		free(corrections->items[i].part);
		free(corrections->items[i].was);
		free(corrections->items[i].is);
	}
	free(corrections->items);
	closing_release(&corrections->closing);
	*corrections = (struct corrections){0};
}

/* Within which calls were to be when the day was closed; 0 is not known. */
static bool read_target(const struct str *was, int64_t *out, struct error *err)
{
	static char figure[] = "wait", part[] = "target_ms";
	const struct figure_row row = {.figure = figure, .part = part};
	const struct figure_row *found;
	struct figure_table table;

	if (!figure_table_read(was, &table, err))
		return false;
	found = figure_table_find(&table, &row);
	*out = found == NULL ? 0 : strtoll(found->value, NULL, 10);
	figure_table_release(&table);
	return true;
}

static bool compare_since(struct desk *desk, const struct str *was,
			  struct corrections *out, struct error *err)
{
	struct str then = STR_INIT, is = STR_INIT;
	struct since since;
	int64_t target;
	bool is_done;

	if (!read_target(was, &target, err) ||
	    !desk_read_since(desk, out->site_id, out->day,
			     out->closing.closed_at, target, &since, err))
		return false;
	summary_add_csv(&since.then, false, &then);
	summary_add_csv(&since.now, false, &is);
	since_release(&since);
	is_done = corrections_compare(was, &then, &is, out, err);
	str_release(&then);
	str_release(&is);
	return is_done;
}

static bool compare_now(struct desk *desk, struct corrections *out,
			struct error *err)
{
	const struct day_asked asked = {out->site_id, out->day,	       "csv",
					false,	      day_form_render, NULL};
	struct str was = STR_INIT;
	bool is_closed;
	bool is_done = desk_closed_paper(desk, &asked, &was, &is_closed, err) &&
		       compare_since(desk, &was, out, err);

	str_release(&was);
	return is_done;
}

bool corrections_find_at(struct desk *desk, int64_t site_id, struct day day,
			 struct corrections *out, struct error *err)
{
	*out = (struct corrections){.site_id = site_id, .day = day};
	if (!desk_read_closing_at(desk, site_id, day, &out->closing, err))
		return false;
	for (size_t i = 0; i < out->closing.count; i++)
		out->later_remarks += out->closing.remarks[i].is_later;
	if (out->closing.closing_id == 0 || compare_now(desk, out, err))
		return true;
	corrections_release(out);
	return false;
}

bool corrections_find(struct desk *desk, struct day day,
		      struct corrections *out, struct error *err)
{
	return corrections_find_at(desk, 0, day, out, err);
}

size_t corrections_count(const struct corrections *corrections, bool went_on)
{
	size_t count = 0;

	for (size_t i = 0; i < corrections->count; i++)
		count += corrections->items[i].went_on == went_on &&
			 corrections->items[i].is_read;
	return count;
}

static bool add_day(struct desk *desk, struct day day, struct str *out,
		    struct error *err)
{
	struct corrections found;
	char words[24];
	size_t count;

	if (!corrections_find(desk, day, &found, err))
		return false;
	count = corrections_count(&found, false);
	corrections_release(&found);
	day_format(day, words);
	if (count > 0)
		str_addf(out, "%s%s (%zu)", out->len > 0 ? ", " : "", words,
			 count);
	return true;
}

bool corrections_add_week(struct desk *desk, struct day day, struct str *out,
			  struct error *err)
{
	struct day *days;
	size_t count;
	bool is_done;

	if (!desk_list_closed_days(desk, day_plus(day, -7), day_plus(day, -1),
				   &days, &count, err))
		return false;
	is_done = true;
	for (size_t i = 0; is_done && i < count; i++)
		is_done = add_day(desk, days[i], out, err);
	free(days);
	return is_done;
}
