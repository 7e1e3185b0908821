/* Opening a visit: a new one, a call, or one that waits or was left. */
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "visit.h"

struct visit_screen *visit_state_new(struct app *app)
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
bool visit_show(struct app *app, struct visit_screen *state, const char *form)
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
		return false;
	}
	visit_remember_people(state);
	app_push(app, &visit_class, state);
	return true;
}

void visit_place(struct visit *visit, int64_t resident_id,
		 int64_t organisation_id)
{
	if (resident_id)
		visit_place_person(visit, resident_id, 0, PART_THEMSELVES);
	if (organisation_id)
		visit_place_person(visit, 0, organisation_id,
				   PART_FOR_ORGANISATION);
}

void visit_open_new(struct app *app, enum channel channel, int64_t resident_id,
		    int64_t organisation_id, int64_t topic_id)
{
	struct visit_screen *state = visit_state_new(app);

	state->visit.channel = channel;
	visit_place(&state->visit, resident_id, organisation_id);
	visit_add_contact(&state->visit)->topic_id = topic_id;
	visit_show(app, state, NULL);
}

void visit_open_about(struct app *app, int64_t request_id, int64_t resident_id,
		      int64_t organisation_id)
{
	struct visit_screen *state = visit_state_new(app);
	struct contact *contact = visit_add_contact(&state->visit);
	struct error err = {0};

	visit_place(&state->visit, resident_id, organisation_id);
	if (!desk_take_up_request(state->desk, request_id, contact,
				  &state->earlier, &err)) {
		app_problem(app, &err);
		visit_screen_free(state);
		return;
	}
	state->earlier_of = request_id;
	visit_show(app, state, NULL);
}

/* The screen that shows it already, or NULL. */
static struct screen *find_shown(const struct app *app, int64_t visit_id)
{
	struct screen *screen = app_top(app);

	for (; screen; screen = app_below(app, screen)) {
		const struct visit_screen *state = screen->state;

		if (screen->class == &visit_class &&
		    state->visit.visit_id == visit_id && !state->gone)
			return screen;
	}
	return NULL;
}

bool visit_is_shown(const struct app *app, int64_t visit_id)
{
	return find_shown(app, visit_id) != NULL;
}

/* Aside or on hold: it is served again, its form as it was typed. */
static bool take_up(struct app *app, struct visit_screen *state,
		    int64_t visit_id, char **form, struct error *err)
{
	visit_release(&state->visit);
	state->visit = (struct visit){0};
	return visit_interrupt_others(app, state) &&
	       desk_take_up(state->desk, visit_id, &state->visit, form, err);
}

void visit_open(struct app *app, int64_t visit_id)
{
	struct screen *shown = find_shown(app, visit_id);
	struct visit_screen *state;
	struct error err = {0};
	char *form = NULL;
	bool is_read;

	if (shown) {
		app_pop_to(app, shown);
		state = shown->state;
		if (state->visit.state == VISIT_HOLD)
			visit_begin(app, state);
		return;
	}
	state = visit_state_new(app);
	is_read = desk_get_visit(state->desk, visit_id, &state->visit, &err);
	if (is_read && (state->visit.state == VISIT_ASIDE ||
			state->visit.state == VISIT_HOLD))
		is_read = take_up(app, state, visit_id, &form, &err);
	else if (is_read && state->visit.state == VISIT_SERVING)
		is_read = visit_interrupt_others(app, state) &&
			  visit_bring_here(state, &err);
	if (is_read) {
		visit_show(app, state, form);
	} else {
		if (err.code)
			app_problem(app, &err);
		visit_screen_free(state);
	}
	free(form);
}

bool visit_open_left(struct app *app, int64_t visit_id)
{
	struct visit_screen *state = visit_state_new(app);
	struct error err = {0};
	char *form = NULL;
	bool is_shown = false;

	if (take_up(app, state, visit_id, &form, &err)) {
		is_shown = visit_show(app, state, form);
	} else {
		if (err.code)
			app_problem(app, &err);
		visit_screen_free(state);
	}
	free(form);
	return is_shown;
}

/* Which visit the telephone interrupts; 0: none. */
static int64_t find_served(const struct app *app)
{
	const struct screen *screen = app_find(app, &visit_class);
	const struct visit_screen *state = screen ? screen->state : NULL;

	if (!state || state->gone || !state->visit.visit_id ||
	    state->visit.state == VISIT_CALLED)
		return 0;
	return state->visit.visit_id;
}

void visit_open_call(struct app *app)
{
	struct visit_screen *state = visit_state_new(app);

	state->returns_to = find_served(app);
	state->visit.channel = CHANNEL_TELEPHONE;
	visit_add_contact(&state->visit);
	if (!visit_show(app, state, NULL))
		return;
	if (visit_begin(app, state) && state->returns_to)
		app_news(app, _("The visit before is on hold: telephone. When "
				"the call is over it comes back."));
	app_reload(app);
}

void visit_come_along(struct app *app)
{
	struct screen *screen = app_find(app, &visit_class);
	struct error err = {0};

	if (screen && !visit_bring_here(screen->state, &err))
		app_problem(app, &err);
	app_reload(app);
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
	if (!state->visit.visit_id) { /* the store has nothing of it */
		app_reload(app);
		return;
	}
	if (!desk_get_visit(state->desk, state->visit.visit_id, &now, &err)) {
		app_problem(app, &err);
		return;
	}
	/* What somebody else saved meanwhile is seen at the next save. */
	now.edition = state->visit.edition;
	visit_release(&state->visit);
	state->visit = now;
	visit_remember_people(state);
	if (!state->visit.contact_count) /* nothing of it is saved yet */
		visit_add_contact(&state->visit);
	if (state->current >= state->visit.contact_count)
		state->current = 0;
	/* A promise may have asked for their telephone. */
	if (state->visit.contact_count &&
	    str_is_blank(form_value(&state->form, "contact_text")))
		form_set(&state->form, "contact_text",
			 visit_contact(state)->contact_text);
	app_reload(app);
}

bool visit_is_below(struct app *app, const struct screen *screen)
{
	const struct screen *below = app_below(app, screen);

	while (below && below->class != &visit_class)
		below = app_below(app, below);
	return below != NULL;
}
