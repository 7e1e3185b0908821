/*
 * visit.h - beginning, holding, putting aside and finishing a visit
 */
#ifndef FRONTDESK_DESK_VISIT_H
#define FRONTDESK_DESK_VISIT_H

#include "frontdesk/core/visit.h"
#include "frontdesk/desk/desk.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/topic.h"

/*
 * Begins serving. visit->visit_id of a called or waiting visit continues it,
 * 0 makes one (not timed: it began outside the line) with the channel and
 * people of *visit, begun at begun_at (the instant of Enter). Any other visit
 * this person is serving goes on hold (reason "another visitor"). On return
 * *visit has its id, reference, edition and state.
 */
bool desk_begin_visit(struct desk *desk, struct visit *visit, int64_t begun_at,
		      struct error *err);

/* The visit with its people and contacts, as saved. */
bool desk_get_visit(struct desk *desk, int64_t visit_id, struct visit *out,
		    struct error *err);

/* Names its people as their records have them now, saved or not yet; whoever
 * was merged since becomes their survivor. */
bool desk_name_people(struct desk *desk, struct visit *visit,
		      struct error *err);

/* Who works here and interprets in this open visit, noted at once; the visit's
 * edition stays. Dropped it is ERROR_CONFLICT where they did not. */
bool desk_add_interpreter(struct desk *desk, int64_t visit_id, int64_t staff_id,
			  struct error *err);
bool desk_drop_interpreter(struct desk *desk, int64_t visit_id,
			   int64_t staff_id, struct error *err);

/*
 * Saves people and contacts (not the results) as they stand; requests that
 * are new get their reference. ERROR_CONFLICT when somebody else changed the
 * visit meanwhile (visit->edition). Updates ids, references and edition.
 */
bool desk_save_visit(struct desk *desk, struct visit *visit, struct error *err);

/* Hold with its reason ("fetching a colleague", "telephone", "copies"), and
 * resume, which holds any other visit of this person. */
bool desk_hold_visit(struct desk *desk, int64_t visit_id, const char *reason,
		     struct error *err);
bool desk_resume_visit(struct desk *desk, int64_t visit_id, struct error *err);

/* Aside, with the form as it was typed (form: the screen's own JSON). Taking
 * it up again, at any window, gives the form back and serves. */
bool desk_put_aside(struct desk *desk, struct visit *visit, const char *form,
		    struct error *err);
bool desk_take_up(struct desk *desk, int64_t visit_id, struct visit *out,
		  char **form, struct error *err);
/* Another visitor or a call (is_call) comes between: on hold for that reason,
 * with the form as it was typed. Taken up again like one that is aside. */
bool desk_interrupt_visit(struct desk *desk, struct visit *visit,
			  const char *form, bool is_call, struct error *err);
/* The visit this person left last, aside or on hold; else one that a terminal
 * which was lost left serving; 0 when there is none. */
bool desk_last_aside(struct desk *desk, int64_t *visit_id, struct error *err);
/* The visit that this person serves at this window; 0 when there is none. */
bool desk_find_served(struct desk *desk, int64_t *visit_id, struct error *err);

/*
 * Finishes: saves, records every contact's result, acknowledges what F9
 * acknowledges, resolves or leaves open, ends the visit served at ended_at,
 * moves the people to the top of the search. A contact without a result whose
 * facts give one (a hand-off offered, a promise made) gets that one; any
 * other without is ERROR_INVALID with field "result". At least one contact.
 */
bool desk_finish_visit(struct desk *desk, struct visit *visit, int64_t ended_at,
		       struct error *err);

/* Which result follows from the facts of a saved contact; RESULT_NONE: ask. */
bool desk_result_of_facts(struct desk *desk, int64_t request_id,
			  int64_t visit_id, enum result *out,
			  struct error *err);

/* Whether the reference of a contact is to be read out to them, by this result
 * or (where it is RESULT_NONE) by its facts, so that F9 acknowledges it
 * (contact.is_read_out). Not where somebody has done so. */
bool desk_is_to_read_out(struct desk *desk, int64_t request_id,
			 int64_t visit_id, enum result result, bool *out,
			 struct error *err);

/* F9 on the home screen: an unnamed visit of this topic, begun and served
 * now, with its usual quick result. */
bool desk_log_topic(struct desk *desk, int64_t topic_id, char **reference,
		    int64_t *visit_id, struct error *err);

/* A whole visit at once, begun and served now: no other visit is held, and it
 * is not marked as entered later. Sets its id and references. */
bool desk_log_visit(struct desk *desk, struct visit *visit, struct error *err);

/* Leaves every figure; by its author the same day, else a supervisor. Undo
 * (^Z) of a finished visit is desk_reopen_visit, the same day. */
bool desk_void_visit(struct desk *desk, int64_t visit_id, const char *reason,
		     struct error *err);
bool desk_reopen_visit(struct desk *desk, int64_t visit_id, struct error *err);

/* A visit from paper or a file, with its true times; marked entered later. */
bool desk_enter_visit(struct desk *desk, struct visit *visit,
		      const struct visit_times *times, struct error *err);

/* How to address them was answered, put away or passed over: ASK has it no
 * more, here and wherever this visit is opened again. One that has not begun
 * keeps it for its begin. */
bool desk_note_asked(struct desk *desk, struct visit *visit, struct error *err);

/* What to SAY and ASK in this visit now, and what to KNOW, the most urgent
 * first (a screen shows three of them), from the table of cues: the greeting of
 * everyone present, the resident first, interpreters last and nobody who is not
 * here; the apology for a missed promise before it; the topic's next unanswered
 * question. */
struct visit_cue {
	struct cue cue;
	char *know[12];
	size_t know_count;
	/* What else may be said and asked now, less urgent. */
	char *more_say[8], *more_ask[8];
	size_t more_say_count, more_ask_count;
	char *close;	   /* "Thank you, Ms. Alvarez.", as they are greeted */
	char *other_close; /* in the other language of the greeting, or NULL */
};
void visit_cue_release(struct visit_cue *cue);
bool desk_cue_visit(struct desk *desk, const struct visit *visit,
		    struct visit_cue *out, struct error *err);

/* The same where the answer is no, or at the end. */
struct cue_scene {
	enum { SCENE_VISIT, SCENE_NO, SCENE_CLOSING } kind;
	enum result result; /* of SCENE_NO */
	bool can_take_card; /* a comment card, once it is finished */
};
bool desk_cue_visit_at(struct desk *desk, const struct visit *visit,
		       const struct cue_scene *scene, struct visit_cue *out,
		       struct error *err);

/* Fills a contact of the visit from a request that is taken up again: topic,
 * place, numbers, and the answers given before with their day. */
struct earlier_answer {
	int64_t question_id;
	char *value;
	struct day told_on;
	bool is_of_other; /* told in another request: offered, not filled in */
};
struct earlier_answer_list {
	struct earlier_answer *items;
	size_t count;
};
void earlier_answer_list_release(struct earlier_answer_list *list);
bool desk_take_up_request(struct desk *desk, int64_t request_id,
			  struct contact *contact,
			  struct earlier_answer_list *earlier,
			  struct error *err);
/* The same answers alone, of every visit but that one (0: of all), for a
 * request that the visit is about already. */
bool desk_list_earlier(struct desk *desk, int64_t request_id, int64_t visit_id,
		       struct earlier_answer_list *out, struct error *err);
/* Adds what this person told in other requests than that one (0: none) to the
 * same questions; what the list has already stays. */
bool desk_add_told_before(struct desk *desk, int64_t resident_id,
			  int64_t topic_id, int64_t request_id,
			  struct earlier_answer_list *list, struct error *err);

#endif
