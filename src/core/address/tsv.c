/*
 * tsv.c - reads the tab-separated files that a city edits
 */
#include "tsv.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"

enum {
	COLUMNS_MAX = 8,
	FIELD_MAX = 300,
};

bool tsv_wrong(const struct tsv_row *row, struct error *err, const char *format,
	       ...)
{
	struct str text = STR_INIT;
	va_list args;

	va_start(args, format);
	str_addv(&text, format, args);
	va_end(args);
	error_set(err, ERROR_INVALID, "", "%s:%zu: %s", row->path, row->line,
		  str_text(&text));
	str_release(&text);
	return false;
}

static bool check_fields(const struct tsv_row *row, size_t columns,
			 struct error *err)
{
	for (size_t i = 0; i < columns; i++) {
		const struct text_limit limit = {
		    .field = "",
		    .label = _("a column"),
		    .max = FIELD_MAX,
		    .is_required = true,
		};
		struct error inner = {0};

		if (!text_check(row->fields[i], &limit, &inner))
			return tsv_wrong(row, err, _("column %zu: %s"), i + 1,
					 inner.text);
	}
	return true;
}

/* Takes the line apart in place and hands it on. */
static bool read_line(struct tsv_row *row, char *line, size_t columns,
		      tsv_row_fn *each, void *state, struct error *err)
{
	char *fields[COLUMNS_MAX] = {0};
	size_t count = 0;

	for (char *at = line; at; count++) {
		char *tab = strchr(at, '\t');

		if (tab)
			*tab++ = '\0';
		if (count < columns)
			fields[count] = at;
		at = tab;
	}
	if (count != columns)
		return tsv_wrong(row, err,
				 _("%zu columns parted by tabs are needed, "
				   "here are %zu"),
				 columns, count);
	row->fields = fields;
	return check_fields(row, columns, err) && each(row, state, err);
}

static bool read_lines(FILE *in, const char *path, size_t columns,
		       tsv_row_fn *each, void *state, struct error *err)
{
	struct tsv_row row = {.path = path};
	char *line = NULL;
	size_t size = 0;
	ssize_t len;
	bool ok = true;

	while (ok && (len = getline(&line, &size, in)) >= 0) {
		char *text = line;

		row.line++;
		while (len > 0 &&
		       (line[len - 1] == '\n' || line[len - 1] == '\r'))
			line[--len] = '\0';
		if (row.line == 1 && !strncmp(text, "\xef\xbb\xbf", 3))
			text += 3;
		if (strlen(line) != (size_t)len)
			ok = tsv_wrong(&row, err, _("a NUL character"));
		else if (*text != '#' && !str_is_blank(text))
			ok = read_line(&row, text, columns, each, state, err);
	}
	if (ok && ferror(in))
		ok = error_set(err, ERROR_SYSTEM, "", _("cannot read %s: %s"),
			       path, strerror(errno));
	free(line);
	return ok;
}

bool tsv_read(const char *path, size_t columns, tsv_row_fn *each, void *state,
	      struct error *err)
{
	FILE *in = fopen(path, "re");
	bool ok;

	if (!in)
		return error_set(err, ERROR_INVALID, "",
				 _("cannot read %s: %s; put the file back or "
				   "name its folder in FRONTDESK_DATA_DIR"),
				 path, strerror(errno));
	ok = read_lines(in, path, columns, each, state, err);
	fclose(in);
	return ok;
}
