/*
 * honorific_pick.h - titles, ranks and offices as rows to pick from
 */
#ifndef FRONTDESK_TUI_SCREENS_HONORIFIC_PICK_H
#define FRONTDESK_TUI_SCREENS_HONORIFIC_PICK_H

#include "../pick.h"
#include "frontdesk/core/address.h"

/* Adds what meets the typed text, of languages or services; each word once. */
bool honorific_offer(struct app *app, enum honorific_kind kind,
		     const char *const *of, size_t of_count, const char *typed,
		     struct pick_rows *out, struct error *err);

/* Titles or offices: those of their own language (blank: not known) first, then
 * the English and the Spanish ones. */
bool honorific_offer_in(struct app *app, enum honorific_kind kind,
			const char *language, const char *typed,
			struct pick_rows *out, struct error *err);

#endif
