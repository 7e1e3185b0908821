/*
 * corrections.h - what changed of a closed day since it was closed
 *
 * The figures that were given out then beside those that the records give now,
 * named as in CSV and JSON. What was closed stays as it is: these stand beside
 * it. What was put right is parted from what only went on (docs/figures.md).
 * Names, settings, notices, patterns, what a day is compared with and what the
 * forms say of themselves are compared with nothing.
 */
#ifndef FRONTDESK_REPORT_CORRECTIONS_H
#define FRONTDESK_REPORT_CORRECTIONS_H

#include "frontdesk/base/json.h"
#include "frontdesk/desk/closing.h"

struct correction {
	char *figure, *part;	      /* a member of a list by what it is of */
	size_t member_at, member_len; /* where in part that stands; or 0 */
	/* NULL: it was not listed, or is not. A figure of which something was
	 * put right and something went on is two corrections. */
	char *was, *is;
	bool went_on;
	bool is_read; /* people need it: another one does not say as much */
};
struct corrections {
	int64_t site_id; /* 0: the signed-in one */
	struct day day;
	struct closing closing; /* with the remarks that were added later */
	struct correction *items;
	size_t count;
	size_t later_remarks;
};
void corrections_release(struct corrections *corrections);

/* closing.closing_id is 0 where the day is not closed. */
bool corrections_find(struct desk *desk, struct day day,
		      struct corrections *out, struct error *err);
bool corrections_find_at(struct desk *desk, int64_t site_id, struct day day,
			 struct corrections *out, struct error *err);

/* The closed days of the week before day that were put right since, and how
 * often: "Fri Nov 20 (12), Sun Nov 22 (1)". Adds nothing where none was. */
bool corrections_add_week(struct desk *desk, struct day day, struct str *out,
			  struct error *err);

/* The tables themselves (summary_add_csv): what was given out, what the records
 * say today of that moment, and of now. Adds the items alone. */
bool corrections_compare(const struct str *was, const struct str *then,
			 const struct str *is, struct corrections *out,
			 struct error *err);

/* How many people are shown: of those that went on, or of the others. */
size_t corrections_count(const struct corrections *corrections, bool went_on);
/* "3 corrected, 12 gone on since, 1 remark added"; nothing where there is none.
 */
void corrections_add_count(const struct corrections *corrections,
			   struct str *out);

/* "Served, telephone: 9, now 8", as the paper names it. */
void correction_add_words(const struct correction *correction, struct str *out);

/* For people in 80 columns; rows of one table; one object of a list. */
void corrections_add_text(const struct desk *desk,
			  const struct corrections *corrections,
			  struct str *out);
void corrections_add_csv_head(struct str *out);
void corrections_add_csv(const struct corrections *corrections,
			 struct str *out);
struct json *corrections_json(const struct desk *desk,
			      const struct corrections *corrections);

#endif
