/*
 * matter.h - visits about something, for tests of what happens after them
 *
 * Everything goes through the desk's own use cases. Each fails the test with
 * the error's words.
 */
#ifndef FRONTDESK_TESTS_MATTER_H
#define FRONTDESK_TESTS_MATTER_H

#include "fixture.h"
#include "frontdesk/core/visit.h"

/* A visit of somebody unnamed, begun now; nothing of it is saved yet. */
void matter_come(struct desk *desk, struct visit *out);

/* A visit begun now, its one contact saved and not finished; resident 0 is
 * somebody unnamed. visit_release it. */
void matter_begin(struct fixture *fixture, struct desk *desk,
		  int64_t resident_id, enum fixture_topic topic,
		  const char *words, struct visit *out);

/* Ends it now with this result. */
void matter_finish(struct desk *desk, struct visit *visit, enum result result);

/* Both, with "request opened" by the fixture's own desk: the request's id. */
int64_t matter_open(struct fixture *fixture, int64_t resident_id,
		    const char *words);

/* Offers the request from this desk to a person or a department, the other 0:
 * the hand-off's id. */
int64_t matter_offer(struct desk *desk, int64_t request_id, int64_t visit_id,
		     int64_t staff_id, int64_t department_id,
		     const char *asked);

/* Fails unless text has part in it. */
void matter_has(const char *text, const char *part);
void matter_has_not(const char *text, const char *part);

#endif
