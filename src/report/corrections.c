/*
 * corrections.c - what changed of a closed day since it was closed
 */
#include "frontdesk/report/corrections.h"

#include <stdlib.h>
#include <string.h>

#include "corrections_table.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
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

/* What a form says of itself, and what is of a week and not of the day. */
static bool is_compared(const struct figure_row *row)
{
	static const char *const left_out[] = {"over", "closing", "audit",
					       "patterns"};

	for (size_t i = 0; i < MEM_COUNT(left_out); i++)
		if (str_same(row->figure, left_out[i]))
			return false;
	return true;
}

/* Figures that count what stands now (docs/figures.md). */
static bool goes_on(const struct figure_row *row)
{
	static const struct {
		const char *figure, *part;
	} all[] = {
	    {"handoffs", "accepted"},	 {"handoffs", "returned"},
	    {"handoffs", "pending"},	 {"handoffs", "accept."},
	    {"promises", "kept."},	 {"promises", "missed"},
	    {"promises", "not_due_yet"}, {"concerns", "open"},
	    {"concerns", "to_tell"},
	};
	const char *key = row->part + row->member_len;

	for (size_t i = 0; i < MEM_COUNT(all); i++)
		if (str_same(row->figure, all[i].figure) &&
		    strncmp(row->part, all[i].part, strlen(all[i].part)) == 0)
			return true;
	return row->member_len > 0 && (str_same(key, ".acknowledged_on") ||
				       str_same(key, ".department"));
}

static void add(struct corrections *out, const struct figure_row *row,
		size_t part_len, const char *was, const char *is)
{
	out->items = mem_grow(out->items, out->count, sizeof(*out->items));
	out->items[out->count++] = (struct correction){
	    .figure = mem_copy(row->figure),
	    .part = mem_copy_n(row->part, part_len),
	    .was = mem_copy(was),
	    .is = mem_copy(is),
	    .went_on = goes_on(row),
	};
}

/* A member that only one of both lists: said once, by its first row. */
static void add_member(struct corrections *out, const struct figure_row *row,
		       bool is_new)
{
	const struct correction *last =
	    out->count > 0 ? &out->items[out->count - 1] : NULL;

	if (last != NULL && str_same(last->figure, row->figure) &&
	    strlen(last->part) == row->member_len &&
	    strncmp(last->part, row->part, row->member_len) == 0)
		return;
	add(out, row, row->member_len, is_new ? NULL : _("listed"),
	    is_new ? _("listed") : NULL);
}

static bool is_number(const char *text)
{
	return *text != '\0' && text[strspn(text, "0123456789")] == '\0';
}

static bool has_number(const struct figure_table *table,
		       const struct figure_row *member)
{
	for (size_t i = 0; i < table->count; i++)
		if (figure_row_is_beside(&table->rows[i], member) &&
		    is_number(table->rows[i].value))
			return true;
	return false;
}

/* A member that only this table has: what is counted of it says more than that
 * it is listed. */
static void add_one_sided(struct corrections *out,
			  const struct figure_table *table,
			  const struct figure_row *row, bool is_new)
{
	if (is_number(row->value))
		add(out, row, strlen(row->part), is_new ? NULL : row->value,
		    is_new ? row->value : NULL);
	else if (!has_number(table, row))
		add_member(out, row, is_new);
}

static void compare_row(const struct figure_table *was,
			const struct figure_table *is,
			const struct figure_row *row, struct corrections *out)
{
	const struct figure_row *now = figure_table_find(is, row);

	if (now != NULL && !str_same(now->value, row->value))
		add(out, row, strlen(row->part), row->value, now->value);
	else if (now == NULL && row->member_len > 0 &&
		 !figure_table_has_member(is, row))
		add_one_sided(out, was, row, false);
}

bool corrections_compare(const struct str *was, const struct str *is,
			 struct corrections *out, struct error *err)
{
	struct figure_table before, now;

	if (!figure_table_read(was, &before, err))
		return false;
	if (!figure_table_read(is, &now, err)) {
		figure_table_release(&before);
		return false;
	}
	for (size_t i = 0; i < before.count; i++)
		if (is_compared(&before.rows[i]))
			compare_row(&before, &now, &before.rows[i], out);
	/* A figure that the day was closed without, because the program had
	 * none yet, is no correction. */
	for (size_t i = 0; i < now.count; i++)
		if (is_compared(&now.rows[i]) && now.rows[i].member_len > 0 &&
		    !figure_table_has_member(&before, &now.rows[i]))
			add_one_sided(out, &now, &now.rows[i], true);
	figure_table_release(&before);
	figure_table_release(&now);
	return true;
}

static bool compare_now(struct desk *desk, struct corrections *out,
			struct error *err)
{
	const struct summary_scope scope = {.from = out->day, .to = out->day};
	struct str was = STR_INIT, is = STR_INIT;
	struct summary summary;
	bool is_closed, is_done;

	if (!desk_sum_up_scope(desk, &scope, &summary, err))
		return false;
	summary_add_csv(&summary, false, &is);
	summary_release(&summary);
	is_done =
	    day_form_make(desk, &scope, "csv", false, &was, &is_closed, err) &&
	    corrections_compare(&was, &is, out, err);
	str_release(&was);
	str_release(&is);
	return is_done;
}

bool corrections_find(struct desk *desk, struct day day,
		      struct corrections *out, struct error *err)
{
	*out = (struct corrections){.day = day};
	if (!desk_read_closing(desk, day, &out->closing, err))
		return false;
	for (size_t i = 0; i < out->closing.count; i++)
		out->later_remarks += out->closing.remarks[i].is_later;
	if (out->closing.closing_id == 0 || compare_now(desk, out, err))
		return true;
	corrections_release(out);
	return false;
}

static size_t count_read(const struct corrections *corrections)
{
	size_t count = 0;

	for (size_t i = 0; i < corrections->count; i++)
		count += !corrections->items[i].went_on &&
			 correction_is_read(&corrections->items[i]);
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
	count = count_read(&found);
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
