/*
 * row.c - rows put into a store
 */
#include "row.h"

#include <stdarg.h>

#include "store/sqlite_engine.h"

/* Borrowed until the row is in: each copy would be an allocation. */
static void lend_text(struct query *q, int parameter, const char *text)
{
	struct db_statement *statement = q->statement;

	if (!q->has_failed)
		sqlite3_bind_text(statement->handle,
				  statement->parameters[parameter], text, -1,
				  SQLITE_STATIC);
}

bool row_put(struct db *db, struct error *err, const char *sql,
	     const char *kinds, ...)
{
	struct query q;
	va_list values;

	query_begin(&q, db, sql);
	va_start(values, kinds);
	for (int i = 0; kinds[i] != '\0'; i++) {
		if (kinds[i] == 'i')
			query_int(&q, i + 1, va_arg(values, int64_t));
		else if (kinds[i] == 'k')
			query_key(&q, i + 1, va_arg(values, int64_t));
		else
			lend_text(&q, i + 1, va_arg(values, const char *));
	}
	va_end(values);
	return query_run(&q, err);
}

bool row_number(struct db *db, const char *sql, int64_t *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, sql);
	*out = query_row(&q) ? row_int(&q, 0) : 0;
	return query_end(&q, err);
}

bool row_run(struct db *db, const char *sql, struct error *err)
{
	struct query q;

	query_begin(&q, db, sql);
	return query_run(&q, err);
}
