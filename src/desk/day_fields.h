/*
 * day_fields.h - every field of a summary by name: the figures as data
 *
 * What is kept of a closed day is written and read by these tables alone. A
 * new field of struct summary needs its line here; a test finds one that has
 * none. A key never changes its meaning, and one that an older store does not
 * have is 0, "" or empty.
 */
#ifndef DAY_FIELDS_H
#define DAY_FIELDS_H

#include "frontdesk/base/json.h"
#include "frontdesk/desk/day.h"

enum day_field_kind {
	DAY_FIELD_NUMBERS, /* int64_t, count of them */
	DAY_FIELD_TRUTH,
	DAY_FIELD_ENUM,
	DAY_FIELD_TEXTS, /* char *, count of them, each its own */
	DAY_FIELD_DAY,
	DAY_FIELD_PARTS, /* count of the parts "of" describes, in place */
	DAY_FIELD_LIST,	 /* a pointer to such parts, and how many there are */
};

struct day_fields;
struct day_field {
	const char *key;
	enum day_field_kind kind;
	size_t at;
	size_t count;
	size_t count_at; /* of a list: where its size_t is */
	const struct day_fields *of;
};
struct day_fields {
	const struct day_field *items;
	size_t count;
	size_t size; /* of what they describe */
};

extern const struct day_fields day_fields_summary;

/* The size of a field in place; of a list without what it points to. */
size_t day_field_size(const struct day_field *field);

/* The whole summary as one JSON object on one line, and back; *out is the
 * caller's, who releases it. ERROR_DAMAGED for what was never written so. */
void day_data_write(const struct summary *summary, struct str *out);
bool day_data_read(const struct str *text, struct summary *out,
		   struct error *err);

#endif
