/*
 * nobody.h - what the screens of a question that nobody knew share, for
 * nobody_*.c and restore.c alone
 */
#ifndef FRONTDESK_TUI_SCREENS_NOBODY_H
#define FRONTDESK_TUI_SCREENS_NOBODY_H

#include "../pick.h"

/* nobody_pass.c: topics as rows, their ids as text. */
bool nobody_find_topics(struct app *app, void *state, const char *typed,
			struct pick_rows *out, struct error *err);
/* To another topic or department, chosen from a list. */
void nobody_pass(struct app *app, int64_t unanswered_id);

/* nobody_answer.c: the question as everybody may read it, and its answer, for
 * the card. */
void nobody_answer_open(struct app *app, int64_t unanswered_id);

#endif
