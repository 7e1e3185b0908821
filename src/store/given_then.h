/*
 * given_then.h - a record as it stood at an instant, before it gives anything
 *
 * What happened later is cut off: by the instants that the record itself has,
 * so that what was put right since (voided, opened again, entered later with
 * its true times) stays put right.
 */
#ifndef FRONTDESK_STORE_GIVEN_THEN_H
#define FRONTDESK_STORE_GIVEN_THEN_H

#include "given.h"

/* waited_since: how much of its wait ended later. One that arrived later gives
 * nothing: it is made a voided one. */
void given_visit_then(struct given_visit *visit, int64_t at,
		      int64_t waited_since);

/*
 * false: it was not received yet. A promise whose hour had come unkept is
 * "missed", one whose hour lay ahead "ahead"; what is owed is left as it
 * stands. A request that was opened again is closed as its contacts, hand-offs
 * and promises say, or since settled_at: the last time by then that it was
 * closed outside a visit, GIVEN_NEVER for none.
 */
bool given_request_then(struct given_request *request, int64_t at,
			int64_t settled_at, struct day settled_on);

#endif
