/*
 * board.h - what happens at a site's windows now, for the live board
 *
 * Open visits, open promises and running sessions alone, each by an index that
 * holds nothing else.
 */
#ifndef FRONTDESK_STORE_BOARD_H
#define FRONTDESK_STORE_BOARD_H

#include "frontdesk/store/db.h"

/* A window at which somebody has signed in since an instant, in the order in
 * which the windows were made; texts are borrowed. */
typedef void board_seat_fn(int64_t counter_window_id, const char *window,
			   const char *staff, void *state);
bool board_each_seat(struct db *db, int64_t site_id, int64_t since_at,
		     board_seat_fn *each, void *state, struct error *err);

/* A visit that is called, served, on hold or put aside; texts are borrowed,
 * NULL where there is none. */
struct board_visit {
	int64_t visit_id;
	const char *state; /* "called", "serving", "hold", "aside" */
	int64_t since_at;
	const char *reason; /* of a hold */
	int64_t counter_window_id;
	const char *window, *staff, *topic;
};
typedef void board_visit_fn(const struct board_visit *visit, void *state);
bool board_each_visit(struct db *db, int64_t site_id, board_visit_fn *each,
		      void *state, struct error *err);

/* Open promises of the site that are due in [from_at, until_at], the first due
 * first, at most limit; texts are borrowed. */
struct board_promise {
	int64_t promise_id, request_id, due_at;
	const char *what, *topic, *reference, *owner, *who;
};
typedef void board_promise_fn(const struct board_promise *promise, void *state);
bool board_each_promise(struct db *db, int64_t site_id, int64_t from_at,
			int64_t until_at, size_t limit, board_promise_fn *each,
			void *state, struct error *err);

#endif
