/*
 * json.c - JSON values, made by jansson; struct json is its json_t
 */
#include "frontdesk/base/json.h"

#include <assert.h>
#include <jansson.h>
#include <math.h>
#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"

static json_t *inner(const struct json *value)
{
	return (json_t *)(uintptr_t)value;
}

static struct json *outer(json_t *value)
{
	return (struct json *)value;
}

static void *take_memory(size_t size)
{
	return mem_resize(NULL, size, 1);
}

/* jansson asks for memory here: none of its values is ever missing. */
static void ready(void)
{
	static bool is_ready;

	if (!is_ready)
		json_set_alloc_funcs(take_memory, free);
	is_ready = true;
}

struct json *json_new_object(void)
{
	ready();
	return outer(json_object());
}

struct json *json_new_array(void)
{
	ready();
	return outer(json_array());
}

void json_free(struct json *value)
{
	json_decref(inner(value));
}

/* What is not UTF-8 cannot be JSON: it is cleaned rather than lost. */
static json_t *text_value(const char *text)
{
	struct str clean = STR_INIT;
	json_t *value;

	if (text == NULL)
		return json_null();
	value = json_string(text);
	if (value == NULL) {
		text_clean(text, true, &clean);
		value = json_string(str_text(&clean));
		str_release(&clean);
	}
	return value;
}

static void put(struct json *object, const char *key, json_t *value)
{
	int result = json_object_set_new(inner(object), key, value);

	assert(result == 0); /* an object, a key in UTF-8, no cycle */
	(void)result;
}

void json_put_text(struct json *object, const char *key, const char *text)
{
	put(object, key, text_value(text));
}

void json_put_int(struct json *object, const char *key, int64_t number)
{
	put(object, key, json_integer(number));
}

void json_put_real(struct json *object, const char *key, double number)
{
	put(object, key, isfinite(number) ? json_real(number) : json_null());
}

void json_put_bool(struct json *object, const char *key, bool truth)
{
	put(object, key, json_boolean(truth));
}

void json_put_null(struct json *object, const char *key)
{
	put(object, key, json_null());
}

void json_put(struct json *object, const char *key, struct json *value)
{
	put(object, key, value != NULL ? inner(value) : json_null());
}

static void push(struct json *array, json_t *value)
{
	int result = json_array_append_new(inner(array), value);

	assert(result == 0);
	(void)result;
}

void json_push(struct json *array, struct json *value)
{
	push(array, value != NULL ? inner(value) : json_null());
}

void json_push_text(struct json *array, const char *text)
{
	push(array, text_value(text));
}

void json_push_int(struct json *array, int64_t number)
{
	push(array, json_integer(number));
}

enum json_kind json_kind(const struct json *value)
{
	if (value == NULL)
		return JSON_KIND_NULL;
	switch (json_typeof(inner(value))) {
	case JSON_OBJECT:
		return JSON_KIND_OBJECT;
	case JSON_ARRAY:
		return JSON_KIND_ARRAY;
	case JSON_STRING:
		return JSON_KIND_TEXT;
	case JSON_INTEGER:
		return JSON_KIND_INT;
	case JSON_REAL:
		return JSON_KIND_REAL;
	case JSON_TRUE:
	case JSON_FALSE:
		return JSON_KIND_BOOL;
	default:
		return JSON_KIND_NULL;
	}
}

struct json *json_get(const struct json *object, const char *key)
{
	return outer(json_object_get(inner(object), key));
}

const char *json_get_text(const struct json *object, const char *key)
{
	return json_string_value(json_object_get(inner(object), key));
}

int64_t json_get_int(const struct json *object, const char *key,
		     int64_t otherwise)
{
	json_t *value = json_object_get(inner(object), key);

	return json_is_integer(value) ? json_integer_value(value) : otherwise;
}

bool json_get_bool(const struct json *object, const char *key, bool otherwise)
{
	json_t *value = json_object_get(inner(object), key);

	return json_is_boolean(value) ? json_is_true(value) : otherwise;
}

const char *json_text(const struct json *value)
{
	return json_string_value(inner(value));
}

int64_t json_int(const struct json *value)
{
	return json_integer_value(inner(value));
}

bool json_bool(const struct json *value)
{
	return json_is_true(inner(value));
}

size_t json_count(const struct json *array_or_object)
{
	json_t *value = inner(array_or_object);

	return json_is_array(value) ? json_array_size(value)
				    : json_object_size(value);
}

struct json *json_at(const struct json *array, size_t index)
{
	return outer(json_array_get(inner(array), index));
}

void json_each(const struct json *object, json_visit_fn *visit, void *state)
{
	const char *key;
	json_t *value;

	json_object_foreach(inner(object), key, value)
	    visit(key, outer(value), state);
}
