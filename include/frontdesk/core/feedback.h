/*
 * feedback.h - the visitor's answer to "how did we do"
 *
 * A comment card that came back, or one line that was said aloud; either is of
 * a visit. Which seven things a card asks follows section 280 of OMB Circular
 * A-11; its sentences are the city's (core/card.h).
 */
#ifndef FRONTDESK_CORE_FEEDBACK_H
#define FRONTDESK_CORE_FEEDBACK_H

#include <stdbool.h>
#include <stdint.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"

enum card_question {
	CARD_SATISFACTION,
	CARD_TRUST,
	CARD_EFFECTIVENESS,
	CARD_EASE,
	CARD_SPEED,
	CARD_FAIRNESS,
	CARD_COURTESY,
	CARD_QUESTIONS
};
#define CARD_MARK_MAX 5	     /* agree strongly; 1: disagree strongly */
#define CARD_COMMENT_MAX 500 /* code points; of what was said aloud too */

/* "satisfaction", "trust", … */
const char *card_question_name(enum card_question question);
/* "Satisfaction", "Trust", …, for a screen of one word. */
const char *card_question_words(enum card_question question);

struct feedback {
	int64_t feedback_id, visit_id;
	bool is_card; /* else said aloud */
	int64_t site_id, at, noted_by;
	struct day noted_on;
	int marks[CARD_QUESTIONS]; /* of a card: 1 to 5; 0: left blank */
	char *comment;		   /* or what was said */
};
void feedback_release(struct feedback *feedback);

/*
 * "5543-15" as it is read off a card: a digit for each statement, "-", "0" or
 * "." for one that was left blank; blanks between them are passed over.
 * Nothing at all is a card of blanks. ERROR_INVALID at field "marks".
 */
bool card_marks_parse(const char *text, int marks[CARD_QUESTIONS],
		      struct error *err);
/* As far as it can be read, for whoever is still typing; the count of them. */
int card_marks_read(const char *text, int marks[CARD_QUESTIONS]);
/* "5543-15" */
void card_marks_add(const int marks[CARD_QUESTIONS], struct str *out);

/* A card says something, and so does who speaks; fields "marks", "comment". */
bool feedback_check(const struct feedback *feedback, struct error *err);

#endif
