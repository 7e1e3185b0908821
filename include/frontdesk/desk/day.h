/*
 * day.h - the figures of the day
 *
 * Definitions are those of docs/figures.md. Lengths are milliseconds.
 * Voided visits count nowhere. Arrays by channel are indexed enum channel.
 */
#ifndef FRONTDESK_DESK_DAY_H
#define FRONTDESK_DESK_DAY_H

#include "frontdesk/core/feedback.h"
#include "frontdesk/core/idea.h"
#include "frontdesk/core/request.h"
#include "frontdesk/core/visit.h"
#include "frontdesk/desk/desk.h"
#include "frontdesk/desk/notice.h"
#include "frontdesk/desk/pattern.h"

struct visit_figures {
	int64_t arrived, served, left, open;
	int64_t left_waiting, left_called, left_served;
	int64_t unnamed, entered_later;
	int64_t address_known, address_unknown; /* of the named, once over */
};

/* A distribution: of nothing, everything is 0 and n says so. */
struct length_figures {
	int64_t n;
	int64_t median, mean, max;
};

struct named_count {
	char *name;
	int64_t count;
	int64_t length; /* ms, of holds by reason */
};
struct named_counts {
	struct named_count *items;
	size_t count;
};

struct listed { /* a request or visit that a figure lists */
	int64_t id;
	char *reference, *topic, *department;
	char *detail; /* acknowledged when, the reason, "3 hops", a comment */
	struct day acknowledged_on; /* of the not acknowledged; "" never */
	int64_t hops;		    /* of the passed on, else 0 */
	char *tried, *alternative, *appeal; /* of a could-not, else "" */
	char *who; /* NULL unless the signed-in person may see names */
};
struct listed_list {
	struct listed *items;
	size_t count;
};

#define CLOSING_REMARKS 3

/* That a supervisor closed the day, in a summary that was kept then. */
struct closing_note {
	char *at; /* "2026-11-23T17:42" at the site; NULL: it is not closed */
	char *by; /* as signed */
	char *remarks[CLOSING_REMARKS]; /* NULL where there are fewer */
};

/* The chain of the audit as it stood when the figures were read. */
struct audit_figures {
	int64_t entries;
	char *head; /* in hex; "" where there is none */
};

struct summary {
	struct day from, to; /* both included */
	char *site;	     /* its name */
	char *city;
	bool is_over; /* no visit can still change it: the day is past */
	struct closing_note closing;
	struct audit_figures audit;
	int64_t wait_target;

	struct visit_figures visits; /* all channels */
	struct visit_figures by_channel[CHANNEL_COUNT];
	int64_t carried_in; /* open at the start, from earlier days */

	struct length_figures wait; /* of the timed visits that were called */
	struct length_figures wait_by_channel[CHANNEL_COUNT];
	int64_t wait_buckets[4]; /* <5, 5–20, 20–60, ≥60 minutes */
	int64_t wait_within_target;
	int64_t wait_not_timed;
	struct length_figures service; /* of the served, without the holds */
	struct length_figures service_by_channel[CHANNEL_COUNT];
	struct length_figures hold; /* of each hold that ended */
	struct named_counts holds;  /* by reason, the longest first */

	struct {
		int64_t received, same_day;
	} acknowledged_counter, acknowledged_message;
	struct listed_list not_acknowledged;

	int64_t first_contact_n, first_contact_resolved;

	int64_t contacts_n, contacts[4]; /* 1, 2, 3, 4 and more */
	int64_t touches_n, touches[4];
	struct listed_list two_hops;

	int64_t handoffs_offered, handoffs_accepted, handoffs_returned,
	    handoffs_pending;
	struct length_figures handoff_accept; /* time to accept */

	int64_t promises_due, promises_kept, promises_missed, promises_renewed,
	    promises_withdrawn;

	int64_t results[RESULT_COUNT];
	struct listed_list could_not; /* with alternative and appeal */
	int64_t concerns_recorded, concerns_open;
	int64_t to_tell;

	int64_t required_n, required_asked; /* questions of first visits */
	int64_t topic_cards, stale_cards;   /* when the last day ended */
	int64_t unanswered_noted, unanswered_answered;
	int64_t unanswered_open; /* when the last day ended */
	/* These, the oldest first: acknowledged_on is the day on which it was
	 * asked, who the question itself. */
	struct listed_list unanswered;

	int64_t cards, said; /* cards that came back; what was said aloud */
	int64_t marks[CARD_QUESTIONS][CARD_MARK_MAX]; /* [2][4]: 5 of the 3rd */
	struct listed_list comments; /* on cards and aloud, in their order */
	int64_t ideas_new, ideas_decided, ideas_answered;
	int64_t ideas_by_decision[IDEA_STATES]; /* IDEA_NEW is 0 */
	int64_t thanks, thanks_of_visitors;
	/* Of the week that ends with to; of a whole summary alone. */
	struct pattern_list patterns;
	struct notice_list notices; /* that stood; of a whole summary alone */
	int64_t windows_opened, with_briefing; /* once a person and day */

	struct named_counts topics; /* requests by topic, most first */
	int64_t hours[24];	    /* arrivals by local hour */

	/* One day alone: the same weekday of the four weeks before it. */
	struct {
		int64_t days; /* of the four, those with a visit */
		int64_t arrived;
		struct length_figures wait;
	} usual;
};
void summary_release(struct summary *summary);

/* from and to included, at most 3,660 days; the signed-in site's. All of one
 * snapshot. ERROR_INVALID when to lies before from (field "to"). */
bool desk_sum_up(struct desk *desk, struct day from, struct day to,
		 struct summary *out, struct error *err);
/* The same with the patterns, for paper and for scripts: a week of requests is
 * read for them, which is too much for a screen that follows every commit. */
bool desk_sum_up_whole(struct desk *desk, struct day from, struct day to,
		       struct summary *out, struct error *err);

/* The chain of the audit as it stands (number 0), or as it stood at that entry;
 * ERROR_NOT_FOUND where there is none. The caller frees out->head. */
bool desk_read_audit(struct desk *desk, int64_t number,
		     struct audit_figures *out, struct error *err);

#endif
