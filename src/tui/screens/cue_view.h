/*
 * cue_view.h - SAY and ASK, in the same place on every screen
 */
#ifndef FRONTDESK_TUI_SCREENS_CUE_VIEW_H
#define FRONTDESK_TUI_SCREENS_CUE_VIEW_H

#include "../app.h"
#include "../canvas.h"
#include "frontdesk/desk/cue.h"
#include "frontdesk/desk/find.h"

/* As one screen shows it. All borrowed. */
struct cue_view {
	const struct cue *cue;
	const char *ask; /* in the place of the cue's; NULL: the cue's own */
	bool is_turned;	 /* ^T: the other language first */
	int rows;	 /* that SAY may take, 1 and more */
	bool is_ask_wrapped; /* ASK in two rows, where SAY has only one */
	bool is_lone; /* no rule, and a row of ASK only where there is one */
};

/* SAY as it is read now, without quotes; may be NULL. */
const char *cue_view_say(const struct cue *cue, bool is_turned);

/*
 * Draws SAY from area's first row on, ASK below it and a rule below that, and
 * returns how many rows all of it took: three, and as many more as a long
 * greeting or question, or what stands beside it, needs. Beside it are how the
 * name is said, how what is not in Latin letters sounds, and the greeting in
 * the other language.
 */
int cue_view_draw(const struct cue_view *view, struct canvas *canvas,
		  struct area area);

/* The rows that cue_view_draw would take in so many columns. */
int cue_view_rows(const struct cue_view *view, int cols);

/* SAY, ASK and KNOW of a moment that is no visit's, each where there is one, in
 * a row; returns how many they took. */
int cue_view_draw_moment(const struct moment_cue *cue, struct canvas *canvas,
			 struct area area);

/* The same in lines to read, with what else there is, for ^E. Adds to out. */
void cue_view_add_moment(const struct moment_cue *cue, struct str *out);
/* ^E where a moment alone has cues. */
void cue_view_show_moment(struct app *app, const struct moment_cue *cue);

/* " Say: “…” Ask: “…” …", behind what has become of something. Adds to out. */
void cue_view_add_news(const struct moment_cue *cue, struct str *out);

/* ^T: turns *is_turned, or says that there is no other language. */
void cue_view_turn(struct app *app, const struct cue *cue, bool *is_turned);

/* All of it in lines to read, for ^E. Adds to out. */
void cue_view_add(const struct cue *cue, struct str *out);

#endif
