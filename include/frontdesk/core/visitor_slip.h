/*
 * visitor_slip.h - what a visitor takes home in the hand about a request
 *
 * A slip can be lost: it holds what whoever finds it may read. Neither a name
 * nor a way to reach somebody stands in it, nor the place that the request
 * concerns, nor what was said and noted about it.
 */
#ifndef FRONTDESK_CORE_VISITOR_SLIP_H
#define FRONTDESK_CORE_VISITOR_SLIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/base/error.h"
#include "frontdesk/core/handoff.h"
#include "frontdesk/core/request.h"

enum slip_kind { SLIP_OF_REQUEST, SLIP_OF_HANDOFF, SLIP_OF_PROMISE };
const char *slip_kind_name(enum slip_kind kind);  /* "request" … */
const char *slip_kind_words(enum slip_kind kind); /* "Slip of the promise" */
bool slip_kind_parse(const char *name, enum slip_kind *out, struct error *err);

/* Who has it: a person, a department, or a person of one. NULL: not known. */
struct slip_party {
	char *person; /* as said to visitors: "Mr. Osei" */
	char *department, *telephone, *place; /* of the department */
};
/* "Mr. Osei, Planning"; nothing where it is nobody. Adds to out. */
void slip_party_add(const struct slip_party *party, struct str *out);

struct slip_promise { /* an open one */
	int64_t promise_id;
	char *what;
	int64_t due_at;
	struct slip_party by;
};

struct slip_passing {	    /* the latest hand-off, unless it was returned */
	int64_t handoff_id; /* 0: none */
	struct slip_party to;
	enum handoff_state state;
	int64_t at; /* offered or accepted */
};

/* Text may be NULL; the struct owns it. */
struct visitor_slip {
	int64_t request_id;
	char *reference, *topic;
	char *contact, *other_ways; /* of the topic's card */
	struct day received_on;
	enum request_state state;
	enum result result;
	/* What they were told in the latest visit about it, which may have left
	 * it open: what to bring, where instead. */
	enum result told;
	char *result_text, *alternative, *appeal;
	bool is_acknowledged;
	struct slip_party owner, handler; /* handler: of the topic */
	struct slip_passing passed;
	struct slip_promise *promises; /* the first due first */
	size_t promise_count;
	/* Of where it is handed out. */
	char *city, *site;
	char *hours; /* a line for weekdays that have the same */
	char *zone;
	int64_t at;
};
void visitor_slip_release(struct visitor_slip *slip);

/* What mostly is meant: the promise, else the hand-off, else the request. */
enum slip_kind visitor_slip_likeliest(const struct visitor_slip *slip);

/* Whether there is such a slip of it; promise_id 0: of any promise. Else
 * ERROR_NOT_FOUND in words. */
bool visitor_slip_check(const struct visitor_slip *slip, enum slip_kind kind,
			int64_t promise_id, struct error *err);

#endif
