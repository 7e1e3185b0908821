/*
 * when.h - "by when", as people say it
 */
#ifndef FRONTDESK_CORE_WHEN_H
#define FRONTDESK_CORE_WHEN_H

#include <stdbool.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/core/calendar.h"

enum { WHEN_NOTE_SIZE = 200 };

/*
 * Understands, from the wall time now: "today", "tomorrow", "fri", "next
 * friday", "nov 27", "11/27", "2026-11-27", "3 days", "in 2 weeks", "2
 * business days", "end of week", "next week", each with a time of day after
 * it, before it or alone ("3pm", "15:30", "noon", "morning", "end of day"), and
 * "in an hour", "30 minutes", which are read on the wall. Without a time: the
 * closing of that day on the calendar. The end of a week or month is its last
 * open day. Days and lengths are understood in Spanish too ("viernes 3pm",
 * "mañana", "2 días hábiles"). Business days are open days, counted from the
 * next one. A month and day that have passed mean next year's. ERROR_INVALID,
 * field "when", for what it does not understand, a day that does not exist, and
 * what lies before now.
 */
bool when_parse(const char *text, const struct local *now,
		const struct calendar *calendar, struct local *out,
		struct error *err);

/* So many minutes where the text is a length of hours or minutes ("in 2
 * hours"), which is the same length also in a night whose clocks change; else
 * 0. */
int when_minutes(const char *text, const struct local *now,
		 const struct calendar *calendar);

/* A day alone, of the same ones, today or later; a time is not understood. */
bool when_parse_day(const char *text, const struct local *now,
		    const struct calendar *calendar, struct day *out,
		    struct error *err);

/* Shown back in full: "Friday, November 27, 5:00 pm". */
void when_format(const struct local *when, char out[64]);
/* On paper, which may be read next year: "Friday, November 27, 2026"; and with
 * its hour. */
enum { WHEN_PAPER_SIZE = 96 };
void when_format_day(struct day day, char out[WHEN_PAPER_SIZE]);
void when_format_whole(const struct local *when, char out[WHEN_PAPER_SIZE]);

/*
 * What is to be said of a time at which the site is not open: "closed then
 * (Day after Thanksgiving); next open Monday, November 30", "outside hours
 * that day: 8:00 am to 5:00 pm". False, and "", where it is open.
 */
bool when_note(const struct local *when, const struct calendar *calendar,
	       char out[WHEN_NOTE_SIZE]);

#endif
