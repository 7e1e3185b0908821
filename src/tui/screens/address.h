/*
 * address.h - ^Y while it is being answered, for address*.c alone
 */
#ifndef FRONTDESK_TUI_SCREENS_ADDRESS_H
#define FRONTDESK_TUI_SCREENS_ADDRESS_H

#include "../app.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/resident.h"

enum reply {
	TITLE,
	FIRST_NAME,
	NOT_FIRST_NAME,
	NOT_ASKED,
	NOT_THIS_TITLE,
	WORDS,
	AS_IT_STANDS,
	REPLY_COUNT
};

struct asking {
	struct resident resident;	 /* as it stands before the answer */
	struct cue cue;			 /* the same */
	enum reply replies[REPLY_COUNT]; /* those that are offered */
	void (*done)(struct app *app, void *state);
	void *state;
};

/* address_noted.c; asking is gone after each of them. */
/* Says what was noted ("not Mrs."), and where it is a title that SAY does not
 * follow, what comes before it. */
void address_noted(struct app *app, struct asking *asking, const char *words,
		   bool is_title);
void address_failed(struct app *app, struct asking *asking,
		    const struct error *err);
/* Put away: the answer may be that there is none. */
void address_cancelled(struct app *app, void *asking);

/* address_title.c */
void address_ask_title(struct app *app, struct asking *asking);
/* The record's own first; what is refused already last, to be taken back. */
void address_ask_refused(struct app *app, struct asking *asking);

#endif
