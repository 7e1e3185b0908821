/*
 * closing.h - that a day is closed, and its remarks, on a screen
 */
#ifndef FRONTDESK_TUI_SCREENS_CLOSING_H
#define FRONTDESK_TUI_SCREENS_CLOSING_H

#include "../app.h"
#include "../canvas.h"
#include "frontdesk/report/corrections.h"

/*
 * "Closed Mon Nov 23, 5:42 pm by M. Hale" in the row above area, where it is
 * said, and the remarks from its first row on, a later one with who added it.
 * Returns the rows that they take; 0 where the day is not closed.
 */
int closing_draw(const struct desk *desk, const struct corrections *changed,
		 struct canvas *canvas, struct area area, bool is_said);

/* The remarks alone, of one that is closed: the first that there is room for.
 */
int closing_draw_remarks(const struct desk *desk, const struct closing *closing,
			 struct canvas *canvas, struct area area);

/*
 * Of a day that can be closed: its open visits, as many as there is room for,
 * what else waits, and what was typed at this desk. week: the closed days
 * before it that were put right since, or "".
 */
void closing_draw_left(const struct closing_left *left, const char *week,
		       struct app *app, struct canvas *canvas, struct area at);

#endif
