/*
 * score.h - the formatter held to the test files of CLDR
 */
#ifndef SCORE_H
#define SCORE_H

#include <stdbool.h>
#include <stdio.h>

/*
 * Writes each name of the files LOCALE.txt in a folder and compares it byte
 * for byte; prints what was right by usage, in total and in each locale that
 * is not whole, and where wanted each that was wrong. Where the order is to be
 * derived, only cases whose order follows from the name's locale are taken, as
 * the lists in the file of locales (data/person-names/locales.tsv) say it.
 * False where the folder cannot be read or something was wrong.
 */
struct score_wish {
	const char *folder;
	bool derives_order, shows_wrong;
};
bool score(const struct score_wish *wish, FILE *out);

/* Prints the same cases as lines, each with what is expected. */
bool score_cases(const struct score_wish *wish, FILE *out);

#endif
