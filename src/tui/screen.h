/*
 * screen.h - a screen is a table of functions and its private state
 */
#ifndef FRONTDESK_TUI_SCREEN_H
#define FRONTDESK_TUI_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "canvas.h"
#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"
#include "key.h"

struct app;
struct field;
struct form;
struct json;
struct screen;

/* What an action does on this screen. */
struct binding {
	enum action action;
	/* NULL: what it does everywhere; only the footer is this screen's. */
	void (*run)(struct app *app, struct screen *screen);
	int priority;	   /* in the footer, more stays longer; 0: not there */
	const char *label; /* in place of the action's name; NULL: the name,
			      "": the key alone */
	bool is_exit;	   /* the way out: never dropped from the footer */
};

struct screen_class {
	const char *title;
	const struct binding *bindings;
	size_t binding_count;

	/*
	 * Reads anew what is shown: when it is pushed, comes on top again,
	 * asked with app_reload(), or when another clerk changed the store.
	 * Keeps the selection and what is typed. A failure is shown in the
	 * message line.
	 */
	bool (*load)(struct screen *screen, struct error *err);

	/* Lays out from canvas_area(); changes nothing. */
	void (*draw)(const struct screen *screen, struct canvas *canvas);

	/* Text, pastes, moves, and actions without a binding; whether used. */
	bool (*handle)(struct screen *screen, const struct key *key);

	/* Frees the state. */
	void (*free)(struct screen *screen);

	/* The rest may be NULL. */

	/* Adds the footer's label for an action now; false: the usual one. */
	bool (*label)(const struct screen *screen, enum action action,
		      struct str *out);
	/* A place in the footer for as long as the action matters; NULL or 0:
	 * the binding's priority. */
	int (*priority)(const struct screen *screen, enum action action);
	/* Whether the action is possible now; NULL: every bound one is. */
	bool (*can)(const struct screen *screen, enum action action);
	/* Adds what SAY says, for the cover. */
	void (*say)(const struct screen *screen, struct str *out);
	/* Four times a second on the top screen; whether to draw again. */
	bool (*tick)(struct screen *screen, int64_t now);
	/*
	 * What is typed (typed.h), with "kind" and "id", for a screen that is
	 * more than one form; NULL where nothing is. The caller frees.
	 */
	struct json *(*typed)(const struct screen *screen);
	/* What was typed before is in the form or field again: what hangs on
	 * it is done anew. */
	void (*restored)(struct screen *screen);
	/* Serving somebody: the lock waits longer. */
	bool (*is_serving)(const struct screen *screen);
	/* Drawn over the screen below, as dialogs are. */
	bool is_overlay;
	/* Sign-in and lock: no global bindings, no cover, no second lock. */
	bool is_locked;
};

struct screen {
	const struct screen_class *class;
	struct app *app;
	void *state;

	/* typed.h: what is typed here, and about what; kind NULL: nothing. */
	char *kind;
	int64_t about;
	struct form *form;   /* the screen's own, or NULL */
	struct field *field; /* the same */
	char *was;	     /* what stood there at first; a form's as JSON */
};

#endif
