/*
 * topic.c - a kind of business: its questions, what to bring, who handles it
 */
#include "frontdesk/core/topic.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"

/* Every text that a city writes. */
static const size_t members[] = {
    offsetof(struct topic, code),	    offsetof(struct topic, name),
    offsetof(struct topic, words),	    offsetof(struct topic, quick_words),
    offsetof(struct topic, bring),	    offsetof(struct topic, fee),
    offsetof(struct topic, steps),	    offsetof(struct topic, other_ways),
    offsetof(struct topic, not_ours_where), offsetof(struct topic, alternative),
    offsetof(struct topic, appeal),	    offsetof(struct topic, contact),
    offsetof(struct topic, also_asked),
};

static char **text_of(const struct topic *topic, size_t member)
{
	return (char **)((char *)topic + members[member]);
}

void topic_release(struct topic *topic)
{
	for (size_t i = 0; i < topic->question_count; i++)
		question_release(&topic->questions[i]);
	free(topic->questions);
	for (size_t i = 0; i < MEM_COUNT(members); i++)
		free(*text_of(topic, i));
	free(topic->department);
	free(topic->handler);
	free(topic->verifier);
	*topic = (struct topic){0};
}

void topic_copy(const struct topic *topic, struct topic *out)
{
	*out = *topic;
	for (size_t i = 0; i < MEM_COUNT(members); i++)
		*text_of(out, i) = mem_copy(*text_of(topic, i));
	out->department = mem_copy(topic->department);
	out->handler = mem_copy(topic->handler);
	out->verifier = mem_copy(topic->verifier);
	out->questions =
	    mem_new(topic->question_count + 1, sizeof(*out->questions));
	for (size_t i = 0; i < topic->question_count; i++)
		question_copy(&topic->questions[i], &out->questions[i]);
}

static bool is_same_text(const char *a, const char *b)
{
	return str_same(a != NULL ? a : "", b != NULL ? b : "");
}

bool topic_is_same(const struct topic *a, const struct topic *b)
{
	bool is_same = a->department_id == b->department_id &&
		       a->staff_id == b->staff_id &&
		       a->quick_result == b->quick_result &&
		       a->review_days == b->review_days &&
		       a->question_count == b->question_count;

	for (size_t i = 0; is_same && i < MEM_COUNT(members); i++)
		is_same = is_same_text(*text_of(a, i), *text_of(b, i));
	for (size_t i = 0; is_same && i < a->question_count; i++)
		is_same =
		    question_is_same(&a->questions[i], &b->questions[i]);
	return is_same;
}

static bool topic_check_code(const char *code, struct error *err)
{
	size_t len = code != NULL ? strlen(code) : 0;
	bool is_code = len > 0 && len <= 40 &&
		       strspn(code, "abcdefghijklmnopqrstuvwxyz"
				    "0123456789-") == len;

	return is_code || error_set(err, ERROR_INVALID, "code", "%s",
				    _("A topic's code is 1 to 40 small "
				      "letters, digits and dashes, as in "
				      "fence-permit."));
}

static bool topic_check_texts(const struct topic *topic, struct error *err)
{
	const struct {
		const char *text;
		struct text_limit limit;
	} texts[] = {
	    {topic->name, {"name", _("the topic's name"), 60, false, true}},
	    {topic->words, {"words", _("the other words"), 300, false, false}},
	    {topic->quick_words,
	     {"quick_words", _("the usual result"), 200, false, false}},
	    {topic->bring, {"bring", _("what to bring"), 500, true, false}},
	    {topic->fee, {"fee", _("the fee"), 100, false, false}},
	    {topic->steps, {"steps", _("the steps"), 2000, true, false}},
	    {topic->other_ways,
	     {"other_ways", _("the other ways"), 500, true, false}},
	    {topic->not_ours_where,
	     {"not_ours_where", _("where instead"), 300, true, false}},
	    {topic->alternative,
	     {"alternative", _("the alternative"), 500, true, false}},
	    {topic->appeal,
	     {"appeal", _("the way to appeal"), 500, true, false}},
	    {topic->contact,
	     {"contact", _("the topic's contact"), 300, true, false}},
	    {topic->also_asked,
	     {"also_asked", _("what else was asked"), 4000, true, false}},
	};

	for (size_t i = 0; i < MEM_COUNT(texts); i++)
		if (!text_check(texts[i].text, &texts[i].limit, err))
			return false;
	return true;
}

bool topic_check(const struct topic *topic, struct error *err)
{
	if (!topic_check_code(topic->code, err) ||
	    !topic_check_texts(topic, err))
		return false;
	if (topic->quick_result != RESULT_ANSWERED &&
	    topic->quick_result != RESULT_GIVEN &&
	    topic->quick_result != RESULT_NOT_OURS)
		return error_set(err, ERROR_INVALID, "quick_result", "%s",
				 _("The usual result is one of answered, "
				   "given, not_ours."));
	if (topic->review_days < 1)
		return error_set(err, ERROR_INVALID, "review_days", "%s",
				 _("Give after how many days the card is "
				   "looked over again, 1 or more."));
	for (size_t i = 0; i < topic->question_count; i++)
		if (!question_check(&topic->questions[i], err))
			return false;
	return true;
}

bool topic_is_stale(const struct topic *topic, struct day today)
{
	return topic->verified_on.text[0] == '\0' ||
	       day_distance(topic->verified_on, today) > topic->review_days;
}
