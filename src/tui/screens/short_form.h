/*
 * short_form.h - a question of two rows or three, as one form
 *
 * What is typed into it survives Esc and the program's end (typed.h).
 */
#ifndef FRONTDESK_TUI_SCREENS_SHORT_FORM_H
#define FRONTDESK_TUI_SCREENS_SHORT_FORM_H

#include "../app.h"
#include "../form.h"

struct short_form {
	const char *kind; /* and about: what it is typed about; static */
	int64_t about;
	const char *title, *hint; /* copied; hint or NULL */
	/* Commits; err's field is a row. */
	bool (*save)(struct app *app, const struct form *form, int64_t about,
		     struct error *err);
	/* Beside a row what was understood of it; or NULL. */
	void (*show)(struct desk *desk, struct form *form);
	const char *done; /* said when it is saved; static */
};

/* The form has its rows, and becomes the screen's. */
void short_form_open(struct app *app, const struct short_form *ask,
		     struct form *form);

#endif
