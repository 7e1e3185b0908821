/*
 * ladder.h - what a person is called: the first step that applies
 */
#ifndef LADDER_H
#define LADDER_H

#include "said.h"

/* The steps of the ladder, in their order. */
enum step {
	STEP_ASKED,
	STEP_FIRST_NAME,
	STEP_HONORIFIC,
	STEP_FULL,
	STEP_NOTHING,
};

/*
 * Adds what the person is called; nothing at the last step. The request's name
 * is stripped (name_strip.h), or NULL.
 */
enum step ladder_climb(const struct choice *choice, struct str *out);

#endif
