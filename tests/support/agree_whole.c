/*
 * agree_whole.c - whether every number of the JSON is held against the text
 */
#include "agree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <fnmatch.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"

struct leaf {
	struct json *object;
	char *key, *path;
};

struct leaves {
	struct leaf *items;
	size_t count;
	struct json *object;
	const char *path;
};

/* Not in the tables of the text, and why. */
static const char *const elsewhere[] = {
    "compared.*",			   /* a sentence of the first page */
    "acknowledged.not_acknowledged.*",	   /* its entries are words */
    "touches.two_hops.*",		   /* the same */
    "patterns.*",			   /* the same */
    "promises.due",			   /* kept, missed and not due yet */
    "could_not.n",			   /* the result "could not" */
    "visits.by_channel.*.address_known.*", /* the text has them together */
    "handoffs.accept.n",		   /* the median alone is in it */
    "handoffs.accept.mean_ms",
    "handoffs.accept.max_ms",
    "feedback.questions.*.question", /* which one it is */
};

static bool is_elsewhere(const char *path)
{
	for (size_t i = 0; i < MEM_COUNT(elsewhere); i++)
		if (fnmatch(elsewhere[i], path, 0) == 0)
			return true;
	return false;
}

static void collect(struct json *value, struct leaves *leaves);

static void collect_member(const char *key, struct json *value, void *state)
{
	struct leaves *leaves = state;
	struct json *object = leaves->object;
	const char *above = leaves->path;
	struct str path = STR_INIT;

	str_addf(&path, "%s%s%s", above, *above != '\0' ? "." : "", key);
	if (json_kind(value) == JSON_KIND_INT) {
		leaves->items = mem_grow(leaves->items, leaves->count,
					 sizeof(leaves->items[0]));
		leaves->items[leaves->count++] = (struct leaf){
		    object, mem_copy(key), mem_copy(str_text(&path))};
	}
	leaves->path = str_text(&path);
	collect(value, leaves);
	leaves->path = above;
	leaves->object = object;
	str_release(&path);
}

static void collect(struct json *value, struct leaves *leaves)
{
	char number[24];

	leaves->object = value;
	if (json_kind(value) == JSON_KIND_OBJECT)
		json_each(value, collect_member, leaves);
	for (size_t i = 0;
	     json_kind(value) == JSON_KIND_ARRAY && i < json_count(value);
	     i++) {
		snprintf(number, sizeof(number), "%zu", i + 1);
		collect_member(number, json_at(value, i), leaves);
	}
}

/* Of nothing there is no median, a channel without any has no row, and without
 * a card there is no table of its questions. */
static bool is_of_nothing(const struct json *json, const struct leaf *leaf)
{
	if (strncmp(leaf->path, "feedback.questions.", 19) == 0)
		return agree_number(json, "feedback.cards") == 0;
	return json_get_int(leaf->object, "n", 1) == 0 &&
	       (!str_same(leaf->key, "n") ||
		strstr(leaf->path, ".by_channel.") != NULL);
}

/* A second of a length is seen, a millisecond is not; what there is none of has
 * no lengths to become one. */
static int64_t other_than(const struct leaf *leaf, int64_t number)
{
	if (strstr(leaf->key, "_ms") != NULL)
		return number + 1000;
	return number == 0 && json_get(leaf->object, "median_ms") != NULL
		   ? -1
		   : number + 1;
}

static bool is_held(const struct json *json, const struct leaf *leaf,
		    const char *text)
{
	int64_t number = json_get_int(leaf->object, leaf->key, 0);
	bool is_it;

	json_put_int(leaf->object, leaf->key, other_than(leaf, number));
	is_it = agree_text_differs(json, text);
	json_put_int(leaf->object, leaf->key, number);
	return is_it;
}

size_t agree_text_holds_all(struct json *json, const char *text)
{
	struct leaves leaves = {.path = ""};
	struct str missing = STR_INIT;
	size_t held = 0;

	assert_false(agree_text_differs(json, text));
	collect(json, &leaves);
	for (size_t i = 0; i < leaves.count; i++) {
		const struct leaf *leaf = &leaves.items[i];

		if (is_held(json, leaf, text))
			held++;
		else if (!is_elsewhere(leaf->path) &&
			 !is_of_nothing(json, leaf))
			str_addf(&missing, "%s\n", leaf->path);
		free(leaf->key);
		free(leaf->path);
	}
	free(leaves.items);
	if (missing.len > 0)
		fail_msg("nothing in the text is held against:\n%s",
			 str_text(&missing));
	str_release(&missing);
	return held;
}
