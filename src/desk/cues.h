/*
 * cues.h - what is so at this moment, for the table of cues
 */
#ifndef FRONTDESK_DESK_CUES_H
#define FRONTDESK_DESK_CUES_H

#include "desk_private.h"
#include "frontdesk/core/cue.h"
#include "frontdesk/desk/find.h"

/* The table, read when it is first needed; borrowed. What is wrong with it is
 * in the log, and told by `frontdesk check`. */
const struct cue_table *cues_of(struct desk *desk);
/* At least those of a row of the desk: what the first screen needs. */
const struct cue_table *cues_of_rows(struct desk *desk);

/* Each line of them is one of the log. */
void cues_log_faults(const char *faults);

/* The desk's own language: KNOW is in it. */
const char *cues_language(const struct desk *desk);

/* Frames, and the texts made for them. */
struct cue_stage {
	struct cue_frame *frames;
	size_t count;
	char **made;
	size_t made_count;
};
struct cue_frame *cue_stage_add(struct cue_stage *stage); /* to fill in now */
/* Takes what stands in text, and puts it into the place. */
void cue_stage_put(struct cue_stage *stage, struct cue_frame *frame,
		   enum cue_place place, struct str *text);
void cue_stage_release(struct cue_stage *stage);

/* cue_put.c: what a greeting gives to a frame in one of its two languages: as
 * it is greeted, how to address them, whether somebody known is here; close:
 * the thanks in both, NULL where nobody leaves. Borrowed. */
void cues_lay_greeting(const struct cue *cue, const char *const close[2],
		       const char *language, struct cue_frame *frame);

/* A cue in both languages of the greeting, NULL where it has no words in one;
 * text is what it has in the desk's language, or in English. */
struct cue_words {
	char *words, *other;
	const char *text;
	const char *close[2]; /* the thanks in both */
};
/* These take words and other. One that has no words for it keeps the greeting,
 * or the thanks, where that is a part of it; else it is said in English alone.
 */
void cues_put_say(const struct cue_rule *rule, const struct cue_words *given,
		  struct cue *out);
void cues_put_ask(const struct cue_rule *rule, const struct cue_words *given,
		  struct cue *out);

/* "Friday" of the last days, "today", else "Nov 18", as it is spoken. */
void cues_add_day(const struct desk *desk, int64_t at, const char *language,
		  struct str *out);
/* "Nov 18": without its weekday. */
void cues_add_month_day(struct day day, struct str *out);

#endif
