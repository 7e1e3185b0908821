/* Answers that mean danger, said at once; and each answer settled when its row
 * is left. */
#include <stdio.h>
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/desk/calendar.h"
#include "visit.h"

#define DANGER_ROWS 2 /* of each notice */

static const char *answer_to(const struct visit_screen *state,
			     const struct question *question)
{
	char row[32];

	snprintf(row, sizeof(row), "question %lld",
		 (long long)question->question_id);
	return form_value(&state->form, row);
}

int visit_draw_danger(const struct visit_screen *state, struct canvas *canvas,
		      struct area area)
{
	int row = area.row;

	for (size_t i = 0; i < state->topic.question_count; i++) {
		const struct question *question = &state->topic.questions[i];
		struct str text = STR_INIT;

		if (row >= area.row + area.rows ||
		    !question_is_danger(question, answer_to(state, question)))
			continue;
		str_addf(&text, _("DANGER  %s"), question->notice);
		row += canvas_put_wrapped(canvas, row, 1, area.cols - 2,
					  DANGER_ROWS, str_text(&text),
					  STYLE_LATE);
		str_release(&text);
	}
	return row - area.row;
}

static const struct question *question_of(const struct visit_screen *state,
					  const char *row)
{
	long long id = 0;

	if (sscanf(row, "question %lld", &id) != 1)
		return NULL;
	for (size_t i = 0; i < state->topic.question_count; i++)
		if (state->topic.questions[i].question_id == id)
			return &state->topic.questions[i];
	return NULL;
}

void visit_understand_day(struct visit_screen *state,
			  const struct question *question, const char *row)
{
	const char *value = form_value(&state->form, row);
	struct error unused = {0};
	struct day day;

	if (question->kind == QUESTION_DATE && !str_is_blank(value) &&
	    !question_check_answer(question, value, &unused) &&
	    desk_understand_day(state->desk, value, &day, &unused))
		form_set(&state->form, row, day.text);
}

bool visit_check_answer(const struct question *question, const char *value,
			struct error *err)
{
	if (question_check_answer(question, value, err))
		return true;
	if (question->kind != QUESTION_DATE)
		return false;
	return error_set(err, ERROR_INVALID, "answer", "%s",
			 _("The answer is a day: june 1, tomorrow, fri, "
			   "5/1/2027 or 2027-05-01."));
}

void visit_settle_answer(struct visit_screen *state, const char *row)
{
	const struct question *question = question_of(state, row);
	struct form_row *left = form_find(&state->form, row);
	struct error err = {0};
	const char *value;
	char *tidy;

	if (!question || !left || form_is_at(&state->form, row))
		return;
	visit_understand_day(state, question, row);
	value = form_value(&state->form, row);
	if (str_is_blank(value) || str_same(value, "?"))
		return;
	if (!visit_check_answer(question, value, &err)) {
		mem_replace(&left->error, err.text);
		return;
	}
	tidy = question_tidy_answer(question, value);
	if (!str_same(tidy, value))
		form_set(&state->form, row, tidy);
	free(tidy);
}
