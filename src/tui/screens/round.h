/*
 * round.h - the state of the briefing and of the end of the day
 */
#ifndef FRONTDESK_TUI_SCREENS_ROUND_H
#define FRONTDESK_TUI_SCREENS_ROUND_H

#include "../list.h"
#include "frontdesk/desk/cue.h"
#include "frontdesk/desk/round.h"
#include "screens.h"

struct round_screen {
	struct desk *desk;
	struct round round;
	struct list list;
	struct moment_cue cue;
	bool is_evening;
	bool has_left;	     /* the last row: what was typed and not saved */
	int64_t briefing_id; /* of the first sign-in; 0: asked for */
	int64_t staff_id;    /* whose briefing it is */
};

/* Of the rows and what was left typed. */
size_t round_row_count(const struct round_screen *state);

void round_draw(const struct screen *screen, struct canvas *canvas);

/* ^P: what the row's request has to be taken home. */
void round_print(struct app *app, const struct round_row *row);
/* Enter on a row: its work. */
void round_work(struct app *app, const struct round_screen *state,
		const struct round_row *row);

#endif
