/*
 * merge_private.h - what the files of merging share
 */
#ifndef FRONTDESK_DESK_MERGE_PRIVATE_H
#define FRONTDESK_DESK_MERGE_PRIVATE_H

#include "frontdesk/base/str.h"
#include "frontdesk/store/db.h"
#include "frontdesk/store/merge.h"

/* Adds two notes, the one after the other. */
void merge_add_both(const char *left, const char *right, struct str *out);

/* In merge_undo.c: takes a merge apart, within a transaction. */
bool merge_take_apart(struct db *db, const struct merge_fact *fact,
		      struct error *err);

#endif
