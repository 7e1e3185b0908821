/*
 * demo_history.h - the demo's two months: what was planned for a day, what
 * came of each visit, and what follows from it on later days
 */
#ifndef FRONTDESK_DESK_DEMO_HISTORY_H
#define FRONTDESK_DESK_DEMO_HISTORY_H

#include "demo_private.h"
#include "frontdesk/core/visit.h"

/* A visit as the day brings it; instants of 0 did not happen. */
struct demo_visit {
	enum channel channel;
	const struct demo_person *clerk;
	int64_t arrived_at, called_at, begun_at, ended_at;
	int64_t hold_began_at, hold_ended_at;
	const char *hold_reason;
	size_t said;	     /* row of said.tsv */
	size_t resident;     /* index, where is_named */
	size_t beside;	     /* index of who stands beside, where has_beside */
	size_t organisation; /* index, where is_for_organisation */
	bool is_named, has_beside, is_for_organisation;
	bool is_return; /* about something that is open, where there is any */
	bool is_left;	/* without being served */
};

/* A request that outlives its visit. */
struct demo_case {
	int64_t request_id, visit_id;
	int64_t promise_id, handoff_id, told_id; /* 0: none */
	int64_t due_at;
	char *place;
	size_t said, topic;
	size_t resident;
	bool is_named;
	bool is_open;
	int offers; /* how often it was handed on */
	const struct demo_person *owner, *giver;
	const struct demo_person *receiver; /* of the hand-off */
};

/* A card that will come back, or what was said aloud. */
struct demo_voice {
	int64_t visit_id, noted_by;
	bool is_card;
};

enum demo_event_kind {
	DEMO_VISIT,
	DEMO_VOICE,
	DEMO_ACKNOWLEDGE,
	DEMO_ACCEPT,
	DEMO_RETURN,
	DEMO_OFFER, /* again, to another department */
	DEMO_RENEW,
	DEMO_SETTLE,
	DEMO_TELL,
};
struct demo_event {
	int64_t at;
	int64_t order; /* of what happens at one instant, the first planned */
	enum demo_event_kind kind;
	size_t index; /* of the visit, the voice or the case */
};

struct demo_history {
	struct demo *demo;
	struct db *db;
	struct demo_random random;
	struct day day;		   /* the last one that is planned */
	int64_t until;		   /* of the stretch that is running */
	struct demo_visit *visits; /* of the day */
	size_t visit_count;
	struct demo_case *cases;
	size_t case_count;
	struct demo_voice *voices;
	size_t voice_count;
	struct demo_random voices_random;
	struct demo_event *events; /* a heap, the next one first */
	size_t event_count;
	int64_t order;
	size_t *topic_of_said; /* index in demo->topics */
	int said_weight;       /* of all rows */
};

/* demo_plan.c: fills history->visits with the visits of history->day. */
void demo_plan_day(struct demo_history *history);

/* demo_pick.c: chance decides; the people once said is decided. */
enum channel demo_pick_channel(struct demo_history *history);
size_t demo_pick_said(struct demo_history *history);
void demo_pick_people(struct demo_history *history, struct demo_visit *visit);
/* Whether what is said there outlives its visit. */
bool demo_is_lasting(const struct demo_history *history, size_t said);

/* demo_visit.c: writes a visit with its periods and people, and what it was
 * about; a case, where something stays open. */
bool demo_write_visit(struct demo_history *history,
		      const struct demo_visit *visit, struct error *err);

/* demo_contact.c: what was said, asked and answered. */
void demo_fill_contact(struct demo_history *history, size_t said,
		       struct contact *contact);

/* demo_case.c: what follows is planned; demo_handoff.c, demo_promise.c: it
 * happens. */
bool demo_open_case(struct demo_history *history, size_t index, int64_t at,
		    struct error *err);
bool demo_happen(struct demo_history *history, const struct demo_event *event,
		 struct error *err);
bool demo_offer(struct demo_history *history, size_t index,
		const struct demo_person *from,
		const struct demo_person *receiver, bool is_to_department,
		const char *asked, int64_t at, struct error *err);
bool demo_accept(struct demo_history *history, struct demo_case *open,
		 int64_t at, struct error *err);
bool demo_return(struct demo_history *history, struct demo_case *open,
		 int64_t at, struct error *err);
bool demo_promise(struct demo_history *history, struct demo_case *open,
		  int64_t at, int64_t due_at, int64_t renews_id,
		  struct error *err);
bool demo_renew(struct demo_history *history, struct demo_case *open,
		int64_t at, int64_t due_at, struct error *err);
bool demo_settle(struct demo_history *history, struct demo_case *open,
		 int64_t at, struct error *err);

/* demo_voice.c: what may come back of a visit is planned; it comes. */
void demo_plan_voice(struct demo_history *history,
		     const struct demo_visit *visit, int64_t visit_id);
bool demo_hear(struct demo_history *history, size_t index, int64_t at,
	       struct error *err);

/* demo_history.c */
void demo_plan_event(struct demo_history *history, int64_t at,
		     enum demo_event_kind kind, size_t index);
const char *demo_note(struct demo_history *history, const char *kind);
/* The same by other chances: random is one of the history's. */
const char *demo_note_by(const struct demo_history *history,
			 struct demo_random *random, const char *kind);

/* demo_time.c: hours at which somebody works. */
struct day demo_business_day(struct day day, int days); /* days may be < 0 */
bool demo_is_business_day(struct day day);
/* At some minute of the working day that many business days after at. */
int64_t demo_later(struct demo_history *history, int64_t at, int days);

#endif
