/*
 * honorific_pick.h - titles, ranks and offices as rows to pick from
 */
#ifndef FRONTDESK_TUI_SCREENS_HONORIFIC_PICK_H
#define FRONTDESK_TUI_SCREENS_HONORIFIC_PICK_H

#include "../pick.h"
#include "frontdesk/core/address.h"
#include "frontdesk/core/title_list.h"

/* What is offered. All borrowed; lists may be NULL. */
struct honorific_wanted {
	enum honorific_kind kind;
	const char *typed;		  /* nothing: no row is chosen */
	const struct title_list *refused; /* marked so */
	const struct title_list *without; /* left out */
	bool is_apart;			  /* whatever is typed: the same */
};

/* Adds what meets the typed text, of languages or services; each word once. */
bool honorific_offer(struct app *app, const struct honorific_wanted *wanted,
		     const char *const *of, size_t of_count,
		     struct pick_rows *out, struct error *err);

/* Titles or offices: those of the language that they are greeted in first, then
 * of their name's, then the English and the Spanish ones. Either may be blank:
 * not known. */
bool honorific_offer_in(struct app *app, const struct honorific_wanted *wanted,
			const char *language, const char *name_language,
			struct pick_rows *out, struct error *err);

#endif
