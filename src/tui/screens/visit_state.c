/* What the visit's screen asks of the store. */
#include <stdio.h>
#include <stdlib.h>

#include "../typed.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/signin.h"
#include "visit.h"

/* Requests, the open ones first: each has two rows and more, so they fill sixty
 * rows. The others stand in the whole record, one Enter below. */
#define HISTORY_LIMIT 12

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

bool visit_is_blank(const struct visit_screen *state)
{
	const struct contact *contact = &state->visit.contacts[0];

	return !state->visit.person_count && state->visit.contact_count == 1 &&
	       !contact->request_id && !contact->topic_id &&
	       str_is_blank(contact->words) && str_is_blank(contact->done);
}

bool visit_has_begun(struct app *app, const struct visit_screen *state)
{
	if (state->visit.visit_id || state->form.is_touched ||
	    state->visit.contacts[state->current].topic_id)
		return true;
	app_news(app, _("Say first what it is about."));
	return false;
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
	/* Two of one name: said once, as long as nothing is typed and they are
	 * not merged. */
	if (done && (is_opening || state->namesake) && resident &&
	    visit_is_untouched(state)) {
		free(state->namesake);
		done = desk_find_namesake(state->desk, resident,
					  &state->namesake, err);
	}
	if (done && is_opening) {
		visit_offer_earlier(state);
		visit_note_earlier(state);
	}
	form_hide(&state->form, "contact_text", resident || organisation);
	list_set(&state->history, visit_history_count(state), visit_history_id,
		 state);
	return done;
}

static bool is_here(struct app *app, const struct visit_screen *state)
{
	if (state->gone)
		app_news(app, _("%s Esc leaves it."), state->gone);
	return !state->gone;
}

static bool interrupt(struct app *app, struct visit_screen *other, bool is_call)
{
	struct error err = {0};
	char *form;
	bool is_left;

	if (!other->visit.visit_id || other->gone || other->is_over ||
	    (other->visit.state != VISIT_SERVING &&
	     other->visit.state != VISIT_HOLD))
		return true;
	visit_collect(other, &err); /* what is not right yet stays typed */
	error_clear(&err);
	visit_pass_over(app, other);
	form = visit_form_text(other);
	is_left = desk_interrupt_visit(other->desk, &other->visit, form,
				       is_call, &err);
	free(form);
	if (!is_left)
		app_problem(app, &err);
	return is_left;
}

bool visit_interrupt_others(struct app *app, const struct visit_screen *state)
{
	bool is_call =
	    !state->visit.visit_id && state->visit.channel == CHANNEL_TELEPHONE;
	struct screen *screen = app_top(app);

	for (; screen; screen = app_below(app, screen))
		if (screen->class == &visit_class && screen->state != state &&
		    !interrupt(app, screen->state, is_call))
			return false;
	return true;
}

bool visit_begin(struct app *app, struct visit_screen *state)
{
	struct error err = {0};
	int64_t began =
	    state->visit.visit_id ? desk_now(state->desk) : state->opened_at;

	if (!is_here(app, state))
		return false;
	if (state->visit.visit_id && state->visit.state == VISIT_SERVING)
		return true;
	if (!visit_interrupt_others(app, state))
		return false;
	if (desk_begin_visit(state->desk, &state->visit, began, &err))
		return true;
	app_problem(app, &err);
	return false;
}

/* Marked at its row, where the cursor goes from wherever it was; and said, as
 * the row may be the only one that shows it. */
static void show_refused(struct app *app, struct visit_screen *state,
			 const struct error *err)
{
	const struct form_row *row = form_find(&state->form, err->field);
	struct error said = *err;

	if (form_error(&state->form, err)) {
		state->is_in_history = false;
		state->is_in_title = false;
		snprintf(said.text, sizeof(said.text), "%.60s: %.300s",
			 row->label, err->text);
	}
	app_problem(app, &said);
}

bool visit_save(struct app *app, struct visit_screen *state)
{
	struct error err = {0};

	if (!is_here(app, state))
		return false;
	if (!visit_collect(state, &err)) {
		show_refused(app, state, &err);
		return false;
	}
	if (!visit_begin(app, state))
		return false;
	if (desk_save_visit(state->desk, &state->visit, &err)) {
		visit_remember_people(state);
		return true;
	}
	if (err.code == ERROR_CONFLICT)
		visit_clash(app, state, &err);
	else
		show_refused(app, state, &err);
	return false;
}

/* Another has it: only what is typed here alone is still to be seen to. */
static void leave_gone(struct app *app, struct visit_screen *state)
{
	char *form = visit_form_text(state);
	bool is_typed = state->form.is_touched;

	state->is_over = true;
	app_pop(app);
	if (is_typed)
		visit_show_unsaved(app, state->visit.visit_id, form);
	free(form);
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
	if (state->gone) {
		leave_gone(app, state);
		return;
	}
	visit_collect(state, &err); /* what is not right yet stays typed */
	error_clear(&err);
	if (!visit_begin(app, state))
		return;
	visit_pass_over(app, state);
	form = visit_form_text(state);
	is_aside = desk_put_aside(state->desk, &state->visit, form, &err);
	free(form);
	if (!is_aside) {
		app_problem(app, &err);
		return;
	}
	if (visit_close(app, state, HOME_LAST_ASIDE))
		app_news(app, _("The call is put aside: F10 has it."));
	else
		app_news(app, _("Put aside with everything typed. F3 or ^Z "
				"brings it back."));
}

bool visit_close(struct app *app, struct visit_screen *state,
		 enum home_last last)
{
	int64_t visit_id = state->visit.visit_id;
	int64_t returns_to = state->returns_to;
	struct visit before = {0};
	struct error err = {0};
	bool is_there;

	state->is_over = true;
	home_return(app, last, visit_id);
	typed_done(app, "visit", visit_id);
	if (!returns_to)
		return false;
	/* Who was interrupted stands here still, unless another took them. */
	is_there = desk_get_visit(app_desk(app), returns_to, &before, &err) &&
		   before.state == VISIT_HOLD &&
		   before.staff_id == desk_session(app_desk(app))->staff_id;
	visit_release(&before);
	if (is_there)
		visit_open(app, returns_to);
	return is_there;
}
