/*
 * pick.h - type to filter, Enter picks: F4, attaching a person, and others
 */
#ifndef FRONTDESK_TUI_PICK_H
#define FRONTDESK_TUI_PICK_H

#include "app.h"

struct pick_rows;

/* Adds a row; texts are copied. note (dim, at the right) may be NULL. */
void pick_add(struct pick_rows *rows, const char *id, const char *text,
	      const char *note);
/* The same, but it is never chosen by itself: only an arrow leads there. */
void pick_add_apart(struct pick_rows *rows, const char *id, const char *text,
		    const char *note);

bool pick_has(const struct pick_rows *rows, const char *id);

struct pick {
	const char *title; /* copied */
	const char *label; /* of the box: "Topic", "Who"; copied */
	const char *typed; /* what stands in the box at first, or NULL */
	/* Adds the rows that meet what was typed, best first. */
	bool (*find)(struct app *app, void *state, const char *typed,
		     struct pick_rows *out, struct error *err);
	/*
	 * Enter, the pick gone from the stack; typed is what stood in the box.
	 * False to refuse: err is shown and the pick comes back.
	 */
	bool (*picked)(struct app *app, void *state, const char *id,
		       const char *typed, struct error *err);
	void (*cancelled)(struct app *app, void *state); /* or NULL */
	void *state;
};

void pick_open(struct app *app, const struct pick *pick);

/* For find over a fixed table: whether every word typed begins a word. */
bool pick_meets(const char *typed, const char *text);

#endif
