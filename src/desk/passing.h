/*
 * passing.h - what hand-offs, promises and the lists share
 */
#ifndef FRONTDESK_DESK_PASSING_H
#define FRONTDESK_DESK_PASSING_H

#include "desk_private.h"
#include "frontdesk/core/promise.h"
#include "frontdesk/store/list.h"
#include "frontdesk/store/standing.h"

/* How the request stands; ERROR_NOT_FOUND in words. */
bool passing_standing(struct db *db, int64_t request_id, struct standing *out,
		      struct error *err);

/* Gives words to an ERROR_NOT_FOUND that the store left without; false. */
bool passing_missing(struct error *err, enum error_code code, const char *text);

/* Who is to do something works here now; else ERROR_INVALID at the field, and
 * ERROR_NOT_FOUND where nobody is kept under the number. */
bool passing_check_active(struct db *db, int64_t staff_id, const char *field,
			  struct error *err);

/* Adds "Fri Nov 20" at the site. */
void passing_add_day(const struct desk *desk, int64_t at, struct str *out);

/* Who asks, when and where; the limit is the caller's to set. */
void passing_asks(const struct desk *desk, struct list_query *out);

/* By when, as people say it (field "when"): due_at and due_on of promise. */
bool passing_set_due(struct desk *desk, const char *when,
		     struct promise *promise, struct error *err);

#endif
