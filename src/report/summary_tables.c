/*
 * summary_tables.c - one table out of the walk over a summary
 */
#include <assert.h>
#include <string.h>

#include "figures.h"
#include "frontdesk/base/csv.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/report/summary.h"
#include "summary_table_list.h"

#define DEPTH_MAX 8

/* What each row begins with, so that the tables of many days can be put one
 * below the other. */
static const char *const head[] = {"site", "from", "to"};

struct table_walk {
	struct str *out;
	const struct table_spec *spec;
	bool with_names;
	struct str head[MEM_COUNT(head)];
	struct str path;	   /* "wait.by_channel.walk_in" */
	size_t lengths[DEPTH_MAX]; /* of the path above each step */
	int depth;
	int row_depth; /* at which the row that is filled was opened; 0: none */
	size_t row_path_len;
	const char *row_label;
	struct str cells[TABLE_COLUMNS];
};

static bool is_at(const struct table_walk *walk, size_t len, const char *path)
{
	return strlen(path) == len &&
	       strncmp(str_text(&walk->path), path, len) == 0;
}

static bool has_column(const struct table_walk *walk, size_t column)
{
	const struct table_column *at = &walk->spec->columns[column];

	return column < TABLE_COLUMNS && at->path != NULL &&
	       (walk->with_names || !at->is_of_names);
}

static void begin_row(struct table_walk *walk, const char *label)
{
	for (size_t i = 0; i < TABLE_COLUMNS; i++)
		str_clear(&walk->cells[i]);
	walk->row_label = label;
	walk->row_depth = walk->depth;
	walk->row_path_len = walk->path.len;
}

static void end_row(struct table_walk *walk)
{
	for (size_t i = 0; i < MEM_COUNT(head); i++)
		csv_add(walk->out, str_text(&walk->head[i]), i == 0);
	if (walk->spec->label != NULL)
		csv_add(walk->out, walk->row_label, false);
	for (size_t i = 0; has_column(walk, i); i++)
		csv_add(walk->out, str_text(&walk->cells[i]), false);
	csv_end_row(walk->out);
	walk->row_depth = 0;
}

static void table_open(void *state, const char *key, bool is_list)
{
	struct table_walk *walk = state;
	size_t above = walk->path.len;

	assert(walk->depth < DEPTH_MAX);
	walk->lengths[walk->depth++] = above;
	str_addf(&walk->path, "%s%s", above > 0 ? "." : "",
		 key != NULL ? key : "#");
	for (size_t i = 0; i < TABLE_SOURCES; i++) {
		const struct table_source *source = &walk->spec->sources[i];
		bool is_one = source->rows == TABLE_ONE &&
			      is_at(walk, walk->path.len, source->path);

		if (!is_one && (source->rows != TABLE_MEMBERS || is_list ||
				!is_at(walk, above, source->path)))
			continue;
		/* The channels stand within what is of all of them. */
		if (walk->row_depth > 0)
			end_row(walk);
		begin_row(walk, is_one ? source->label : key);
	}
}

static void table_close(void *state)
{
	struct table_walk *walk = state;

	if (walk->row_depth == walk->depth)
		end_row(walk);
	str_cut(&walk->path, walk->lengths[--walk->depth]);
}

/* A cell of the row that is open. */
static void fill(struct table_walk *walk, const char *key, const char *value)
{
	struct str path = STR_INIT;

	if (walk->path.len > walk->row_path_len)
		str_addf(&path, "%s.",
			 str_text(&walk->path) + walk->row_path_len + 1);
	str_add(&path, key);
	for (size_t i = 0; has_column(walk, i); i++) {
		struct str *cell = &walk->cells[i];

		if (!str_same(walk->spec->columns[i].path, str_text(&path)))
			continue;
		if (cell->len > 0)
			str_add_char(cell, '|');
		str_add(cell, value);
	}
	str_release(&path);
}

/* A row of its own: a figure at the path, or the count of a ratio in it. What
 * they are of together is no row. */
static void add_value(struct table_walk *walk, const char *path,
		      const char *key, const char *value)
{
	const char *label = key;
	size_t above = walk->depth > 0 ? walk->lengths[walk->depth - 1] : 0;

	if (is_at(walk, above, path) && str_same(key, "count"))
		label = str_text(&walk->path) + above + 1;
	else if (!is_at(walk, walk->path.len, path) || str_same(key, "n"))
		return;
	begin_row(walk, label);
	str_add(&walk->cells[0], value);
	end_row(walk);
}

static void table_text(void *state, const char *key, const char *value)
{
	struct table_walk *walk = state;

	for (size_t i = 0; walk->depth == 0 && i < MEM_COUNT(head); i++)
		if (str_same(key, head[i]))
			str_add(&walk->head[i], value);
	if (walk->row_depth > 0) {
		fill(walk, key, value);
		return;
	}
	for (size_t i = 0; i < TABLE_SOURCES; i++)
		if (walk->spec->sources[i].rows == TABLE_VALUES)
			add_value(walk, walk->spec->sources[i].path, key,
				  value);
}

static void table_none(void *state, const char *key)
{
	if (((struct table_walk *)state)->row_depth > 0)
		table_text(state, key, "n/a");
}

/* "left_while.waiting" is the column "left_while_waiting". */
static void add_column(struct str *out, const struct table_column *column)
{
	struct str name = STR_INIT;

	str_add(&name, column->name != NULL ? column->name : column->path);
	for (size_t i = 0; i < name.len; i++)
		if (name.text[i] == '.')
			name.text[i] = '_';
	csv_add(out, str_text(&name), false);
	str_release(&name);
}

static void add_header(struct table_walk *walk)
{
	for (size_t i = 0; i < MEM_COUNT(head); i++)
		csv_add(walk->out, head[i], i == 0);
	if (walk->spec->label != NULL)
		csv_add(walk->out, walk->spec->label, false);
	for (size_t i = 0; has_column(walk, i); i++)
		add_column(walk->out, &walk->spec->columns[i]);
	csv_end_row(walk->out);
}

static void add_table(const struct summary *summary,
		      const struct table_spec *spec, bool with_names,
		      struct str *out)
{
	static const struct figure_sink sink = {
	    .open = table_open,
	    .close = table_close,
	    .text = table_text,
	    .none = table_none,
	};
	struct table_walk walk = {
	    .out = out, .spec = spec, .with_names = with_names};
	const struct figures figures = {&sink, &walk, with_names};

	add_header(&walk);
	figures_walk(&figures, summary);
	str_release(&walk.path);
	for (size_t i = 0; i < MEM_COUNT(head); i++)
		str_release(&walk.head[i]);
	for (size_t i = 0; i < TABLE_COLUMNS; i++)
		str_release(&walk.cells[i]);
}

const char *summary_table_name(size_t index)
{
	size_t count;
	const struct table_spec *list = summary_table_list(&count);

	return index < count ? list[index].name : NULL;
}

bool summary_add_table(const struct summary *summary, const char *name,
		       bool with_names, struct str *out)
{
	size_t count;
	const struct table_spec *list = summary_table_list(&count);

	for (size_t i = 0; i < count; i++) {
		if (!str_same(list[i].name, name))
			continue;
		add_table(summary, &list[i], with_names, out);
		return true;
	}
	return false;
}
