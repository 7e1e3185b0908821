/*
 * cmd_cue.h - records in, what to say out, one JSON object a line
 */
#ifndef CMD_CUE_H
#define CMD_CUE_H

#include <stdbool.h>
#include <stdio.h>

#include "frontdesk/core/address.h"

/*
 * Answers every line of in that can be answered on out, in order; complains
 * of the others with their line's number. False where it complained.
 */
bool cue_run(const struct phrases *phrases, FILE *in, FILE *out,
	     FILE *complaints);

#endif
