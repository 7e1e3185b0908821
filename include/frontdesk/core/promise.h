/*
 * promise.h - what staff said will be done, by when and by whom
 *
 * A promise is open until somebody settles it. One that is done by its hour
 * is kept; one that is done after it is missed, with an event 'kept' that says
 * when it was done all the same. Promised anew, the old one keeps its date
 * and the new one names it. An open promise whose hour has passed is late: it
 * stays open, on its owner's list, and counts as missed in the figures.
 */
#ifndef FRONTDESK_CORE_PROMISE_H
#define FRONTDESK_CORE_PROMISE_H

#include <stdbool.h>
#include <stdint.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/base/error.h"

enum promise_state {
	PROMISE_OPEN,
	PROMISE_KEPT,
	PROMISE_MISSED,
	PROMISE_WITHDRAWN,
	PROMISE_RENEWED,
};
const char *promise_state_name(enum promise_state state); /* "open" … */
bool promise_state_parse(const char *name, enum promise_state *out);

struct promise {
	int64_t promise_id;
	int64_t request_id;
	char *what;
	int64_t due_at;
	struct day due_on; /* at the site */
	int64_t site_id;
	int64_t owner_staff_id;
	enum promise_state state;
	int64_t renews_id; /* 0: not in the place of another */
	int64_t edition;
};
void promise_release(struct promise *promise);

/* What was promised: required, at most 200 characters (field "what"). */
bool promise_check(const struct promise *promise, struct error *err);

/* What becomes of an open promise that is done at this instant. */
enum promise_state promise_done(const struct promise *promise, int64_t at);

/* Its hour has passed and nobody has settled it, or it was settled too late. */
bool promise_is_late(enum promise_state state, int64_t due_at, int64_t now);

#endif
