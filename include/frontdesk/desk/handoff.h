/*
 * handoff.h - passing a request on with its context, and receiving one
 */
#ifndef FRONTDESK_DESK_HANDOFF_H
#define FRONTDESK_DESK_HANDOFF_H

#include "frontdesk/core/handoff.h"
#include "frontdesk/desk/desk.h"

/* A person or department that could receive it. */
struct handoff_target {
	int64_t staff_id;      /* 0: the department as a whole */
	int64_t department_id; /* of the person, too */
	char *name;	       /* "Planning", "Mr. Osei" */
	char *detail;	       /* "Planning · in until 4 pm · ext. 3310" */
	char *why; /* "handles Fence permit", "had it before", or NULL */
};

struct handoff_draft {
	int64_t request_id;
	int64_t visit_id; /* 0: outside a visit */
	char *reference;
	int hop;       /* which hop this would be */
	char *chain;   /* the chain so far, or NULL: "Planning, Public Works" */
	char *context; /* many lines; goes along as it stands */
	struct handoff_target *targets; /* suggested first */
	size_t target_count;
};
void handoff_draft_release(struct handoff_draft *draft);

/* The contact must be saved (desk_save_visit): the context is made of it. */
bool desk_prepare_handoff(struct desk *desk, int64_t request_id,
			  int64_t visit_id, struct handoff_draft *out,
			  struct error *err);

/* asked: the one thing asked of the receiver, required (field "asked"). The
 * context is kept as it stood when it was offered. */
bool desk_offer_handoff(struct desk *desk, const struct handoff_draft *draft,
			const struct handoff_target *target, const char *asked,
			int64_t *handoff_id, struct error *err);

/* Offered to me or my department; returned to me on top. Newest last. */
bool desk_list_handoffs(struct desk *desk, struct handoff_list *out,
			struct error *err);
/* Reading it is recorded. */
bool desk_open_handoff(struct desk *desk, int64_t handoff_id,
		       struct handoff *out, struct error *err);
/* note: what will be done, read back; the request's owner becomes me.
 * ERROR_CONFLICT when it was decided meanwhile. */
bool desk_accept_handoff(struct desk *desk, int64_t handoff_id,
			 const char *note, struct error *err);
/* reason required (field "reason"). It goes back to its sender's list. */
bool desk_return_handoff(struct desk *desk, int64_t handoff_id,
			 const char *reason, struct error *err);

#endif
