/*
 * language.h - which language a visitor is greeted in
 */
#ifndef FRONTDESK_DESK_LANGUAGE_H
#define FRONTDESK_DESK_LANGUAGE_H

#include "desk_private.h"

/* The visitor's (NULL: not known) where the signed-in person speaks it and
 * there are words for it, else English. */
void greeting_language(const struct desk *desk, const struct phrases *phrases,
		       const char *wanted, char out[16]);

#endif
