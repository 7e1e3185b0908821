/*
 * closing.h - closing the day: an act of the supervisor, never undone
 *
 * A closed day is given out as it stood when it was closed, with the
 * supervisor's remarks on top, forever. What changes afterwards is a correction
 * beside it (report/corrections.h), and a remark that is added later stands
 * beside it as well. One site, one day: it is the signed-in site's that is
 * closed; what is kept of another one's is read by its id, 0 being one's own.
 */
#ifndef FRONTDESK_DESK_CLOSING_H
#define FRONTDESK_DESK_CLOSING_H

#include "frontdesk/base/str.h"
#include "frontdesk/desk/day.h"

#define CLOSING_REMARK_MAX 120 /* characters */
#define CLOSING_EVENING 30     /* minutes before the counter closes */

/* What is still open of a day: nothing of it stands in the way. */
struct closing_open {
	char *reference; /* of a visit */
	char *words;	 /* "put aside, Dog licence, came 4:10 pm" */
};
struct closing_left {
	struct closing_open *visits; /* in the order they came */
	size_t count;
	struct closing_open *carried; /* of earlier days; today's alone */
	size_t carried_count;
	/* Of today whatever is left of it, as in the evening (round.h); of an
	 * earlier day what was received and offered on it. */
	int64_t to_acknowledge; /* not acknowledged yet */
	int64_t pending;	/* hand-offs that nobody answered */
};
void closing_left_release(struct closing_left *left);
bool desk_read_left(struct desk *desk, struct day day, struct closing_left *out,
		    struct error *err);

/* Of today, before its evening: the last half hour of the counter, on a day
 * without hours of when it usually closes. */
struct closing_time {
	bool is_early;
	char minute[12];   /* from when on: "4:30 pm" */
	struct day before; /* the working day before, not closed yet; or "" */
};
bool desk_read_closing_time(struct desk *desk, struct day day,
			    struct closing_time *out, struct error *err);

/* Whether this person may close the day now: a supervisor, a day that is over
 * or in its evening, and not before the store's first record; ERROR_DENIED or
 * ERROR_INVALID in words. A day that is closed is no matter here. */
bool desk_can_close_day(struct desk *desk, struct day day, struct error *err);

/*
 * Renders a summary in a form, for what is kept; report/day_form.h has it. Adds
 * to words where less came of it than should, in words that say what to do: it
 * is given out then, and not kept. The
 * forms "text", "csv" and "json" without names are rendered within the closing
 * itself; without a renderer (the demo city's days) every form is from when it
 * is first asked for.
 */
typedef bool day_render_fn(const struct summary *summary, const char *form,
			   bool with_names, struct str *out, struct str *words,
			   struct error *err);

struct closing_order {
	struct day day;
	const char *remarks[CLOSING_REMARKS]; /* blank ones are left out */
	bool with_open;			      /* also where visits are open */
	day_render_fn *render;
};
/* One transaction. ERROR_CONFLICT where the day is closed already, and where
 * visits are open (field "open"), which it names. */
bool desk_close_day(struct desk *desk, const struct closing_order *order,
		    struct error *err);

/* Further remarks to a closed day, one at least; ERROR_NOT_FOUND where it is
 * not closed. */
bool desk_add_day_remarks(struct desk *desk, struct day day,
			  const char *const remarks[CLOSING_REMARKS],
			  struct error *err);

struct day_remark {
	char *text, *staff;
	int64_t noted_at;
	bool is_later; /* than the closing: on no paper */
};
struct closing {
	int64_t closing_id; /* 0: the day is not closed */
	int64_t closed_at;
	char *closed_by;
	struct day_remark *remarks; /* in their order */
	size_t count;
};
void closing_release(struct closing *closing);
bool desk_read_closing(struct desk *desk, struct day day, struct closing *out,
		       struct error *err);
bool desk_read_closing_at(struct desk *desk, int64_t site_id, struct day day,
			  struct closing *out, struct error *err);

/* The closed days from and to, both included, in their order; the caller frees
 * *out. ERROR_INVALID for days that desk_sum_up_scope refuses, too. */
bool desk_list_closed_days(struct desk *desk, struct day from, struct day to,
			   struct day **out, size_t *count, struct error *err);
bool desk_list_closed_days_at(struct desk *desk, int64_t site_id,
			      struct day from, struct day to, struct day **out,
			      size_t *count, struct error *err);

/*
 * A closed day in a form: the bytes that are kept, or, the first time that the
 * form is asked for, rendered from what was kept and kept from then on; where
 * it cannot be written, it is given out all the same. Names
 * are for supervisors. *is_closed is false, and out as it was, where the day is
 * not closed.
 */
struct day_asked {
	int64_t site_id; /* 0: the signed-in one */
	struct day day;
	const char *form;
	bool with_names;
	day_render_fn *render;
	struct str *words; /* what render added to them, too; or NULL */
};
bool desk_closed_paper(struct desk *desk, const struct day_asked *asked,
		       struct str *out, bool *is_closed, struct error *err);

#endif
