/*
 * cue.h - cues of moments that are no visit's, and the table they come from
 */
#ifndef FRONTDESK_DESK_CUE_H
#define FRONTDESK_DESK_CUE_H

#include "frontdesk/base/str.h"
#include "frontdesk/desk/desk.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/line.h"

#define CUE_KNOW_SHOWN 3 /* lines of KNOW on a screen; ^E has all */

/* Without quotes; each may be NULL. SAY and ASK are in the language in which
 * whoever stands here is greeted, KNOW in the desk's. */
struct moment_cue {
	char *say, *ask;
	char *other; /* SAY in the other language of the greeting */
	char *know[CUE_KNOW_SHOWN];
	size_t know_count;
};
void moment_cue_release(struct moment_cue *cue);

/* Somebody joins the line. */
bool desk_cue_joining(struct desk *desk, struct moment_cue *out,
		      struct error *err);
/* Opening the window, or before the doors close. */
bool desk_cue_day(struct desk *desk, const struct yours *yours, bool is_evening,
		  struct moment_cue *out, struct error *err);

/*
 * Whether a promise is reasonable: when it is due, as it is typed (NULL or "":
 * not yet), and who will keep it (0: this person). Asks, and never refuses.
 */
bool desk_cue_promise(struct desk *desk, const char *when, int64_t owner_id,
		      const char *owner, struct moment_cue *out,
		      struct error *err);

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

#endif
