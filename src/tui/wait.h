/*
 * wait.h - what is read may take longer than a second
 *
 * Between wait_begin and wait_end the store is read. After a second the line of
 * the message says how far it is, drawn below what the screens show meanwhile:
 * their state is as it was before. Esc stops it; other keys keep their turns.
 */
#ifndef FRONTDESK_TUI_WAIT_H
#define FRONTDESK_TUI_WAIT_H

#include "app.h"

/*
 * what as in "Counting the month"; it outlives the reading. One that gives way
 * was asked for by nobody: any key stops it, and is done first.
 */
void wait_begin(struct app *app, const char *what, bool gives_way);
/* What is told next is of one part of the whole, in per cent of it. */
void wait_part(struct app *app, int from, int to);
/* How far that is; as summary_scope.progress has it, with the app. */
void wait_tell(void *app, const char *what, int percent);
/* Whether it goes on: for what is long and reads no store. */
bool wait_goes_on(struct app *app);
/* Whether it was stopped. */
bool wait_end(struct app *app);
/* How long the last one took, in ms that no change of the date can touch. */
int64_t wait_took(const struct app *app);

#endif
