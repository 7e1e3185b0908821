/*
 * request.h - what somebody wants, and what came of it
 */
#ifndef FRONTDESK_CORE_REQUEST_H
#define FRONTDESK_CORE_REQUEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frontdesk/base/error.h"

/* RESULT(enum suffix, name in the store and in JSON, letter, words) */
#define RESULTS(RESULT)                                                        \
	RESULT(ANSWERED, "answered", 'a', "answered")                          \
	RESULT(GIVEN, "given", 'g', "item given")                              \
	RESULT(OPENED, "opened", 'o', "request opened")                        \
	RESULT(HANDED_OFF, "handed_off", 'h', "handed off")                    \
	RESULT(COME_BACK, "come_back", 'b', "come back with")                  \
	RESULT(NOT_OURS, "not_ours", 'n', "not ours")                          \
	RESULT(COULD_NOT, "could_not", 'c', "could not")

enum result {
	RESULT_NONE,
#define RESULT_MEMBER(suffix, name, letter, words) RESULT_##suffix,
	RESULTS(RESULT_MEMBER)
#undef RESULT_MEMBER
	    RESULT_COUNT
};

const char *result_name(enum result result);  /* "answered"; "" for none */
const char *result_words(enum result result); /* "come back with" */
char result_letter(enum result result);
bool result_parse(const char *name, enum result *out, struct error *err);
/* Whether a request with this result stays open after the visit. */
bool result_is_open(enum result result);
/* Whether F9 with this result acknowledges the request at the counter. */
bool result_acknowledges(enum result result);
/* Its reference is read out to them: they will ask for it, come back with it,
 * or appeal. */
bool result_is_read_out(enum result result);

/* A draft is nobody's business until F9; resolved may be taken up again. */
enum request_state { REQUEST_DRAFT, REQUEST_OPEN, REQUEST_RESOLVED };
const char *request_state_name(enum request_state state); /* "open" */
enum request_state request_state_of(const char *name); /* unknown: resolved */

enum number_kind {
	NUMBER_PERMIT,
	NUMBER_ACCOUNT,
	NUMBER_LICENCE,
	NUMBER_OTHER,
};
const char *number_kind_name(enum number_kind kind);
enum number_kind number_kind_of(const char *name); /* unknown is other */

struct request_number {
	enum number_kind kind;
	char *value; /* "BLD-26-0412" */
};

struct answer {
	int64_t question_id;
	char *value; /* NULL with is_known false: asked, not known */
	bool is_known;
};

/* One visit about one request, as the clerk types it. */
struct contact {
	int64_t request_id; /* 0: a request that is new with this visit */
	char *reference;    /* of the request, once it has one */
	int64_t topic_id;   /* 0: not known yet */
	char *place;	    /* it concerns */
	char *contact_text; /* an unnamed visitor's telephone */
	struct request_number *numbers;
	size_t number_count;
	char *words; /* what they said */
	char *concern;
	char *done;
	struct answer *answers;
	size_t answer_count;
	enum result result;
	bool is_read_out;  /* the reference, to them: F9 acknowledges by it */
	char *result_text; /* missing what; where instead; the reason */
	char *tried, *alternative, *appeal;
	/* That they were written for; RESULT_NONE: not known. Not stored. */
	enum result texts_of;
};

void contact_release(struct contact *contact);
void contact_set_answer(struct contact *contact, int64_t question_id,
			const char *value, bool is_known);
void contact_add_number(struct contact *contact, enum number_kind kind,
			const char *value);
/* Texts within their limits (512 words, 2000 said), and what the result
 * demands: come_back, not_ours and could_not want result_text. */
bool contact_check(const struct contact *contact, struct error *err);

#endif
