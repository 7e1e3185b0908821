/*
 * merge_field.h - the fields of a record that two of one person may differ in
 */
#ifndef FRONTDESK_DESK_MERGE_FIELD_H
#define FRONTDESK_DESK_MERGE_FIELD_H

#include "frontdesk/desk/merge.h"

size_t merge_field_count(void);
const char *merge_field_id(size_t field);
const char *merge_field_label(size_t field); /* translated */
/* By its id; merge_field_count() where there is none. */
size_t merge_field_find(const char *id);

/* As it is kept: a text, "yes" and "no", a language's tag. */
const char *merge_field_get(const struct resident *resident, size_t field);
void merge_field_set(struct resident *resident, size_t field,
		     const char *value);

/* Whether the value says nothing: blank, no, not asked. */
bool merge_field_is_unsaid(size_t field, const char *value);

/* The value as it is read; the caller frees. */
char *merge_field_words(size_t field, const char *value);

/* Whether it is said with the name in use, or about it. */
bool merge_field_is_of_name(size_t field);
/* Whether the value is that the first name may not be used. */
bool merge_field_is_refusal(size_t field, const char *value);

/*
 * merge_usual.c: which of two values that differ a clerk would mostly choose.
 * A name that the other record has as a legal one alone is not taken into use,
 * nor what was noted with it.
 */
enum merge_side merge_field_usual(size_t field, const struct resident *left,
				  const struct resident *right);

/* What they said about being addressed: its kind there, or NULL. */
const char *merge_field_permission(size_t field);

#endif
