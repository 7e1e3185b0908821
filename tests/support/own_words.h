/*
 * own_words.h - the data folder as files of a test's own, which a city may edit
 */
#ifndef FRONTDESK_TESTS_OWN_WORDS_H
#define FRONTDESK_TESTS_OWN_WORDS_H

#include "place.h"

/* A fresh copy of what is shipped, which programs that are started read. */
void own_words_copy(struct place *place);
void own_words_forget(void);

/* The rows of the city's own cues, each with its line's end. */
void own_words_cues(const char *rows);

/* More rows at the end of a file: "cues/greetings.tsv". */
void own_words_append(const char *name, const char *rows);

#endif
