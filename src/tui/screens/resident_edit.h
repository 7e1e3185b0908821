/*
 * resident_edit.h - the form of a resident, for resident_edit*.c and whoever
 * must know that it was left
 */
#ifndef FRONTDESK_TUI_SCREENS_RESIDENT_EDIT_H
#define FRONTDESK_TUI_SCREENS_RESIDENT_EDIT_H

#include "../form.h"
#include "frontdesk/desk/resident.h"
#include "screens.h"

struct resident_edit {
	struct desk *desk;
	struct resident was; /* as it was read; resident_id 0: new */
	struct form form;
	char *typed; /* in the box, to look at; or NULL */
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
void resident_edit_choose(struct app *app, struct screen *screen);

#endif
