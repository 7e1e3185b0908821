/* What the visit's screen asks of the store. */
#include <stdlib.h>

#include "../dialog.h"
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

bool visit_save(struct app *app, struct visit_screen *state)
{
	struct error err = {0};

	if (!is_here(app, state))
		return false;
	if (!visit_collect(state, &err)) {
		if (!form_error(&state->form, &err))
			app_problem(app, &err);
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
	else if (!form_error(&state->form, &err))
		app_problem(app, &err);
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

static char *name_of(struct desk *desk, int64_t staff_id)
{
	struct staff_list staff = {0};
	struct error err = {0};
	char *name = NULL;

	if (desk_list_staff(desk, &staff, &err))
		for (size_t i = 0; i < staff.count; i++)
			if (staff.items[i].staff_id == staff_id)
				name = mem_copy(staff.items[i].name);
	staff_list_release(&staff);
	return name ? name : mem_copy(_("Somebody else"));
}

static char *label_of(struct desk *desk, int64_t counter_window_id)
{
	struct counter_window_list windows = {0};
	struct error err = {0};
	char *label = NULL;

	if (desk_list_windows(desk, &windows, &err))
		for (size_t i = 0; i < windows.count; i++)
			if (windows.items[i].counter_window_id ==
			    counter_window_id)
				label = mem_copy(windows.items[i].label);
	counter_window_list_release(&windows);
	return label ? label : mem_copy(_("another desk"));
}

/* NULL while it is this window's. */
static char *gone_words(const struct visit_screen *state,
			const struct visit *now)
{
	const struct desk_session *session = desk_session(state->desk);
	struct str words = STR_INIT;
	char *name, *label;

	if (!visit_state_is_open(now->state))
		return mem_copy(_("This visit was ended elsewhere."));
	if (now->state == VISIT_ASIDE || now->state == VISIT_WAITING)
		return mem_copy(now->state == VISIT_ASIDE
				    ? _("This visit was put aside elsewhere.")
				    : _("This visit is back in line."));
	if (now->staff_id == session->staff_id &&
	    (now->state != VISIT_SERVING ||
	     now->counter_window_id == session->counter_window_id))
		return NULL;
	name = name_of(state->desk, now->staff_id);
	label = label_of(state->desk, now->counter_window_id);
	str_addf(&words, _("%s has this visit now, at %s."), name, label);
	free(name);
	free(label);
	return str_take(&words);
}

bool visit_bring_here(struct visit_screen *state, struct error *err)
{
	const struct desk_session *session = desk_session(state->desk);

	if (state->visit.state != VISIT_SERVING ||
	    state->visit.staff_id != session->staff_id ||
	    state->visit.counter_window_id == session->counter_window_id)
		return true;
	return desk_resume_visit(state->desk, state->visit.visit_id, err);
}

bool visit_read_standing(struct visit_screen *state, struct error *err)
{
	struct visit now = {0};

	if (!state->visit.visit_id || state->is_over)
		return true;
	if (!desk_get_visit(state->desk, state->visit.visit_id, &now, err))
		return false;
	free(state->gone);
	state->gone = gone_words(state, &now);
	state->visit.state = now.state;
	state->visit.held_length = now.held_length;
	visit_release(&now);
	return true;
}

static void read_standing(struct app *app, struct visit_screen *state)
{
	struct error err = {0};

	if (!visit_read_standing(state, &err))
		app_problem(app, &err);
}

static void resume(struct app *app, struct visit_screen *state)
{
	struct error err = {0};

	if (desk_resume_visit(state->desk, state->visit.visit_id, &err))
		app_news(app, _("Served again."));
	else
		app_problem(app, &err);
	read_standing(app, state);
	app_reload(app);
}

static const struct {
	char letter;
	const char *words, *kept;
} holds[] = {
    {'f', N_("Fetching a colleague"), "fetching a colleague"},
    {'t', N_("Telephone"), "telephone"},
    {'c', N_("Copies"), "copies"},
    {'o', N_("Something else, in your words"), NULL},
};

static bool put_on_hold(struct app *app, void *state, const char *reason,
			struct error *err)
{
	struct visit_screen *visit = ((struct screen *)state)->state;

	if (!desk_hold_visit(visit->desk, visit->visit.visit_id, reason, err))
		return false;
	read_standing(app, visit);
	app_news(app, _("On hold: %s. F5 resumes."), reason);
	app_reload(app);
	return true;
}

static void hold_chosen(struct app *app, void *state, size_t index)
{
	const struct visit_screen *visit = ((struct screen *)state)->state;
	const struct dialog_question question = {
	    .kind = "hold",
	    .about = visit->visit.visit_id,
	    .title = _("On hold, because of:"),
	    .label = _("Reason"),
	    .limit = {.field = "reason",
		      .label = _("the reason of the hold"),
		      .max = 80,
		      .is_required = true},
	};
	struct error err = {0};

	if (!holds[index].kept)
		dialog_ask(app, &question, put_on_hold, NULL, state);
	else if (!put_on_hold(app, state, holds[index].kept, &err))
		app_problem(app, &err);
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
