/*
 * target.h - who could receive a request, and who is there to answer for it
 */
#ifndef FRONTDESK_STORE_TARGET_H
#define FRONTDESK_STORE_TARGET_H

#include "frontdesk/store/db.h"

struct target {
	int64_t staff_id; /* 0: a department */
	int64_t department_id;
	const char *name, *department, *telephone, *place;
	int in_until_minute; /* -1: not known */
	const char *topic;   /* that they handle, or NULL */
	bool is_handler;     /* the topic's own */
	bool had_it;	     /* dealt with this request before */
	bool returned_it;
	bool owns_it;	 /* whose it is now */
	bool is_at_desk; /* a person's desk runs since since_at */
	int64_t deputy_id, deputy_staff_id; /* of a department, 0: none */
};

/* Text is borrowed for the call. */
typedef void target_fn(const struct target *target, void *state);

struct target_query {
	int64_t request_id;
	int64_t but_staff_id; /* never a target */
	int64_t since_at;     /* a session begun before does not count */
};

/* Every department, then everybody active but this person, each by name. */
bool target_list(struct db *db, const struct target_query *query,
		 target_fn *each, void *state, struct error *err);

/*
 * Whoever could answer for a hand-off to this person or, where staff_id is 0,
 * to this department: the person alone, or everybody active of the department
 * and of what stands in for it. Only staff_id, department_id, name, department
 * and is_at_desk are set.
 */
bool target_list_receivers(struct db *db, int64_t staff_id,
			   int64_t department_id, int64_t since_at,
			   target_fn *each, void *state, struct error *err);

#endif
