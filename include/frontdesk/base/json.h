/*
 * json.h - JSON values (RFC 8259) with the keys in the order they were put
 *
 * A value that is put or pushed into another belongs to it. The root is the
 * caller's, who calls json_free. NULL text becomes null.
 */
#ifndef FRONTDESK_BASE_JSON_H
#define FRONTDESK_BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"

struct json;

struct json *json_new_object(void);
struct json *json_new_array(void);
void json_free(struct json *value);

void json_put_text(struct json *object, const char *key, const char *text);
void json_put_int(struct json *object, const char *key, int64_t number);
void json_put_real(struct json *object, const char *key, double number);
void json_put_bool(struct json *object, const char *key, bool truth);
void json_put_null(struct json *object, const char *key);
void json_put(struct json *object, const char *key, struct json *value);
void json_push(struct json *array, struct json *value);
void json_push_text(struct json *array, const char *text);
void json_push_int(struct json *array, int64_t number);

/* Adds the value on one line, or indented by two for people. */
void json_write(const struct json *value, bool is_indented, struct str *out);

/* Reads one value; duplicate keys and invalid UTF-8 are ERROR_INVALID. */
bool json_parse(const char *text, size_t len, struct json **out,
		struct error *err);

enum json_kind {
	JSON_KIND_NULL,
	JSON_KIND_BOOL,
	JSON_KIND_INT,
	JSON_KIND_REAL,
	JSON_KIND_TEXT,
	JSON_KIND_ARRAY,
	JSON_KIND_OBJECT,
};
enum json_kind json_kind(const struct json *value);

/* Borrowed; NULL when the key is missing (json_get_text: or not a text). */
struct json *json_get(const struct json *object, const char *key);
const char *json_get_text(const struct json *object, const char *key);
int64_t json_get_int(const struct json *object, const char *key,
		     int64_t otherwise);
bool json_get_bool(const struct json *object, const char *key, bool otherwise);
const char *json_text(const struct json *value);
int64_t json_int(const struct json *value);
bool json_bool(const struct json *value);
size_t json_count(const struct json *array_or_object);
struct json *json_at(const struct json *array, size_t index);

/* Every key with its value, in the order they stand. */
typedef void json_visit_fn(const char *key, struct json *value, void *state);
void json_each(const struct json *object, json_visit_fn *visit, void *state);

#endif
