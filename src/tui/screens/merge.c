/* Two records side by side: whose value stays, row by row, then one record. */
#include "merge.h"

#include <stdlib.h>

#include "frontdesk/base/mem.h"

static const struct resident *resident_at(const struct merge_screen *state,
					  enum merge_side side)
{
	return &state->page.records[side].resident;
}

/* Somebody else changed one of them: both are read and chosen anew. */
static void compare_anew(struct app *app, struct merge_screen *state,
			 const struct error *conflict)
{
	struct merge_page fresh;
	struct error err = {0};

	app_problem(app, conflict);
	if (!desk_read_merge(
		state->desk, resident_at(state, MERGE_LEFT)->resident_id,
		resident_at(state, MERGE_RIGHT)->resident_id, &fresh, &err)) {
		app_pop(app);
		app_problem(app, &err);
		return;
	}
	merge_page_release(&state->page);
	state->page = fresh;
	merge_items_make(state);
}

static void merge(struct app *app, struct screen *screen)
{
	struct merge_screen *state = screen->state;
	enum merge_side kept = state->page.survivor;
	struct error err = {0};

	if (!desk_merge(state->desk, &state->page, &err)) {
		if (err.code == ERROR_CONFLICT)
			compare_anew(app, state, &err);
		else
			app_problem(app, &err);
		return;
	}
	app_pop(app);
	app_reload(app);
	app_news(
	    app, _("Merged: %s is now %s; ^Z gives both back."),
	    resident_at(state, kept == MERGE_LEFT ? MERGE_RIGHT : MERGE_LEFT)
		->reference,
	    resident_at(state, kept)->reference);
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
	app_news(app, _("Nothing is merged."));
}

static void move(struct merge_screen *state, int by)
{
	if (by > 0 ? state->focus + 1 < state->count : state->focus > 0)
		state->focus += by > 0 ? 1 : (size_t)-1;
}

static void choose(struct app *app, struct merge_screen *state,
		   enum merge_side side)
{
	const struct merge_item *item = &state->items[state->focus];

	if (item->chosen)
		*item->chosen = side;
	else
		app_news(app, _("There is nothing to choose in this row: both "
				"say it, or both stay."));
}

/* The other side; where both may stay, that too. */
static void enter(struct app *app, struct screen *screen)
{
	struct merge_screen *state = screen->state;
	const struct merge_item *item = &state->items[state->focus];
	enum merge_side next = MERGE_LEFT;

	if (item->chosen && *item->chosen == MERGE_LEFT)
		next = MERGE_RIGHT;
	else if (item->chosen && *item->chosen == MERGE_RIGHT &&
		 item->may_be_both)
		next = MERGE_BOTH;
	choose(app, state, next);
}

static bool merge_handle(struct screen *screen, const struct key *key)
{
	struct merge_screen *state = screen->state;

	if (key_is(key, ACTION_UP) || key_is(key, ACTION_BACK_TAB))
		move(state, -1);
	else if (key_is(key, ACTION_DOWN) || key_is(key, ACTION_TAB))
		move(state, 1);
	else if (key_is(key, ACTION_LEFTWARD))
		choose(screen->app, state, MERGE_LEFT);
	else if (key_is(key, ACTION_RIGHTWARD))
		choose(screen->app, state, MERGE_RIGHT);
	else
		return false;
	return true;
}

static void merge_free(struct screen *screen)
{
	struct merge_screen *state = screen->state;

	merge_items_release(state);
	merge_page_release(&state->page);
	free(state);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 40, N_("The other"), false},
    {ACTION_LEFTWARD, NULL, 60, N_("Take left"), false},
    {ACTION_RIGHTWARD, NULL, 60, N_("Take right"), false},
    {ACTION_FINISH, merge, 90, N_("Merge"), false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class merge_class = {
    .title = N_("Two records of one person"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .draw = merge_draw,
    .handle = merge_handle,
    .free = merge_free,
};

void merge_open(struct app *app, int64_t resident_id, int64_t other_id)
{
	struct merge_screen *state = mem_new(1, sizeof(*state));
	struct error err = {0};

	state->desk = app_desk(app);
	if (!desk_read_merge(state->desk, resident_id, other_id, &state->page,
			     &err)) {
		app_problem(app, &err);
		free(state);
		return;
	}
	merge_items_make(state);
	app_push(app, &merge_class, state);
}
