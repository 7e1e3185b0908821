/*
 * context_private.h - the parts of what goes along with a hand-off
 */
#ifndef FRONTDESK_STORE_CONTEXT_PRIVATE_H
#define FRONTDESK_STORE_CONTEXT_PRIVATE_H

#include "frontdesk/store/context.h"

/* What the later questions ask for. */
struct context_head {
	int64_t contact_id, visit_id, resident_id;
};

/* A zeroed item more at the end of items, which are count of this size. */
void *context_grow(void *items, size_t *count, size_t size);

/* context_people.c */
bool context_read_people(struct db *db, const struct context_head *head,
			 struct handoff_context *out, struct error *err);
bool context_read_interpreters(struct db *db, const struct context_head *head,
			       struct handoff_context *out, struct error *err);

/* context_before.c */
bool context_read_answers(struct db *db, int64_t request_id,
			  struct handoff_context *out, struct error *err);
bool context_read_promises(struct db *db, int64_t request_id,
			   struct handoff_context *out, struct error *err);
bool context_read_contacts(struct db *db, int64_t request_id,
			   const struct context_head *head,
			   struct handoff_context *out, struct error *err);
bool context_read_hops(struct db *db, int64_t request_id,
		       struct handoff_context *out, struct error *err);
bool context_read_joined(struct db *db, int64_t request_id,
			 struct handoff_context *out, struct error *err);

#endif
