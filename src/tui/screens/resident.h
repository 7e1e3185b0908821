/*
 * resident.h - the state of the resident's screen, for resident*.c alone
 */
#ifndef FRONTDESK_TUI_SCREENS_RESIDENT_H
#define FRONTDESK_TUI_SCREENS_RESIDENT_H

#include "../app.h"
#include "frontdesk/desk/resident.h"
#include "history.h"

struct resident_screen {
	struct desk *desk;
	int64_t resident_id;
	struct resident_page page;
	struct history history;
	char **deeds; /* the history's, of this record */
	size_t deed_count;
	bool is_turned; /* ^T: SAY and ASK in the other language */
	bool is_fresh;	/* read on opening: the first load need not */
};

/* In resident_deeds.c: what may be done, of the page that is read. */
void resident_deeds_make(struct resident_screen *state);
void resident_deeds_release(struct resident_screen *state);
void resident_deed_run(struct app *app, const struct resident_screen *state,
		       size_t deed);
void resident_change(struct app *app, const struct resident_screen *state);
void resident_take_apart(struct app *app, const struct resident_screen *state);

void resident_draw(const struct screen *screen, struct canvas *canvas);

#endif
