/*
 * handoff.h - a request passed on, and the context that goes along
 *
 * The context is text: it is composed once, when the request is offered, and
 * kept as it stood, so that the receiver reads what the sender sent.
 */
#ifndef FRONTDESK_CORE_HANDOFF_H
#define FRONTDESK_CORE_HANDOFF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"
#include "frontdesk/core/address.h"
#include "frontdesk/core/name.h"
#include "frontdesk/core/promise.h"
#include "frontdesk/core/request.h"
#include "frontdesk/core/title_list.h"
#include "frontdesk/core/visit.h"

enum handoff_state { HANDOFF_OFFERED, HANDOFF_ACCEPTED, HANDOFF_RETURNED };
const char *handoff_state_name(enum handoff_state state); /* "offered" … */
bool handoff_state_parse(const char *name, enum handoff_state *out);

/* How soon; the list of its receiver is in the order of these, last first. */
enum handoff_urgency { URGENCY_USUAL, URGENCY_TODAY, URGENCY_NOW };
const char *handoff_urgency_name(enum handoff_urgency urgency); /* "usual" … */
const char *handoff_urgency_words(enum handoff_urgency urgency);
bool handoff_urgency_parse(const char *name, enum handoff_urgency *out,
			   struct error *err);

/* Written: the receiver reads it. Warm: they come to the window or speak on
 * the telephone, in front of the visitor. */
enum handoff_manner { MANNER_WRITTEN, MANNER_WARM };
const char *handoff_manner_name(enum handoff_manner manner); /* "written" … */
const char *handoff_manner_words(enum handoff_manner manner);
bool handoff_manner_parse(const char *name, enum handoff_manner *out,
			  struct error *err);

struct handoff {
	int64_t handoff_id;
	int64_t request_id;
	int64_t resident_id; /* 0: unnamed */
	int64_t from_staff_id;
	int64_t to_staff_id;		    /* 0: the department as a whole */
	int64_t to_department_id;	    /* of the person, too; 0: none */
	char *reference, *topic, *resident; /* "Ms. Elena Alvarez", "unnamed" */
	char *from, *to;
	char *asked, *context;
	char *note;	   /* a return's reason, what an acceptance said */
	char *answered_by; /* who accepted or returned, or NULL */
	char *noted_by;	   /* who noted what they said aloud, or NULL */
	char *delivery;	   /* the latest: "mail to planning@…", or NULL */
	enum handoff_state state;
	enum handoff_urgency urgency;
	enum handoff_manner manner;
	bool is_delivered;  /* the latest delivery went out */
	bool is_taken_back; /* returned, and its sender has it again */
	int64_t offered_at, decided_at;
	int hop;
	int64_t edition;
};
void handoff_release(struct handoff *handoff);

struct handoff_list {
	struct handoff *items;
	size_t count;
};
void handoff_list_release(struct handoff_list *list);

/* The one thing asked of the receiver, the reason of a return, and what will
 * be done (field "what"): required, at most 300 characters. */
bool handoff_check_asked(const char *asked, struct error *err);
bool handoff_check_reason(const char *reason, struct error *err);
bool handoff_check_what(const char *what, struct error *err);

/* Who stands at the counter beside or for the resident. */
struct context_person {
	struct person_name name;
	char *whole_name; /* of an organisation, or of who works here; NULL:
			     the name in its parts */
	enum visit_part part;
	bool is_absent;
	char *part_note;
	char *noted_by; /* who noted it, or NULL */
	int64_t noted_at;
};
struct context_answer {
	char *label, *value; /* value NULL: asked, not known */
	char *ask;	     /* the whole question */
	char *notice;	     /* of an answer that means danger, else NULL */
	int64_t at;
};
struct context_promise {
	char *what, *by;
	int64_t due_at;
	enum promise_state state;
};
struct context_contact { /* an earlier visit or call */
	int64_t at;
	enum channel channel;
	char *staff, *words, *done;
	enum result result;
};
struct context_hop {
	int64_t at, decided_at; /* decided_at 0: not answered yet */
	char *from, *to, *asked, *note;
	enum handoff_state state;
};

/* Everything that goes along. Text may be NULL; the struct owns it. */
struct handoff_context {
	const char *zone; /* of the times, borrowed */
	int64_t now;

	bool is_named;
	struct person_name name;
	char *organisation;
	char *address; /* how to say it: "Ms. Alvarez" */
	enum permission first_name_ok;
	bool as_it_stands;
	struct title_list refused_titles;
	char *language;
	bool needs_interpreter;
	char *reach; /* a telephone or address they gave */
	struct context_person *people;
	size_t person_count;

	char *reference, *topic, *place;
	char **numbers; /* "permit BLD-26-0412" */
	size_t number_count;

	char *words, *concern, *done; /* of the contact it is made from */
	struct context_answer *answers;
	size_t answer_count;
	struct context_promise *promises;
	size_t promise_count;
	struct context_contact *contacts; /* earlier ones, newest first */
	size_t contact_count;
	struct context_hop *hops; /* in their order */
	size_t hop_count;
	char **joined; /* "Mr. Osei": colleagues who came to the window */
	size_t joined_count;
};
void handoff_context_release(struct handoff_context *context);

/* Lines "label: text" that a person reads; what is not known has no line,
 * but what was asked and is not known has. Answers that mean danger come
 * first. Adds to out. */
void handoff_context_format(const struct handoff_context *context,
			    struct str *out);
/* How long those first lines are in such a text, which may be NULL. */
size_t handoff_danger_len(const char *context);

/* The lines above it: how soon, where it is not as usual, and that the
 * receiver comes to the visitor, where they do. */
void handoff_terms_format(enum handoff_urgency urgency,
			  enum handoff_manner manner, struct str *out);

/* "3. Wed Nov 18, A. Ruiz to Mr. Osei: Check the plan – returned Fri Nov 20:
 * Zoning", what was asked only where with_asked. Adds to out. */
void handoff_hop_format(const struct context_hop *hop, int number,
			bool with_asked, const char *zone, struct str *out);

#endif
