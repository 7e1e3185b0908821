/*
 * topic.h - a kind of business: its questions, what to bring, who handles it
 */
#ifndef FRONTDESK_CORE_TOPIC_H
#define FRONTDESK_CORE_TOPIC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/base/error.h"
#include "frontdesk/core/request.h"

enum question_kind {
	QUESTION_TEXT,
	QUESTION_NUMBER,
	QUESTION_DATE,
	QUESTION_CHOICE,
	QUESTION_YES_NO,
};
const char *question_kind_name(enum question_kind kind);
bool question_kind_parse(const char *text, enum question_kind *out,
			 struct error *err);

struct question {
	/* The same through the versions of a topic; 0: a new one, or the one of
	 * that label. */
	int64_t question_id;
	char *label; /* "Height" */
	char *ask;   /* "How high is the fence?" */
	enum question_kind kind;
	char *choices; /* parted by |, of a choice */
	bool is_required;
	char *danger; /* the answers that mean danger, parted by |; "?" is asked
		       * and not known, "*" any answer; "" none does */
	char *notice; /* what is to be done then */
};

struct topic {
	int64_t topic_id;
	int64_t topic_version_id;
	char *code;  /* "fence-permit" */
	char *name;  /* "Fence permit" */
	char *words; /* other words it is found by */
	int64_t department_id;
	char *department;
	int64_t staff_id; /* who handles it, or 0 */
	char *handler;	  /* "Mr. Osei", or NULL; filled by the store */
	enum result quick_result;
	char *quick_words; /* "Gave the form" */
	char *bring, *fee, *steps, *other_ways;
	char *not_ours_where, *alternative, *appeal, *contact;
	char *also_asked;	/* questions and their answers, on lines */
	struct day verified_on; /* "" never */
	int64_t verified_by;	/* a staff_id; 0: whoever saves it */
	char *verifier;		/* "K. Osei", or NULL; filled by the store */
	int review_days; /* the card is stale so many after verified_on */
	bool is_retired; /* not offered any more; of the topic, no version's */
	struct question *questions;
	size_t question_count;
};

void topic_release(struct topic *topic);
bool topic_check(const struct topic *topic, struct error *err);
bool topic_is_stale(const struct topic *topic, struct day today);

/* The same texts, each with a copy of its own. */
void topic_copy(const struct topic *topic, struct topic *out);
/* Whether a card says the same, whenever it was verified. */
bool topic_is_same(const struct topic *a, const struct topic *b);

/* question.c */
void question_release(struct question *question);
void question_copy(const struct question *question, struct question *out);
bool question_is_same(const struct question *a, const struct question *b);
bool question_check(const struct question *question, struct error *err);

/* Whether the answer suits its question; ERROR_INVALID says what would. */
bool question_check_answer(const struct question *question, const char *value,
			   struct error *err);
/* The answer as it is kept: "y" is yes, a choice as it is written, 5/1/2027
 * is 2027-05-01; whatever does not suit stays. The caller frees. */
char *question_tidy_answer(const struct question *question, const char *value);
/* Whether this answer means danger; value NULL: asked, not known. Of a yes or
 * a no the first letter is enough, of whatever else the whole answer. */
bool question_is_danger(const struct question *question, const char *value);

#endif
