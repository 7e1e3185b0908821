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

/* The days, both included, and which of the city's visits and requests. */
struct summary_scope {
	struct day from, to;
	int64_t site_id; /* 0: the signed-in one */
	bool is_all_sites;
	/* One of them, or 0 and 0: whatever they are about. */
	int64_t department_id, topic_id;
	/* With the patterns, for paper and for scripts: a week of requests is
	 * read for them, which is too much for a screen that follows every
	 * commit. */
	bool is_whole;
	/* Told now and then how far it is: 0 to 100, or -1 of what nobody
	 * knows beforehand; or NULL. */
	void (*progress)(void *state, const char *what, int percent);
	void *progress_state;
};

/* What a summary is compared with. */
enum compared {
	COMPARED_WEEKDAYS, /* of one day: the same of the four weeks before */
	COMPARED_WEEK,	   /* of a week from Monday: the one before */
	COMPARED_MONTH,	   /* of a month: the one before */
	COMPARED_DAYS	   /* of others: as many days before them */
};

struct summary {
	struct day from, to; /* both included */
	char *site;	     /* its name, or "all sites" */
	char *city;
	bool is_all_sites;
	/* NULL: of all. Where there is one, the figures that only a site has
	 * are absent: windows, ideas, thanks, patterns. */
	char *department, *topic;
	bool is_over; /* no visit can still change it: the day is past */
	struct closing_note closing;
	struct audit_figures audit;
	int64_t wait_target; /* 0: the sites have different ones */

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

	struct {
		enum compared with;
		struct day from, to; /* the first and the last of them */
		int64_t days;	     /* of these, those with a visit */
		int64_t arrived;
		struct length_figures wait;
	} compared;
};
void summary_release(struct summary *summary);

/* Promises due whose hour has come, or that were kept before it: of these the
 * kept ones are the share. */
int64_t summary_promises_fallen_due(const struct summary *summary);

/* Whether the scope is of a department or a topic: figures that only a site has
 * are absent. */
bool summary_is_part(const struct summary *summary);
/* Whether it is of one site and of all that it does: patterns and notices are
 * in no other. */
bool summary_is_of_site(const struct summary *summary);

/* At most 3,660 days. All of one snapshot. ERROR_INVALID when the first has not
 * (field "from") or to lies before from (field "to"); ERROR_NOT_FOUND for a
 * scope that is not there. */
bool desk_sum_up_scope(struct desk *desk, const struct summary_scope *scope,
		       struct summary *out, struct error *err);
/* The signed-in site's. */
bool desk_sum_up(struct desk *desk, struct day from, struct day to,
		 struct summary *out, struct error *err);

/* The chain of the audit as it stands (number 0), or as it stood at that entry;
 * ERROR_NOT_FOUND where there is none. The caller frees out->head. */
bool desk_read_audit(struct desk *desk, int64_t number,
		     struct audit_figures *out, struct error *err);

/* One day of one site, whatever it is about: what may be closed. */
bool summary_scope_is_a_day(const struct summary_scope *scope);
/* And of the signed-in site: what can be closed here. */
bool desk_scope_is_own_day(const struct desk *desk,
			   const struct summary_scope *scope);

/*
 * By what somebody typed, each NULL where nothing was: the whole name, else
 * what begins its words; a topic by its code, too. ERROR_INVALID says which
 * there are, or which it could be (field "site", "department", "topic").
 */
bool desk_find_scope(struct desk *desk, const char *site,
		     const char *department, const char *topic,
		     struct summary_scope *scope, struct error *err);

/* What a summary may be of: one of the ids is set. */
struct summary_choice {
	int64_t site_id, department_id, topic_id;
	char *name;
};
struct summary_choices {
	struct summary_choice *items;
	size_t count;
};
void summary_choices_release(struct summary_choices *choices);
/* Sites, then departments, then topics; each by name. */
bool desk_list_scopes(struct desk *desk, struct summary_choices *out,
		      struct error *err);

#endif
