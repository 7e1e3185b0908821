/*
 * when.h - "by when", as people say it
 */
#ifndef FRONTDESK_CORE_WHEN_H
#define FRONTDESK_CORE_WHEN_H

#include <stdbool.h>

#include "frontdesk/base/clock.h"

/*
 * Understands, from the wall time now: "today", "tomorrow", "fri", "next
 * friday", "nov 27", "11/27", "2026-11-27", "3 days", "2 business days" (of
 * Monday to Friday), each with a time of day after it or alone ("3pm",
 * "15:30", "noon"). Without a time: closes_minute. A month and day that have
 * passed mean next year's. ERROR_INVALID, field "when", for what it does not
 * understand, a day that does not exist, and what lies before now.
 */
bool when_parse(const char *text, const struct local *now, int closes_minute,
		struct local *out, struct error *err);

/* Shown back in full: "Friday, November 27, 5:00 pm". */
void when_format(const struct local *when, char out[64]);

#endif
