/*
 * corrections_table.h - a table of figures read back, so that two compare
 */
#ifndef CORRECTIONS_TABLE_H
#define CORRECTIONS_TABLE_H

#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"

struct figure_row {
	char *figure;
	char *part; /* members of lists by what they are of, not by number */
	char *value;
	/* Of a member of a list: how much of part says which, and where in it
	 * the name of the member begins; else 0. */
	size_t member_len, member_at;
};
struct figure_table {
	struct figure_row *rows;
	size_t count;
};
void figure_table_release(struct figure_table *table);
bool figure_table_read(const struct str *csv, struct figure_table *out,
		       struct error *err);

/* The row of the same figure and part, or NULL. */
const struct figure_row *figure_table_find(const struct figure_table *table,
					   const struct figure_row *row);
/* Whether both are of the same member of a list. */
bool figure_row_is_beside(const struct figure_row *a,
			  const struct figure_row *b);
/* Whether the table has the member of a list that the row is of. */
bool figure_table_has_member(const struct figure_table *table,
			     const struct figure_row *row);

#endif
