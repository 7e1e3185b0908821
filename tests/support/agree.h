/*
 * agree.h - the forms of a summary, held against each other
 *
 * What a test reads here it reads out of the bytes that are given out: JSON
 * is what the others are compared with.
 */
#ifndef SUPPORT_AGREE_H
#define SUPPORT_AGREE_H

#include "frontdesk/base/csv.h"
#include "frontdesk/base/json.h"
#include "frontdesk/desk/day.h"

/*
 * Fails the test, with the figure, where the one table of CSV, the tables of
 * the folder, or the text of 80 columns do not say what the JSON does, and for
 * a line of figures in the text that nothing is known of. Returns how many
 * values were compared.
 */
size_t agree_forms(const struct summary *summary, bool with_names);

/* The JSON of a summary; the caller frees it. */
struct json *agree_json(const struct summary *summary, bool with_names);

/* "visits.left_while.waiting" from an object on; members of a list by their
 * number from 1. NULL where there is none. */
const struct json *agree_at(const struct json *from, const char *path);

/* What stands at a path as a number; fails the test where there is none. */
int64_t agree_number(const struct json *from, const char *path);

/* A value as CSV writes it. */
void agree_add_value(const struct json *value, struct str *out);

/* The rows of a CSV as they stand in it, defused. */
struct agree_csv {
	struct agree_row {
		char **fields;
		size_t count;
	} * rows;
	size_t count;
};
void agree_csv_read(const struct str *csv, struct agree_csv *out);
void agree_csv_release(struct agree_csv *csv);

/* The parts of agree_forms(). */
size_t agree_figures(const struct json *json, const struct str *csv);
size_t agree_tables(const struct json *json, const struct summary *summary,
		    bool with_names);
size_t agree_text(const struct json *json, const char *text);
/* The same without failing: whether a line differs. */
bool agree_text_differs(const struct json *json, const char *text);

/*
 * Each number of the JSON is changed by one, and changed back: fails the test
 * where the text is then found to agree all the same, unless it is one of
 * those that stand in sentences or in lists. Returns how many were found.
 */
size_t agree_text_holds_all(struct json *json, const char *text);

#endif
