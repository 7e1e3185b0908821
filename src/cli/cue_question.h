/*
 * cue_question.h - one line of frontdesk cue: who stands here, and when
 */
#ifndef CUE_QUESTION_H
#define CUE_QUESTION_H

#include <stdbool.h>

#include "frontdesk/base/json.h"
#include "frontdesk/core/address.h"

/* name owns its text, the language is the document's; request.name is name. */
struct cue_question {
	struct person_name name;
	struct address_request request;
	const char *at;
	struct error err; /* of the first field that is wrong */
};

/*
 * Reads the document into an empty question. ERROR_INVALID for a field that
 * nobody knows, one of the wrong kind, or a time that does not exist.
 */
bool cue_question_read(const struct json *document,
		       struct cue_question *question, struct error *err);
void cue_question_release(struct cue_question *question);

#endif
