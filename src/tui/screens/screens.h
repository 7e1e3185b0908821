/*
 * screens.h - how one screen opens another
 *
 * Each function pushes (or, where it says so, replaces); a failure is shown in
 * the message line of the screen that stays. What was typed below stays typed.
 */
#ifndef FRONTDESK_TUI_SCREENS_H
#define FRONTDESK_TUI_SCREENS_H

#include <stdint.h>

#include "../app.h"
#include "frontdesk/core/visit.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/lists.h"

/* Sign-in instead of everything; then the desk. */
void signin_open(struct app *app);
/* Over everything: the PIN, or another person. On a demo no PIN. */
void lock_open(struct app *app);

/* The desk: the one box, the line, what is yours. */
void home_open(struct app *app);
/* What was done last with a visit: Ctrl+Z on the desk takes it back. */
enum home_last {
	HOME_LAST_NONE,
	HOME_LAST_LOGGED,   /* at once: it is voided */
	HOME_LAST_FINISHED, /* it is opened again */
	HOME_LAST_ASIDE,    /* it is taken up */
	HOME_LAST_LEFT,	    /* as what is done in a list */
};
/* Opens again whatever a lost terminal or a power cut left behind. */
void restore_typed(struct app *app);
/* Back to the desk from any screen, its box empty. */
void home_return(struct app *app, enum home_last last, int64_t visit_id);
/* What is said and asked on the desk until the next key; takes it. */
struct moment_cue;
void home_say(struct app *app, struct moment_cue *cue);
/* The end of that visit, said on the desk: thanks, by name. */
struct visit;
void home_say_closing(struct app *app, const struct visit *visit);
/* The visit that was finished or logged last at this desk; 0: none was. */
int64_t home_finished(const struct app *app);
/* F2 and F6, from any screen; row NULL is unnamed; 0 where it failed. */
void line_call(struct app *app, int64_t visit_id); /* 0: the first */
int64_t line_join(struct app *app, const struct find_row *row);

/*
 * The visit: a form on top, what the city knows below. Nothing is in the
 * store until the first character; timed from this call. Any id may be 0.
 */
void visit_open_new(struct app *app, enum channel channel, int64_t resident_id,
		    int64_t organisation_id, int64_t topic_id);
/* One that is called, held or put aside; that one is served now. */
void visit_open(struct app *app, int64_t visit_id);
/* The telephone rings: a call begins at once, whoever is served goes on hold
 * and comes back when the call is over. */
void visit_open_call(struct app *app);
/* A visit that was noted on paper, with its true times. */
void later_open(struct app *app);
/* About a request that exists, with whoever it is of (either id may be 0). */
void visit_open_about(struct app *app, int64_t request_id, int64_t resident_id,
		      int64_t organisation_id);
/* Whether a visit lies under that screen. */
bool visit_is_below(struct app *app, const struct screen *screen);
/* Whoever serves it sits at another window now: the visit on the screen goes
 * along. */
void visit_come_along(struct app *app);
/* After F9 from a hand-off or a promise made within it: reads it anew. */
void visit_reload(struct app *app);

/* The whole record of a resident, an organisation, or one request. */
void resident_open(struct app *app, int64_t resident_id);
void organisation_open(struct app *app, int64_t organisation_id);
void request_open(struct app *app, int64_t request_id);
/* A mistake about whose request it is, put right after its visit. */
void request_correct(struct app *app, int64_t request_id);

/*
 * A resident to fill in: new (resident_id 0; typed is what stood in the box)
 * or changed. done gets the id after saving, with the form gone.
 */
typedef void resident_saved_fn(struct app *app, void *state,
			       int64_t resident_id);
void resident_edit_open(struct app *app, int64_t resident_id, const char *typed,
			resident_saved_fn *done, void *state);
/* Somebody new at the window: the visit begins with whoever is saved, or is
 * known already. */
void resident_edit_visitor(struct app *app, const char *typed);

/* The same of an organisation; typed is its name where it is new. left where
 * it is not saved, or NULL. */
typedef void organisation_saved_fn(struct app *app, void *state,
				   int64_t organisation_id);
void organisation_edit_open(struct app *app, int64_t organisation_id,
			    const char *typed, organisation_saved_fn *done,
			    void (*left)(struct app *app, void *state),
			    void *state);

/* ^W: who has looked at the record of a resident, or changed it. */
void looks_show(struct app *app, int64_t resident_id);

/* Type to find a resident or an organisation, or to make a new one; done gets
 * the row's kind and id. cancelled where nobody is taken, or NULL. */
typedef void person_picked_fn(struct app *app, void *state,
			      const struct find_row *row);
void person_pick(struct app *app, const char *title, person_picked_fn *done,
		 void (*cancelled)(struct app *app, void *state), void *state);
/* The same with the people of an organisation (0: none) first. */
void person_pick_of(struct app *app, const char *title, int64_t organisation_id,
		    person_picked_fn *done,
		    void (*cancelled)(struct app *app, void *state),
		    void *state);
/* The same, residents alone or organisations alone. */
void resident_pick(struct app *app, const char *title, person_picked_fn *done,
		   void (*cancelled)(struct app *app, void *state),
		   void *state);
void organisation_pick(struct app *app, const char *title,
		       person_picked_fn *done,
		       void (*cancelled)(struct app *app, void *state),
		       void *state);

/* ^Y: title, first name yes, no or not asked, not this title, called as, as it
 * stands. done (or NULL) is called when it is answered or put away. */
void address_ask(struct app *app, int64_t resident_id,
		 void (*done)(struct app *app, void *state), void *state);

/* F7 for a saved request; visit_id 0 outside a visit. */
void handoff_open(struct app *app, int64_t request_id, int64_t visit_id);
/* The same ask to somebody else, of one that came back. */
struct handoff;
void handoff_open_again(struct app *app, const struct handoff *handoff);
/* One handed to somebody: read, accept, return. */
void handoff_read_open(struct app *app, int64_t handoff_id);
/* Its acceptance, or the one said aloud, that was being typed. */
void handoff_accept_again(struct app *app, int64_t handoff_id, bool is_aloud);
/* What the receiver of this request's offer read back aloud is noted. */
void handoff_note_acceptance(struct app *app, int64_t request_id);
/* F8: what, by when, by whom. */
void promise_open(struct app *app, int64_t request_id);
/* The same promise, another hour: by when, and why. */
void promise_renew_open(struct app *app, int64_t promise_id, const char *what);

/* F10: what waits for somebody, by list. */
void lists_open(struct app *app);
void lists_open_at(struct app *app, enum desk_list list);

/* What to know before the first visitor; and what is left before closing. */
void briefing_open(struct app *app);
void evening_open(struct app *app);
/* After signing in: the briefing, where it is this person's first today. */
void briefing_offer(struct app *app);
/* Who is in, and who is away until when: noted by them or a supervisor. */
void away_open(struct app *app);
void away_note_open(struct app *app, int64_t staff_id);
/* A notice for everybody at this site. */
void notice_ask(struct app *app);

/* Who waits, who is where, what is due: for a supervisor. */
void board_open(struct app *app);
/* What several people have in common within a week: for a supervisor. */
void patterns_open(struct app *app);
struct pattern;
void pattern_open(struct app *app, const struct pattern *pattern);
/* Whether this person is one; F4 asks which of the two. */
bool oversee_can(const struct desk *desk);
void oversee_ask(struct app *app);

void day_open(struct app *app);
/* The day's figures, and Enter prints them: for a supervisor. */
void day_print(struct app *app);
/* The same at another day: what came of closing it. */
void day_open_at(struct app *app, struct day day);
/* The day that a screen shows or a form is about, the nearest below the top,
 * else today: closed, or a remark added to it; for a supervisor. */
void day_close(struct app *app);
/* To its form, where one is open. */
void closing_open(struct app *app, struct day day);
/* Whether the screen is the form of a day's closing, and of which. */
bool closing_is_of(const struct screen *screen, struct day *day);
/* What was typed about that day, after a crash: its number (20261123). */
void closing_open_again(struct app *app, int64_t number);
/* Hours, and the days that are not as usual; a supervisor changes them. */
void calendar_open(struct app *app);
/* ^N: what nobody could answer; any of the ids may be 0, words NULL. */
void nobody_knew_ask(struct app *app, int64_t topic_id, int64_t request_id,
		     const char *words);
void topics_open(struct app *app);
void topic_open(struct app *app, int64_t topic_id);
/* The card to fill in; 0: a new topic, which a supervisor adds. */
void topic_edit_open(struct app *app, int64_t topic_id);

#endif
