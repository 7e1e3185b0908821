/*
 * corrections.h - what changed of a closed day since it was closed
 *
 * The figures that were given out then beside those that the records give now,
 * named as in CSV and JSON. What was closed stays as it is: these stand beside
 * it. Patterns, and what the forms say of themselves (over, closing, audit),
 * are compared with nothing.
 */
#ifndef FRONTDESK_REPORT_CORRECTIONS_H
#define FRONTDESK_REPORT_CORRECTIONS_H

#include "frontdesk/base/json.h"
#include "frontdesk/desk/closing.h"

struct correction {
	char *figure, *part; /* a member of a list by what it is of */
	char *was, *is;	     /* NULL: it was not listed, or is not */
	/* The figure counts what stands now, as hand-offs that are pending:
	 * life went on, and nothing was put right. */
	bool went_on;
};
struct corrections {
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

/* The closed days of the week before day that were put right since, and how
 * often: "Fri Nov 20 (12), Sun Nov 22 (1)". Adds nothing where none was. */
bool corrections_add_week(struct desk *desk, struct day day, struct str *out,
			  struct error *err);

/* The two tables themselves (summary_add_csv), the items alone. */
bool corrections_compare(const struct str *was, const struct str *is,
			 struct corrections *out, struct error *err);

/* "Visits, served: 9, now 8". */
void correction_add_words(const struct correction *correction, struct str *out);
/* Whether people need it: a share says no more than its count and its n. */
bool correction_is_read(const struct correction *correction);

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
