/*
 * match.h - what was typed against a fixed text: no curses
 */
#ifndef FRONTDESK_TUI_MATCH_H
#define FRONTDESK_TUI_MATCH_H

#include <stdbool.h>

/* Whether every word typed, folded, begins a word of text; "" meets all. */
bool match_words(const char *typed, const char *text);

/* Whether text, folded, begins with what was typed, folded. */
bool match_start(const char *typed, const char *text);

#endif
