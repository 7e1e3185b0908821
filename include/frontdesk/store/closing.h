/*
 * closing.h - days that a supervisor closed, and what was given out of them
 */
#ifndef FRONTDESK_STORE_CLOSING_H
#define FRONTDESK_STORE_CLOSING_H

#include "frontdesk/base/str.h"
#include "frontdesk/store/audit.h"
#include "frontdesk/store/db.h"

/* ERROR_NOT_FOUND, without a text, where the day is not closed. */
bool closing_find(struct db *db, int64_t site_id, struct day day,
		  int64_t *closing_id, struct error *err);

/* The days of a range, both ends included, that are closed; in their order. */
typedef void closing_day_fn(struct day day, void *state);
bool closing_each_day(struct db *db, int64_t site_id, struct day from,
		      struct day to, closing_day_fn *each, void *state,
		      struct error *err);

/* The day of the oldest visit of any site ("": there is none), and when the
 * first entry of the audit was made (0: there is none). */
bool closing_read_first(struct db *db, struct day *visit_on, int64_t *entry_at,
			struct error *err);

/* When and by whom (the caller frees it), of one that is there. */
bool closing_get(struct db *db, int64_t closing_id, int64_t *closed_at,
		 char **closed_by, struct error *err);

/* By the db's actor, now; *closing_id is 0 where the day is closed already. */
bool closing_insert(struct db *db, int64_t site_id, struct day day,
		    const struct audit_head *head, int64_t *closing_id,
		    struct error *err);

/* In their order; texts are borrowed. */
struct closing_remark {
	const char *text, *staff;
	int64_t noted_at;
	bool is_later; /* than the closing */
};
typedef void closing_remark_fn(const struct closing_remark *row, void *state);
bool closing_each_remark(struct db *db, int64_t closing_id,
			 closing_remark_fn *each, void *state,
			 struct error *err);
bool closing_add_remark(struct db *db, int64_t closing_id, const char *text,
			bool is_later, struct error *err);

/* What is kept of a closed day. */
struct closing_paper {
	int64_t closing_id;
	const char *form; /* "data" is the summary itself */
	bool with_names;
};
/* Nothing is changed where there is one already. */
bool closing_keep_paper(struct db *db, const struct closing_paper *paper,
			const struct str *bytes, struct error *err);
/* Sets out; ERROR_NOT_FOUND, without a text, where none is kept. */
bool closing_read_paper(struct db *db, const struct closing_paper *paper,
			struct str *out, struct error *err);

/* Visits of the day that are open, in the order of their arrival; borrowed. */
struct closing_visit {
	int64_t visit_id, arrived_at;
	const char *reference, *state, *topic; /* topic NULL: none yet */
};
typedef void closing_visit_fn(const struct closing_visit *row, void *state);
bool closing_each_open_visit(struct db *db, int64_t site_id, struct day day,
			     closing_visit_fn *each, void *state,
			     struct error *err);
/* Those that came on an earlier day, the oldest first. */
bool closing_each_carried_visit(struct db *db, int64_t site_id, struct day day,
				closing_visit_fn *each, void *state,
				struct error *err);

/* Whether closings, remarks and papers are those that the audit noted, each as
 * it was, and the chain has the head that each closing noted; else
 * ERROR_DAMAGED. */
bool closing_check(struct db *db, struct error *err);

#endif
