/*
 * fact_oracle.h - the kept totals held to a second telling of the rule
 *
 * fact_oracle.sql says in SQL what src/store/given_*.c says in C; it is read
 * through a connection and with functions of its own.
 */
#ifndef FRONTDESK_TESTS_FACT_ORACLE_H
#define FRONTDESK_TESTS_FACT_ORACLE_H

#include <stdbool.h>
#include <stddef.h>

struct fact_oracle;

/* Fails the test where it cannot; sql: the path of fact_oracle.sql. */
struct fact_oracle *fact_oracle_open(const char *store, const char *sql);
void fact_oracle_close(struct fact_oracle *oracle);

/* Whether both say the same of the records as they are committed; where not,
 * the first difference in words. */
bool fact_oracle_agrees(struct fact_oracle *oracle, char *why, size_t size);

#endif
