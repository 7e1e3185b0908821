/*
 * line.h - who waits, and what is mine to do
 */
#ifndef FRONTDESK_DESK_LINE_H
#define FRONTDESK_DESK_LINE_H

#include "frontdesk/core/visit.h"
#include "frontdesk/desk/desk.h"

struct line_row {
	int64_t visit_id;
	char *name; /* "Mr. Kowalski", "Dog licence", "unnamed" */
	int64_t arrived_at;
	int priority;
	enum visit_state state; /* waiting or called */
	char *counter_window;	/* that called, or NULL */
};
struct line {
	struct line_row *rows; /* in the order they will be called */
	size_t count;
	size_t waiting_count;
	int64_t longest; /* ms the first arrival has waited; 0: nobody */
};
void line_release(struct line *line);
bool desk_line(struct desk *desk, struct line *out, struct error *err);

/* Somebody joins the line now. Any of the ids may be 0, label may be NULL. One
 * that joined by mistake is voided (desk_void_visit). */
bool desk_join_line(struct desk *desk, int64_t resident_id,
		    int64_t organisation_id, int64_t topic_id,
		    const char *label, int64_t *visit_id, struct error *err);

/*
 * Calls the first in line (visit_id 0; priority, then arrival) or the chosen
 * one, to this window. ERROR_NOT_FOUND when nobody waits, ERROR_CONFLICT when
 * another window was first. Two windows never get the same visit.
 */
bool desk_call(struct desk *desk, int64_t visit_id, int64_t *called,
	       struct error *err);
/* The called one is called once more: still mine, else ERROR_CONFLICT. */
bool desk_recall(struct desk *desk, int64_t visit_id, struct error *err);
/* Back into the line with the arrival it had. */
bool desk_put_back(struct desk *desk, int64_t visit_id, struct error *err);
/* Gone without being served; from waiting, called or serving. */
bool desk_left(struct desk *desk, int64_t visit_id, struct error *err);
bool desk_set_priority(struct desk *desk, int64_t visit_id, int priority,
		       struct error *err);

/* The counts at the foot of the home screen: mine, but to_acknowledge is the
 * site's; handed is the list's length, so it counts the returned ones too. */
struct yours {
	int aside, handed, to_tell, promises, promises_late, to_acknowledge;
	int returned;	    /* hand-offs that came back */
	int unaccepted;	    /* of the site, a supervisor's; 0 for others */
	int promises_today; /* due today, and not late yet */
	int unanswered;	    /* questions that are mine to answer */
	int ideas_to_read;  /* my own, with an answer or a remark */
	int ideas_new;	    /* to decide, a supervisor's; 0 for others */
	int thanks;	    /* to me, not read yet */
};
bool desk_yours(struct desk *desk, struct yours *out, struct error *err);

#endif
