/*
 * day_data.c - a whole summary as one JSON object, and back
 */
#include <stdio.h>
#include <string.h>

#include "day_fields.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"

static void write_parts(const struct day_fields *fields, const char *from,
			struct json *object);
static void read_parts(const struct day_fields *fields, char *to,
		       const struct json *object);

static struct json *part(const struct day_fields *fields, const char *from)
{
	struct json *object = json_new_object();

	write_parts(fields, from, object);
	return object;
}

static struct json *parts(const struct day_fields *fields, const char *from,
			  size_t count)
{
	struct json *array = json_new_array();

	for (size_t i = 0; i < count; i++)
		json_push(array, part(fields, from + i * fields->size));
	return array;
}

static void write_numbers(const struct day_field *field, const int64_t *from,
			  struct json *object)
{
	struct json *array;

	if (field->count == 1) {
		json_put_int(object, field->key, *from);
		return;
	}
	array = json_new_array();
	for (size_t i = 0; i < field->count; i++)
		json_push_int(array, from[i]);
	json_put(object, field->key, array);
}

static void write_texts(const struct day_field *field, char *const *from,
			struct json *object)
{
	struct json *array;

	if (field->count == 1) {
		json_put_text(object, field->key, *from);
		return;
	}
	array = json_new_array();
	for (size_t i = 0; i < field->count; i++)
		json_push_text(array, from[i]);
	json_put(object, field->key, array);
}

static void write_field(const struct day_field *field, const char *base,
			struct json *object)
{
	const void *from = base + field->at;
	const char *items;
	size_t count;

	switch (field->kind) {
	case DAY_FIELD_NUMBERS:
		write_numbers(field, from, object);
		break;
	case DAY_FIELD_TRUTH:
		json_put_bool(object, field->key, *(const bool *)from);
		break;
	case DAY_FIELD_ENUM:
		json_put_int(object, field->key, *(const int *)from);
		break;
	case DAY_FIELD_TEXTS:
		write_texts(field, from, object);
		break;
	case DAY_FIELD_DAY:
		json_put_text(object, field->key,
			      ((const struct day *)from)->text);
		break;
	case DAY_FIELD_PARTS:
		json_put(object, field->key,
			 field->count == 1
			     ? part(field->of, from)
			     : parts(field->of, from, field->count));
		break;
	case DAY_FIELD_LIST:
		memcpy(&items, from, sizeof(items));
		memcpy(&count, base + field->count_at, sizeof(count));
		json_put(object, field->key, parts(field->of, items, count));
		break;
	}
}

static void write_parts(const struct day_fields *fields, const char *from,
			struct json *object)
{
	for (size_t i = 0; i < fields->count; i++)
		write_field(&fields->items[i], from, object);
}

/* Of one or of several; NULL where an older store has no such value. */
static const struct json *value_at(const struct day_field *field,
				   const struct json *value, size_t index)
{
	if (value == NULL || field->count == 1)
		return value;
	return index < json_count(value) ? json_at(value, index) : NULL;
}

static void read_list(const struct day_field *field, char *base,
		      const struct json *value)
{
	size_t count = value != NULL ? json_count(value) : 0;
	char *items = count > 0 ? mem_new(count, field->of->size) : NULL;

	for (size_t i = 0; i < count; i++)
		read_parts(field->of, items + i * field->of->size,
			   json_at(value, i));
	memcpy(base + field->at, &items, sizeof(items));
	memcpy(base + field->count_at, &count, sizeof(count));
}

static void read_one(const struct day_field *field, char *base, size_t index,
		     const struct json *value)
{
	void *to = base + field->at;

	if (value == NULL)
		return;
	switch (field->kind) {
	case DAY_FIELD_NUMBERS:
		((int64_t *)to)[index] = json_int(value);
		break;
	case DAY_FIELD_TRUTH:
		*(bool *)to = json_bool(value);
		break;
	case DAY_FIELD_ENUM:
		*(int *)to = (int)json_int(value);
		break;
	case DAY_FIELD_TEXTS:
		((char **)to)[index] = mem_copy(json_text(value));
		break;
	case DAY_FIELD_DAY:
		snprintf(((struct day *)to)->text, sizeof(struct day), "%s",
			 json_text(value));
		break;
	case DAY_FIELD_PARTS:
		read_parts(field->of, (char *)to + index * field->of->size,
			   value);
		break;
	case DAY_FIELD_LIST:
		read_list(field, base, value);
		break;
	}
}

static void read_parts(const struct day_fields *fields, char *to,
		       const struct json *object)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct day_field *field = &fields->items[i];
		const struct json *value = json_get(object, field->key);

		for (size_t j = 0; j < field->count; j++)
			read_one(field, to, j, value_at(field, value, j));
	}
}

void day_data_write(const struct summary *summary, struct str *out)
{
	struct json *object = part(&day_fields_summary, (const char *)summary);

	json_write(object, false, out);
	json_free(object);
}

bool day_data_read(const struct str *text, struct summary *out,
		   struct error *err)
{
	struct json *object = NULL;

	*out = (struct summary){0};
	if (!json_parse(str_text(text), text->len, &object, err) ||
	    json_kind(object) != JSON_KIND_OBJECT) {
		json_free(object);
		return error_set(err, ERROR_DAMAGED, "", "%s",
				 _("What is kept of the closed day cannot be "
				   "read: keep this store as it is, and tell "
				   "whoever looks after it."));
	}
	read_parts(&day_fields_summary, (char *)out, object);
	json_free(object);
	return true;
}
