/*
 * noted_words.h - what somebody said about how to be addressed, as it is read
 */
#ifndef FRONTDESK_TUI_SCREENS_NOTED_WORDS_H
#define FRONTDESK_TUI_SCREENS_NOTED_WORDS_H

#include "../app.h"
#include "frontdesk/desk/resident.h"

/* "Nov 18 · first name yes · A. Ruiz": when, what, and who noted it. */
void noted_add(const struct desk *desk, const struct noted *noted,
	       const char *dot, struct str *out);

/* " · Nov 18, A. Ruiz" of the latest of a kind that was not taken back; nothing
 * where there is none. */
void noted_add_latest(const struct desk *desk, const struct resident_page *page,
		      const char *kind, const char *dot, struct str *out);

/* Whether it says only what the one beside it says: shown with that one. */
bool noted_is_part(const struct resident_page *page, size_t index);

/* Every one of them in lines, for ^E. */
void noted_add_all(const struct desk *desk, const struct resident_page *page,
		   struct str *out);

#endif
