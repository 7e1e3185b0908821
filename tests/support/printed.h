/*
 * printed.h - what stands on paper, and that it stays on it
 */
#ifndef FRONTDESK_TESTS_PRINTED_H
#define FRONTDESK_TESTS_PRINTED_H

#include "frontdesk/base/str.h"

/* Fails unless the text has part in it, or has it not. */
void printed_has(const struct str *text, const char *part);
void printed_has_not(const struct str *text, const char *part);

/* Fails where a line is wider than that. */
void printed_fits(const struct str *text, int columns);

#endif
