/*
 * visit_cue.h - the parts of a visit's cue
 */
#ifndef FRONTDESK_DESK_VISIT_CUE_H
#define FRONTDESK_DESK_VISIT_CUE_H

#include "desk_private.h"
#include "frontdesk/core/topic.h"
#include "frontdesk/desk/visit.h"
#include "frontdesk/store/cue.h"

/* What was read for it, in one snapshot. */
struct cue_facts {
	struct cue_people people;
	struct resident residents[CUE_PEOPLE]; /* as they stand in the visit */
	size_t resident_count;
	struct cue_matter *matters; /* the visit's own first */
	size_t matter_count;
	bool is_about; /* the first matter is what this visit is about */
	struct topic topic;
	bool has_topic;
};

/* The lines of KNOW, at most three. */
void visit_cue_know(const struct desk *desk, const struct cue_facts *facts,
		    struct visit_cue *out);

/* "We promised you Friday and missed it. I am sorry."; NULL: none missed. */
char *visit_cue_apology(const struct desk *desk, const struct cue_facts *facts);

/* "I have news for you."; NULL: nothing is to tell. */
const char *visit_cue_news(const struct cue_facts *facts);

/* A topic within a sentence: "fence permit"; "DMV" stays. The caller frees. */
char *visit_cue_topic(const char *name);

#endif
