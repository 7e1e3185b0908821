/*
 * feedback.c - comment cards and what is said aloud: what they may hold
 */
#include "frontdesk/core/feedback.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/text.h"

static const struct {
	const char *name, *words;
} questions[CARD_QUESTIONS] = {
    [CARD_SATISFACTION] = {"satisfaction", N_("Satisfaction")},
    [CARD_TRUST] = {"trust", N_("Trust")},
    [CARD_EFFECTIVENESS] = {"effectiveness", N_("Effectiveness")},
    [CARD_EASE] = {"ease", N_("Ease")},
    [CARD_SPEED] = {"speed", N_("Speed")},
    [CARD_FAIRNESS] = {"fairness", N_("Fairness")},
    [CARD_COURTESY] = {"courtesy", N_("Courtesy")},
};

const char *card_question_name(enum card_question question)
{
	return questions[question].name;
}

const char *card_question_words(enum card_question question)
{
	return _(questions[question].words);
}

void feedback_release(struct feedback *feedback)
{
	free(feedback->comment);
	*feedback = (struct feedback){0};
}

static bool is_blank_mark(char c)
{
	return c == '-' || c == '0' || c == '.';
}

int card_marks_read(const char *text, int marks[CARD_QUESTIONS])
{
	int count = 0;

	memset(marks, 0, CARD_QUESTIONS * sizeof(marks[0]));
	for (; text != NULL && *text != '\0' && count < CARD_QUESTIONS;
	     text++) {
		if (*text == ' ')
			continue;
		if (*text >= '1' && *text <= '0' + CARD_MARK_MAX)
			marks[count] = *text - '0';
		else if (!is_blank_mark(*text))
			break;
		count++;
	}
	return count;
}

bool card_marks_parse(const char *text, int marks[CARD_QUESTIONS],
		      struct error *err)
{
	size_t count = 0;

	for (const char *c = text; c != NULL && *c != '\0'; c++) {
		if (*c == ' ')
			continue;
		if ((*c < '1' || *c > '0' + CARD_MARK_MAX) &&
		    !is_blank_mark(*c))
			return error_set(err, ERROR_INVALID, "marks",
					 _("An answer is a digit from 1 to 5, "
					   "or - where it was left blank."));
		count++;
	}
	card_marks_read(text, marks);
	if (count == 0 || count == CARD_QUESTIONS)
		return true;
	return error_set(err, ERROR_INVALID, "marks",
			 _("The card has %d sentences, and %d answers were "
			   "typed: - stands for one that was left blank."),
			 CARD_QUESTIONS, (int)count);
}

void card_marks_add(const int marks[CARD_QUESTIONS], struct str *out)
{
	for (int i = 0; i < CARD_QUESTIONS; i++) {
		if (marks[i] == 0)
			str_add_char(out, '-');
		else
			str_add_int(out, marks[i]);
	}
}

static bool has_marks(const struct feedback *feedback)
{
	for (int i = 0; i < CARD_QUESTIONS; i++)
		if (feedback->marks[i] != 0)
			return true;
	return false;
}

bool feedback_check(const struct feedback *feedback, struct error *err)
{
	const struct text_limit limit = {
	    .field = "comment",
	    .label = feedback->is_card ? _("the comment") : _("what they said"),
	    .max = CARD_COMMENT_MAX,
	    .many_lines = feedback->is_card,
	    .is_required = !feedback->is_card,
	};

	if (!text_check(feedback->comment, &limit, err))
		return false;
	return !feedback->is_card || has_marks(feedback) ||
	       !str_is_blank(feedback->comment) ||
	       error_set(err, ERROR_INVALID, "marks",
			 _("Nothing is on the card yet: type the answers, or "
			   "the comment."));
}
