/*
 * lists.h - what waits for somebody: lists with Enter to their work (F10),
 * promises, acknowledging, telling
 */
#ifndef FRONTDESK_DESK_LISTS_H
#define FRONTDESK_DESK_LISTS_H

#include "frontdesk/desk/desk.h"

/* DESK_LIST(suffix, words, what an empty one says) */
#define DESK_LISTS(DESK_LIST)                                                  \
	DESK_LIST(HANDED, "Handed to you", "Nothing is handed to you.")        \
	DESK_LIST(ASIDE, "Put aside", "No visit is put aside.")                \
	DESK_LIST(PROMISES, "Promises", "No promise of yours is open.")        \
	DESK_LIST(TO_TELL, "To tell", "Nobody waits to be told.")              \
	DESK_LIST(TO_ACKNOWLEDGE, "To acknowledge",                            \
		  "Every request is acknowledged.")                            \
	DESK_LIST(OPEN, "Open requests", "No request of yours is open.")       \
	DESK_LIST(UNANSWERED, "To answer",                                     \
		  "No question waits for your answer.")                        \
	DESK_LIST(FEEDBACK, "Feedback", "Nobody has said anything yet.")       \
	DESK_LIST(IDEAS, "Ideas", "No idea is noted yet.")                     \
	DESK_LIST(THANKS, "Thanks", "Nobody's thanks are noted here yet.")     \
	DESK_LIST(TODAY, "Today's visits", "No visit yet today.")              \
	DESK_LIST(UNACCEPTED, "Offers late",                                   \
		  "Every hand-off was answered in time.")

enum desk_list {
#define DESK_LIST_MEMBER(suffix, words, empty) LIST_##suffix,
	DESK_LISTS(DESK_LIST_MEMBER)
#undef DESK_LIST_MEMBER
	    LIST_COUNT
};
const char *desk_list_words(enum desk_list list);
const char *desk_list_empty(enum desk_list list);
/* Whether the signed-in person has this list: UNACCEPTED, of hand-offs that
 * nobody answered in the site's time, is a supervisor's. */
bool desk_has_list(const struct desk *desk, enum desk_list list);

struct list_row {
	int64_t id;	     /* hand-off, visit, promise or request */
	int64_t request_id;  /* 0: none */
	int64_t resident_id; /* 0: unnamed */
	char *who;	     /* "Ms. Elena Alvarez", "unnamed" */
	char *what;	     /* "Fence permit · check the plan" */
	char *note;	     /* "from A. Ruiz", "R-4K7-2M9X" */
	char *more;	     /* how late; how to reach them; or NULL */
	int64_t at;	     /* offered, put aside, due, received */
	bool is_late;
	bool is_on_hold; /* of those put aside: another came between */
	bool is_unread;	 /* an idea's answer, thanks: not read yet by me */
};
struct list_page {
	struct list_row *rows;
	size_t count;
	bool has_more;
};
void list_page_release(struct list_page *page);

/* What was offered and nobody answered, whatever its age: by this person, for
 * a supervisor by anybody at this site. Rows as of LIST_UNACCEPTED. */
bool desk_read_offered(struct desk *desk, size_t limit, struct list_page *out,
		       struct error *err);
bool desk_read_list(struct desk *desk, enum desk_list list, size_t limit,
		    struct list_page *out, struct error *err);

/* At the counter by telling the reference; else how it was done. how: one of
 * reference_read, slip, telephone, letter, mail. */
bool desk_acknowledge(struct desk *desk, int64_t request_id, const char *how,
		      struct error *err);
/* Adds note (how it went) to what was to be told. A request that nobody had
 * acknowledged is acknowledged by it, by telephone. */
bool desk_tell(struct desk *desk, int64_t told_id, const char *note,
	       struct error *err);
/* The same in a visit: it is acknowledged at the counter. */
bool desk_tell_here(struct desk *desk, int64_t told_id, int64_t visit_id,
		    const char *note, struct error *err);
/* They could not be reached: it stays to tell, and the attempt is kept. */
bool desk_not_reached(struct desk *desk, int64_t told_id, const char *note,
		      struct error *err);

/* when as people say it (core/when.h); owner 0 is me. An unnamed visitor must
 * have left a telephone (field "contact_text"). */
bool desk_make_promise(struct desk *desk, int64_t request_id, const char *what,
		       const char *when, int64_t owner_staff_id,
		       int64_t *promise_id, struct error *err);
/* The same to somebody who leaves that telephone: noted with it, or not at
 * all; NULL as above. */
bool desk_make_promise_to(struct desk *desk, int64_t request_id,
			  const char *contact_text, const char *what,
			  const char *when, int64_t owner_staff_id,
			  int64_t *promise_id, struct error *err);
/* It is done: kept by its hour, missed after it (core/promise.h). Once
 * settled, each of these three is ERROR_CONFLICT. */
bool desk_keep_promise(struct desk *desk, int64_t promise_id, const char *note,
		       struct error *err);
bool desk_withdraw_promise(struct desk *desk, int64_t promise_id,
			   const char *reason, struct error *err);
/* The old date stays; the new promise names the old one. */
bool desk_renew_promise(struct desk *desk, int64_t promise_id, const char *when,
			const char *reason, struct error *err);

/* Resolves an open request outside a visit: it goes to "to tell", unless
 * nobody can be told (unnamed, without a telephone). What this person promised
 * for it is kept by it; ERROR_CONFLICT while it is offered to somebody or
 * somebody else has an open promise for it. done is required. */
bool desk_resolve_request(struct desk *desk, int64_t request_id,
			  const char *done, struct error *err);

/*
 * Takes back the last of these that this person did at this desk since signing
 * in: a promise kept, withdrawn or made anew is open again, one that was made
 * was never due, what was told or tried is to tell, what was acknowledged is to
 * acknowledge, what was resolved is open, a visit that was voided counts, a
 * colleague who joined did not, records that were merged are two, a card is as
 * it was, a question that was answered waits, one that was noted was not.
 * Nothing is removed from the record. *said is what is so now, for the screen.
 * ERROR_NOT_FOUND where there is nothing, ERROR_DENIED on a later day,
 * ERROR_CONFLICT where somebody went on with it meanwhile.
 */
bool desk_take_back(struct desk *desk, char **said, struct error *err);
bool desk_can_take_back(const struct desk *desk);
/* Which would be taken back: what was done later is higher; 0: nothing. */
int64_t desk_last_act(const struct desk *desk);
/* Something else was done since, with an undo of its own. */
void desk_forget_acts(struct desk *desk);

#endif
