/*
 * taking_back.h - what was done here last, so that it can be taken back
 */
#ifndef FRONTDESK_DESK_TAKING_BACK_H
#define FRONTDESK_DESK_TAKING_BACK_H

#include "frontdesk/base/str.h"
#include "frontdesk/store/request.h"

struct desk;

enum act_kind {
	ACT_PROMISE, /* kept, withdrawn, promised anew */
	ACT_PROMISE_MADE,
	ACT_TOLD, /* or not reached */
	ACT_ACKNOWLEDGED,
	ACT_RESOLVED,
	ACT_VOIDED,
	ACT_JOINED,   /* a colleague */
	ACT_FEEDBACK, /* a card entered, or what was said aloud */
	ACT_IDEA,
	ACT_IDEA_STEP, /* a remark, a decision */
	ACT_THANKS,
};

struct act {
	enum act_kind kind;
	int64_t id; /* of the promise, what was told, the request, the visit,
		     * the joining */
	int64_t at; /* the instant that its rows bear */
	int64_t serial;
	bool has_acknowledged; /* telling did that too */
	/* Of a promise: how its request stood. */
	struct request_settlement before;
	/* Of a visit that was not over: as which, and its form, or NULL. */
	bool was_open;
	char *form;
};

/* Remembers an act after its commit; act->form becomes the desk's. */
void act_remember(struct desk *desk, const struct act *act);
void act_release(struct act *act);

struct taking_back {
	struct desk *desk;
	const struct act *act;
	int64_t at;
	struct str said; /* what is so now */
};

/* taking_back_visit.c: each within a transaction. */
bool take_back_made(struct db *db, struct taking_back *work, struct error *err);
bool take_back_voided(struct db *db, struct taking_back *work,
		      struct error *err);
bool take_back_joined(struct db *db, struct taking_back *work,
		      struct error *err);

/* taking_back_voice.c: the same. */
bool take_back_feedback(struct db *db, struct taking_back *work,
			struct error *err);
bool take_back_idea(struct db *db, struct taking_back *work, struct error *err);
bool take_back_idea_step(struct db *db, struct taking_back *work,
			 struct error *err);
bool take_back_thanks(struct db *db, struct taking_back *work,
		      struct error *err);

#endif
