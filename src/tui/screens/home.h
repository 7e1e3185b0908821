/*
 * home.h - the desk's state, shared by home*.c alone
 */
#ifndef FRONTDESK_TUI_SCREENS_HOME_H
#define FRONTDESK_TUI_SCREENS_HOME_H

#include "../field.h"
#include "../list.h"
#include "frontdesk/desk/cue.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/notice.h"
#include "screens.h"

/* The rows that can be highlighted, in this order on the screen. */
enum home_row_kind {
	HOME_FOUND,
	HOME_NEW,
	HOME_NEW_ORGANISATION,
	HOME_WAITING
};

struct home_row {
	enum home_row_kind kind;
	size_t index; /* in find.rows or line.rows */
};

struct home {
	struct desk *desk;
	struct field box;
	struct find find;
	struct line line;
	struct yours yours;
	struct list_page left; /* the visit that was left last */
	struct notice_list notices;
	struct moment_cue evening; /* what is left, where it is */
	bool is_evening;
	int closes_minute;
	struct cue cue;
	struct moment_cue moment; /* in its place, until the next key */
	bool has_moment;
	bool is_turned; /* ^T: of whoever is highlighted */
	struct home_row *rows;
	size_t row_count;
	struct list list;
	bool box_changed;    /* the search alone is to be done again */
	bool is_read;	     /* the line and the counts, once at least */
	int64_t minute;	     /* last drawn */
	enum home_last last; /* what ^Z takes back, and of which visit */
	int64_t last_visit_id;
	int64_t finished_id; /* whose comment card ^P prints; 0: none */
	int64_t acts_seen;   /* desk_last_act() when that was done */
};

extern const struct screen_class home_class;

/* home_read.c: reads what has changed, and lays the rows. */
bool home_load(struct screen *screen, struct error *err);
bool home_load_cue(struct home *home, struct error *err);
bool home_load_evening(struct home *home, struct error *err);
const char *home_row_id(const void *rows, size_t index);
/* Returns the highlighted row, or NULL. */
const struct home_row *home_selected(const struct home *home);
const struct find_row *home_found(const struct home *home,
				  const struct home_row *row);

/* The box empty, nothing highlighted, and everything read anew. */
void home_start_afresh(struct app *app, struct home *home);

/* home_act.c: what the keys do. */
void home_enter(struct app *app, struct screen *screen);
void home_log_topic(struct app *app, struct screen *screen);
void home_undo(struct app *app, struct screen *screen);
void home_return_aside(struct app *app, struct screen *screen);
void home_join(struct app *app, struct screen *screen);
void home_call_next(struct app *app, struct screen *screen);
void home_print(struct app *app, struct screen *screen);

/* home_say.c */
/* The next key: whoever is highlighted is greeted again. */
void home_end_moment(struct home *home);
void home_speak(const struct screen *screen, struct str *out);
void home_show_cues(struct app *app, struct screen *screen);

void home_draw(const struct screen *screen, struct canvas *canvas);

/* home_yours.c: what waits for this person, in the last rows of the area. */
int home_yours_rows(const struct home *home);
void home_yours_draw(const struct home *home, struct canvas *canvas,
		     struct area area);

/* What may be done with somebody who waits: a list over the desk. */
void home_ask_waiting(struct app *app, const struct line_row *row);

#endif
