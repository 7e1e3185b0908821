/*
 * visit_cue.h - the parts of a visit's cue
 */
#ifndef FRONTDESK_DESK_VISIT_CUE_H
#define FRONTDESK_DESK_VISIT_CUE_H

#include "desk_private.h"
#include "frontdesk/core/topic.h"
#include "frontdesk/desk/visit.h"
#include "frontdesk/store/cue.h"
#include "frontdesk/store/present.h"

/* What was read for it, in one snapshot. */
struct cue_facts {
	struct cue_people people;  /* whose matters count: no interpreters */
	struct cue_people greeted; /* who is at the counter, as greeted */
	struct resident residents[CUE_PEOPLE]; /* those who are greeted */
	size_t resident_count;
	size_t together_count;	/* the first of them, greeted in one breath */
	size_t ungreeted_count; /* who is here too: more than are greeted */
	struct spoke spoke;	/* what was noted of one of them before */
	bool needs_interpreter;
	char *interpreted;   /* a language somebody present needs, or NULL */
	struct str speakers; /* who here speaks it, this clerk apart */
	size_t speaker_count;
	struct cue_matter *matters; /* the visit's own first */
	size_t matter_count;
	bool is_about; /* the first matter is what this visit is about */
	struct topic topic;
	bool has_topic;
};

/* visit_greet.c: whose ids are asked for, then who they are, in the order in
 * which they are greeted; SAY, and ASK where they were not asked before. */
void visit_cue_list_people(const struct visit *visit, struct cue_facts *facts);
bool visit_cue_read_greeted(struct db *db, struct cue_facts *facts,
			    struct error *err);
bool visit_cue_greet(struct desk *desk, const struct phrases *phrases,
		     const struct visit *visit, const struct cue_facts *facts,
		     struct visit_cue *out, struct error *err);

/* Beside whom they speak for and who could interpret: within the snapshot. */
bool visit_cue_read_present(struct desk *desk, const struct visit *visit,
			    struct cue_facts *facts, struct error *err);
/* Their lines of KNOW, before those of the matter. */
void visit_cue_know_present(const struct desk *desk,
			    const struct cue_facts *facts,
			    struct visit_cue *out);

/* Takes what stands in line, where there is room. */
void visit_cue_add_line(struct visit_cue *out, struct str *line);

/* The lines of KNOW about the matter, as far as there is room. */
void visit_cue_know(const struct desk *desk, const struct cue_facts *facts,
		    struct visit_cue *out);

/* "Nov 18": without its weekday. */
void visit_cue_month_day(struct day day, char out[24]);

/* "We promised you Friday and missed it. I am sorry."; NULL: none missed. */
char *visit_cue_apology(const struct desk *desk, const struct cue_facts *facts);

/* "I have news for you."; NULL: nothing is to tell. */
const char *visit_cue_news(const struct cue_facts *facts);

/* A topic within a sentence: "fence permit"; "DMV" stays. The caller frees. */
char *visit_cue_topic(const char *name);

#endif
