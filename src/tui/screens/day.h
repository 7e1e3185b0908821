/*
 * day.h - the day screen's state, shared by day*.c alone
 */
#ifndef FRONTDESK_TUI_SCREENS_DAY_H
#define FRONTDESK_TUI_SCREENS_DAY_H

#include "frontdesk/desk/day_behind.h"
#include "frontdesk/report/corrections.h"
#include "screens.h"

enum day_period { DAY_PERIOD_DAY, DAY_PERIOD_WEEK, DAY_PERIOD_MONTH };

/* A number of the screen: what it counts, which of those that count the same,
 * and where it stood among all of them. */
struct day_place {
	struct day_behind behind;
	size_t repeat, index;
};

struct day_screen {
	struct desk *desk;
	enum day_period period;
	struct summary_scope scope;
	/* Those of what is shown, where others are asked for: see day_load. */
	enum day_period shown_period;
	struct summary_scope shown_scope;
	bool is_shown;	 /* something is */
	bool is_long;	 /* it takes too long to follow every commit */
	int64_t read_at; /* when it was read; 0: others are asked for */
	struct summary summary;
	struct corrections changed; /* since it was closed, where it is */
	struct day_bars bars;
	bool asks_print;	 /* Enter prints */
	struct day_place chosen; /* what Enter opens; at first none is */
};

/* day_list.c: the records that a number counts, which is n of the summary's.
 * The words say what it counts: "Left: waiting". */
void day_list_open(struct app *app, const struct summary_scope *scope,
		   const struct summary *summary,
		   const struct day_behind *behind, const char *words,
		   int64_t n);

/* day_changes.c: what changed of a closed day since. */
void day_changes_open(struct app *app, struct day day);

/* The day, or the week or month that it lies in. */
void day_show_period(struct day_screen *state, enum day_period period,
		     struct day day);
void day_choose(struct app *app, struct screen *screen);

/*
 * day_read.c: reads what is asked for, and puts it in the place of what is
 * shown once it is whole. Where that fails or is stopped, what was shown stays,
 * and is what is asked for.
 */
bool day_load(struct screen *screen, struct error *err);

/* The one that is open, below whatever stands over it; or none. */
struct day_screen *day_find(struct app *app);

/* day_print.c: whether this person may, said in the message line where not; as
 * the settings have it; by a form that asks. */
bool day_may_print(struct app *app);
void day_print_now(struct app *app, struct day_screen *state);
void day_print_choose(struct app *app, struct day_screen *state);

void day_draw(const struct screen *screen, struct canvas *canvas);

#endif
