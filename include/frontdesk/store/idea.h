/*
 * idea.h - ideas and each step they took
 */
#ifndef FRONTDESK_STORE_IDEA_H
#define FRONTDESK_STORE_IDEA_H

#include "frontdesk/base/clock.h"
#include "frontdesk/core/idea.h"
#include "frontdesk/store/db.h"

/* Who does something with an idea, where and when. */
struct idea_act {
	int64_t staff_id, site_id, at;
	struct day on;
};

/* With its first step. visit_id 0: none. */
bool idea_insert(struct db *db, const struct idea_act *act, int64_t visit_id,
		 const char *text, int64_t *idea_id, struct error *err);

/* One more step; what the idea's row says of them follows. ERROR_NOT_FOUND,
 * without a text, where it was taken back. */
bool idea_add_step(struct db *db, const struct idea_act *act, int64_t idea_id,
		   enum idea_step step, const char *text,
		   int64_t *idea_event_id, struct error *err);

/* With its steps, those taken back and who read it left out. ERROR_NOT_FOUND
 * without a text. */
bool idea_get(struct db *db, int64_t idea_id, struct idea *out,
	      struct error *err);

/* Whether something was decided since whose it is last read it. */
bool idea_has_answer(struct db *db, int64_t idea_id, bool *out,
		     struct error *err);
/* Whose it is has it before them. */
bool idea_set_read(struct db *db, int64_t idea_id, struct error *err);

/* ERROR_NOT_FOUND, without a text, where it was done before, or somebody went
 * on with the idea since. */
bool idea_take_back(struct db *db, int64_t idea_id, int64_t at,
		    struct error *err);
bool idea_take_back_step(struct db *db, int64_t idea_event_id, int64_t at,
			 struct error *err);

/* One of a list; borrowed for the call. */
struct idea_row {
	int64_t idea_id, request_id, at;      /* its last step */
	const char *staff, *text, *reference; /* of the visit, or NULL */
	enum idea_state state;
	bool is_mine, is_unread;
	const char *answer; /* the words of its last decision, or NULL */
};
typedef void idea_row_fn(const struct idea_row *row, void *state);
/* What waits to be read by this person, then the new ones, then the decided;
 * those of each that changed last come first. */
bool idea_each(struct db *db, int64_t staff_id, size_t limit, idea_row_fn *each,
	       void *state, struct error *err);

/* Every step of every idea that stands, in their order, for an export. */
struct idea_whole {
	int64_t idea_id;
	const char *step, *on, *staff, *text, *reference;
};
typedef bool idea_whole_fn(const struct idea_whole *row, void *state,
			   struct error *err);
bool idea_each_whole(struct db *db, idea_whole_fn *each, void *state,
		     struct error *err);

#endif
