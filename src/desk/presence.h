/*
 * presence.h - who is in, and until when, as it is said at the counter
 */
#ifndef PRESENCE_H
#define PRESENCE_H

#include "frontdesk/base/str.h"

/*
 * Adds "in until 4 pm", "out since 4:30 pm", or "in all day". Both are local
 * minutes of the day, 0..1440; in_until_minute below 0 is not known and adds
 * nothing.
 */
void presence_add(int in_until_minute, int now_minute, struct str *out);

/* Adds the hour as it is said: "4 pm", "4:30 pm". */
void presence_add_hour(int minute, struct str *out);

#endif
