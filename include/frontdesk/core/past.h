/*
 * past.h - when something was, as people say it
 */
#ifndef FRONTDESK_CORE_PAST_H
#define FRONTDESK_CORE_PAST_H

#include "frontdesk/base/clock.h"

/*
 * Understands "9:40", "940", "3pm", "noon", "15:30", each alone (on that day,
 * as of the row above) or with its day before or after it: "today",
 * "yesterday", "mon", "nov 20", "11/20", "2026-11-20". An hour from 1 to 6
 * without am or pm is in the afternoon: no counter is open before. A weekday
 * is the last one, a month and day are the last ones. ERROR_INVALID, with
 * that field, for what it does not understand, and for what is yet to come.
 */
bool past_parse(const char *text, const char *field, struct day day,
		const struct local *now, struct local *out, struct error *err);

#endif
