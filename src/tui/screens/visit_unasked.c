/* Which of the questions that a topic requires nobody asked: F9 says so. */
#include <stdio.h>

#include "visit.h"

static bool is_asked(const struct contact *contact, int64_t question_id)
{
	for (size_t i = 0; i < contact->answer_count; i++) {
		const struct answer *answer = &contact->answers[i];

		if (answer->question_id == question_id)
			return !answer->is_known ||
			       !str_is_blank(answer->value);
	}
	return false;
}

/* Adds their labels, "Height, Side"; the first of them, or 0. */
static int64_t add_unasked(const struct topic *topic,
			   const struct contact *contact, struct str *out)
{
	int64_t first = 0;

	for (size_t i = 0; i < topic->question_count; i++) {
		const struct question *question = &topic->questions[i];

		if (!question->is_required ||
		    is_asked(contact, question->question_id))
			continue;
		if (!first)
			first = question->question_id;
		str_addf(out, out->len ? ", %s" : "%s", question->label);
	}
	return first;
}

bool visit_note_unasked(struct visit_screen *state,
			const struct contact *contact, struct error *err)
{
	struct topic topic = {0};

	if (!contact->topic_id)
		return true;
	if (!desk_get_topic(state->desk, contact->topic_id, &topic, err))
		return false;
	add_unasked(&topic, contact, &state->unasked);
	topic_release(&topic);
	return true;
}

void visit_say_unasked(struct app *app, const struct visit_screen *state)
{
	struct str names = STR_INIT;

	if (add_unasked(&state->topic, &state->visit.contacts[state->current],
			&names))
		app_news(app,
			 _("Not asked yet: %s. Esc goes there; a letter "
			   "logs it as it is."),
			 str_text(&names));
	str_release(&names);
}

void visit_go_to_unasked(struct app *app, void *screen)
{
	struct visit_screen *state = ((struct screen *)screen)->state;
	struct str names = STR_INIT;
	char row[32];
	int64_t first =
	    add_unasked(&state->topic, visit_contact(state), &names);

	str_release(&names);
	if (!first)
		return;
	snprintf(row, sizeof(row), "question %lld", (long long)first);
	state->is_in_history = state->is_in_title = false;
	form_focus(&state->form, row);
	app_draw(app);
}
