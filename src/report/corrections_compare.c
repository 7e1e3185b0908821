/*
 * corrections_compare.c - what was put right of a closed day, and what went on
 */
#include <stdlib.h>
#include <string.h>

#include "corrections_table.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/report/corrections.h"

/* How a figure comes to differ, where it does (docs/figures.md). */
enum difference {
	NO_DIFFERENCE, /* is not compared */
	BY_THEN,       /* as the records of then say */
	PUT_RIGHT,
	WENT_ON,
	GROWN_OR_PUT_RIGHT /* is never noted of an earlier moment */
};

static bool begins_with(const char *text, const char *begin)
{
	return strncmp(text, begin, strlen(begin)) == 0;
}

/* What no counting gives: what a form says of itself, names, what is of other
 * days or of a week; and what says no more than a figure beside it. */
static bool is_left_out(const struct figure_row *row)
{
	static const char *const figures[] = {
	    "over", "closing", "audit", "patterns", "notices", "city",
	    "site", "scope",   "from",	"to",	    "compared"};
	const char *key = row->part + row->member_len;

	for (size_t i = 0; i < MEM_COUNT(figures); i++)
		if (str_same(row->figure, figures[i]))
			return true;
	if (row->member_len > 0 &&
	    (str_same(key, ".topic") || str_same(key, ".department") ||
	     str_same(key, ".how")))
		return true;
	return (str_same(row->figure, "wait") &&
		str_same(row->part, "target_ms")) ||
	       begins_with(row->part, "unanswered.listed.");
}

static enum difference difference_of(const struct figure_row *row)
{
	static const struct {
		const char *figure, *part; /* what the part begins with */
		enum difference is;
	} rules[] = {
	    {"visits", "carried_in", PUT_RIGHT},
	    {"concerns", "to_tell", WENT_ON},
	    {"windows", "", WENT_ON},
	    {"knowledge", "required_asked", BY_THEN},
	    {"knowledge", "", WENT_ON},
	    {"feedback", "", GROWN_OR_PUT_RIGHT},
	    {"ideas", "", GROWN_OR_PUT_RIGHT},
	    {"thanks", "", GROWN_OR_PUT_RIGHT},
	};
	const char *key = row->part + row->member_len;

	if (is_left_out(row))
		return NO_DIFFERENCE;
	if (row->member_len > 0 &&
	    (str_same(key, ".acknowledged_on") || str_same(key, ".hops")))
		return WENT_ON;
	if (str_same(row->figure, "could_not") && row->member_len > 0)
		return PUT_RIGHT; /* words; whether it is there is another */
	for (size_t i = 0; i < MEM_COUNT(rules); i++)
		if (str_same(row->figure, rules[i].figure) &&
		    begins_with(row->part, rules[i].part))
			return rules[i].is;
	return BY_THEN;
}

static bool is_number(const char *text)
{
	return *text != '\0' && text[strspn(text, "0123456789")] == '\0';
}

/* What a figure was, is of the records of then, and is; NULL: not listed. */
struct values {
	const char *was, *then, *is;
};

/* NULL and NULL are the same. */
static bool is_same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : str_same(a, b);
}

static bool has_grown(const struct values *values)
{
	if (values->was == NULL || values->is == NULL)
		return values->was == NULL;
	return is_number(values->was) && is_number(values->is) &&
	       strtoll(values->is, NULL, 10) > strtoll(values->was, NULL, 10);
}

static bool ends_with(const char *text, const char *end)
{
	size_t len = strlen(text), end_len = strlen(end);

	return len >= end_len && str_same(text + len - end_len, end);
}

/* A channel that has the whole change says it a second time; where a wait
 * changed, its count says, and the lengths of all. */
static bool is_said_of_all(const struct corrections *found,
			   const struct correction *item)
{
	static const char by_channel[] = "by_channel.";
	const char *rest;

	if (!begins_with(item->part, by_channel))
		return false;
	if (ends_with(item->part, "_ms"))
		return true;
	rest = strchr(item->part + strlen(by_channel), '.');
	for (size_t i = 0; rest != NULL && i < found->count; i++) {
		const struct correction *of_all = &found->items[i];

		if (of_all->went_on == item->went_on &&
		    str_same(of_all->figure, item->figure) &&
		    str_same(of_all->part, rest + 1) &&
		    is_same(of_all->was, item->was) &&
		    is_same(of_all->is, item->is))
			return true;
	}
	return false;
}

/* Whether it says more than another one beside it. */
static bool is_read(const struct corrections *found,
		    const struct correction *item)
{
	static const struct {
		const char *figure, *part;
	} repeated[] = {
	    {"could_not", "n"},	    {"wait", "within_target.n"},
	    {"touches", "n"},	    {"handoffs", "accept.n"},
	    {"promises", "kept.n"}, {"visits", "address_known.n"},
	};

	for (size_t i = 0; i < MEM_COUNT(repeated); i++)
		if (str_same(item->figure, repeated[i].figure) &&
		    ends_with(item->part, repeated[i].part) &&
		    item->member_len == 0)
			return false;
	return !ends_with(item->part, ".share") &&
	       !str_same(item->part, "share") && !is_said_of_all(found, item);
}

static void add(struct corrections *out, const struct figure_row *row,
		size_t part_len, const char *was, const char *is, bool went_on)
{
	struct correction item = {
	    .figure = mem_copy(row->figure),
	    .part = mem_copy_n(row->part, part_len),
	    .member_at = row->member_at,
	    .member_len =
		row->member_len == 0 ? 0 : row->member_len - row->member_at,
	    .was = was == NULL ? NULL : mem_copy(was),
	    .is = is == NULL ? NULL : mem_copy(is),
	    .went_on = went_on,
	};

	item.is_read = is_read(out, &item);
	out->items = mem_grow(out->items, out->count, sizeof(*out->items));
	out->items[out->count++] = item;
}

/* At most two: what was put right, and what went on from there. What came to
 * the same again is none. */
static void tell(struct corrections *out, const struct figure_row *row,
		 size_t part_len, enum difference difference,
		 struct values values)
{
	if (difference == NO_DIFFERENCE || is_same(values.was, values.is))
		return;
	if (difference == WENT_ON ||
	    (difference == GROWN_OR_PUT_RIGHT && has_grown(&values)))
		values.then = values.was;
	else if (difference != BY_THEN)
		values.then = values.is;
	if (!is_same(values.was, values.then))
		add(out, row, part_len, values.was, values.then, false);
	if (!is_same(values.then, values.is))
		add(out, row, part_len, values.then, values.is, true);
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

struct comparing {
	struct figure_table was, then, is;
	struct corrections *out;
};

static const char *value_in(const struct figure_table *table,
			    const struct figure_row *row)
{
	const struct figure_row *found = figure_table_find(table, row);

	return found == NULL ? NULL : found->value;
}

static const char *listed_in(const struct figure_table *table,
			     const struct figure_row *row)
{
	return figure_table_has_member(table, row) ? _("listed") : NULL;
}

static bool is_first_of_member(const struct figure_table *table,
			       const struct figure_row *row)
{
	return row == table->rows || !figure_row_is_beside(row, row - 1);
}

/* A member that only one of both has: what is counted of it says more than
 * that it is listed, which is said once. */
static void compare_one_sided(struct comparing *of,
			      const struct figure_table *table,
			      const struct figure_row *row)
{
	enum difference difference = difference_of(row);

	if (difference == NO_DIFFERENCE)
		return;
	if (is_number(row->value) && !str_same(row->figure, "touches")) {
		tell(of->out, row, strlen(row->part), difference,
		     (struct values){value_in(&of->was, row),
				     value_in(&of->then, row),
				     value_in(&of->is, row)});
	} else if (is_first_of_member(table, row) &&
		   (!has_number(table, row) ||
		    str_same(row->figure, "touches"))) {
		if (difference != GROWN_OR_PUT_RIGHT)
			difference = BY_THEN;
		tell(of->out, row, row->member_len, difference,
		     (struct values){listed_in(&of->was, row),
				     listed_in(&of->then, row),
				     listed_in(&of->is, row)});
	}
}

static void compare_row(struct comparing *of, const struct figure_row *row)
{
	const struct figure_row *is = figure_table_find(&of->is, row);

	if (is != NULL)
		tell(of->out, row, strlen(row->part), difference_of(row),
		     (struct values){row->value, value_in(&of->then, row),
				     is->value});
	else if (row->member_len > 0 && !figure_table_has_member(&of->is, row))
		compare_one_sided(of, &of->was, row);
}

static void compare(struct comparing *of)
{
	for (size_t i = 0; i < of->was.count; i++)
		compare_row(of, &of->was.rows[i]);
	/* A figure that the day was closed without, because the program had
	 * none yet, is no correction. */
	for (size_t i = 0; i < of->is.count; i++) {
		const struct figure_row *row = &of->is.rows[i];

		if (row->member_len > 0 &&
		    !figure_table_has_member(&of->was, row))
			compare_one_sided(of, &of->is, row);
	}
}

bool corrections_compare(const struct str *was, const struct str *then,
			 const struct str *is, struct corrections *out,
			 struct error *err)
{
	struct comparing of = {.out = out};
	bool is_read = figure_table_read(was, &of.was, err) &&
		       figure_table_read(then, &of.then, err) &&
		       figure_table_read(is, &of.is, err);

	if (is_read)
		compare(&of);
	figure_table_release(&of.was);
	figure_table_release(&of.then);
	figure_table_release(&of.is);
	return is_read;
}
