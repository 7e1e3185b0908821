/*
 * idea.h - how something could be better, from whoever works here
 */
#ifndef FRONTDESK_CORE_IDEA_H
#define FRONTDESK_CORE_IDEA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frontdesk/base/error.h"

/* What was decided of it. */
enum idea_state { IDEA_NEW, IDEA_TAKEN_UP, IDEA_NOT_NOW, IDEA_DONE };
#define IDEA_STATES 4

#define IDEA_TEXT_MAX 500 /* code points; of remarks and decisions too */

const char *idea_state_name(enum idea_state state);  /* "taken_up" … */
const char *idea_state_words(enum idea_state state); /* "taken up" … */
/* ERROR_INVALID at field "decision". */
bool idea_state_parse(const char *text, enum idea_state *out,
		      struct error *err);

/* What somebody wrote: field is "idea", "remark" or "words"; required. */
bool idea_text_check(const char *text, const char *field, struct error *err);

enum idea_step {
	IDEA_STEP_NOTED,
	IDEA_STEP_REMARK,
	IDEA_STEP_TAKEN_UP,
	IDEA_STEP_NOT_NOW,
	IDEA_STEP_DONE,
	IDEA_STEP_READ, /* whose it is has seen what was decided */
};
const char *idea_step_name(enum idea_step step);
/* IDEA_STEP_REMARK for what is none of them. */
enum idea_step idea_step_find(const char *name);
enum idea_step idea_step_of(enum idea_state decision);
bool idea_step_is_decision(enum idea_step step);

struct idea_event {
	int64_t idea_event_id;
	enum idea_step step;
	int64_t at;
	char *staff; /* who, as signed */
	char *text;
};

struct idea {
	int64_t idea_id, staff_id, visit_id;
	char *staff; /* whose it is, as signed */
	char *text;
	int64_t noted_at;
	enum idea_state state;
	bool is_unread;		   /* by whose it is */
	char *visit_reference;	   /* of the visit it was noted in, or NULL */
	int64_t request_id;	   /* that visit's first, or 0 */
	struct idea_event *events; /* the first is that it was noted */
	size_t event_count;
};
void idea_release(struct idea *idea);

#endif
