/*
 * sqlite_image.c - a row as the audit keeps it: JSON, whole or what changed
 */
#include <string.h>

#include "sqlite_audited.h"

static void add_quoted(struct str *out, const char *text)
{
	str_add_char(out, '"');
	while (*text != '\0') {
		size_t plain = 0;
		unsigned char c;

		while ((c = (unsigned char)text[plain]) >= 0x20 && c != '"' &&
		       c != '\\')
			plain++;
		str_add_n(out, text, plain);
		text += plain;
		if (c == '\0')
			break;
		if (c < 0x20) {
			str_addf(out, "\\u%04x", c);
		} else {
			str_add_char(out, '\\');
			str_add_char(out, (char)c);
		}
		text++;
	}
	str_add_char(out, '"');
}

static void add_name(struct str *out, const char *name)
{
	str_add(out, out->len == 0 ? "{\"" : ",\"");
	str_add(out, name);
	str_add(out, "\":");
}

static void add_value(struct str *out, const struct audited_column *column,
		      sqlite3_value *value)
{
	int type = sqlite3_value_type(value);

	add_name(out, column->name);
	if (column->is_masked)
		str_add_int(out, type != SQLITE_NULL);
	else if (type == SQLITE_NULL)
		str_add(out, "null");
	else if (type == SQLITE_INTEGER)
		str_add_int(out, sqlite3_value_int64(value));
	else
		add_quoted(out, (const char *)sqlite3_value_text(value));
}

static bool same_value(sqlite3_value *a, sqlite3_value *b)
{
	int len;

	if (sqlite3_value_type(a) != sqlite3_value_type(b))
		return false;
	if (sqlite3_value_type(a) == SQLITE_INTEGER)
		return sqlite3_value_int64(a) == sqlite3_value_int64(b);
	len = sqlite3_value_bytes(a);
	return len == sqlite3_value_bytes(b) &&
	       (len == 0 || memcmp(sqlite3_value_blob(a), sqlite3_value_blob(b),
				   (size_t)len) == 0);
}

/*
 * A row that is older than one of its columns has no value there, and SQLite
 * shows NULL in the place of the column's default.
 */
static bool is_older(const struct audited_column *column, sqlite3_value *value)
{
	return column->value_before != NULL &&
	       sqlite3_value_type(value) == SQLITE_NULL;
}

static bool is_still_default(const struct audited_column *column,
			     sqlite3_value *before, sqlite3_value *after)
{
	return is_older(column, before) &&
	       str_same(column->value_before,
			(const char *)sqlite3_value_text(after));
}

static void add_default(struct str *out, const struct audited_column *column)
{
	add_name(out, column->name);
	if (column->is_number)
		str_add(out, column->value_before);
	else
		add_quoted(out, column->value_before);
}

static void add_before(struct str *out, const struct audited_column *column,
		       sqlite3_value *value)
{
	if (is_older(column, value))
		add_default(out, column);
	else
		add_value(out, column, value);
}

void image_row(sqlite3 *handle, const struct audited_table *table,
	       image_value_fn *value_of, struct str *out)
{
	bool is_old = value_of == sqlite3_preupdate_old;

	for (size_t i = 0; i < table->count; i++) {
		const struct audited_column *column = &table->columns[i];
		sqlite3_value *value = NULL;

		if (column->is_quiet ||
		    value_of(handle, (int)i, &value) != SQLITE_OK)
			continue;
		if (is_old && is_older(column, value))
			add_default(out, column);
		else if (sqlite3_value_type(value) != SQLITE_NULL)
			add_value(out, column, value);
	}
	str_add(out, out->len == 0 ? "{}" : "}");
}

void image_change(sqlite3 *handle, const struct audited_table *table,
		  struct str *was, struct str *is)
{
	for (size_t i = 0; i < table->count; i++) {
		const struct audited_column *column = &table->columns[i];
		sqlite3_value *before = NULL, *after = NULL;

		if (column->is_quiet ||
		    sqlite3_preupdate_old(handle, (int)i, &before) !=
			SQLITE_OK ||
		    sqlite3_preupdate_new(handle, (int)i, &after) !=
			SQLITE_OK ||
		    same_value(before, after) ||
		    is_still_default(column, before, after))
			continue;
		add_before(was, column, before);
		add_value(is, column, after);
	}
	if (was->len > 0) {
		str_add_char(was, '}');
		str_add_char(is, '}');
	}
}
