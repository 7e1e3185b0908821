/*
 * resident_edit.h - the form of a resident, for resident_edit*.c and whoever
 * must know that it was left
 */
#ifndef FRONTDESK_TUI_SCREENS_RESIDENT_EDIT_H
#define FRONTDESK_TUI_SCREENS_RESIDENT_EDIT_H

#include "../form.h"
#include "frontdesk/desk/alike.h"
#include "frontdesk/desk/resident.h"
#include "screens.h"

struct resident_edit {
	struct desk *desk;
	const char *kind;    /* of the draft, which says what it is for */
	struct resident was; /* as it was read; resident_id 0: new */
	struct resident now; /* as another left it meanwhile */
	struct form form;
	struct alike alike; /* of somebody new: who is known already */
	char *typed;	    /* in the box, to look at; or NULL */
	resident_saved_fn *done;
	void (*left)(struct app *app, void *state); /* unsaved; or NULL */
	void *state;
};

/* As resident_edit_open, and left where it is not saved. */
void resident_edit_ask(struct app *app, int64_t resident_id, const char *typed,
		       resident_saved_fn *done,
		       void (*left)(struct app *app, void *state), void *state);

/* resident_form.c: the rows, between a record and the form. */
void resident_form_make(struct form *form, const struct resident *resident);
void resident_form_fill(struct form *form, const struct resident *resident);
/* What stands in the form, over a copy of was: out is the caller's. */
void resident_form_read(const struct form *form, const struct resident *was,
			struct resident *out);

/* resident_choose.c: F4 for the row in focus. */
bool resident_edit_can_choose(const struct resident_edit *edit);
void resident_edit_choose(struct app *app, struct screen *screen);

/* resident_alike.c: who is known already, while somebody new is typed. */
bool resident_alike_load(struct screen *screen, struct error *err);
/* Whether the row in focus is one that others are compared by; and whether F4
 * there has anybody to show. */
bool resident_alike_is_compared(const struct resident_edit *edit);
bool resident_alike_can_choose(const struct resident_edit *edit);
/* At the foot of the area; the rows that it took. */
int resident_alike_draw(const struct resident_edit *edit, struct canvas *canvas,
			struct area area);
void resident_alike_choose(struct app *app, struct screen *screen);
/* Once more, behind the commit: adds nothing where nobody is alike. */
void resident_alike_add_news(const struct resident_edit *edit, struct str *out);

#endif
