/*
 * day.h - the day screen's state, shared by day*.c alone
 */
#ifndef FRONTDESK_TUI_SCREENS_DAY_H
#define FRONTDESK_TUI_SCREENS_DAY_H

#include "frontdesk/desk/day.h"
#include "frontdesk/report/corrections.h"
#include "screens.h"

struct day_screen {
	struct desk *desk;
	struct day day;
	struct summary summary;
	struct corrections changed; /* since it was closed, where it is */
	bool asks_print;	    /* Enter prints */
	int top;	 /* the first line of the figures that shows */
	int *line_count; /* how many there were when last drawn */
};

void day_draw(const struct screen *screen, struct canvas *canvas);

#endif
