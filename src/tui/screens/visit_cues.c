/* All that there is to say and to know, and who has looked. */
#include "../dialog.h"
#include "cue_view.h"
#include "noted_words.h"
#include "visit.h"

void visit_turn_language(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;

	cue_view_turn(app, &state->cue.cue, &state->is_turned);
}

static bool is_question(const struct topic *topic, const char *ask)
{
	for (size_t i = 0; i < topic->question_count; i++)
		if (str_same(topic->questions[i].ask, ask))
			return true;
	return false;
}

void visit_show_cues(struct app *app, struct screen *screen)
{
	const struct visit_screen *state = screen->state;
	const struct visit_cue *cue = &state->cue;
	struct str text = STR_INIT;

	cue_view_add(&cue->cue, &text);
	for (size_t i = 0; i < cue->more_say_count; i++)
		str_addf(&text, _("SAY   “%s”\n"), cue->more_say[i]);
	/* The first is the one that ASK has. */
	for (size_t i = 0; i < state->topic.question_count; i++)
		if (!str_same(state->topic.questions[i].ask, cue->cue.ask))
			str_addf(&text, _("ASK   “%s”\n"),
				 state->topic.questions[i].ask);
	for (size_t i = 0; i < cue->more_ask_count; i++)
		if (!is_question(&state->topic, cue->more_ask[i]))
			str_addf(&text, _("ASK   “%s”\n"), cue->more_ask[i]);
	for (size_t i = 0; i < cue->know_count; i++)
		str_addf(&text, _("KNOW  %s\n"), cue->know[i]);
	if (cue->close)
		str_addf(&text, _("At the end: “%s”\n"), cue->close);
	if (state->has_resident)
		noted_add_all(state->desk, &state->resident, &text);
	dialog_show(app, _("All cues"), str_text(&text));
	str_release(&text);
}

void visit_show_looks(struct app *app, struct screen *screen)
{
	int64_t resident = visit_resident_id(screen->state);

	if (resident)
		looks_show(app, resident);
	else
		app_news(app, _("No record is open."));
}
