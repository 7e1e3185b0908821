/*
 * F9: the end is stamped, a result is asked where none follows from the facts,
 * then what it demands; with the last one the visit is logged.
 */
#include <stdlib.h>

#include "../dialog.h"
#include "frontdesk/base/mem.h"
#include "visit.h"

void visit_set_scene(struct app *app, struct visit_screen *state,
		     struct cue_scene scene)
{
	struct visit_cue cue;
	struct error err = {0};

	state->scene = scene;
	if (!desk_cue_visit_at(state->desk, &state->visit, &scene, &cue,
			       &err)) {
		app_problem(app, &err);
		return;
	}
	visit_cue_release(&state->cue);
	state->cue = cue;
	app_draw(app);
}

/* Who is thanked: the visit's screen is gone then. */
static void copy_people(const struct visit *visit, struct visit *out)
{
	out->visit_id = visit->visit_id;
	out->channel = visit->channel;
	for (size_t i = 0; i < visit->person_count; i++) {
		const struct visit_person *person = &visit->people[i];

		visit_add_person(out, person->resident_id,
				 person->organisation_id, person->part,
				 person->name);
		out->people[out->person_count - 1].is_absent =
		    person->is_absent;
	}
}

/* Whether something of it is to be asked for, brought or appealed. */
static bool is_to_take_home(const struct visit *visit)
{
	for (size_t i = 0; i < visit->contact_count; i++)
		if (result_is_read_out(visit->contacts[i].result))
			return true;
	return false;
}

/* The visit is over; home says so. */
static void log_visit(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;
	struct error err = {0};
	struct str news = STR_INIT;
	bool has_paper; /* where there is somebody to take it along */
	bool has_slip;
	struct visit ended = {0};
	char *close;

	for (size_t i = 0; i < state->visit.contact_count; i++)
		state->visit.contacts[i].is_read_out = visit_is_read_out(state);
	if (!desk_finish_visit(state->desk, &state->visit, state->finished_at,
			       &err)) {
		if (!form_error(&state->form, &err))
			app_problem(app, &err);
		return;
	}
	str_addf(&news, _("Logged %s."), state->visit.reference);
	close = mem_copy(state->cue.close);
	copy_people(&state->visit, &ended);
	if (state->unasked.len)
		str_addf(&news, _(" Not asked: %s."),
			 str_text(&state->unasked));
	has_paper = (state->visit.channel == CHANNEL_WALK_IN ||
		     state->visit.channel == CHANNEL_APPOINTMENT) &&
		    !desk_may(app_desk(app), DUTY_PRINT_DAY, &err);
	has_slip = is_to_take_home(&state->visit);
	/* The cue goes with the screen; and somebody else may stand there. */
	if (visit_close(app, state, HOME_LAST_FINISHED)) {
		if (close)
			str_addf(&news, _(" Say: “%s”"), close);
	} else {
		home_say_closing(app, &ended);
		str_add(&news, !has_paper ? _("  ^Z takes it back")
			       : has_slip ? _("  ^P slip  ^Z takes it back")
					  : _("  ^P card  ^Z takes it back"));
	}
	free(close);
	visit_release(&ended);
	app_news(app, "%s", str_text(&news));
	str_release(&news);
}

/* What a hand-off or a promise made of a contact is not asked again; which of
 * its required questions nobody asked is said when it is logged. */
static bool take_given(struct visit_screen *state, struct error *err)
{
	str_clear(&state->unasked);
	for (size_t i = 0; i < state->visit.contact_count; i++) {
		struct contact *contact = &state->visit.contacts[i];

		if (contact->result == RESULT_NONE && contact->request_id &&
		    !desk_result_of_facts(state->desk, contact->request_id,
					  state->visit.visit_id,
					  &contact->result, err))
			return false;
		if (contact->result != RESULT_NONE &&
		    !visit_note_unasked(state, contact, err))
			return false;
	}
	return true;
}

/* The next contact without a result, or contact_count. */
static size_t find_unanswered(const struct visit *visit)
{
	size_t at = 0;

	while (at < visit->contact_count &&
	       visit->contacts[at].result != RESULT_NONE)
		at++;
	return at;
}

/* The results in the order of their letters on the screen. */
static void result_chosen(struct app *app, void *screen, size_t index)
{
	/* A hand-off has a receiver: they are asked for first. */
	if ((enum result)(index + 1) == RESULT_HANDED_OFF) {
		visit_set_scene(app, ((struct screen *)screen)->state,
				(struct cue_scene){0});
		visit_hand_off(app, screen);
		return;
	}
	visit_ask_texts(app, screen, (enum result)(index + 1));
}

/* Nothing came of it yet: it goes on. */
static void go_on(struct app *app, void *screen)
{
	visit_set_scene(app, ((struct screen *)screen)->state,
			(struct cue_scene){0});
	visit_go_to_unasked(app, screen);
}

static void ask_result(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;
	struct dialog_choice shown[RESULT_COUNT - 1];
	struct str title = STR_INIT;

	for (int i = 0; i < RESULT_COUNT - 1; i++)
		shown[i] = (struct dialog_choice){
		    result_letter((enum result)(i + 1)),
		    result_words((enum result)(i + 1)), NULL};
	str_addf(&title, _("What came of it? %s"),
		 state->topic.name ? state->topic.name : "");
	dialog_choose(app, str_text(&title), shown, RESULT_COUNT - 1,
		      result_chosen, go_on, screen);
	visit_set_scene(app, state, (struct cue_scene){.kind = SCENE_CLOSING});
	str_release(&title);
	visit_say_unasked(app, state);
}

void visit_ask_or_log(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;
	size_t index = find_unanswered(&state->visit);

	if (index == state->visit.contact_count) {
		log_visit(app, screen);
		return;
	}
	if (index != state->current)
		visit_show_contact(state, index);
	ask_result(app, screen);
}

void visit_finish(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;
	struct error err = {0};

	if (!visit_has_begun(app, state))
		return;
	state->finished_at = app_now(app);
	if (!visit_save(app, state))
		return;
	visit_pass_over(app, state);
	if (take_given(state, &err))
		visit_ask_or_log(app, screen);
	else
		app_problem(app, &err);
}
