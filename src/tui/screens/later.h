/*
 * later.h - the state of the screen that enters a visit later, for later*.c
 */
#ifndef FRONTDESK_TUI_SCREENS_LATER_H
#define FRONTDESK_TUI_SCREENS_LATER_H

#include "../form.h"
#include "frontdesk/desk/visit.h"
#include "screens.h"

struct later {
	struct desk *desk;
	struct form form;
	/* Chosen with F4; 0: what stands in the row is to be found yet. */
	int64_t resident_id, organisation_id, topic_id;
};

/* Each row's times, shown back as they were understood; a row without a day
 * is on the day of the one above it, the first today. */
bool later_times(struct later *later, struct visit_times *out,
		 struct error *err);

/* later_form.c: the rows; the visit that they say; F4. */
void later_form_make(struct form *form);
bool later_visit(struct later *later, struct visit *out, struct error *err);
void later_choose(struct app *app, struct screen *screen);

#endif
