/*
 * cue.h - cues of moments that are no visit's, and the table they come from
 */
#ifndef FRONTDESK_DESK_CUE_H
#define FRONTDESK_DESK_CUE_H

#include "frontdesk/base/str.h"
#include "frontdesk/core/cue.h"
#include "frontdesk/desk/desk.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/line.h"

#define CUE_KNOW_SHOWN 3 /* lines of KNOW on a screen; ^E has all */

struct moment_line {
	enum cue_kind kind;
	char *text;
};

/* Without quotes; each may be NULL. SAY and ASK are in the language in which
 * whoever stands here is greeted, KNOW in the desk's. */
struct moment_cue {
	char *say, *ask;
	char *other; /* SAY in the other language of the greeting */
	char *know[CUE_KNOW_SHOWN];
	size_t know_count;
	/* What else there is, less urgent, for ^E. */
	struct moment_line *more;
	size_t more_count;
};
void moment_cue_release(struct moment_cue *cue);

/* Somebody joins the line. */
bool desk_cue_joining(struct desk *desk, struct moment_cue *out,
		      struct error *err);
/* Opening the window, or before the doors close. */
bool desk_cue_day(struct desk *desk, const struct yours *yours, bool is_evening,
		  struct moment_cue *out, struct error *err);

/* A promise that is being made. */
struct cue_promise {
	const char *when;   /* as it is typed; NULL or "": not yet */
	int64_t owner_id;   /* who will keep it; 0: this person */
	const char *owner;  /* by name */
	int64_t promise_id; /* that is promised anew, whoever keeps it; or 0 */
};
/* Whether it is reasonable. Asks, and never refuses. */
bool desk_cue_promise(struct desk *desk, const struct cue_promise *promise,
		      struct moment_cue *out, struct error *err);

/* Before a request is handed off, a second time too. */
bool desk_cue_handoff(struct desk *desk, const struct handoff_draft *draft,
		      struct moment_cue *out, struct error *err);
/* And once it was. visit_id 0: outside a visit. */
bool desk_cue_handed_off(struct desk *desk, int64_t visit_id,
			 struct moment_cue *out, struct error *err);

/* Everything that is wrong with the tables of cues and with the words of
 * greetings and titles, a line each; adds to out. The desk goes on with the
 * rows that are right. */
void desk_check_cues(struct desk *desk, struct str *out);

/* The same for a supervisor at the desk, looked at once, when it is first asked
 * for; NULL where nothing is wrong, or for anybody else. Borrowed. */
const char *desk_wrong_words(struct desk *desk);
/* How many lines that are, and the first of them. Adds to out. */
void desk_add_wrong_words(const char *wrong, struct str *out);

#endif
