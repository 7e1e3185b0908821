/*
 * summary_table_list.h - which tables a summary has beside the one of figures,
 * and where in the walk (figures.h) their rows stand
 *
 * Names of tables and columns are those of docs/interchange.md: they stay.
 */
#ifndef SUMMARY_TABLE_LIST_H
#define SUMMARY_TABLE_LIST_H

#include <stdbool.h>
#include <stddef.h>

#define TABLE_COLUMNS 14
#define TABLE_SOURCES 2

enum table_rows {
	TABLE_NO_ROWS,
	TABLE_ONE,     /* the object at the path */
	TABLE_MEMBERS, /* each member of the list, or each object, in it */
	TABLE_VALUES,  /* each figure in it; of a ratio its count */
};

struct table_source {
	enum table_rows rows;
	const char *path;
	const char *label; /* of one; members have their key */
};

struct table_column {
	/* From the row on; "#" is a member of a list, whose values are parted
	 * by "|". */
	const char *path;
	const char *name; /* NULL: the path, its steps joined by "_" */
	bool is_of_names; /* there only with the names */
};

struct table_spec {
	const char *name;
	const char *label; /* of the column of keys; NULL: has none */
	struct table_source sources[TABLE_SOURCES];
	struct table_column columns[TABLE_COLUMNS]; /* the rest have no path */
};

const struct table_spec *summary_table_list(size_t *count);

#endif
