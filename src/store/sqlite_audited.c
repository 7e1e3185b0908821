/*
 * sqlite_audited.c - which tables the audit follows, and which columns
 */
#include "sqlite_audited.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"

static const char *const unaudited[] = {
    "session", "draft",	   "day_total",	 "day_length", "search_%",
    "audit%",  "sqlite_%", "topic_word", "topic_heard"};

/* Columns that are counted up, or say again what another table says. */
static const char *const quiet[][2] = {
    {"staff", "failed_pins"},
    {"staff", "blocked_until_at"},
    {"topic", "times_used"},
    {"request_party", "is_open"},
    {"request_party", "received_at"},
    {"request", "is_gone"},
    {"contact", "required_count"},
    {"contact", "asked_count"},
    {"visit", "address_known"},
    {"idea", "state"},
    {"idea", "is_decided"},
    {"idea", "changed_at"},
    {"idea", "is_unread"},
};

static const char *const masked[][2] = {{"staff", "pin_hash"}};

static const char SQL_COLUMNS[] =
    "SELECT name, pk, dflt_value, type FROM pragma_table_info($1)"
    " ORDER BY cid";

bool is_audited(const char *table)
{
	for (size_t i = 0; i < MEM_COUNT(unaudited); i++) {
		size_t len = strcspn(unaudited[i], "%");

		if (strncmp(table, unaudited[i], len) == 0 &&
		    (unaudited[i][len] == '%' || table[len] == '\0'))
			return false;
	}
	return true;
}

static bool is_named(const char *const names[][2], size_t count,
		     const char *table, const char *column)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(table, names[i][0]) == 0 &&
		    strcmp(column, names[i][1]) == 0)
			return true;
	return false;
}

/* A default as the schema writes it, without its quotes. */
static char *plain(const char *value)
{
	size_t len = value != NULL ? strlen(value) : 0;

	if (len >= 2 && value[0] == '\'')
		return mem_copy_n(value + 1, len - 2);
	return mem_copy(value);
}

static void add_column(struct audited_table *table, const struct query *q)
{
	struct audited_column *column;

	table->columns = mem_resize(table->columns, table->count + 1,
				    sizeof(*table->columns));
	column = &table->columns[table->count];
	*column = (struct audited_column){
	    .name = row_copy(q, 0),
	    .value_before = plain(row_text(q, 2)),
	};
	column->is_quiet =
	    strcmp(column->name, "edition") == 0 ||
	    is_named(quiet, MEM_COUNT(quiet), table->name, column->name);
	column->is_number = str_same(row_text(q, 3), "INTEGER");
	column->is_masked =
	    is_named(masked, MEM_COUNT(masked), table->name, column->name);
	if (row_int(q, 1) == 1)
		table->key = (int)table->count;
	table->count++;
}

struct audited_table *audited_table_new(struct db *db, const char *name)
{
	struct audited_table *table = mem_new(1, sizeof(*table));
	struct error err = {0};
	struct query q;

	table->name = mem_copy(name);
	table->key = -1;
	query_begin(&q, db, SQL_COLUMNS);
	query_text(&q, 1, name);
	while (query_row(&q))
		add_column(table, &q);
	if (query_end(&q, &err) && table->count > 0)
		return table;
	audited_table_free(table);
	return NULL;
}

void audited_table_free(struct audited_table *table)
{
	for (size_t i = 0; i < table->count; i++) {
		free(table->columns[i].name);
		free(table->columns[i].value_before);
	}
	free(table->columns);
	free(table->name);
	free(table);
}
