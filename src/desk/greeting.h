/*
 * greeting.h - who stands here, greeted in a language that this clerk speaks
 */
#ifndef FRONTDESK_DESK_GREETING_H
#define FRONTDESK_DESK_GREETING_H

#include "desk_private.h"
#include "frontdesk/core/resident.h"
#include "frontdesk/desk/find.h"

#define GREETING_PEOPLE 6

/* Whom to greet, the resident first; the first together_count of them in one
 * breath, everybody else with a greeting of their own. None: somebody unnamed.
 * Borrowed. */
struct greeting {
	const struct resident *residents;
	size_t count, together_count;
};

/*
 * Fills SAY, and ASK where how to address the first is not known: in their
 * language where the signed-in person speaks it and there are words for it,
 * else in English, and in the other of the two beside it. *close (or NULL) is
 * how they are thanked, *other_close the same in the other language; the caller
 * frees both.
 */
bool greeting_make(struct desk *desk, const struct phrases *phrases,
		   const struct greeting *greeting, struct cue *out,
		   char **close, char **other_close, struct error *err);

/* How a resident is to be addressed, as a request of the ladder, borrowed. */
void greeting_request(const struct desk *desk, const struct resident *resident,
		      const char *language, struct address_request *out);

/* The city's own telephone opening, and in its other language beside it. */
void greeting_answer_call(const struct desk *desk,
			  const struct phrases *phrases, struct cue *out);

#endif
