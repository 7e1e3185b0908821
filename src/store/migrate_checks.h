/*
 * migrate_checks.h - the CHECKs of the schema in the form that costs least
 */
#ifndef FRONTDESK_STORE_MIGRATE_CHECKS_H
#define FRONTDESK_STORE_MIGRATE_CHECKS_H

#include "frontdesk/base/str.h"
#include "sqlite_engine.h"

/* Adds a table's text with each list of words written out: "a IN ('b', 'c')"
 * is "(a = 'b' OR a = 'c')", which is true, false and NULL where that is. Made
 * for the schemas before version 12, which have no NOT IN, no expression before
 * an IN and no quote within a word. */
void checks_write_out(const char *sql, struct str *out);

/* All tables that there are; within the transaction of a migration. */
bool migrate_checks(struct db *db, struct error *err);

#endif
