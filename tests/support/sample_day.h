/*
 * sample_day.h - a day's figures that no store gave: all of it is invented
 */
#ifndef FRONTDESK_TESTS_SAMPLE_DAY_H
#define FRONTDESK_TESTS_SAMPLE_DAY_H

#include "frontdesk/desk/day.h"

/*
 * Monday, November 23, 2026, with 12 visits and one "could not". Its text is
 * nobody's to release.
 */
struct summary sample_day(void);

/* The "could not", of Ms. Elena Alvarez; a test that changes it puts it back.
 */
extern struct listed sample_refused[1];

/* Fails the test where the words are not in the text. */
void sample_contains(const char *text, const char *words);

#endif
