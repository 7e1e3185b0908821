/*
 * ladder.h - what a person is called: the first step that applies
 */
#ifndef LADDER_H
#define LADDER_H

#include "phrases.h"

/* The steps of the ladder, in their order. */
enum step {
	STEP_ASKED,
	STEP_FIRST_NAME,
	STEP_HONORIFIC,
	STEP_FULL,
	STEP_NOTHING,
};

/*
 * Adds what the person is called in the book's language; nothing at the last
 * step. The request's name is stripped (name_strip.h). room is what folding
 * works in: its text is lost.
 */
enum step ladder_climb(const struct phrases *phrases,
		       const struct address_request *request,
		       const struct phrasebook *book, struct str *room,
		       struct str *out);

#endif
