/*
 * draft.h - the crash copy of what is typed: a file of the person and store
 *
 * Written every five seconds while something is typed, in the state folder,
 * readable by its owner alone; gone after the commit.
 */
#ifndef FRONTDESK_TUI_SCREENS_DRAFT_H
#define FRONTDESK_TUI_SCREENS_DRAFT_H

#include "screens.h"

/* What a visit screen needs to stand as it stood. */
struct draft {
	int64_t visit_id; /* 0: it had not begun */
	int64_t opened_at;
	int64_t resident_id, organisation_id;
	enum channel channel;
	char *form; /* visit_form_text */
};

void draft_release(struct draft *draft);

/* Failures go to the log: the next try is five seconds away. */
void draft_keep(struct desk *desk, const struct draft *draft);
void draft_forget(struct desk *desk);

/* False where there is none. */
bool draft_read(struct desk *desk, struct draft *out);

/* Opens the visit that a lost terminal or a power cut left behind. */
void draft_restore(struct app *app);

#endif
