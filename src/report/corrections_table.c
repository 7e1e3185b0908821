/*
 * corrections_table.c - a table of figures read back, so that two compare
 */
#include "corrections_table.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/csv.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"

void figure_table_release(struct figure_table *table)
{
	for (size_t i = 0; i < table->count; i++) {
		free(table->rows[i].figure);
		free(table->rows[i].part);
		free(table->rows[i].value);
	}
	free(table->rows);
	*table = (struct figure_table){0};
}

/* "listed.2.reference" is of the member "listed.2": a number that is not the
 * last step stands in a list. 0: the part is of none. */
static size_t member_len(const char *part)
{
	const char *step = part, *end;

	while ((end = strchr(step, '.')) != NULL) {
		if (end > step &&
		    strspn(step, "0123456789") == (size_t)(end - step))
			return (size_t)(end - part);
		step = end + 1;
	}
	return 0;
}

static bool add_row(const struct csv_row *row, void *state, struct error *err)
{
	struct figure_table *table = state;

	(void)err;
	if (row->line == 1 || row->count < 3)
		return true;
	table->rows = mem_grow(table->rows, table->count, sizeof(*table->rows));
	table->rows[table->count++] = (struct figure_row){
	    .figure = mem_copy(row->fields[0]),
	    .part = mem_copy(row->fields[1]),
	    .value = mem_copy(csv_undefused(row->fields[2])),
	    .member_len = member_len(row->fields[1]),
	};
	return true;
}

bool figure_row_is_beside(const struct figure_row *a,
			  const struct figure_row *b)
{
	return a->member_len == b->member_len &&
	       str_same(a->figure, b->figure) &&
	       strncmp(a->part, b->part, a->member_len) == 0;
}

/* What a member is of: its reference, else the first that is said of it. */
static const char *identity(const struct figure_row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_same(rows[i].part + rows[i].member_len, ".reference") &&
		    !str_is_blank(rows[i].value))
			return rows[i].value;
	return rows[0].value;
}

/* The rows of one member of a list, and what it is called: "listed." and what
 * it is of. */
struct member {
	size_t begin, count;
	char *name;
	size_t at; /* where in it what it is of begins */
};

static struct member member_of(struct figure_table *table, size_t begin,
			       size_t count)
{
	const struct figure_row *rows = &table->rows[begin];
	struct str name = STR_INIT;
	size_t list_len = rows[0].member_len;

	while (list_len > 0 &&
	       isdigit((unsigned char)rows[0].part[list_len - 1]))
		list_len--;
	str_add_n(&name, rows[0].part, list_len);
	str_add(&name, identity(rows, count));
	return (struct member){begin, count, str_take(&name), list_len};
}

static size_t find_members(struct figure_table *table, struct member **out)
{
	size_t count = 0, end;

	*out = NULL;
	for (size_t at = 0; at < table->count; at = end) {
		const struct figure_row *rows = &table->rows[at];

		for (end = at + 1;
		     end < table->count && rows->member_len > 0 &&
		     figure_row_is_beside(rows, &table->rows[end]);)
			end++;
		if (rows->member_len == 0)
			continue;
		*out = mem_grow(*out, count, sizeof(**out));
		(*out)[count++] = member_of(table, at, end - at);
	}
	return count;
}

/* "listed.2.topic" becomes "listed.R-4K7-2M9X.topic"; of the second that is of
 * the same, "listed.R-4K7-2M9X#2.topic". */
static void rename_rows(struct figure_row *rows, size_t count, const char *name,
			size_t at)
{
	for (size_t i = 0; i < count; i++) {
		struct str part = STR_INIT;

		str_add(&part, name);
		str_add(&part, rows[i].part + rows[i].member_len);
		free(rows[i].part);
		rows[i].part = str_take(&part);
		rows[i].member_len = strlen(name);
		rows[i].member_at = at;
	}
}

static void name_members(struct figure_table *table)
{
	struct member *members;
	size_t count = find_members(table, &members);

	for (size_t i = 0; i < count; i++) {
		struct figure_row *rows = &table->rows[members[i].begin];
		struct str name = STR_INIT;
		size_t again = 1;

		for (size_t j = 0; j < i; j++)
			again += str_same(members[j].name, members[i].name) &&
				 str_same(table->rows[members[j].begin].figure,
					  rows->figure);
		str_add(&name, members[i].name);
		if (again > 1)
			str_addf(&name, "#%zu", again);
		rename_rows(rows, members[i].count, str_text(&name),
			    members[i].at);
		str_release(&name);
	}
	for (size_t i = 0; i < count; i++)
		free(members[i].name);
	free(members);
}

bool figure_table_read(const struct str *csv, struct figure_table *out,
		       struct error *err)
{
	FILE *file;
	bool is_read;

	*out = (struct figure_table){0};
	if (csv->len == 0)
		return true;
	file = fmemopen(csv->text, csv->len, "r");
	if (file == NULL)
		return error_set(err, ERROR_SYSTEM, "", "%s",
				 _("The figures of the closed day cannot be "
				   "read: try again."));
	is_read = csv_read(file, add_row, out, err);
	fclose(file);
	if (!is_read) {
		figure_table_release(out);
		return false;
	}
	name_members(out);
	return true;
}

const struct figure_row *figure_table_find(const struct figure_table *table,
					   const struct figure_row *row)
{
	for (size_t i = 0; i < table->count; i++)
		if (str_same(table->rows[i].part, row->part) &&
		    str_same(table->rows[i].figure, row->figure))
			return &table->rows[i];
	return NULL;
}

bool figure_table_has_member(const struct figure_table *table,
			     const struct figure_row *row)
{
	for (size_t i = 0; i < table->count; i++)
		if (row->member_len > 0 &&
		    figure_row_is_beside(&table->rows[i], row))
			return true;
	return false;
}
