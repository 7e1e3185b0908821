/*
 * search_words.h - the words that names are made of, and what finds each
 */
#ifndef FRONTDESK_STORE_SEARCH_WORDS_H
#define FRONTDESK_STORE_SEARCH_WORDS_H

#include "frontdesk/store/db.h"

/* Each word of a folded text that is not there yet. In a transaction. */
bool search_words_put(struct db *db, const char *folded, struct error *err);

/* Whether every word of every name is there with all that finds it, and no
 * more than that; else ERROR_DAMAGED in words. */
bool search_words_check(struct db *db, struct error *err);

#endif
