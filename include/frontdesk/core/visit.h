/*
 * visit.h - one interaction: its channel, its timed periods, who is present
 */
#ifndef FRONTDESK_CORE_VISIT_H
#define FRONTDESK_CORE_VISIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frontdesk/base/error.h"
#include "frontdesk/core/request.h"

enum channel {
	CHANNEL_WALK_IN,
	CHANNEL_TELEPHONE,
	CHANNEL_APPOINTMENT,
	CHANNEL_MESSAGE,
	CHANNEL_COUNT
};
const char *channel_name(enum channel channel);	 /* "walk_in" */
const char *channel_words(enum channel channel); /* "Walk-in" */
bool channel_parse(const char *name, enum channel *out, struct error *err);

enum visit_state {
	VISIT_WAITING,
	VISIT_CALLED,
	VISIT_SERVING,
	VISIT_HOLD,
	VISIT_ASIDE,
	VISIT_SERVED,
	VISIT_LEFT,
};
const char *visit_state_name(enum visit_state state);
bool visit_state_parse(const char *name, enum visit_state *out,
		       struct error *err);
bool visit_state_is_open(enum visit_state state);

/* Whether a visit may go from one state to another. */
bool visit_may_become(enum visit_state from, enum visit_state to);

enum visit_part {
	PART_THEMSELVES,
	PART_BESIDE,
	PART_SPEAKS_FOR,
	PART_INTERPRETER,
	PART_FOR_ORGANISATION,
};
const char *visit_part_name(enum visit_part part);
const char *visit_part_words(enum visit_part part);
bool visit_part_parse(const char *name, enum visit_part *out,
		      struct error *err);

struct visit_person {
	int64_t resident_id;	 /* 0: an organisation */
	int64_t organisation_id; /* 0: a resident */
	enum visit_part part;
	char *part_note;
	char *name; /* as shown: "Ms. Elena Alvarez"; filled by the desk */
};

struct visit {
	int64_t visit_id; /* 0: not begun */
	char *reference;
	enum channel channel;
	enum visit_state state;
	int64_t arrived_at;
	char *label;	  /* an errand, never looks */
	int64_t topic_id; /* of the label, or 0 */
	int priority;	  /* 0 to 9, 0 is usual; the highest is called first */
	bool is_timed;	  /* its wait; begun outside the line is not */
	int64_t counter_window_id, staff_id;
	int64_t begun_at, ended_at; /* 0: not yet */
	int64_t held_length;	    /* ms of closed holds while serving */
	int64_t state_since_at;	    /* when the state began */
	int64_t edition;
	struct visit_person *people; /* the resident first */
	size_t person_count;
	struct contact *contacts; /* at least one once served */
	size_t contact_count;
};

void visit_release(struct visit *visit);
void visit_add_person(struct visit *visit, int64_t resident_id,
		      int64_t organisation_id, enum visit_part part,
		      const char *name);
struct contact *visit_add_contact(struct visit *visit); /* borrowed */
bool visit_check(const struct visit *visit, struct error *err);

/* Timed periods of a visit as a paper log or an import gives them; 0: not
 * known. Each must not lie before the one before it. */
struct visit_times {
	int64_t arrived_at, called_at, begun_at, ended_at;
	struct {
		int64_t began_at, ended_at;
		char *reason;
	} * holds;
	size_t hold_count;
};
bool visit_times_check(const struct visit_times *times, struct error *err);

#endif
