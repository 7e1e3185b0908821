/*
 * day_table.c - what the tables of the day are made of, whatever form they take
 */
#include <stdarg.h>
#include <stdio.h>

#include "day_private.h"
#include "frontdesk/report/summary.h"

void day_table_heading(const struct day_table *table, const char *format, ...)
{
	struct str text = STR_INIT;
	va_list args;

	va_start(args, format);
	str_addv(&text, format, args);
	va_end(args);
	table->sink->heading(table->state, str_text(&text));
	str_release(&text);
}

void day_table_row(const struct day_table *table, const char *label,
		   int64_t number, const char *rest)
{
	char text[24];

	snprintf(text, sizeof(text), "%lld", (long long)number);
	table->sink->row(table->state, label, text, rest);
}

void day_table_number(const struct day_table *table, const char *label,
		      int64_t value)
{
	day_table_row(table, label, value, "");
}

void day_table_ratio(const struct day_table *table, const char *label,
		     int64_t count, int64_t n)
{
	struct str ratio = STR_INIT;

	report_add_ratio(count, n, &ratio);
	/* The first number stands under the others. */
	if (n > 0)
		day_table_row(table, label, count,
			      str_text(&ratio) +
				  snprintf(NULL, 0, "%lld", (long long)count));
	else
		table->sink->row(table->state, label, str_text(&ratio), "");
	str_release(&ratio);
}

void day_table_part(const struct day_table *table, const char *label,
		    int64_t count, int64_t whole)
{
	table->sink->part(table->state, label, count, whole);
}

void day_table_columns(const struct day_table *table,
		       const struct day_columns *columns)
{
	table->sink->columns(table->state, columns);
}

void day_table_cells(const struct day_table *table, const char *label,
		     const char *const values[])
{
	table->sink->cells(table->state, label, values);
}

void day_table_entry(const struct day_table *table, const char *name,
		     const char *text)
{
	table->sink->entry(table->state, name, text);
}

void day_table_detail(const struct day_table *table, const char *label,
		      const char *text)
{
	table->sink->detail(table->state, label, text);
}

void day_table_none(const struct day_table *table)
{
	table->sink->none(table->state);
}

void day_tables_walk(const struct day_table *table)
{
	day_table_visits(table);
	day_table_lengths(table);
	day_table_requests(table);
	day_table_said(table);
	day_table_topics(table);
	day_table_lists(table);
	day_table_comments(table);
	day_table_patterns(table);
	day_table_notices(table);
	day_table_audit(table);
}
