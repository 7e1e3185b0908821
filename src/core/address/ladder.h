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

/* Adds what the person is called in the language; nothing at the last step. */
enum step ladder_climb(const struct phrases *phrases,
		       const struct address_request *request,
		       const char *language, struct str *out);

#endif
