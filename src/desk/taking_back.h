/*
 * taking_back.h - what was done here last, so that it can be taken back
 */
#ifndef FRONTDESK_DESK_TAKING_BACK_H
#define FRONTDESK_DESK_TAKING_BACK_H

#include "frontdesk/base/str.h"
#include "frontdesk/store/request.h"
#include "frontdesk/store/unanswered.h"

struct desk;
struct resident;

enum act_kind {
	ACT_PROMISE, /* kept, withdrawn, promised anew */
	ACT_PROMISE_MADE,
	ACT_TOLD, /* or not reached */
	ACT_ACKNOWLEDGED,
	ACT_RESOLVED,
	ACT_VOIDED,
	ACT_LEFT,    /* without being served, or while it was */
	ACT_JOINED,  /* a colleague */
	ACT_CARD,    /* of a topic: a version of it */
	ACT_RETIRED, /* a topic, or used again: version_id is 1, or 0 */
	ACT_UNANSWERED,
	ACT_ANSWERED, /* such a question */
	ACT_PASSED,   /* the same, to somebody else */
	ACT_NOTED,    /* how somebody wishes to be addressed */
	ACT_MERGED,   /* two records */
	ACT_FEEDBACK, /* a card entered, or what was said aloud */
	ACT_IDEA,
	ACT_IDEA_STEP, /* a remark, a decision */
	ACT_THANKS,
};

struct act {
	enum act_kind kind;
	int64_t id; /* of the promise, what was told, the request, the visit,
		     * the joining, the resident, the merge, the topic, the
		     * question */
	int64_t at; /* the instant that its rows bear */
	int64_t serial;
	/* Of a card: its topic where id is another's; made, in use before. */
	int64_t topic_id, version_id, earlier_id;
	bool has_acknowledged;		  /* telling did that too */
	struct unanswered_place from, to; /* of a question that was passed */
	/* Of a promise: how its request stood. */
	struct request_settlement before;
	/* Of a visit that was not over: as which, and its form, or NULL. */
	bool was_open;
	char *form;
	struct resident *was, *noted; /* before a note, and after it */
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

/* topic.c */
bool take_back_card(struct db *db, struct taking_back *work, struct error *err);
bool take_back_retired(struct db *db, struct taking_back *work,
		       struct error *err);

/* unanswered.c, unanswered_pass.c */
bool take_back_unanswered(struct db *db, struct taking_back *work,
			  struct error *err);
bool take_back_answer(struct db *db, struct taking_back *work,
		      struct error *err);
bool take_back_passed(struct db *db, struct taking_back *work,
		      struct error *err);

/* taking_back_visit.c: each within a transaction. */
bool take_back_made(struct db *db, struct taking_back *work, struct error *err);
bool take_back_voided(struct db *db, struct taking_back *work,
		      struct error *err);
bool take_back_left(struct db *db, struct taking_back *work, struct error *err);
bool take_back_joined(struct db *db, struct taking_back *work,
		      struct error *err);
/* resident_note.c, the same way. */
bool take_back_noted(struct db *db, struct taking_back *work,
		     struct error *err);

/* merge_undo.c */
bool take_back_merged(struct db *db, struct taking_back *work,
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
