/*
 * handoff_private.h - who could receive a request, and who is there
 */
#ifndef FRONTDESK_DESK_HANDOFF_PRIVATE_H
#define FRONTDESK_DESK_HANDOFF_PRIVATE_H

#include "frontdesk/desk/handoff.h"
#include "frontdesk/store/db.h"

/*
 * Into draft: who handles the topic (the person, then the department), who
 * stands in where nobody of them is in, who had the request before, then every
 * department and everybody by name; never oneself. And who owns the topic, from
 * the second hop on. Within the snapshot of its caller.
 */
bool handoff_read_targets(struct desk *desk, int64_t request_id,
			  struct handoff_draft *draft, struct error *err);

/* A session begun before today's midnight was left open by a lost terminal. */
int64_t handoff_since(const struct desk *desk);

/* ERROR_NOT_FOUND in words. */
bool handoff_find(struct db *db, int64_t handoff_id, struct handoff *out,
		  struct error *err);

/* Whether somebody is who it is offered to: the person, their department, who
 * stands in for it; never whoever offered it. */
bool handoff_is_receiver(struct db *db, const struct handoff *handoff,
			 int64_t staff_id, int64_t department_id, bool *out,
			 struct error *err);

/* Whether anybody of the receiver has a desk running. */
bool handoff_has_desk(const struct desk *desk, const struct handoff *handoff,
		      bool *out, struct error *err);

/* Whether the signed-in person may note what was said aloud; in words. */
bool handoff_check_noting(const struct desk *desk,
			  const struct handoff *handoff, struct error *err);

#endif
