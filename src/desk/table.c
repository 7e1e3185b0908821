/*
 * table.c - reads the tab-separated files of data/
 */
#include "table.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"

enum {
	FIELD_MAX = 1000, /* code points */
	LINE_SIZE = 4096,
};

static bool wrong_line(const char *path, size_t line, struct error *err,
		       const char *what)
{
	return error_set(err, ERROR_INVALID, "", "%s:%zu: %s", path, line,
			 what);
}

bool table_wrong(const struct table *table, size_t row, struct error *err,
		 const char *what)
{
	return wrong_line(table->path, table->lines[row], err, what);
}

static bool read_file(const char *path, struct str *out, struct error *err)
{
	char part[LINE_SIZE];
	size_t len;
	FILE *in = fopen(path, "re");
	bool is_read;

	if (in == NULL)
		return error_set(
		    err, errno == ENOENT ? ERROR_NOT_FOUND : ERROR_SYSTEM, "",
		    _("cannot read “%s”: %s"), path, strerror(errno));
	while ((len = fread(part, 1, sizeof(part), in)) > 0)
		str_add_n(out, part, len);
	is_read = !ferror(in);
	fclose(in);
	return is_read || error_set(err, ERROR_SYSTEM, "",
				    _("cannot read “%s” to its end"), path);
}

/* Parts the line where its tabs are; the parts are added to *fields. */
static size_t split(char *line, char ***fields, size_t from)
{
	size_t count = 0;

	for (char *at = line; at != NULL; count++) {
		char *tab = strchr(at, '\t');

		*fields =
		    mem_resize(*fields, from + count + 1, sizeof(**fields));
		(*fields)[from + count] = at;
		if (tab != NULL)
			*tab++ = '\0';
		at = tab;
	}
	return count;
}

/* The comment that stands last before the records names the columns. */
static void name_columns(struct table *table, char *comment)
{
	free(table->columns);
	table->columns = NULL;
	comment += strspn(comment, "# ");
	table->column_count = split(comment, &table->columns, 0);
}

static bool add_row(struct table *table, char *text, size_t line,
		    struct error *err)
{
	const struct text_limit limit = {
	    .field = "", .label = _("a column"), .max = FIELD_MAX};
	size_t from = table->count * table->column_count;
	size_t count = split(text, &table->fields, from);

	if (count != table->column_count)
		return wrong_line(table->path, line, err,
				  _("the line has not as many columns as the "
				    "comment above names"));
	for (size_t i = 0; i < count; i++) {
		if (!text_check(table->fields[from + i], &limit, err)) {
			char why[sizeof(err->text)];

			memcpy(why, err->text, sizeof(why));
			return wrong_line(table->path, line, err, why);
		}
	}
	table->lines =
	    mem_resize(table->lines, table->count + 1, sizeof(*table->lines));
	table->lines[table->count++] = line;
	return true;
}

static bool add_lines(struct table *table, struct error *err)
{
	size_t line = 0;

	for (char *at = table->text; at != NULL && *at != '\0';) {
		char *end = strchr(at, '\n');

		line++;
		if (end != NULL)
			*end++ = '\0';
		at[strcspn(at, "\r")] = '\0';
		if (*at == '#' && table->count == 0)
			name_columns(table, at);
		else if (*at != '#' && *at != '\0' &&
			 !add_row(table, at, line, err))
			return false;
		at = end;
	}
	return true;
}

bool table_load(const char *data_dir, const char *name, struct table *out,
		struct error *err)
{
	struct str path = STR_INIT, text = STR_INIT;

	memset(out, 0, sizeof(*out));
	str_addf(&path, "%s/%s", data_dir, name);
	out->path = str_take(&path);
	if (read_file(out->path, &text, err)) {
		out->text = str_take(&text);
		if (add_lines(out, err))
			return true;
	}
	str_release(&text);
	table_release(out);
	return false;
}

void table_release(struct table *table)
{
	free(table->path);
	free(table->text);
	free(table->columns);
	free(table->fields);
	free(table->lines);
	memset(table, 0, sizeof(*table));
}

const char *table_text(const struct table *table, size_t row,
		       const char *column)
{
	for (size_t i = 0; i < table->column_count; i++) {
		const char *text;

		if (strcmp(table->columns[i], column) != 0)
			continue;
		text = table->fields[row * table->column_count + i];
		return strcmp(text, "-") != 0 ? text : NULL;
	}
	return NULL;
}

int table_int(const struct table *table, size_t row, const char *column,
	      int otherwise)
{
	const char *text = table_text(table, row, column);
	char *end;
	long number;

	if (text == NULL)
		return otherwise;
	number = strtol(text, &end, 10);
	return *end == '\0' && number >= -1000000 && number <= 1000000
		   ? (int)number
		   : otherwise;
}
