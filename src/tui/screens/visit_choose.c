/* F4 in a visit: what this field may hold. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../dialog.h"
#include "../pick.h"
#include "frontdesk/base/mem.h"
#include "topic_pick.h"
#include "visit.h"

static bool topic_picked(struct app *app, void *state, const char *id,
			 const char *text, struct error *err)
{
	struct screen *screen = state;
	struct visit_screen *visit = screen->state;
	int64_t topic_id = strtoll(id, NULL, 10);
	struct str before = STR_INIT;

	(void)text;
	if (visit->topic.topic_id && visit->topic.topic_id != topic_id &&
	    visit_is_any_answered(visit))
		str_add(&before, visit->topic.name);
	if (!visit_begin(app, visit) ||
	    !visit_set_topic(visit, topic_id, err)) {
		str_release(&before);
		return err->code == ERROR_NONE;
	}
	if (before.len)
		app_news(app,
			 _("The answers about %s are kept: F4 here, and "
			   "they come back with it."),
			 str_text(&before));
	str_release(&before);
	form_go_on(&visit->form);
	app_reload(app);
	return true;
}

static const struct dialog_choice number_kinds[] = {
    [NUMBER_PERMIT] = {'p', N_("Permit"), NULL},
    [NUMBER_ACCOUNT] = {'a', N_("Account"), NULL},
    [NUMBER_LICENCE] = {'l', N_("Licence"), NULL},
    [NUMBER_OTHER] = {'o', N_("Other"), NULL},
};

static void number_kind_chosen(struct app *app, void *state, size_t index)
{
	struct visit_screen *visit = ((struct screen *)state)->state;

	visit->number_kind = (enum number_kind)index;
	form_note(&visit->form, "number", _(number_kinds[index].label));
	app_draw(app);
}

static const struct question *question_at(const struct visit_screen *state)
{
	const struct form_row *row = form_focused(&state->form);
	long long id = 0;

	if (!row || sscanf(row->id, "question %lld", &id) != 1)
		return NULL;
	for (size_t i = 0; i < state->topic.question_count; i++)
		if (state->topic.questions[i].question_id == id)
			return &state->topic.questions[i];
	return NULL;
}

/* What they told us before comes first, with its day. */
static void add_told(const struct visit_screen *state,
		     const struct question *question, const char *typed,
		     struct pick_rows *out)
{
	char day[24];

	for (size_t i = 0; question && i < state->earlier.count; i++) {
		const struct earlier_answer *told = &state->earlier.items[i];
		struct str note = STR_INIT;

		if (told->question_id != question->question_id ||
		    !pick_meets(typed, told->value))
			continue;
		day_format(told->told_on, day);
		str_addf(&note, _("told us %s"), day);
		pick_add(out, told->value, told->value, str_text(&note));
		str_release(&note);
	}
}

static bool find_answers(struct app *app, void *state, const char *text,
			 struct pick_rows *out, struct error *err)
{
	const struct visit_screen *visit = ((struct screen *)state)->state;
	const struct question *question = question_at(visit);
	char *choices =
	    mem_copy(question && question->kind == QUESTION_YES_NO ? _("yes|no")
		     : question ? question->choices
				: "");
	char *rest = choices, *one;

	(void)app;
	(void)err;
	add_told(visit, question, text, out);
	while ((one = strsep(&rest, "|")))
		if (*one && pick_meets(text, one))
			pick_add(out, one, one, NULL);
	pick_add(out, "?", _("? asked, not known"), NULL);
	free(choices);
	return true;
}

static bool answer_picked(struct app *app, void *state, const char *id,
			  const char *text, struct error *err)
{
	struct visit_screen *visit = ((struct screen *)state)->state;

	(void)text;
	(void)err;
	if (!visit_begin(app, visit))
		return true;
	form_set(&visit->form, form_focused(&visit->form)->id, id);
	form_go_on(&visit->form);
	return true;
}

void visit_choose(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;
	struct pick pick = {.state = screen};

	if (form_is_at(&state->form, "number")) {
		dialog_choose(app, _("What kind of number is it?"),
			      number_kinds, MEM_COUNT(number_kinds),
			      number_kind_chosen, NULL, screen);
		return;
	}
	if (question_at(state)) {
		pick.title = question_at(state)->ask;
		pick.label = question_at(state)->label;
		pick.find = find_answers;
		pick.picked = answer_picked;
	} else if (form_is_at(&state->form, "about") && !state->is_in_history &&
		   !state->is_in_title) {
		pick.title = _("What is it about?");
		pick.label = _("Topic");
		pick.find = topic_pick_find;
		pick.picked = topic_picked;
	} else {
		app_news(app, _("There is nothing to choose here: what is "
				"typed stays as it is."));
		return;
	}
	pick_open(app, &pick);
}
