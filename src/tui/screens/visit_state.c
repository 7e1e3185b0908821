/* What the visit's screen asks of the store. */
#include <stdlib.h>

#include "../dialog.h"
#include "draft.h"
#include "frontdesk/base/mem.h"
#include "visit.h"

#define HISTORY_LIMIT 30

int64_t visit_resident_id(const struct visit_screen *state)
{
	for (size_t i = 0; i < state->visit.person_count; i++)
		if (state->visit.people[i].resident_id)
			return state->visit.people[i].resident_id;
	return 0;
}

int64_t visit_organisation_id(const struct visit_screen *state)
{
	for (size_t i = 0; i < state->visit.person_count; i++)
		if (state->visit.people[i].organisation_id)
			return state->visit.people[i].organisation_id;
	return 0;
}

bool visit_is_untouched(const struct visit_screen *state)
{
	return !state->form.is_touched && !state->visit.visit_id;
}

static bool read_resident(struct visit_screen *state, int64_t resident_id,
			  bool is_opening, struct error *err)
{
	struct resident_page page = {0};
	bool is_read = is_opening
			   ? desk_open_resident(state->desk, resident_id,
						HISTORY_LIMIT, &page, err)
			   : desk_read_resident(state->desk, resident_id,
						HISTORY_LIMIT, &page, err);

	if (!is_read)
		return false;
	if (state->has_resident)
		resident_page_release(&state->resident);
	state->resident = page;
	state->has_resident = true;
	return true;
}

static void forget_people(struct visit_screen *state)
{
	if (state->has_resident)
		resident_page_release(&state->resident);
	if (state->has_organisation)
		organisation_page_release(&state->organisation);
	state->has_resident = false;
	state->has_organisation = false;
}

bool visit_read_people(struct visit_screen *state, bool is_opening,
		       struct error *err)
{
	int64_t resident = visit_resident_id(state);
	int64_t organisation = visit_organisation_id(state);
	bool done = true;

	if (is_opening)
		forget_people(state);
	if (!desk_name_people(state->desk, &state->visit, err))
		return false;
	if (resident)
		done = read_resident(state, resident, is_opening, err);
	else if (organisation && !state->has_organisation)
		done = state->has_organisation = desk_open_organisation(
		    state->desk, organisation, HISTORY_LIMIT,
		    &state->organisation, err);
	/* Two of one name: said once, as long as nothing is typed. */
	if (done && is_opening && resident && visit_is_untouched(state)) {
		free(state->namesake);
		done = desk_find_namesake(state->desk, resident,
					  &state->namesake, err);
	}
	form_hide(&state->form, "contact_text", resident || organisation);
	list_set(&state->history, visit_history_count(state), visit_history_id,
		 state);
	return done;
}

bool visit_begin(struct app *app, struct visit_screen *state)
{
	struct error err = {0};
	int64_t began =
	    state->visit.visit_id ? desk_now(state->desk) : state->opened_at;

	if (state->visit.visit_id && state->visit.state == VISIT_SERVING)
		return true;
	if (desk_begin_visit(state->desk, &state->visit, began, &err))
		return true;
	app_problem(app, &err);
	return false;
}

/* Somebody else changed the visit: both are shown, nothing is overwritten. */
static void show_conflict(struct app *app, struct visit_screen *state,
			  const struct error *err)
{
	struct visit theirs = {0};
	struct error ignored = {0};
	struct str text = STR_INIT;

	str_addf(&text, "%s\n\n", err->text);
	if (desk_get_visit(state->desk, state->visit.visit_id, &theirs,
			   &ignored)) {
		for (size_t i = 0; i < theirs.contact_count; i++)
			str_addf(
			    &text, _("There now: %s · %s · %s\n"),
			    theirs.contacts[i].place ? theirs.contacts[i].place
						     : "",
			    theirs.contacts[i].words ? theirs.contacts[i].words
						     : "",
			    theirs.contacts[i].done ? theirs.contacts[i].done
						    : "");
		str_addf(&text, _("Typed here: %s · %s · %s\n\n"),
			 form_value(&state->form, "place"),
			 form_value(&state->form, "words"),
			 form_value(&state->form, "done"));
		str_add(&text, _("What is typed here stays. Press the key "
				 "again to keep it in place of the other."));
		state->visit.edition = theirs.edition;
		visit_release(&theirs);
	}
	dialog_show(app, _("Changed meanwhile"), str_text(&text));
	str_release(&text);
}

bool visit_save(struct app *app, struct visit_screen *state)
{
	struct error err = {0};

	if (!visit_collect(state, &err)) {
		if (!form_error(&state->form, &err))
			app_problem(app, &err);
		return false;
	}
	if (!visit_begin(app, state))
		return false;
	if (desk_save_visit(state->desk, &state->visit, &err))
		return true;
	if (err.code == ERROR_CONFLICT)
		show_conflict(app, state, &err);
	else if (!form_error(&state->form, &err))
		app_problem(app, &err);
	return false;
}

void visit_put_aside(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;
	struct error err = {0};
	char *form;
	bool is_aside;

	if (visit_is_untouched(state)) {
		app_pop(app);
		return;
	}
	visit_collect(state, &err); /* what is not right yet stays typed */
	error_clear(&err);
	if (!visit_begin(app, state))
		return;
	form = visit_form_text(state);
	is_aside = desk_put_aside(state->desk, &state->visit, form, &err);
	free(form);
	if (!is_aside) {
		app_problem(app, &err);
		return;
	}
	draft_forget(state->desk);
	home_return(app, HOME_LAST_ASIDE, state->visit.visit_id);
	app_news(app, _("Put aside with everything typed. F3 or ^Z brings "
			"it back."));
}

/* The store's word on how it stands, beside what is typed. */
static void read_standing(struct visit_screen *state)
{
	struct visit now = {0};
	struct error err = {0};

	if (!desk_get_visit(state->desk, state->visit.visit_id, &now, &err))
		return;
	state->visit.state = now.state;
	state->visit.edition = now.edition;
	state->visit.held_length = now.held_length;
	visit_release(&now);
}

static void resume(struct app *app, struct visit_screen *state)
{
	struct error err = {0};

	if (desk_resume_visit(state->desk, state->visit.visit_id, &err))
		app_news(app, _("Served again."));
	else
		app_problem(app, &err);
	read_standing(state);
	app_reload(app);
}

static const struct {
	char letter;
	const char *words, *kept;
} holds[] = {
    {'f', N_("Fetching a colleague"), "fetching a colleague"},
    {'t', N_("Telephone"), "telephone"},
    {'c', N_("Copies"), "copies"},
    {'o', N_("Something else"), "other"},
};

static void hold_chosen(struct app *app, void *state, size_t index)
{
	struct screen *screen = state;
	struct visit_screen *visit = screen->state;
	struct error err = {0};

	if (!desk_hold_visit(visit->desk, visit->visit.visit_id,
			     holds[index].kept, &err)) {
		app_problem(app, &err);
		return;
	}
	read_standing(visit);
	app_news(app, _("On hold: %s. F5 resumes."), _(holds[index].words));
}

bool visit_has_begun(struct app *app, const struct visit_screen *state)
{
	if (state->visit.visit_id || state->form.is_touched ||
	    state->visit.contacts[state->current].topic_id)
		return true;
	app_news(app, _("Say first what it is about."));
	return false;
}

void visit_hold(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;
	struct dialog_choice choices[MEM_COUNT(holds)];

	if (state->visit.state == VISIT_HOLD && state->visit.visit_id) {
		resume(app, state);
		return;
	}
	if (!visit_has_begun(app, state) || !visit_save(app, state))
		return;
	for (size_t i = 0; i < MEM_COUNT(holds); i++)
		choices[i] = (struct dialog_choice){holds[i].letter,
						    _(holds[i].words), NULL};
	dialog_choose(app, _("On hold, because of:"), choices, MEM_COUNT(holds),
		      hold_chosen, NULL, screen);
}
