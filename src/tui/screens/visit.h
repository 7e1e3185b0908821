/*
 * visit.h - the visit screen's state, shared by visit*.c alone
 *
 * The visit is in state->visit as the store last had it; what is typed stands
 * in the form, and visit_collect() brings it into the visit's contact.
 */
#ifndef FRONTDESK_TUI_SCREENS_VISIT_H
#define FRONTDESK_TUI_SCREENS_VISIT_H

#include "../dialog.h"
#include "../form.h"
#include "../list.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/desk/visit.h"
#include "screens.h"

struct visit_screen {
	struct desk *desk;
	struct visit visit;
	struct visit was; /* its people alone, as the store last had them */
	size_t current;	  /* the contact that the form shows */
	struct form form;
	struct topic topic; /* of the current contact; topic_id 0: none */
	enum number_kind number_kind;
	struct earlier_answer_list earlier; /* what they told us before */
	int64_t earlier_of;		    /* about which request; 0: none */

	struct find suggested; /* topics for what is typed in "about" */
	struct list suggestions;

	struct resident_page resident; /* where a resident is present */
	struct organisation_page organisation;
	bool has_resident, has_organisation;
	struct list history; /* over the requests, and "the whole record" */
	bool is_in_history;
	bool is_in_title; /* Up from the first row: Enter says who is here */
	char *namesake;	  /* KNOW, until something is typed; or NULL */

	struct visit_cue cue;
	struct cue_scene scene; /* the end, or a no, while it is asked about */
	bool is_turned;		/* ^T: SAY and ASK in the other language */
	struct line line;
	struct list_page aside; /* the last one that was put aside */
	struct yours yours;
	bool is_to_read_out;  /* the reference, before F9 */
	bool is_not_read_out; /* it could not be */
	int64_t opened_at;    /* Enter: a new visit is timed from it */
	int64_t returns_to;   /* a call: the visit that it interrupted, or 0 */
	char *gone;	      /* who has it now, in words, or NULL */
	bool is_over;	      /* committed: nothing of it is kept any more */
	int64_t finished_at;  /* F9; 0: not pressed */
	struct str unasked;   /* required, of what F9 asked no result for */
	int64_t minute;	      /* last drawn */
};

extern const struct screen_class visit_class;
void visit_screen_free(struct visit_screen *state);

/* visit_open.c: an empty one; and shown, its form as it was typed or NULL. One
 * that cannot be shown is freed, and the failure is said. */
struct visit_screen *visit_state_new(struct app *app);
bool visit_show(struct app *app, struct visit_screen *state, const char *form);
/* Whoever it is, for the organisation where there is one; either may be 0. */
void visit_place(struct visit *visit, int64_t resident_id,
		 int64_t organisation_id);
/* Served at this window, and on no screen: with its form as it was put aside.
 */
bool visit_open_left(struct app *app, int64_t visit_id);
bool visit_is_shown(const struct app *app, int64_t visit_id);

/* visit.c: F7, where it says what it is about. */
void visit_hand_off(struct app *app, struct screen *screen);

/* visit_form.c: between a contact and the form. */
void visit_form_make(struct visit_screen *state);
/* Writes the current contact into the rows, with what was told before. */
void visit_form_fill(struct visit_screen *state);
struct contact *visit_contact(struct visit_screen *state); /* the current */
/* Everything typed into the current contact, right or not yet. */
void visit_keep_texts(struct visit_screen *state);
/* The same, settled and checked; ERROR_INVALID marks its row. */
bool visit_collect(struct visit_screen *state, struct error *err);
/* Says beside each answer when they told us, and what where it differs. */
void visit_note_earlier(struct visit_screen *state);
/* What whoever is here told in other requests, to the same questions. */
void visit_offer_earlier(struct visit_screen *state);
/* The topic of the current contact, its questions in the form. */
bool visit_set_topic(struct visit_screen *state, int64_t topic_id,
		     struct error *err);
/* Whether a question of the topic has something typed. */
bool visit_is_any_answered(const struct visit_screen *state);
/* Shows another contact of the visit. */
void visit_show_contact(struct visit_screen *state, size_t index);
/* Everything typed as JSON, and back: the draft. The caller frees. */
char *visit_form_text(struct visit_screen *state);
void visit_form_restore(struct visit_screen *state, const char *text);

/* visit_suggest.c */
/* Topics for what is typed; none while the topic is chosen. */
bool visit_suggest(struct visit_screen *state, struct error *err);
const char *visit_suggestion_id(const void *rows, size_t index);
/* Whether the rows below "about" are topics to take. */
bool visit_is_suggesting(const struct visit_screen *state);

/* visit_draw.c */
void visit_draw(const struct screen *screen, struct canvas *canvas);

/* visit_danger.c: what is to be done about answers that mean danger; the rows
 * used. */
int visit_draw_danger(const struct visit_screen *state, struct canvas *canvas,
		      struct area area);
/* The row was left: an answer that does not suit is marked and stays typed,
 * one that does is written as it is kept. */
void visit_settle_answer(struct visit_screen *state, const char *row);
/* A day in words becomes that day in its row; and what a row may hold. */
void visit_understand_day(struct visit_screen *state,
			  const struct question *question, const char *row);
bool visit_check_answer(const struct question *question, const char *value,
			struct error *err);

/* visit_known.c: KNOW and the requests so far, as far as the rows go. */
void visit_draw_known(const struct visit_screen *state, struct canvas *canvas,
		      struct area area);

/* The rows that KNOW means to take, where each line is one. */
/* KNOW alone, in the last rows above bottom, over whatever stands there. */
void visit_draw_know_over(const struct visit_screen *state,
			  struct canvas *canvas, struct area area, int bottom);
int visit_known_rows(const struct visit_screen *state);

/* visit_state.c: what the store is asked for; each shows its own failure. */
bool visit_is_untouched(const struct visit_screen *state);
/* Nobody is named, and nothing is noted of any request. */
bool visit_is_blank(const struct visit_screen *state);
/* Whether there is something to hold or finish; says so where there is not:
 * looking leaves no trace. */
bool visit_has_begun(struct app *app, const struct visit_screen *state);
/* Begins it, or continues one that was called, held or aside. */
bool visit_begin(struct app *app, struct visit_screen *state);
/* Saves people and contacts; a visit that was not begun begins. */
bool visit_save(struct app *app, struct visit_screen *state);
void visit_put_aside(struct app *app, struct screen *screen);
/* Whatever else is served here goes on hold, with everything typed. */
bool visit_interrupt_others(struct app *app, const struct visit_screen *state);
/* It is done with, what is typed no longer kept: the desk again or, behind a
 * call, the visit that it interrupted, which is true. */
bool visit_close(struct app *app, struct visit_screen *state,
		 enum home_last last);
/* Reads whoever is present; records the opening when it is a new one. */
bool visit_read_people(struct visit_screen *state, bool is_opening,
		       struct error *err);
int64_t visit_resident_id(const struct visit_screen *state); /* or 0 */
int64_t visit_organisation_id(const struct visit_screen *state);

/* visit_standing.c: one that this person serves is served at this window. */
bool visit_bring_here(struct visit_screen *state, struct error *err);
/* Reads where it stands in the store, beside what is typed. */
bool visit_read_standing(struct visit_screen *state, struct error *err);

/* visit_asking.c: ^Y, and that how to address them is asked once. */
void visit_address(struct app *app, struct screen *screen);
/* Where ASK has it, it was passed over: it does not come back. */
void visit_pass_over(struct app *app, struct visit_screen *state);

/* visit_hold.c */
void visit_hold(struct app *app, struct screen *screen);

/* restore.c: what was typed (visit_form_text) is shown, to be noted elsewhere,
 * unless the store has all of it. */
void visit_show_unsaved(struct app *app, int64_t visit_id, const char *form);

/* visit_clash.c: somebody else changed the visit; both are shown. */
void visit_clash(struct app *app, struct visit_screen *state,
		 const struct error *err);
/* The people of the visit stand in the store as they stand here. */
void visit_remember_people(struct visit_screen *state);

/* visit_choose.c, visit_cues.c, visit_line.c: F4; what to say and know; back
 * into the line. */
void visit_choose(struct app *app, struct screen *screen);
void visit_turn_language(struct app *app, struct screen *screen);
void visit_show_cues(struct app *app, struct screen *screen);
void visit_show_looks(struct app *app, struct screen *screen);
void visit_leaves(struct app *app, struct screen *screen);
/* A call without a word: it is taken back. */
void visit_take_back_call(struct app *app, struct screen *screen);
void visit_put_back(struct app *app, struct screen *screen);
void visit_recall(struct app *app, struct screen *screen);

/* visit_keys.c */
bool visit_handle(struct screen *screen, const struct key *key);
void visit_enter(struct app *app, struct screen *screen);

/* visit_finish.c */
/* What is said now: at the end, where the answer is no, or as before. */
void visit_set_scene(struct app *app, struct visit_screen *state,
		     struct cue_scene scene);
void visit_finish(struct app *app, struct screen *screen);
/* The next result that F9 needs, or the visit is logged. */
void visit_ask_or_log(struct app *app, struct screen *screen);

/* visit_ending.c */
/* What this result demands, over the visit; then visit_ask_or_log(). */
void visit_ask_texts(struct app *app, struct screen *screen,
		     enum result result);
/* After a crash, over the visit on top: the texts that a result demands are
 * typed on. False where it is another visit, or no result's name. */
bool visit_ask_texts_again(struct app *app, const char *result_name,
			   int64_t visit_id);
/* Whether F9 notes that the reference of what stays open was read out; and it
 * could not be, or was after all. */
bool visit_is_read_out(const struct visit_screen *state);
void visit_turn_read_out(struct app *app, struct screen *screen);

/* visit_unasked.c: required questions that nobody asked. A clerk is told and
 * not held. */
/* Those of a contact whose result the facts gave, for when it is logged. */
bool visit_note_unasked(struct visit_screen *state,
			const struct contact *contact, struct error *err);
/* While a result is asked; Esc there goes to the first. */
void visit_say_unasked(struct app *app, const struct visit_screen *state);
void visit_go_to_unasked(struct app *app, void *screen);

/* visit_people.c */
void visit_attach(struct app *app, struct screen *screen);
/* After the people were changed: named, saved where it has begun, and read. */
void visit_people_changed(struct app *app, struct visit_screen *state,
			  bool is_typed);
/* Asks what somebody (resident_id, in this visit) speaks for, then calls done
 * with it; cancelled or NULL. */
void visit_ask_what_for(struct app *app, const struct visit_screen *visit,
			int64_t resident_id, const char *title,
			const char *text, dialog_answer_fn *done,
			dialog_cancelled_fn *cancelled, void *state);

/* visit_present.c: everyone who is here, as rows to change. */
void visit_show_present(struct app *app, struct screen *screen);
void visit_change_channel(struct app *app, struct screen *screen);

/* visit_colleague.c: a colleague who joins; what one read back aloud. The
 * visit is saved and about something. */
void visit_colleague_joins(struct app *app, struct screen *screen);
/* One who speaks their language interprets. */
void visit_colleague_interprets(struct app *app, struct screen *screen);
void visit_note_acceptance(struct app *app, struct screen *screen);

/* visit_requests.c */
void visit_add_request(struct app *app, struct screen *screen);
void visit_return_to_request(struct app *app, struct screen *screen);
/* The visit is about this request now; false without err: said already. */
bool visit_take_up(struct app *app, struct visit_screen *state,
		   int64_t request_id, struct error *err);
/* The requests so far of whoever is present; never NULL. */
const struct timeline *visit_timeline(const struct visit_screen *state);
/* Enter on a row of the history. */
void visit_open_history(struct app *app, struct screen *screen);
size_t visit_history_count(const struct visit_screen *state);
/* What is to tell them, on top of the requests; request may be NULL. */
size_t visit_owed_count(const struct visit_screen *state);
const struct timeline_entry *
visit_owed(const struct visit_screen *state, size_t index,
	   const struct timeline_request **request);
const char *visit_history_id(const void *rows, size_t index);

#endif
