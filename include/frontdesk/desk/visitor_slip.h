/*
 * visitor_slip.h - the slip that a visitor takes home: read, and noted once it
 * is printed
 */
#ifndef FRONTDESK_DESK_VISITOR_SLIP_H
#define FRONTDESK_DESK_VISITOR_SLIP_H

#include "frontdesk/core/visitor_slip.h"
#include "frontdesk/desk/desk.h"

/* What stands on the slips of a request, as it is now. ERROR_NOT_FOUND in
 * words. */
bool desk_read_slip(struct desk *desk, int64_t request_id,
		    struct visitor_slip *out, struct error *err);

/* The same of the request with that reference; ERROR_INVALID in words where it
 * is none of a request. */
bool desk_find_slip(struct desk *desk, const char *reference,
		    struct visitor_slip *out, struct error *err);

/*
 * A slip with its reference went out on paper: a request that nobody had
 * acknowledged is acknowledged by it, by this person (*acknowledges), and
 * desk_take_back takes that back; on any other it changes nothing. To be
 * called once the printer has taken it, never before.
 */
bool desk_note_slip(struct desk *desk, int64_t request_id, bool *acknowledges,
		    struct error *err);

#endif
