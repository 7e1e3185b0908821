/* Opening a visit: a new one, one that waits, or what a crash left behind. */
#include <stdlib.h>

#include "draft.h"
#include "frontdesk/base/mem.h"
#include "visit.h"

static struct visit_screen *state_new(struct app *app)
{
	struct visit_screen *state = mem_new(1, sizeof(*state));

	state->desk = app_desk(app);
	state->opened_at = app_now(app);
	state->number_kind = NUMBER_OTHER;
	list_init(&state->suggestions);
	list_init(&state->history);
	return state;
}

/* Pushes it; the opening of the record is recorded before it is shown. */
static void show(struct app *app, struct visit_screen *state, const char *form)
{
	struct error err = {0};

	if (!state->visit.contact_count)
		visit_add_contact(&state->visit)->topic_id =
		    state->visit.topic_id;
	visit_form_make(state);
	visit_form_restore(state, form);
	if (!visit_read_people(state, true, &err)) {
		app_problem(app, &err);
		visit_screen_free(state);
		return;
	}
	app_push(app, &visit_class, state);
}

void visit_open_new(struct app *app, enum channel channel, int64_t resident_id,
		    int64_t organisation_id, int64_t topic_id)
{
	struct visit_screen *state = state_new(app);

	state->visit.channel = channel;
	if (resident_id)
		visit_add_person(&state->visit, resident_id, 0, PART_THEMSELVES,
				 NULL);
	if (organisation_id)
		visit_add_person(&state->visit, 0, organisation_id,
				 PART_FOR_ORGANISATION, NULL);
	visit_add_contact(&state->visit)->topic_id = topic_id;
	show(app, state, NULL);
}

void visit_open_about(struct app *app, int64_t request_id, int64_t resident_id,
		      int64_t organisation_id)
{
	struct visit_screen *state = state_new(app);
	struct contact *contact = visit_add_contact(&state->visit);
	struct error err = {0};

	if (resident_id)
		visit_add_person(&state->visit, resident_id, 0, PART_THEMSELVES,
				 NULL);
	if (organisation_id)
		visit_add_person(&state->visit, 0, organisation_id,
				 PART_FOR_ORGANISATION, NULL);
	if (!desk_take_up_request(state->desk, request_id, contact,
				  &state->earlier, &err)) {
		app_problem(app, &err);
		visit_screen_free(state);
		return;
	}
	show(app, state, NULL);
}

void visit_open(struct app *app, int64_t visit_id)
{
	struct visit_screen *state = state_new(app);
	struct error err = {0};
	char *form = NULL;
	bool is_read =
	    desk_get_visit(state->desk, visit_id, &state->visit, &err);

	if (is_read && state->visit.state == VISIT_ASIDE) {
		visit_release(&state->visit);
		state->visit = (struct visit){0};
		is_read = desk_take_up(state->desk, visit_id, &state->visit,
				       &form, &err);
	}
	if (!is_read) {
		app_problem(app, &err);
		visit_screen_free(state);
		return;
	}
	show(app, state, form);
	free(form);
}

void visit_reload(struct app *app)
{
	struct screen *screen = app_find(app, &visit_class);
	struct visit_screen *state;
	struct visit now = {0};
	struct error err = {0};

	if (!screen)
		return;
	state = screen->state;
	if (!desk_get_visit(state->desk, state->visit.visit_id, &now, &err)) {
		app_problem(app, &err);
		return;
	}
	visit_release(&state->visit);
	state->visit = now;
	if (state->current >= state->visit.contact_count)
		state->current = 0;
	/* A promise may have asked for their telephone. */
	if (state->visit.contact_count &&
	    str_is_blank(form_value(&state->form, "contact_text")))
		form_set(&state->form, "contact_text",
			 visit_contact(state)->contact_text);
	app_reload(app);
}

/* As it stood before it began: nothing of it is in the store yet. */
static void restore_new(struct app *app, const struct draft *draft)
{
	struct visit_screen *state = state_new(app);

	state->visit.channel = draft->channel;
	state->opened_at = draft->opened_at;
	if (draft->resident_id)
		visit_add_person(&state->visit, draft->resident_id, 0,
				 PART_THEMSELVES, NULL);
	if (draft->organisation_id)
		visit_add_person(&state->visit, 0, draft->organisation_id,
				 PART_FOR_ORGANISATION, NULL);
	show(app, state, draft->form);
}

static bool restore_begun(struct app *app, const struct draft *draft)
{
	struct visit_screen *state = state_new(app);
	struct error err = {0};

	if (!desk_get_visit(state->desk, draft->visit_id, &state->visit,
			    &err) ||
	    !visit_state_is_open(state->visit.state)) {
		visit_screen_free(state);
		return false;
	}
	show(app, state, draft->form);
	return true;
}

void draft_restore(struct app *app)
{
	struct draft draft;
	bool is_back = true;

	if (!draft_read(app_desk(app), &draft))
		return;
	if (draft.visit_id)
		is_back = restore_begun(app, &draft);
	else
		restore_new(app, &draft);
	if (is_back)
		app_news(app, _("The program ended here: this is what was "
				"typed. F9 finishes it, F3 puts it aside."));
	else
		draft_forget(app_desk(app));
	draft_release(&draft);
}
