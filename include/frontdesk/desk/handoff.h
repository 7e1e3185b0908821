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
	char *why;     /* "handles Fence permit", "had it before", or NULL */
	bool has_desk; /* a desk runs there now: they read it on the screen */
};

struct handoff_draft {
	int64_t request_id;
	int64_t visit_id; /* 0: outside a visit */
	char *reference;
	int hop; /* which hop this would be */
	/* From the second hop on: each so far on a line of its own, "1. Wed Nov
	 * 18, M. Taylor to Mr. Osei – returned Fri Nov 20: Zoning only", and
	 * who owns the topic; else NULL. */
	char *chain;
	char *handles; /* "Mr. Osei, Planning", or NULL */
	char *topic;   /* or NULL */
	char *context; /* many lines; goes along as it stands */
	struct handoff_target *targets; /* suggested first */
	size_t target_count;
	/* The caller's to choose: how soon (now where an answer means danger),
	 * and whether in front of the visitor. */
	enum handoff_urgency urgency;
	enum handoff_manner manner;
};
void handoff_draft_release(struct handoff_draft *draft);

/* The contact must be saved (desk_save_visit): the context is made of it. */
bool desk_prepare_handoff(struct desk *desk, int64_t request_id,
			  int64_t visit_id, struct handoff_draft *out,
			  struct error *err);

/* What is known of a request, as it would go along now: its zone is borrowed,
 * its address not made. The caller releases it. */
bool desk_read_context(struct desk *desk, int64_t request_id,
		       struct handoff_context *out, struct error *err);

/* asked: the one thing asked of the receiver, required (field "asked"). The
 * context is kept as it stood when it was offered, below how soon and how. */
bool desk_offer_handoff(struct desk *desk, const struct handoff_draft *draft,
			const struct handoff_target *target, const char *asked,
			int64_t *handoff_id, struct error *err);

/* Offered to me, my department, or one that I stand in for; returned to me on
 * top, then the urgent ones. Newest last. */
bool desk_list_handoffs(struct desk *desk, struct handoff_list *out,
			struct error *err);
/* Reading it is recorded. */
bool desk_open_handoff(struct desk *desk, int64_t handoff_id,
		       struct handoff *out, struct error *err);
/* The one of this request that waits for its answer; 0 where none does. */
bool desk_find_offered(struct desk *desk, int64_t request_id,
		       int64_t *handoff_id, struct error *err);

/*
 * Read back: what will be done (field "what"), and by when, as people say it
 * (field "when"), both required. It becomes my promise to the resident, and
 * the request with its open promises becomes mine. ERROR_CONFLICT when it was
 * decided meanwhile.
 */
bool desk_accept_handoff(struct desk *desk, int64_t handoff_id,
			 const char *what, const char *when, struct error *err);
/* Who may have said it aloud. */
struct handoff_speaker {
	int64_t staff_id;
	char *name, *department; /* department may be NULL */
};
struct handoff_speakers {
	struct handoff_speaker *items;
	size_t count;
};
void handoff_speakers_release(struct handoff_speakers *speakers);

/*
 * An acceptance that was read back aloud, noted by whoever offered it (or a
 * supervisor) in the name of who said it. Only where nobody of the receiver
 * has a desk running, or in front of the visitor; else ERROR_DENIED in words,
 * from both.
 */
bool desk_list_speakers(struct desk *desk, int64_t handoff_id,
			struct handoff_speakers *out, struct error *err);
bool desk_note_acceptance(struct desk *desk, int64_t handoff_id,
			  int64_t staff_id, const char *what, const char *when,
			  struct error *err);

/* reason required (field "reason"). It goes back to its sender's list. */
bool desk_return_handoff(struct desk *desk, int64_t handoff_id,
			 const char *reason, struct error *err);
/* Its sender has a returned one again: the request is theirs. */
bool desk_take_back_handoff(struct desk *desk, int64_t handoff_id,
			    struct error *err);

/*
 * How an offered one reaches its receiver besides the screen: by the
 * department's delivery where it goes to the department, or to a person of it
 * who has no desk running.
 */
struct handoff_delivery {
	struct handoff handoff;
	enum delivery how;
	char *to; /* the printer's name or the address; NULL: the usual */
	char *city;
};
void handoff_delivery_release(struct handoff_delivery *delivery);
bool desk_handoff_delivery(struct desk *desk, int64_t handoff_id,
			   struct handoff_delivery *out, struct error *err);
/* That it went out ("mail to planning@city.example"), or why it did not. */
bool desk_note_delivery(struct desk *desk, int64_t handoff_id,
			bool is_delivered, const char *note, struct error *err);

/* A colleague came to the window, or spoke on the telephone, in front of the
 * visitor: a touch, and no hand-off. */
bool desk_join_visit(struct desk *desk, int64_t visit_id, int64_t request_id,
		     int64_t staff_id, struct error *err);

#endif
