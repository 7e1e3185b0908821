/*
 * handoff.h - the state of F7, for handoff*.c alone, and what they share
 */
#ifndef FRONTDESK_TUI_SCREENS_HANDOFF_H
#define FRONTDESK_TUI_SCREENS_HANDOFF_H

#include "../app.h"
#include "../form.h"
#include "../list.h"
#include "frontdesk/desk/cue.h"

struct passing {
	struct desk *desk;
	struct handoff_draft draft;
	struct form form; /* to, asked, urgency, manner */
	struct list list; /* over shown */
	size_t *shown;	  /* indices of draft.targets that meet "to" */
	size_t shown_count;
	const struct handoff_target *target; /* chosen, or NULL */
	int top; /* the first line of the context that shows */
	struct moment_cue cue;
};

/* handoff_draw.c */
void passing_draw(const struct screen *screen, struct canvas *canvas);

/*
 * handoff_accept.c: what will be done, and by when, read back. Aloud: noted for
 * whoever of the receiver said it. The hand-off is copied from.
 */
void handoff_accept_open(struct app *app, const struct handoff *handoff,
			 bool is_aloud);

/* handoff_read.c: leaves the hand-off that is being read, where it is on top:
 * it was answered, or offered anew. */
void handoff_read_close(struct app *app);

/*
 * handoff_deliver.c: after an offer, or again: prints or mails it where its
 * department has it so. Adds ", mailed to …" to news; what did not go out is
 * said in a dialog, with what to do, and gives false.
 */
bool handoff_deliver(struct app *app, int64_t handoff_id, struct str *news);

#endif
