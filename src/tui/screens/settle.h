/*
 * settle.h - what Enter does with what waits: a promise, a result to tell,
 * a request to acknowledge, a visit of today
 *
 * Each asks over the screen that is on top, and reads it anew when it is done.
 */
#ifndef FRONTDESK_TUI_SCREENS_SETTLE_H
#define FRONTDESK_TUI_SCREENS_SETTLE_H

#include "../app.h"

/* Kept, promised anew, withdrawn; title is what was promised. */
void settle_promise(struct app *app, int64_t promise_id, int64_t request_id,
		    const char *title, bool is_late);

/* Told, with how it was taken; visit_id is the visit they are here in, or 0.
 * reach is how to reach them, or NULL. */
void settle_told(struct app *app, int64_t told_id, int64_t visit_id,
		 const char *title, const char *reach);
/* What else may come of it: they could not be reached; the request is read. */
void settle_not_told(struct app *app, int64_t told_id, int64_t request_id,
		     const char *title);

/* How its receipt was acknowledged. */
void settle_receipt(struct app *app, int64_t request_id, const char *title);

/* What was done; the request is resolved, and its result is to be told. */
void settle_request(struct app *app, int64_t request_id, const char *title);

/* nobody_knew.c: a question's answer, told or put on its topic's card. */
void settle_unanswered(struct app *app, int64_t unanswered_id);

/* Taken up again, its request shown, reopened or voided. */
void settle_visit(struct app *app, int64_t visit_id, int64_t request_id,
		  const char *title);

/* ^Z, as a binding: takes back the last of these, and says what is so now. */
void settle_undo(struct app *app, struct screen *screen);

#endif
