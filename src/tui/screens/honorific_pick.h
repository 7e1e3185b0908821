/*
 * honorific_pick.h - titles, ranks and offices as rows to pick from
 */
#ifndef FRONTDESK_TUI_SCREENS_HONORIFIC_PICK_H
#define FRONTDESK_TUI_SCREENS_HONORIFIC_PICK_H

#include "../pick.h"
#include "frontdesk/core/address.h"

/* The languages whose titles and offices are offered, in this order. */
#define HONORIFIC_LANGUAGES 2
extern const char *const honorific_pick_languages[HONORIFIC_LANGUAGES];

/* Adds what meets the typed text, of languages or services; each word once. */
bool honorific_offer(struct app *app, enum honorific_kind kind,
		     const char *const *of, size_t of_count, const char *typed,
		     struct pick_rows *out, struct error *err);

#endif
