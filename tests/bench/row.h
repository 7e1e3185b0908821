/*
 * row.h - rows put into a store by the hundred million
 */
#ifndef BENCH_ROW_H
#define BENCH_ROW_H

#include "frontdesk/store/db.h"

/*
 * Runs a statement whose parameters are given in the order $1, $2, …, each of
 * a kind: i an int64_t, k an id (0: NULL), t a text (NULL: NULL). sql is a
 * constant: a statement is found again by its address.
 */
bool row_put(struct db *db, struct error *err, const char *sql,
	     const char *kinds, ...);

/* The first column of the first row; 0 where there is none. */
bool row_number(struct db *db, const char *sql, int64_t *out,
		struct error *err);

/* A statement without parameters and rows. */
bool row_run(struct db *db, const char *sql, struct error *err);

#endif
