/*
 * target.h - who could receive a request
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
	bool had_it;	     /* dealt with this request before */
	bool is_handler;     /* the topic's own */
};

/* Text is borrowed for the call. */
typedef void target_fn(const struct target *target, void *state);

/* Every department, then everybody active but this person, each by name. */
bool target_list(struct db *db, int64_t request_id, int64_t but_staff_id,
		 target_fn *each, void *state, struct error *err);

#endif
