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

static const char *const question_kinds[] = {
    [QUESTION_TEXT] = "text",	  [QUESTION_NUMBER] = "number",
    [QUESTION_DATE] = "date",	  [QUESTION_CHOICE] = "choice",
    [QUESTION_YES_NO] = "yes_no",
};

const char *question_kind_name(enum question_kind kind)
{
	return question_kinds[kind];
}

bool question_kind_parse(const char *text, enum question_kind *out,
			 struct error *err)
{
	for (size_t i = 0; i < MEM_COUNT(question_kinds); i++) {
		if (str_same(text, question_kinds[i])) {
			*out = (enum question_kind)i;
			return true;
		}
	}
	*out = QUESTION_TEXT;
	return error_set(err, ERROR_INVALID, "kind", "%s",
			 _("A question is one of text, number, date, choice, "
			   "yes_no."));
}

void topic_release(struct topic *topic)
{
	for (size_t i = 0; i < topic->question_count; i++) {
		free(topic->questions[i].label);
		free(topic->questions[i].ask);
		free(topic->questions[i].choices);
	}
	free(topic->questions);
	free(topic->code);
	free(topic->name);
	free(topic->words);
	free(topic->department);
	free(topic->quick_words);
	free(topic->bring);
	free(topic->fee);
	free(topic->steps);
	free(topic->other_ways);
	free(topic->not_ours_where);
	free(topic->alternative);
	free(topic->appeal);
	free(topic->contact);
	*topic = (struct topic){0};
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
	    {topic->bring, {"bring", _("what to bring"), 300, true, false}},
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
	     {"contact", _("the topic's contact"), 200, false, false}},
	};

	for (size_t i = 0; i < MEM_COUNT(texts); i++)
		if (!text_check(texts[i].text, &texts[i].limit, err))
			return false;
	return true;
}

static bool question_check(const struct question *question, struct error *err)
{
	const struct text_limit label = {"label", _("the question's label"), 30,
					 false, true};
	const struct text_limit ask = {"ask", _("the question"), 200, false,
				       true};
	const struct text_limit choices = {"choices", _("the choices"), 500,
					   false,
					   question->kind == QUESTION_CHOICE};

	return text_check(question->label, &label, err) &&
	       text_check(question->ask, &ask, err) &&
	       text_check(question->choices, &choices, err);
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

/* "1,250.50", "-3", "6": digits with their marks, nothing else. */
static bool is_number(const char *value)
{
	size_t digits = 0, points = 0;
	const char *p = value + strspn(value, " ");

	if (*p == '-' || *p == '+')
		p++;
	for (; *p != '\0' && *p != ' '; p++) {
		if (*p >= '0' && *p <= '9')
			digits++;
		else if (*p == '.' && points == 0)
			points++;
		else if (*p != ',' || digits == 0 || points > 0)
			return false;
	}
	return digits > 0 && p[strspn(p, " ")] == '\0';
}

static bool is_one_of(const char *value, const char *choices)
{
	struct str wanted = STR_INIT, choice = STR_INIT;
	bool is_found = false;

	text_fold(value, &wanted);
	while (choices != NULL && *choices != '\0' && !is_found) {
		size_t len = strcspn(choices, "|");
		char *one = mem_copy_n(choices, len);

		str_clear(&choice);
		text_fold(one, &choice);
		is_found = str_same(str_text(&choice), str_text(&wanted));
		free(one);
		choices += len + (choices[len] == '|');
	}
	str_release(&wanted);
	str_release(&choice);
	return is_found;
}

static bool check_choice(const struct question *question, const char *value,
			 struct error *err)
{
	struct str said = STR_INIT;

	if (is_one_of(value, question->choices))
		return true;
	for (const char *c = question->choices; c != NULL && *c != '\0'; c++)
		if (*c == '|')
			str_add(&said, ", ");
		else
			str_add_char(&said, *c);
	error_set(err, ERROR_INVALID, "answer", _("Choose one of %s."),
		  str_text(&said));
	str_release(&said);
	return false;
}

bool question_check_answer(const struct question *question, const char *value,
			   struct error *err)
{
	const struct text_limit limit = {"answer", _("the answer"), 512, true,
					 false};
	struct day day;

	if (!text_check(value, &limit, err))
		return false;
	if (str_is_blank(value))
		return true;
	switch (question->kind) {
	case QUESTION_NUMBER:
		return is_number(value) ||
		       error_set(err, ERROR_INVALID, "answer", "%s",
				 _("The answer is a number, as 6 or 12.5."));
	case QUESTION_DATE:
		return day_parse(value, "answer", &day, err);
	case QUESTION_CHOICE:
		return check_choice(question, value, err);
	case QUESTION_YES_NO:
		return is_one_of(value, "yes|no|y|n|sí|si") ||
		       error_set(err, ERROR_INVALID, "answer", "%s",
				 _("The answer is yes or no."));
	case QUESTION_TEXT:
		break;
	}
	return true;
}
