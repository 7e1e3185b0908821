/*
 * day_behind.h - what stands behind the figures of the day, for a screen
 *
 * The records that a figure counts, as many as it says; waits by hour and by
 * topic; and the promises of the last weeks. Never anything by person.
 */
#ifndef FRONTDESK_DESK_DAY_BEHIND_H
#define FRONTDESK_DESK_DAY_BEHIND_H

#include "frontdesk/desk/day.h"

/* What can be opened; the comment says what its part is, where it has one. */
enum day_figure {
	DAY_NOTHING, /* a mean, a share: no records are its own */
	DAY_ARRIVED,
	DAY_CHANNEL, /* enum channel */
	DAY_UNNAMED,
	DAY_NAMED, /* once over: the address is known or not */
	DAY_ADDRESS_KNOWN,
	DAY_ADDRESS_UNKNOWN,
	DAY_SERVED,
	DAY_LEFT,
	DAY_LEFT_WAITING,
	DAY_LEFT_CALLED,
	DAY_LEFT_SERVED,
	DAY_OPEN,
	DAY_ENTERED_LATER,
	DAY_NOT_TIMED,
	DAY_CARRIED_IN,
	DAY_HOUR,	  /* 0 to 23 */
	DAY_WAITED,	  /* all that have a wait */
	DAY_WAIT,	  /* 0 to 3, as wait_buckets */
	DAY_WITHIN,	  /* the target, in ms */
	DAY_SERVICE,	  /* all that have a service */
	DAY_HOLD,	  /* each hold */
	DAY_WAITED_BY,	  /* enum channel */
	DAY_SERVICE_BY,	  /* enum channel */
	DAY_HOLD_REASON,  /* by name */
	DAY_COUNTER,	  /* received */
	DAY_COUNTER_SAME, /* and acknowledged the same day */
	DAY_MESSAGE,
	DAY_MESSAGE_SAME,
	DAY_NOT_ACKNOWLEDGED,
	DAY_TOPIC, /* by name */
	DAY_FIRST,
	DAY_FIRST_RESOLVED,
	DAY_CLOSED,
	DAY_CONTACTS, /* 1, 2, 3; 4: and more */
	DAY_TOUCHES,  /* the same */
	DAY_TWO_HOPS,
	DAY_RESULT, /* enum result */
	DAY_CONCERNS,
	DAY_CONCERNS_OPEN,
	DAY_TO_TELL,
	DAY_OFFERED,
	DAY_ACCEPTED,
	DAY_RETURNED,
	DAY_PENDING,
	DAY_DUE,
	DAY_FALLEN_DUE,
	DAY_NOT_YET, /* due at a later hour */
	DAY_KEPT,
	DAY_MISSED,
	DAY_RENEWED,
	DAY_WITHDRAWN,
	DAY_CARDS,
	DAY_SAID,
	DAY_MARK, /* 10 times the sentence, from 1 on, and the mark */
	DAY_COMMENTS,
	DAY_IDEAS_NEW,
	DAY_IDEAS_DECIDED, /* enum idea_state */
	DAY_IDEAS_ANSWERED,
	DAY_THANKS,
	DAY_THANKS_OF_VISITORS,
	DAY_STALE,
	DAY_NOTED,
	DAY_ANSWERED,
	DAY_UNANSWERED,
	DAY_FIGURES
};

#define DAY_TOPIC_NAME 160

struct day_behind {
	enum day_figure figure;
	int64_t part;
	/* Or the reason of a hold: as the summary names it. */
	char topic[DAY_TOPIC_NAME];
};

struct day_row {
	char *id; /* unique in its list */
	/* Any of them 0: what it leads to, and nothing where all are. */
	int64_t visit_id, request_id, resident_id, organisation_id, topic_id;
	int64_t at; /* it arrived, was received, is due, … */
	char *reference, *when, *topic; /* "" where there is none */
	int64_t length;			/* ms; -1: none */
	/* What was noted, and who: "" unless names may be seen. */
	char *words, *who;
};
struct day_rows {
	struct day_row *items;
	size_t count;
	bool has_more; /* behind them */
	struct {
		size_t chunk, behind;
	} place; /* where they go on */
};
void day_rows_release(struct day_rows *rows);

/* Adds at most limit rows, the earliest of them first, to those that are there;
 * {0} to begin with. What
 * changes meanwhile may show once more or not: read anew, it is right. */
bool desk_list_behind(struct desk *desk, const struct summary_scope *scope,
		      const struct day_behind *behind, size_t limit,
		      struct day_rows *rows, struct error *err);

#define DAY_WEEKS 8

struct day_wait {
	char *topic; /* as the summary names it */
	struct length_figures wait;
};
struct day_bars {
	/* Of one day; of more they are not read. */
	bool has_waits;
	struct length_figures hours[24];
	struct day_wait *topics;
	size_t topic_count;
	/* Promises due, from Monday on, to the last day of the summary at
	 * most; the last week last. Not of a topic or a department. */
	bool has_weeks;
	struct {
		struct day from;
		int64_t due, kept;
	} weeks[DAY_WEEKS];
};
void day_bars_release(struct day_bars *bars);
bool desk_read_bars(struct desk *desk, const struct summary_scope *scope,
		    struct day_bars *out, struct error *err);

#endif
