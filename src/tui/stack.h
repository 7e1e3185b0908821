/*
 * stack.h - what app.c, loop.c and frame.c share, and nobody else
 */
#ifndef FRONTDESK_TUI_STACK_H
#define FRONTDESK_TUI_STACK_H

#include "app.h"

/* What is read for long (wait.h). */
struct waiting {
	const char *what;
	int64_t began_at, asked_at; /* by the loop's clock */
	int64_t took;		    /* the last one, ms */
	int from, to;		    /* per cent of all that is this part */
	int percent;		    /* -1: none was told */
	bool gives_way, is_stopped, is_painted;
};

struct app {
	const struct app_setup *setup;
	struct settings settings; /* the setup's, texts borrowed */
	char *printer;		  /* chosen since, in them; or NULL */
	struct canvas *canvas;
	struct keymap *keymap;

	struct screen **screens; /* the last one is on top */
	size_t count;
	struct screen **gone; /* popped, freed when the key is done with */
	size_t gone_count;

	bool is_done;
	bool must_load;
	bool must_draw;
	bool was_painted; /* at least once */
	bool is_covered;

	struct str message;
	enum style message_style;

	struct waiting waiting;

	struct beside_work *beside; /* beside.c's own, the first, or NULL */
	int64_t keys;		    /* that were pressed */
	struct str late; /* news that a key does not take away at once */
	enum style late_style;
	int64_t late_until; /* of loop_now() */

	struct typed *typed;  /* typed.c's own, or NULL */
	int64_t unkept_since; /* the first key since it was kept, or 0 */

	int64_t last_key_at; /* by the desk's clock: the idle lock */
	int64_t last_minute;
};

/* Milliseconds that no change of the date can touch. */
int64_t loop_now(void);

/* The screens from here up are seen: the top one and what it overlays. */
size_t stack_first_seen(const struct app *app);

/* Loads what is seen, where that was asked for. */
void stack_load(struct app *app);

/* Keeps what is typed on every screen. */
void stack_keep(struct app *app);

/* Frees the screens that were popped. */
void stack_bury(struct app *app);

/* Takes the screen off without freeing it; puts it on top again. */
void stack_detach(struct app *app, const struct screen *screen);
void stack_attach(struct app *app, struct screen *screen);
/* For one that is detached and done with. */
void stack_discard(struct app *app, struct screen *screen);

/* beside.c: what runs beside goes on; how long may be waited for a key
 * meanwhile; late news stands again behind a key; all of it is given up. */
void beside_step(struct app *app);
int beside_patience(const struct app *app, int patience);
void beside_late(struct app *app);
void beside_close(struct app *app);

/* Draws all: screens, message, footer or cover; the cursor last. */
void frame_draw(struct app *app);
/* The line of the message alone, with another text in it. */
void frame_draw_line(struct app *app, const char *text);

#endif
