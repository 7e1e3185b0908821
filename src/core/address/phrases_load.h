/*
 * phrases_load.h - the steps of reading data/cues
 */
#ifndef PHRASES_LOAD_H
#define PHRASES_LOAD_H

#include "frontdesk/base/table.h"
#include "phrases.h"

/* As the file writes them. */
extern const char *const moment_names[MOMENT_COUNT];
extern const char *const who_names[WHO_COUNT];

/* All of a row of greetings.tsv but its language; owns its texts. */
bool sentence_load(const struct table *table, size_t row, struct sentence *out,
		   struct error *err);

void sentence_release(struct sentence *sentence);

/* Once all sentences are read: a language that some hour is without words in is
 * emptied, and English is given plain ones; each adds a line to faults. */
void phrases_fill(struct phrases *phrases, const char *path,
		  struct str *faults);

/* Every language goes by its own tag. */
void languages_name(struct phrases *phrases);

/* Reads data/cues/languages.tsv, after the sentences. */
bool languages_load(const char *data_dir, struct phrases *phrases,
		    struct str *faults, struct error *err);

#endif
