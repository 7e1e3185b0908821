/*
 * summary.h - the figures of the day as text for people, and as CSV and JSON
 *
 * All agree to the last figure, and the same summary gives the same
 * bytes. People's text is cleaned. Names appear only when asked for, and only
 * where the summary has them (desk_sum_up gives none to a clerk).
 */
#ifndef FRONTDESK_REPORT_SUMMARY_H
#define FRONTDESK_REPORT_SUMMARY_H

#include <stdbool.h>

#include "frontdesk/base/str.h"
#include "frontdesk/desk/day.h"

#define SUMMARY_COLUMNS 80

struct summary_text {
	bool with_names;
	bool with_form_feeds; /* between the pages, for a printer */
	/* Told now and then how far it is, 0 to 100, always upwards; or NULL.
	 */
	void (*progress)(void *state, int percent);
	void *progress_state;
};

/*
 * Pages of 80 columns: the first in sentences, then the tables and the lists.
 * how NULL is what goes to a printer: form feeds, no names.
 */
void summary_add_text(const struct summary *summary,
		      const struct summary_text *how, struct str *out);

/* One table, figure,part,value; and one object. The keys are those of
 * docs/interchange.md. */
void summary_add_csv(const struct summary *summary, bool with_names,
		     struct str *out);
void summary_add_json(const struct summary *summary, bool with_names,
		      struct str *out);

/* The tables beside that one: their names by number, NULL behind the last;
 * false where there is none of the name. */
const char *summary_table_name(size_t index);
bool summary_add_table(const struct summary *summary, const char *name,
		       bool with_names, struct str *out);

/* Lengths for people, to the second: "5 min", "5 min 30 s", "1 h 5 min". */
void report_add_length(int64_t length, struct str *out);

/* "Monday, November 23, 2026". */
void report_add_day(struct day day, struct str *out);

/* Days that follow each other, as short as they can be said: "2026", "November
 * 2026", "Week of November 23 to 29, 2026" from a Monday to a Sunday, "November
 * 1 to 15, 2026", "October 28 to November 3, 2026"; one day as above. */
void report_add_days(struct day from, struct day to, struct str *out);

/* Of a wall time as records give it, "2026-11-23T17:42": "Monday, November 23,
 * 2026, 5:42 pm". */
void report_add_moment(const char *at, struct str *out);

/* "7 of 9, 78%"; "n/a" for 0 of 0. */
void report_add_ratio(int64_t count, int64_t n, struct str *out);

#endif
