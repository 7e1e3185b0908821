/*
 * clock_draw.h - the day and the time, right in the first row of a screen
 */
#ifndef FRONTDESK_TUI_SCREENS_CLOCK_DRAW_H
#define FRONTDESK_TUI_SCREENS_CLOCK_DRAW_H

#include "../canvas.h"
#include "frontdesk/desk/desk.h"

#define CLOCK_DRAW_COLS 26 /* what a title leaves for it */

/* "Mon Nov 23   2:14 pm" */
void clock_draw(const struct desk *desk, struct canvas *canvas,
		struct area area);

#endif
