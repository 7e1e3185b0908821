/*
 * cue_private.h - what reading the table of cues and wording them share
 */
#ifndef FRONTDESK_CORE_CUE_PRIVATE_H
#define FRONTDESK_CORE_CUE_PRIVATE_H

#include "frontdesk/core/cue.h"

/* The name of so many bytes; CUE_PLACE_COUNT: there is none. */
enum cue_place cue_place_find(const char *name, size_t len);

void cue_rule_release(struct cue_rule *rule);

#endif
