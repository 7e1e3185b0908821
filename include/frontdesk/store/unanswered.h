/*
 * unanswered.h - questions that nobody at the counter could answer
 */
#ifndef FRONTDESK_STORE_UNANSWERED_H
#define FRONTDESK_STORE_UNANSWERED_H

#include "frontdesk/store/db.h"
#include "frontdesk/store/list.h"

/* Whose it is to answer, and of which topic; 0 where there is none. */
struct unanswered_place {
	int64_t topic_id;
	int64_t staff_id, department_id;
	int64_t passed_at; /* to a department; 0: it goes with its topic */
};

struct unanswered {
	int64_t unanswered_id;
	int64_t topic_id, request_id; /* 0: none */
	char *words;
	char *topic; /* its name, or NULL */
	int64_t asked_at, asked_by;
	char *asker;		     /* "A. Ruiz" */
	int64_t owner_staff_id;	     /* 0: none in particular */
	int64_t owner_department_id; /* 0: a supervisor's */
	int64_t passed_at;	     /* as in its place */
	bool is_open;		     /* neither answered nor taken back */
};
void unanswered_release(struct unanswered *unanswered);

/* ERROR_NOT_FOUND without a text. */
bool unanswered_get(struct db *db, int64_t unanswered_id,
		    struct unanswered *out, struct error *err);
bool unanswered_insert(struct db *db, const struct unanswered *unanswered,
		       int64_t site_id, struct day on, int64_t *id,
		       struct error *err);

/* How one was answered; the ids are 0 where there is none. */
struct unanswered_answer {
	int64_t unanswered_id, staff_id, at;
	struct day on;
	const char *text;
	int64_t topic_version_id, told_id;
};
/* Each is ERROR_NOT_FOUND without a text where it is not so any more: open,
 * answered at that instant with nothing told of it yet, open. */
bool unanswered_answer(struct db *db, const struct unanswered_answer *answer,
		       struct error *err);
bool unanswered_reopen(struct db *db, int64_t unanswered_id,
		       int64_t answered_at, int64_t at, struct error *err);
bool unanswered_take_back(struct db *db, int64_t unanswered_id, int64_t at,
			  struct error *err);

/* Open ones of the topic are whose it is now, but those passed by hand. */
bool unanswered_follow(struct db *db, int64_t topic_id, struct error *err);
/* From one place to another; ERROR_NOT_FOUND without a text where it is not
 * open there. */
bool unanswered_pass(struct db *db, int64_t unanswered_id,
		     const struct unanswered_place *from,
		     const struct unanswered_place *to, struct error *err);

/* Open ones of this person, then of their department, then (for who sees
 * those) of nobody, the oldest first; text is the question, staff who noted
 * it, whom nothing says. */
bool list_unanswered(struct db *db, const struct list_query *query,
		     list_entry_fn *each, void *state, struct error *err);

#endif
