/*
 * visit_cue.h - the parts of a visit's cue
 */
#ifndef FRONTDESK_DESK_VISIT_CUE_H
#define FRONTDESK_DESK_VISIT_CUE_H

#include "cues.h"
#include "desk_private.h"
#include "frontdesk/core/topic.h"
#include "frontdesk/desk/pattern.h"
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
	struct pattern_found pattern;
	bool is_first_visit; /* of the one who is greeted first */
};

/* visit_greet.c: whose ids are asked for, then who they are, in the order in
 * which they are greeted; SAY, and ASK where they were not asked before. */
void visit_cue_list_people(const struct visit *visit, struct cue_facts *facts);
bool visit_cue_read_greeted(struct db *db, int64_t visit_id,
			    struct cue_facts *facts, struct error *err);
bool visit_cue_greet(struct desk *desk, const struct phrases *phrases,
		     const struct visit *visit, const struct cue_facts *facts,
		     struct visit_cue *out, struct error *err);

/* Beside whom they speak for and who could interpret: within the snapshot. */
bool visit_cue_read_present(struct desk *desk, const struct visit *visit,
			    struct cue_facts *facts, struct error *err);
void visit_cue_put_present(const struct desk *desk,
			   const struct cue_facts *facts,
			   struct cue_stage *stage, struct cue_frame *frame);

/* visit_word.c: the most urgent of what the table has for this moment, in the
 * place of the greeting that *out has. */
void visit_cue_compose(struct desk *desk, const struct visit *visit,
		       const struct cue_facts *facts,
		       const struct cue_scene *scene, struct visit_cue *out);

/* The contact that is being typed: the last; or NULL. */
const struct contact *visit_cue_contact(const struct visit *visit);

/* visit_frame.c: what is so, worded in this language: the visit's frame, and
 * one for each other matter. greeted is as greeting_make left it, close how
 * they are thanked in its two languages; everything is borrowed. */
void visit_cue_frame(const struct desk *desk, const struct visit *visit,
		     const struct cue_facts *facts, const struct cue *greeted,
		     const char *const close[2], const char *language,
		     struct cue_stage *out);

#endif
