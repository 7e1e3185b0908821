/*
 * stale.h - somebody else changed it meanwhile: both are shown side by side
 *
 * For any form over a record with an edition. Only rows that differ are shown;
 * a row that the clerk did not change takes what stands now, one that both
 * changed waits for a choice: Left keeps what was typed here, Right what
 * stands now. F9 brings what was chosen into the form and saves it; Esc goes
 * back to the form, which is as it was typed.
 */
#ifndef FRONTDESK_TUI_SCREENS_STALE_H
#define FRONTDESK_TUI_SCREENS_STALE_H

#include "../app.h"
#include "../form.h"

struct stale_case {
	const char *title; /* copied: what it is about */
	struct form *mine; /* on the screen below; borrowed */
	/* As it was read before typing, or NULL where nobody knows. */
	struct form *was;
	struct form *now; /* as it stands */
	/* F9: mine holds what was chosen, this screen is gone. */
	void (*save)(struct app *app, void *state);
	/* The screen goes without it: frees state; or NULL. */
	void (*leave)(struct app *app, void *state);
	void *state;
};

/* was and now are emptied. Where no row of the form is concerned, nothing is
 * shown, and it is saved at once. */
void stale_open(struct app *app, struct stale_case *which);

#endif
