/*
 * handoff_private.h - who could receive a request
 */
#ifndef FRONTDESK_DESK_HANDOFF_PRIVATE_H
#define FRONTDESK_DESK_HANDOFF_PRIVATE_H

#include "frontdesk/desk/handoff.h"

/*
 * Into draft: who handles the topic (the person, then the department), who
 * had the request before, then every department and everybody by name; never
 * oneself. Within the snapshot of its caller.
 */
bool handoff_read_targets(struct desk *desk, int64_t request_id,
			  struct handoff_draft *draft, struct error *err);

#endif
