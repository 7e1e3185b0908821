/*
 * typed_left.c - what was typed on screens that are gone: left with Esc, or
 * with the program
 */
#include "typed_left.h"

#include <string.h>

#include "frontdesk/base/mem.h"
#include "stack.h"

/* Left with Esc: that many, the newest. */
#define LEFT_MAX 12

static bool is_about(const struct json *object, const char *kind, int64_t id)
{
	return str_same(json_get_text(object, "kind"), kind) &&
	       json_get_int(object, "id", 0) == id;
}

/* Without freeing its object. */
static void take_out(struct typed *typed, size_t at)
{
	memmove(typed->left + at, typed->left + at + 1,
		(typed->left_count - at - 1) * sizeof(*typed->left));
	typed->left_count--;
}

void typed_left_forget(struct typed *typed, const char *kind, int64_t id)
{
	for (size_t i = typed->left_count; i > 0; i--) {
		struct json *object = typed->left[i - 1].object;

		if (!is_about(object, kind, id))
			continue;
		take_out(typed, i - 1);
		json_free(object);
	}
}

/* The object becomes typed's. */
void typed_left_add(struct typed *typed, struct json *object, bool is_ended)
{
	size_t plain = 0;

	for (size_t i = 0; i < typed->left_count; i++)
		plain += !typed->left[i].is_ended;
	for (size_t i = 0; !is_ended && plain >= LEFT_MAX; i++) {
		if (typed->left[i].is_ended)
			continue;
		json_free(typed->left[i].object);
		take_out(typed, i);
		break;
	}
	typed->left = mem_resize(typed->left, typed->left_count + 1,
				 sizeof(*typed->left));
	typed->left[typed->left_count++] =
	    (struct typed_left){object, is_ended};
}

/* Of a text that json_write made. */
struct json *typed_parse(const char *text)
{
	struct json *object = NULL;
	struct error err = {0};

	json_parse(text, strlen(text), &object, &err);
	return object;
}

struct json *typed_copy(const struct json *object)
{
	struct str text = STR_INIT;
	struct json *same;

	json_write(object, false, &text);
	same = typed_parse(str_text(&text));
	str_release(&text);
	return same;
}

static void adopt(struct typed *typed, const struct json *array, bool is_ended)
{
	for (size_t i = 0; array && i < json_count(array); i++) {
		struct json *object = typed_copy(json_at(array, i));

		if (!is_ended && object &&
		    typed->now - json_get_int(object, "left_at", 0) >
			DRAFT_FILE_DAYS * 24 * CLOCK_HOUR)
			json_free(object);
		else if (object)
			typed_left_add(typed, object, is_ended);
	}
}

void typed_left_read(const struct json *object, void *state)
{
	adopt(state, json_get(object, TYPED_LEFT), false);
	adopt(state, json_get(object, TYPED_SCREENS), true);
}

/* The newest of this kind, or left_count. */
size_t typed_left_find(const struct typed *typed, const char *kind, int64_t id)
{
	for (size_t i = typed->left_count; kind && i > 0; i--)
		if (is_about(typed->left[i - 1].object, kind, id))
			return i - 1;
	return typed->left_count;
}

struct json *typed_take(struct app *app, const char *kind)
{
	struct typed *typed = app->typed;

	for (size_t i = 0; typed && i < typed->left_count; i++) {
		struct json *object = typed->left[i].object;

		if (!typed->left[i].is_ended ||
		    (kind && !str_same(json_get_text(object, "kind"), kind)))
			continue;
		take_out(typed, i);
		return object;
	}
	return NULL;
}

void typed_put_back(struct app *app, const struct json *object)
{
	if (app->typed)
		typed_left_add(app->typed, typed_copy(object), true);
}

bool typed_first(const struct app *app, const char **kind, int64_t *id)
{
	const struct typed *typed = app->typed;

	for (size_t i = 0; typed && i < typed->left_count; i++) {
		if (!typed->left[i].is_ended)
			continue;
		*kind = json_get_text(typed->left[i].object, "kind");
		*id = json_get_int(typed->left[i].object, "id", 0);
		return true;
	}
	return false;
}

void typed_settle(struct app *app, const char *kind, int64_t id)
{
	struct typed *typed = app->typed;

	for (size_t i = 0; typed && i < typed->left_count; i++) {
		struct typed_left *left = &typed->left[i];

		if (!left->is_ended || !is_about(left->object, kind, id))
			continue;
		left->is_ended = false;
		json_put_int(left->object, "left_at", app_now(app));
	}
}

void typed_say_left(struct app *app)
{
	app_news(app, _("Not saved. Opened again, ^Z brings back what was "
			"typed."));
}
