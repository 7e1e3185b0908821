/* What the keys of the desk do: open, log, call, and take back. */
#include <stdlib.h>

#include "../typed.h"
#include "frontdesk/desk/visit.h"
#include "home.h"
#include "settle.h"
#include "slips.h"

/* A new organisation: its record first, so that its people can be added. */
static void open_saved_organisation(struct app *app, void *state,
				    int64_t organisation_id)
{
	(void)state;
	organisation_open(app, organisation_id);
}

/* An ended visit is read in its request; an open one is taken up. */
static void open_visit_found(struct app *app, struct home *home,
			     int64_t visit_id)
{
	struct visit visit = {0};
	struct error err = {0};

	if (!desk_get_visit(home->desk, visit_id, &visit, &err)) {
		app_problem(app, &err);
		return;
	}
	if (visit_state_is_open(visit.state))
		visit_open(app, visit_id);
	else if (visit.contact_count)
		request_open(app, visit.contacts[0].request_id);
	else
		app_news(app, _("%s ended without a request."),
			 visit.reference);
	visit_release(&visit);
}

static void open_found(struct app *app, struct home *home,
		       const struct find_row *row)
{
	switch (row->kind) {
	case FIND_RESIDENT:
		visit_open_new(app, CHANNEL_WALK_IN, row->id, 0, 0);
		break;
	case FIND_ORGANISATION:
		visit_open_new(app, CHANNEL_WALK_IN, 0, row->id, 0);
		break;
	case FIND_REQUEST:
		request_open(app, row->id);
		break;
	case FIND_VISIT:
		open_visit_found(app, home, row->id);
		break;
	case FIND_TOPIC:
		visit_open_new(app, CHANNEL_WALK_IN, 0, 0, row->id);
		break;
	}
}

/* The next visitor: what was done in the visit before is not undone from
 * theirs. */
static void go_on(struct home *home)
{
	if (home->last != HOME_LAST_NONE &&
	    desk_last_act(home->desk) <= home->acts_seen)
		desk_forget_acts(home->desk);
	home->last = HOME_LAST_NONE;
}

void home_enter(struct app *app, struct screen *screen)
{
	struct home *home = screen->state;
	const struct home_row *row = home_selected(home);

	home_end_moment(home);
	go_on(home);
	if (!row)
		visit_open_new(app, CHANNEL_WALK_IN, 0, 0, 0);
	else if (row->kind == HOME_NEW)
		resident_edit_visitor(app, field_text(&home->box));
	else if (row->kind == HOME_NEW_ORGANISATION)
		organisation_edit_open(app, 0, field_text(&home->box),
				       open_saved_organisation, NULL, NULL);
	else if (row->kind == HOME_WAITING)
		home_ask_waiting(app, &home->line.rows[row->index]);
	else
		open_found(app, home, home_found(home, row));
}

void home_log_topic(struct app *app, struct screen *screen)
{
	struct home *home = screen->state;
	const struct find_row *topic = home->find.best_topic;
	const struct visit unnamed = {.channel = CHANNEL_WALK_IN};
	struct error err = {0};
	char *reference = NULL;

	if (!topic) {
		app_news(app, field_is_blank(&home->box)
				  ? _("Type the errand first, then F9 logs it: "
				      "for example \"gar\".")
				  : _("F9 logs a topic by its name: three "
				      "letters of it, or a whole word."));
		return;
	}
	home_end_moment(home);
	if (!desk_log_topic(home->desk, topic->id, &reference,
			    &home->last_visit_id, &err)) {
		app_problem(app, &err);
		return;
	}
	home_say_closing(app, &unnamed);
	home->last = HOME_LAST_LOGGED;
	home->finished_id = home->last_visit_id;
	desk_forget_acts(home->desk);
	app_news(app, _("Logged: %s · %s   ^Z takes it back"), topic->title,
		 reference);
	free(reference);
	home_start_afresh(app, home);
	typed_keep(app);
}

static bool take_back(struct app *app, struct home *home, struct error *err)
{
	int64_t visit_id = home->last_visit_id;

	switch (home->last) {
	case HOME_LAST_NONE:
	case HOME_LAST_LEFT: /* home_undo */
		app_news(app, _("There is nothing to take back."));
		return true;
	case HOME_LAST_LOGGED:
		if (!desk_void_visit(home->desk, visit_id, _("taken back"),
				     err))
			return false;
		app_news(app, _("Taken back: it counts nowhere."));
		app_reload(app);
		return true;
	case HOME_LAST_FINISHED:
		if (!desk_reopen_visit(home->desk, visit_id, err))
			return false;
		home->finished_id = 0;
		app_news(app, _("Taken back: the visit goes on, with "
				"everything typed. F9 finishes it."));
		visit_open(app, visit_id);
		return true;
	case HOME_LAST_ASIDE:
		app_news(app, _("Brought back, with everything typed."));
		visit_open(app, visit_id);
		return true;
	}
	return true;
}

void home_undo(struct app *app, struct screen *screen)
{
	struct home *home = screen->state;
	struct error err = {0};

	home_end_moment(home); /* thanks belong to an end */
	/* What was settled in a list since comes first, what was done within
	 * the visit after the visit itself. */
	if (home->last == HOME_LAST_LEFT)
		home->last = HOME_LAST_NONE;
	if (desk_last_act(home->desk) > home->acts_seen ||
	    home->last == HOME_LAST_NONE)
		settle_undo(app, screen);
	else if (take_back(app, home, &err))
		home->last = HOME_LAST_NONE;
	else
		app_problem(app, &err);
}

void home_return_aside(struct app *app, struct screen *screen)
{
	struct home *home = screen->state;
	struct error err = {0};
	int64_t visit_id = 0;

	if (!desk_last_aside(home->desk, &visit_id, &err))
		app_problem(app, &err);
	else if (!visit_id)
		app_news(app, _("No visit is put aside."));
	else
		visit_open(app, visit_id);
}

void home_join(struct app *app, struct screen *screen)
{
	struct home *home = screen->state;

	home_end_moment(home);
	home->last_visit_id =
	    line_join(app, home_found(home, home_selected(home)));
	home->last = home->last_visit_id ? HOME_LAST_LOGGED : HOME_LAST_NONE;
	desk_forget_acts(home->desk);
	home_start_afresh(app, home);
}

/* The first, or whoever is highlighted. */
void home_call_next(struct app *app, struct screen *screen)
{
	struct home *home = screen->state;
	const struct home_row *row = home_selected(home);

	home_end_moment(home);
	go_on(home);
	line_call(app, row && row->kind == HOME_WAITING
			   ? home->line.rows[row->index].visit_id
			   : 0);
}

/* What whoever was here last takes home; whoever prints the day has its rows in
 * F1. */
void home_print(struct app *app, struct screen *screen)
{
	const struct home *home = screen->state;
	struct error err = {0};

	if (home->finished_id && !desk_may(home->desk, DUTY_PRINT_DAY, &err))
		slips_ask_visit(app, home->finished_id);
	else
		day_print(app);
}
