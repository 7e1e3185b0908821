/*
 * topic_pick.h - choosing a topic for a row of a form
 */
#ifndef FRONTDESK_TUI_SCREENS_TOPIC_PICK_H
#define FRONTDESK_TUI_SCREENS_TOPIC_PICK_H

#include "../pick.h"

/* A pick's find: the id of a row is the topic's, its note what the search says
 * of it. */
bool topic_pick_find(struct app *app, void *state, const char *typed,
		     struct pick_rows *out, struct error *err);

#endif
