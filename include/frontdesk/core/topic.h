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
	int64_t question_id;
	char *label; /* "Height" */
	char *ask;   /* "How high is the fence?" */
	enum question_kind kind;
	char *choices; /* parted by |, of a choice */
	bool is_required;
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
	enum result quick_result;
	char *quick_words; /* "Gave the form" */
	char *bring, *fee, *steps, *other_ways;
	char *not_ours_where, *alternative, *appeal, *contact;
	struct day verified_on; /* "" never */
	int review_days; /* the card is stale so many after verified_on */
	struct question *questions;
	size_t question_count;
};

void topic_release(struct topic *topic);
bool topic_check(const struct topic *topic, struct error *err);
bool topic_is_stale(const struct topic *topic, struct day today);

/* Whether the answer suits its question; ERROR_INVALID says what would. */
bool question_check_answer(const struct question *question, const char *value,
			   struct error *err);

#endif
