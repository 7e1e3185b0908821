/*
 * visit.h - one interaction: its channel, its timed periods, who is present
 */
#ifndef FRONTDESK_CORE_VISIT_H
#define FRONTDESK_CORE_VISIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"
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
	bool is_absent;	   /* the matter is theirs, and they are not here */
	char *part_note;   /* of who speaks for another: what for */
	int64_t noted_at;  /* the note; 0: as it is saved, by who saves it */
	int64_t noted_by;  /* a staff_id */
	char *noted_staff; /* their name, "A. Ruiz"; filled by the desk */
	char *name;	   /* "Ms. Elena Alvarez"; filled by the desk */
};

/* Who works here and interprets. */
struct visit_interpreter {
	int64_t staff_id;
	char *name; /* "Mr. Osei" */
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
	/* When "how may I address you" was answered, put away or passed over;
	 * 0: it was not. */
	int64_t asked_address_at;
	int64_t edition;
	struct visit_person *people; /* the resident first */
	size_t person_count;
	struct visit_interpreter *interpreters; /* noted apart, at once */
	size_t interpreter_count;
	struct contact *contacts; /* at least one once served */
	size_t contact_count;
};

void visit_release(struct visit *visit);
void visit_add_person(struct visit *visit, int64_t resident_id,
		      int64_t organisation_id, enum visit_part part,
		      const char *name);

/* visit_people.c: who is present, one of them changed at a time. */

/* Where they stand in visit->people; SIZE_MAX: they do not. */
size_t visit_find_person(const struct visit *visit, int64_t resident_id,
			 int64_t organisation_id);
/*
 * Adds somebody, or gives who is there another part, at the counter now. An
 * organisation's visitor stands for it; for themselves again without it.
 */
void visit_place_person(struct visit *visit, int64_t resident_id,
			int64_t organisation_id, enum visit_part part);
/* The person they came for, who is not here: whoever stood there for
 * themselves speaks for them now, what for to be noted. */
void visit_place_absent(struct visit *visit, int64_t resident_id);
/* In place of whoever stands first; everybody else stays. */
void visit_replace_visitor(struct visit *visit, int64_t resident_id);
void visit_remove_person(struct visit *visit, size_t index);
/* What they speak for, noted anew where it differs. */
void visit_note_person(struct visit_person *person, const char *note);
/* The resident first, present or not, then who speaks, who is beside, who
 * interprets, and the organisation last. */
void visit_sort_people(struct visit *visit);
/* Whose matter it is: the first for themselves, else the organisation, or
 * NULL. Borrowed. */
const struct visit_person *visit_subject(const struct visit *visit);
/* The first at the counter who is not an interpreter, or NULL. Borrowed. */
const struct visit_person *visit_visitor(const struct visit *visit);
/* "Ms. Elena Alvarez · with Mr. Luis Alvarez", "Ms. Rosa Mendez for Mrs.
 * Carmen Mendez", "Mr. Kowalski · Kowalski Builders"; nothing: nobody. */
void visit_add_people(const struct visit *visit, const char *dot,
		      struct str *out);

void visit_add_interpreter(struct visit *visit, int64_t staff_id,
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
