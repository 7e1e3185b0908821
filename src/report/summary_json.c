/*
 * summary_json.c - the figures as one JSON object
 */
#include <assert.h>
#include <stddef.h>

#include "figures.h"
#include "frontdesk/base/json.h"
#include "frontdesk/report/summary.h"

#define DEPTH_MAX 8

/* A value is put into its parent when it is whole. */
struct json_walk {
	struct {
		struct json *value;
		const char *key;
	} steps[DEPTH_MAX];
	int depth; /* of the object that is filled; 0 is the root */
};

static struct json *top(struct json_walk *walk)
{
	return walk->steps[walk->depth].value;
}

static void walk_open(void *state, const char *key, bool is_list)
{
	struct json_walk *walk = state;

	walk->depth++;
	assert(walk->depth < DEPTH_MAX);
	walk->steps[walk->depth].value =
	    is_list ? json_new_array() : json_new_object();
	walk->steps[walk->depth].key = key;
}

static void walk_close(void *state)
{
	struct json_walk *walk = state;
	struct json *value = top(walk);
	const char *key = walk->steps[walk->depth].key;

	walk->depth--;
	if (key != NULL)
		json_put(top(walk), key, value);
	else
		json_push(top(walk), value);
}

static void walk_number(void *state, const char *key, int64_t value)
{
	json_put_int(top(state), key, value);
}

static void walk_share(void *state, const char *key, int ten_thousandths)
{
	json_put_real(top(state), key, ten_thousandths / 10000.0);
}

static void walk_text(void *state, const char *key, const char *value)
{
	json_put_text(top(state), key, value);
}

static void walk_truth(void *state, const char *key, bool value)
{
	json_put_bool(top(state), key, value);
}

static void walk_none(void *state, const char *key)
{
	json_put_null(top(state), key);
}

void summary_add_json(const struct summary *summary, bool with_names,
		      struct str *out)
{
	static const struct figure_sink sink = {
	    .open = walk_open,
	    .close = walk_close,
	    .text = walk_text,
	    .none = walk_none,
	    .number = walk_number,
	    .share = walk_share,
	    .truth = walk_truth,
	};
	struct json_walk walk = {.steps[0].value = json_new_object()};
	struct figures figures = {&sink, &walk, with_names};

	figures_walk(&figures, summary);
	assert(walk.depth == 0);
	json_write(top(&walk), true, out);
	str_add_char(out, '\n');
	json_free(top(&walk));
}
