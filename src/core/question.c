/*
 * question.c - what a topic asks, and whether an answer suits it
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include "frontdesk/core/topic.h"

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

void question_release(struct question *question)
{
	free(question->label);
	free(question->ask);
	free(question->choices);
	free(question->danger);
	free(question->notice);
	*question = (struct question){0};
}

void question_copy(const struct question *question, struct question *out)
{
	*out = *question;
	out->label = mem_copy(question->label);
	out->ask = mem_copy(question->ask);
	out->choices = mem_copy(question->choices);
	out->danger = mem_copy(question->danger);
	out->notice = mem_copy(question->notice);
}

static bool is_same_text(const char *a, const char *b)
{
	return str_same(a != NULL ? a : "", b != NULL ? b : "");
}

bool question_is_same(const struct question *a, const struct question *b)
{
	return a->question_id == b->question_id && a->kind == b->kind &&
	       a->is_required == b->is_required &&
	       is_same_text(a->label, b->label) &&
	       is_same_text(a->ask, b->ask) &&
	       is_same_text(a->choices, b->choices) &&
	       is_same_text(a->danger, b->danger) &&
	       is_same_text(a->notice, b->notice);
}

/* Of a question with set answers only one of them, or a sign, is danger. */
static bool check_danger(const struct question *question, struct error *err)
{
	const char *rest = question->danger;
	struct error unused = {0};

	while (rest != NULL && *rest != '\0') {
		size_t len = strcspn(rest, "|");
		char *one = mem_copy_n(rest, len);
		bool is_sign = str_same(one, "?") || str_same(one, "*");
		bool is_fit =
		    is_sign || question_check_answer(question, one, &unused);

		if (!is_fit)
			error_set(err, ERROR_INVALID, "danger",
				  _("\"%.40s\" is no answer to this question: "
				    "%s"),
				  one, unused.text);
		free(one);
		if (!is_fit)
			return false;
		rest += len + (rest[len] == '|');
	}
	return true;
}

bool question_check(const struct question *question, struct error *err)
{
	const struct text_limit label = {"label", _("the question's label"), 30,
					 false, true};
	const struct text_limit ask = {"ask", _("the question"), 200, false,
				       true};
	const struct text_limit choices = {"choices", _("the choices"), 500,
					   false,
					   question->kind == QUESTION_CHOICE};

	const struct text_limit danger = {"danger", _("the dangerous answers"),
					  200, false, false};
	const struct text_limit notice = {"notice", _("the notice"), 300, false,
					  false};

	if (!text_check(question->label, &label, err) ||
	    !text_check(question->ask, &ask, err) ||
	    !text_check(question->choices, &choices, err) ||
	    !text_check(question->danger, &danger, err) ||
	    !text_check(question->notice, &notice, err))
		return false;
	if (!str_is_blank(question->danger) && str_is_blank(question->notice))
		return error_set(err, ERROR_INVALID, "notice", "%s",
				 _("Say what is to be done when that answer "
				   "means danger."));
	if (str_is_blank(question->danger) && !str_is_blank(question->notice))
		return error_set(err, ERROR_INVALID, "danger", "%s",
				 _("Say which answers mean danger: \"yes\", "
				   "\"broken|hanging\"; ? is not known."));
	return check_danger(question, err);
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

/* As the choice is written; NULL where it is none of them. */
static char *find_choice(const char *value, const char *choices)
{
	struct str wanted = STR_INIT, choice = STR_INIT;
	char *found = NULL;

	text_fold(value, &wanted);
	while (choices != NULL && *choices != '\0' && found == NULL) {
		size_t len = strcspn(choices, "|");
		char *one = mem_copy_n(choices, len);

		str_clear(&choice);
		text_fold(one, &choice);
		if (choice.len > 0 &&
		    str_same(str_text(&choice), str_text(&wanted)))
			found = one;
		else
			free(one);
		choices += len + (choices[len] == '|');
	}
	str_release(&wanted);
	str_release(&choice);
	return found;
}

static bool is_one_of(const char *value, const char *choices)
{
	char *found = find_choice(value, choices);
	bool is_found = found != NULL;

	free(found);
	return is_found;
}

/* 5/1/2027, as dates are written here; false where it is none of these. */
static bool read_slashes(const char *value, struct day *out)
{
	struct error unused = {0};
	int month, day, year, len = 0;
	char text[40];

	if (sscanf(value, " %2d/%2d/%4d%n", &month, &day, &year, &len) != 3 ||
	    !str_is_blank(value + len) || year < 1000)
		return false;
	snprintf(text, sizeof(text), "%04d-%02d-%02d", year, month, day);
	return day_parse(text, "answer", out, &unused);
}

static bool check_date(const char *value, struct error *err)
{
	struct error unused = {0};
	struct day day;

	return day_parse(value, "answer", &day, &unused) ||
	       read_slashes(value, &day) ||
	       error_set(err, ERROR_INVALID, "answer", "%s",
			 _("The answer is a day, as 2027-05-01 or 5/1/2027."));
}

static bool is_yes(const char *value)
{
	return is_one_of(value, "yes|y|sí|si|s");
}

static bool is_no(const char *value)
{
	return is_one_of(value, "no|n");
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
		return check_date(value, err);
	case QUESTION_CHOICE:
		return check_choice(question, value, err);
	case QUESTION_YES_NO:
		return is_yes(value) || is_no(value) ||
		       error_set(err, ERROR_INVALID, "answer", "%s",
				 _("The answer is yes or no."));
	case QUESTION_TEXT:
		break;
	}
	return true;
}

char *question_tidy_answer(const struct question *question, const char *value)
{
	struct day day;
	char *choice;

	switch (question->kind) {
	case QUESTION_YES_NO:
		return mem_copy(is_yes(value)  ? _("yes")
				: is_no(value) ? _("no")
					       : value);
	case QUESTION_CHOICE:
		choice = find_choice(value, question->choices);
		return choice != NULL ? choice : mem_copy(value);
	case QUESTION_DATE:
		return mem_copy(read_slashes(value, &day) ? day.text : value);
	default:
		return mem_copy(value);
	}
}

bool question_is_danger(const struct question *question, const char *value)
{
	const char *danger = question->danger;

	if (str_is_blank(danger))
		return false;
	if (value == NULL || str_same(value, "?"))
		return strchr(danger, '?') != NULL;
	if (str_is_blank(value))
		return false;
	if (strchr(danger, '*') != NULL || is_one_of(value, danger))
		return true;
	return question->kind == QUESTION_YES_NO &&
	       ((is_yes(value) && is_one_of("yes", danger)) ||
		(is_no(value) && is_one_of("no", danger)));
}
