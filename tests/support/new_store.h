/*
 * new_store.h - a store of a test's own, in which nobody has come yet
 *
 * Mesa Alta in Los Angeles with its topics, City Hall, Window 1. Its one
 * supervisor is M. Hale, whose login is the account that runs the test.
 */
#ifndef SUPPORT_NEW_STORE_H
#define SUPPORT_NEW_STORE_H

#include "place.h"

#define NEW_STORE_NOW 1795472040000 /* Monday, November 23, 2026, 2:14 pm */

/* Opens the place, puts the test's clock there and makes the store with
 * program: FRONTDESK_FIXED. */
void new_store_make(struct place *place, const char *program);

/* Keeps the store as it is now, for a test program whose tests share it; and
 * puts what was kept in its place again, before each. */
void new_store_keep(const struct place *place);
void new_store_renew(const struct place *place);

#endif
