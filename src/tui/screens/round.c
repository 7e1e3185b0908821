/* The briefing of the first sign-in of a day, and the end of the day: rows,
 * each one key away from its work. */
#include "round.h"

#include <stdio.h>
#include <stdlib.h>

#include "../dispatch.h"
#include "../typed.h"
#include "cue_view.h"
#include "frontdesk/base/mem.h"
#include "settle.h"

size_t round_row_count(const struct round_screen *state)
{
	return state->round.count + (state->has_left ? 1 : 0);
}

static const char *row_id(const void *rows, size_t index)
{
	static char id[48];
	const struct round_screen *state = rows;
	const struct round_row *row = &state->round.rows[index];

	if (index >= state->round.count)
		return "left";
	/* Closures have no id of their own, and stand in order. */
	if (row->kind == ROUND_CLOSURE)
		snprintf(id, sizeof(id), "closure %.30s", row->what);
	else
		snprintf(id, sizeof(id), "%d %lld", (int)row->kind,
			 (long long)row->id);
	return id;
}

static bool round_load(struct screen *screen, struct error *err)
{
	struct round_screen *state = screen->state;
	struct yours yours;
	struct round fresh;
	const char *kind;
	int64_t id;

	if (!(state->is_evening ? desk_read_evening(state->desk, &fresh, err)
				: desk_read_briefing(state->desk, &fresh, err)))
		return false;
	round_release(&state->round);
	state->round = fresh;
	moment_cue_release(&state->cue);
	if (!desk_yours(state->desk, &yours, err) ||
	    !desk_cue_day(state->desk, &yours, state->is_evening, &state->cue,
			  err))
		return false;
	state->has_left =
	    state->is_evening && typed_first(screen->app, &kind, &id);
	list_set(&state->list, round_row_count(state), row_id, state);
	if (round_row_count(state) && state->list.selected == LIST_NONE)
		list_select(&state->list, 0, row_id, state);
	return true;
}

static void enter(struct app *app, struct screen *screen)
{
	const struct round_screen *state = screen->state;
	size_t at = state->list.selected;

	if (at < state->round.count)
		round_work(app, state, &state->round.rows[at]);
	else if (at < round_row_count(state))
		restore_typed(app);
}

/* The slip of the row's request; of any other row, the day. */
static void print_slip(struct app *app, struct screen *screen)
{
	const struct round_screen *state = screen->state;
	const struct round_row *row =
	    state->list.selected < state->round.count
		? &state->round.rows[state->list.selected]
		: NULL;

	if (row && row->request_id)
		round_print(app, row);
	else
		day_print(app);
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

/* Whoever types means the desk: the briefing is in nobody's way. */
static bool round_handle(struct screen *screen, const struct key *key)
{
	struct round_screen *state = screen->state;
	struct app *app = screen->app;

	if (list_handle(&state->list, key, true, row_id, state))
		return true;
	if (!key_is_text(key) || state->briefing_id == 0)
		return false;
	app_pop(app);
	dispatch_key(app, key);
	return true;
}

static bool round_can(const struct screen *screen, enum action action)
{
	if (action == ACTION_UNDO)
		return desk_can_take_back(app_desk(screen->app));
	return action != ACTION_ENTER || round_row_count(screen->state) > 0;
}

/* What was left or came back lies below it: it is not the desk. */
static bool round_label(const struct screen *screen, enum action action,
			struct str *out)
{
	const struct screen *below = app_below(screen->app, screen);

	if (action != ACTION_FINISH || app_below(screen->app, below) == NULL)
		return false;
	str_addf(out, _("To %s"), _(below->class->title));
	return true;
}

static void round_free(struct screen *screen)
{
	struct round_screen *state = screen->state;
	struct error err = {0};

	/* Where the program ends over it, nobody has read it; and another
	 * person's is not this one's to have seen. */
	if (state->briefing_id && app_top(screen->app) &&
	    desk_session(state->desk)->staff_id == state->staff_id &&
	    !desk_end_briefing(state->desk, state->briefing_id, &err))
		app_problem(screen->app, &err);
	round_release(&state->round);
	moment_cue_release(&state->cue);
	list_release(&state->list);
	free(state);
}

static void show_cues(struct app *app, struct screen *screen)
{
	const struct round_screen *state = screen->state;

	cue_view_show_moment(app, &state->cue);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 60, NULL, false},
    {ACTION_PRINT, print_slip, 0, N_("Slip"), false},
    {ACTION_SLIP, print_slip, 0, NULL, false},
    {ACTION_UNDO, settle_undo, 0, NULL, false},
    {ACTION_FINISH, escape, 55, N_("To the desk"), false},
    {ACTION_CUES, show_cues, 0, NULL, false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class round_class = {
    .title = N_("Briefing"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = round_load,
    .draw = round_draw,
    .handle = round_handle,
    .can = round_can,
    .label = round_label,
    .free = round_free,
};

static struct round_screen *open_round(struct app *app, bool is_evening)
{
	struct round_screen *state = mem_new(1, sizeof(*state));

	state->desk = app_desk(app);
	state->is_evening = is_evening;
	list_init(&state->list);
	app_push(app, &round_class, state);
	return state;
}

void briefing_open(struct app *app)
{
	open_round(app, false);
}

void evening_open(struct app *app)
{
	open_round(app, true);
}

/* Where there is nothing to say it is over at once. */
static bool has_briefing(struct desk *desk, int64_t briefing_id, bool *out,
			 struct error *err)
{
	struct round round;

	if (!desk_read_briefing(desk, &round, err))
		return false;
	*out = round.count > 0;
	round_release(&round);
	return *out || desk_end_briefing(desk, briefing_id, err);
}

void briefing_offer(struct app *app)
{
	struct desk *desk = app_desk(app);
	struct round_screen *state;
	struct error err = {0};
	int64_t briefing_id;
	bool is_shown = false;

	if (!desk_begin_briefing(desk, &briefing_id, &err) ||
	    (briefing_id != 0 &&
	     !has_briefing(desk, briefing_id, &is_shown, &err)))
		app_problem(app, &err);
	if (!is_shown)
		return;
	state = open_round(app, false);
	state->briefing_id = briefing_id;
	state->staff_id = desk_session(desk)->staff_id;
}
