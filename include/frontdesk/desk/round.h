/*
 * round.h - the round of a day: its briefing, and what is left in the evening
 *
 * Both are rows, each of which is one key away from its work. Nothing is
 * acknowledged or closed by itself.
 */
#ifndef FRONTDESK_DESK_ROUND_H
#define FRONTDESK_DESK_ROUND_H

#include "frontdesk/desk/desk.h"

/* In the order in which they stand. ROUND(suffix, words) */
#define ROUND_KINDS(ROUND)                                                     \
	ROUND(ACKNOWLEDGE, "To acknowledge") /* id: the request */             \
	ROUND(NOTICE, "Notice")		     /* the notice */                  \
	ROUND(TO_TELL, "To tell")	     /* what is to be told */          \
	ROUND(PROMISE, "Promise")	     /* the promise */                 \
	ROUND(HANDED, "Handed to you")	     /* the hand-off */                \
	ROUND(OFFERED, "Not accepted")	     /* the hand-off */                \
	ROUND(UNANSWERED, "To answer")	     /* the question */                \
	ROUND(ASIDE, "Put aside")	     /* the visit */                   \
	ROUND(LINE, "In line")		     /* none */                        \
	ROUND(AWAY, "Out")		     /* the person */                  \
	ROUND(CARD, "Stale card")	     /* the topic */                   \
	ROUND(CLOSURE, "Closed")	     /* none */                        \
	ROUND(DAY, "Close the day")	     /* any but 0 */                   \
	ROUND(WORDS, "Words left out")	     /* none */

enum round_kind {
#define ROUND_MEMBER(suffix, words) ROUND_##suffix,
	ROUND_KINDS(ROUND_MEMBER)
#undef ROUND_MEMBER
	    ROUND_COUNT
};
const char *round_words(enum round_kind kind);

struct round_row {
	enum round_kind kind;
	int64_t id; /* 0: there are more of the kind than stand here */
	int64_t request_id;
	char *who;  /* "Ms. Elena Alvarez", or NULL */
	char *what; /* "Fence permit: call back" */
	char *note; /* "due 4:00 pm", "until Wed Dec 2", or NULL */
	char *more; /* how to reach them, of what is to tell; or NULL */
	bool is_late;
};
struct round {
	struct round_row *rows;
	size_t count;
};
void round_release(struct round *round);

/* What to know before the first visitor: to acknowledge, notices, promises of
 * today and late ones, what is handed to this person, questions that are
 * theirs to answer, who is out, stale cards, closures of the next two weeks;
 * for a supervisor, lines of the words that are wrong. */
bool desk_read_briefing(struct desk *desk, struct round *out,
			struct error *err);
/* What is left before the doors close: to acknowledge, to tell, promises due
 * today and late ones, hand-offs that wait, visits open or put aside, who
 * waits; for a supervisor the day itself, until it is closed. */
bool desk_read_evening(struct desk *desk, struct round *out, struct error *err);

/* Notes that this person is shown the briefing now; *briefing_id is 0 where
 * that was done today at this site. */
bool desk_begin_briefing(struct desk *desk, int64_t *briefing_id,
			 struct error *err);
/* It was taken away: seen. */
bool desk_end_briefing(struct desk *desk, int64_t briefing_id,
		       struct error *err);

/* Whether the last half hour of the site's hours has begun, and they are not
 * over for longer than that; closes_minute is theirs. */
bool desk_is_evening(struct desk *desk, int *closes_minute, bool *out,
		     struct error *err);

#endif
