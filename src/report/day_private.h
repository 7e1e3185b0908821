/*
 * day_private.h - what the sentences and the tables of the day share
 */
#ifndef DAY_PRIVATE_H
#define DAY_PRIVATE_H

#include "frontdesk/report/day_lines.h"

/* Adds a line; text is cut to width, people's text in it cleaned. */
void day_lines_add(struct day_lines *lines, enum day_line_kind kind, int width,
		   const char *text);

/* Adds text wrapped, each line after the first moved in by indent. */
void day_lines_wrap(struct day_lines *lines, enum day_line_kind kind, int width,
		    int indent, const char *text);

/* The tables in parts, each with its headings. */
struct day_table {
	const struct summary *summary;
	struct day_lines *lines;
	int width;
	bool with_names;
};
void day_table_heading(const struct day_table *table, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void day_table_row(const struct day_table *table, const char *label,
		   const char *value);
void day_table_number(const struct day_table *table, const char *label,
		      int64_t value);
void day_table_ratio(const struct day_table *table, const char *label,
		     int64_t count, int64_t n);

void day_table_visits(const struct day_table *table);
void day_table_lengths(const struct day_table *table);
void day_table_requests(const struct day_table *table);
void day_table_said(const struct day_table *table);
void day_table_hours(const struct day_table *table);
void day_table_topics(const struct day_table *table);
void day_table_lists(const struct day_table *table);
void day_table_comments(const struct day_table *table);
void day_table_patterns(const struct day_table *table);
void day_table_notices(const struct day_table *table);
void day_table_audit(const struct day_table *table);

#endif
