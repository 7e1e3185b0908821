/*
 * summary_csv.c - the figures as one table: figure, part, value
 */
#include <assert.h>

#include "figures.h"
#include "frontdesk/base/csv.h"
#include "frontdesk/report/summary.h"

#define DEPTH_MAX 8

/*
 * The way down to a figure. The first step is the column "figure", the others
 * are joined by dots: "by_channel.walk_in.arrived"; list members by number.
 */
struct csv_walk {
	struct str *out;
	struct {
		char key[48];
		bool is_list;
		int members;
	} steps[DEPTH_MAX];
	int depth;
};

static void csv_open(void *state, const char *key, bool is_list)
{
	struct csv_walk *walk = state;
	int depth = walk->depth;

	assert(depth < DEPTH_MAX);
	if (key != NULL)
		snprintf(walk->steps[depth].key, sizeof(walk->steps[depth].key),
			 "%s", key);
	else
		snprintf(walk->steps[depth].key, sizeof(walk->steps[depth].key),
			 "%d", ++walk->steps[depth - 1].members);
	walk->steps[depth].is_list = is_list;
	walk->steps[depth].members = 0;
	walk->depth++;
}

static void csv_close(void *state)
{
	((struct csv_walk *)state)->depth--;
}

static void csv_text(void *state, const char *key, const char *value)
{
	struct csv_walk *walk = state;
	struct str part = STR_INIT;

	for (int i = 1; i < walk->depth; i++)
		str_addf(&part, "%s.", walk->steps[i].key);
	if (walk->depth > 0)
		str_add(&part, key);
	csv_add(walk->out, walk->depth > 0 ? walk->steps[0].key : key, true);
	csv_add(walk->out, str_text(&part), false);
	csv_add(walk->out, value, false);
	csv_end_row(walk->out);
	str_release(&part);
}

static void csv_none(void *state, const char *key)
{
	csv_text(state, key, "n/a");
}

void summary_add_csv(const struct summary *summary, bool with_names,
		     struct str *out)
{
	static const struct figure_sink sink = {
	    .open = csv_open,
	    .close = csv_close,
	    .text = csv_text,
	    .none = csv_none,
	};
	struct csv_walk walk = {.out = out};
	struct figures figures = {&sink, &walk, with_names};

	csv_add(out, "figure", true);
	csv_add(out, "part", false);
	csv_add(out, "value", false);
	csv_end_row(out);
	figures_walk(&figures, summary);
}
