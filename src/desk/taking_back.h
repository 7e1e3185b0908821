/*
 * taking_back.h - what was done here last, so that it can be taken back
 */
#ifndef FRONTDESK_DESK_TAKING_BACK_H
#define FRONTDESK_DESK_TAKING_BACK_H

#include <stdbool.h>
#include <stdint.h>

struct desk;

enum act_kind {
	ACT_PROMISE, /* kept, withdrawn, promised anew */
	ACT_TOLD,    /* or not reached */
	ACT_ACKNOWLEDGED,
	ACT_RESOLVED,
};

struct act {
	enum act_kind kind;
	int64_t id; /* of the promise, of what was told, of the request */
	int64_t at;
	bool has_acknowledged; /* telling did that too */
};

/* Remembers an act after its commit; at is the instant its rows bear. */
void act_remember(struct desk *desk, enum act_kind kind, int64_t id, int64_t at,
		  bool has_acknowledged);

#endif
