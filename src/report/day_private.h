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

/* An entry of a list is in them. */
void day_lines_count_entry(struct day_lines *lines);

/* "Mesa Alta, City Hall: Fence permit", by what stands between them. */
void summary_add_place(const struct summary *summary, const char *between,
		       const char *before_part, struct str *out);

/* n as the int that a sentence takes; no day comes near the limit. */
int day_count(int64_t n);
/* Paragraphs, each after a line feed. */
void day_say_requests(const struct summary *summary, struct str *out);
void day_say_voices(const struct summary *summary, struct str *out);

/* The head of a table of several columns, and how wide a text sets them. */
struct day_columns {
	int label, first, other;  /* columns of a text */
	const char *label_words;  /* above the labels, or "" */
	const char *const *words; /* above the numbers */
	size_t count;
};

enum day_bar {
	DAY_BAR_HOUR,
	DAY_BAR_TOPIC,
};

/*
 * Where the tables go: lines of text, or a document. Two blanks before a label
 * move it in. All forms are made by the same walk, so that they cannot
 * disagree.
 */
struct day_sink {
	void (*heading)(void *state, const char *text);
	void (*columns)(void *state, const struct day_columns *columns);
	void (*cells)(void *state, const char *label,
		      const char *const values[]);
	/* A label, a number or "n/a", and what is said behind it. */
	void (*row)(void *state, const char *label, const char *number,
		    const char *rest);
	void (*part)(void *state, const char *label, int64_t count,
		     int64_t whole);
	void (*bar)(void *state, enum day_bar kind, const char *label,
		    int64_t count, int64_t most);
	/* An entry of a list; name NULL: it has none. */
	void (*entry)(void *state, const char *name, const char *text);
	void (*detail)(void *state, const char *label, const char *text);
	void (*none)(void *state); /* the list is empty */
	/* What ends the form, apart from the figures. */
	void (*last)(void *state, const char *name, const char *text);
};

/* The tables in parts, each with its headings. */
struct day_table {
	const struct summary *summary;
	const struct day_sink *sink;
	void *state;
	bool with_names;
};
/* All but the hours, which stand before them, with the sentences. */
void day_tables_walk(const struct day_table *table);

void day_table_heading(const struct day_table *table, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void day_table_number(const struct day_table *table, const char *label,
		      int64_t value);
void day_table_ratio(const struct day_table *table, const char *label,
		     int64_t count, int64_t n);
void day_table_part(const struct day_table *table, const char *label,
		    int64_t count, int64_t whole);
/* A number and what is said behind it, as in "3, 6 min together". */
void day_table_row(const struct day_table *table, const char *label,
		   int64_t number, const char *rest);
void day_table_columns(const struct day_table *table,
		       const struct day_columns *columns);
void day_table_cells(const struct day_table *table, const char *label,
		     const char *const values[]);
void day_table_entry(const struct day_table *table, const char *name,
		     const char *text);
void day_table_detail(const struct day_table *table, const char *label,
		      const char *text);
void day_table_none(const struct day_table *table);

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
