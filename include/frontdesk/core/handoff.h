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
#include "frontdesk/core/visit.h"

enum handoff_state { HANDOFF_OFFERED, HANDOFF_ACCEPTED, HANDOFF_RETURNED };
const char *handoff_state_name(enum handoff_state state); /* "offered" … */
bool handoff_state_parse(const char *name, enum handoff_state *out);

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
	char *note; /* a return's reason, what an acceptance said */
	enum handoff_state state;
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

/* The one thing asked of the receiver, and the reason of a return: required,
 * at most 300 characters. An acceptance's note may be blank. */
bool handoff_check_asked(const char *asked, struct error *err);
bool handoff_check_reason(const char *reason, struct error *err);
bool handoff_check_note(const char *note, struct error *err);

/* Who stands at the counter beside or for the resident. */
struct context_person {
	struct person_name name;
	char *organisation; /* instead of a name */
	enum visit_part part;
	bool is_absent;
	char *part_note;
	char *noted_by; /* who noted it, or NULL */
	int64_t noted_at;
};
struct context_answer {
	char *label, *value; /* value NULL: asked, not known */
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
	int64_t at;
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
};
void handoff_context_release(struct handoff_context *context);

/* Lines "label: text" that a person reads; what is not known has no line,
 * but what was asked and is not known has. Adds to out. */
void handoff_context_format(const struct handoff_context *context,
			    struct str *out);

#endif
