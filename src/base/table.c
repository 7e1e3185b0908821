/*
 * table.c - reads the tab-separated files of data/
 */
#include "frontdesk/base/table.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"

enum {
	FIELD_MAX = 1000, /* code points */
	PART_SIZE = 4096,
};

bool table_wrong(const struct table *table, size_t row, struct error *err,
		 const char *format, ...)
{
	/* Written aside first: what is said may quote err itself. */
	struct str what = STR_INIT;
	va_list args;

	va_start(args, format);
	str_addv(&what, format, args);
	va_end(args);
	error_set(err, ERROR_INVALID, "", "%s:%zu: %s", table->path,
		  table->lines[row], str_text(&what));
	str_release(&what);
	return false;
}

static bool read_file(const char *path, struct str *out, struct error *err)
{
	char part[PART_SIZE];
	size_t len;
	FILE *in = fopen(path, "re");
	bool is_read;

	if (in == NULL)
		return error_set(err, ERROR_INVALID, "",
				 _("cannot read %s: %s; put the file back or "
				   "name its folder in FRONTDESK_DATA_DIR"),
				 path, strerror(errno));
	while ((len = fread(part, 1, sizeof(part), in)) > 0)
		str_add_n(out, part, len);
	is_read = !ferror(in);
	fclose(in);
	return is_read || error_set(err, ERROR_INVALID, "",
				    _("cannot read %s to its end"), path);
}

static size_t count_columns(const char *line)
{
	size_t count = 1;

	while ((line = strchr(line, '\t')) != NULL) {
		count++;
		line++;
	}
	return count;
}

/* Takes the line apart in place; there is room for all its fields. */
static void split(char *line, char **fields)
{
	while (line != NULL) {
		char *tab = strchr(line, '\t');

		*fields++ = line;
		if (tab != NULL)
			*tab++ = '\0';
		line = tab;
	}
}

/* A comment without a tab may be just that, where columns have names. */
static void name_columns(struct table *table, char *comment)
{
	if (table->column_count > 1 && strchr(comment, '\t') == NULL)
		return;
	comment += strspn(comment, "# ");
	table->column_count = count_columns(comment);
	table->columns = mem_resize(table->columns, table->column_count,
				    sizeof(*table->columns));
	split(comment, table->columns);
}

static char **new_row(struct table *table, size_t line)
{
	if (table->count == table->size) {
		table->size = table->size > 0 ? 2 * table->size : 64;
		table->lines = mem_resize(table->lines, table->size,
					  sizeof(*table->lines));
		table->fields =
		    mem_resize(table->fields, table->size * table->column_count,
			       sizeof(*table->fields));
	}
	table->lines[table->count] = line;
	return table->fields + table->count++ * table->column_count;
}

static bool add_row(struct table *table, char *text, size_t line,
		    struct error *err)
{
	const struct text_limit limit = {
	    .field = "",
	    .label = _("a column"),
	    .max = FIELD_MAX,
	    .is_required = true,
	};
	size_t count = count_columns(text), row = table->count;
	char **fields = new_row(table, line);

	if (count != table->column_count)
		return table_wrong(table, row, err,
				   _("the last comment above the rows must "
				     "name their columns: it has %zu parted by "
				     "tabs, here are %zu"),
				   table->column_count, count);
	split(text, fields);
	for (size_t i = 0; i < count; i++)
		if (!text_check(fields[i], &limit, err))
			return table_wrong(table, row, err, _("column %zu: %s"),
					   i + 1, err->text);
	return true;
}

/* Which rows are read. */
struct wanted {
	const char *first; /* this is their first column, or NULL */
	const char *part;  /* this is somewhere in them, or NULL */
};

static bool is_wanted(const char *text, const struct wanted *wanted)
{
	size_t len = wanted->first != NULL ? strlen(wanted->first) : 0;

	if (wanted->first != NULL &&
	    (strncmp(text, wanted->first, len) != 0 || text[len] != '\t'))
		return false;
	return wanted->part == NULL || strstr(text, wanted->part) != NULL;
}

static bool add_line(struct table *table, char *text, size_t len, size_t line,
		     const struct wanted *wanted, struct error *err)
{
	if (strlen(text) != len) {
		new_row(table, line);
		return table_wrong(table, table->count - 1, err,
				   _("a NUL character"));
	}
	if (len > 0 && text[len - 1] == '\r')
		text[len - 1] = '\0';
	if (*text == '#' && table->count == 0)
		name_columns(table, text);
	else if (*text != '#' && !str_is_blank(text) && is_wanted(text, wanted))
		return add_row(table, text, line, err);
	return true;
}

void table_pass_over(struct str *faults, struct error *err)
{
	str_addf(faults, "%s\n", err->text);
	error_clear(err);
}

/* What is wrong is a fault, where those are gathered; the row goes. */
static bool pass_over(struct table *table, size_t count, struct str *faults,
		      struct error *err)
{
	if (faults == NULL)
		return false;
	table->count = count;
	table_pass_over(faults, err);
	return true;
}

static bool add_lines(struct table *table, size_t len,
		      const struct wanted *wanted, struct str *faults,
		      struct error *err)
{
	static const char mark[] = "\xef\xbb\xbf";
	char *at = table->text, *end = table->text + len;

	if (strncmp(at, mark, strlen(mark)) == 0)
		at += strlen(mark);
	for (size_t line = 1; at < end; line++) {
		char *stop = memchr(at, '\n', (size_t)(end - at));
		size_t count = table->count;

		if (stop == NULL)
			stop = end;
		*stop = '\0';
		if (!add_line(table, at, (size_t)(stop - at), line, wanted,
			      err) &&
		    !pass_over(table, count, faults, err))
			return false;
		at = stop + 1;
	}
	return true;
}

bool table_load(const char *data_dir, const char *name, struct table *out,
		struct error *err)
{
	return table_load_of(data_dir, name, NULL, out, err);
}

static bool load(const char *data_dir, const char *name,
		 const struct wanted *wanted, struct table *out,
		 struct str *faults, struct error *err)
{
	struct str path = STR_INIT, text = STR_INIT;
	size_t len;

	memset(out, 0, sizeof(*out));
	str_addf(&path, "%s/%s", data_dir, name);
	out->path = str_take(&path);
	if (read_file(out->path, &text, err)) {
		len = text.len;
		out->text = str_take(&text);
		if (len == 0 || add_lines(out, len, wanted, faults, err))
			return true;
	}
	str_release(&text);
	table_release(out);
	return false;
}

bool table_load_of(const char *data_dir, const char *name, const char *word,
		   struct table *out, struct error *err)
{
	const struct wanted wanted = {.first = word};

	return load(data_dir, name, &wanted, out, NULL, err);
}

bool table_load_rows(const char *data_dir, const char *name, const char *word,
		     struct table *out, struct str *faults, struct error *err)
{
	const struct wanted wanted = {.first = word};

	return load(data_dir, name, &wanted, out, faults, err);
}

void table_load_right(const char *data_dir, const char *name, const char *part,
		      struct table *out, struct str *faults)
{
	const struct wanted wanted = {.part = part};
	struct error err = {0};

	if (!load(data_dir, name, &wanted, out, faults, &err))
		str_addf(faults, "%s\n", err.text);
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
