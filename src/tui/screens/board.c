/* The live board: who waits, who is at which window, what is due. */
#include "board.h"

#include <stdio.h>
#include <stdlib.h>

#include "frontdesk/base/mem.h"

static const char *row_id(const void *rows, size_t index)
{
	static char id[24];
	const struct board *board = rows;

	snprintf(id, sizeof(id), "%lld",
		 (long long)board->due[index].promise_id);
	return id;
}

static bool board_load(struct screen *screen, struct error *err)
{
	struct board_screen *state = screen->state;
	struct board fresh;

	if (!desk_read_board(state->desk, &fresh, err))
		return false;
	board_release(&state->board);
	state->board = fresh;
	state->minute = desk_now(state->desk) / CLOCK_MINUTE;
	list_set(&state->list, fresh.due_count, row_id, &state->board);
	return true;
}

static bool board_handle(struct screen *screen, const struct key *key)
{
	struct board_screen *state = screen->state;

	return list_handle(&state->list, key, true, row_id, &state->board);
}

/* What is due within the hour is another one each minute. */
static bool board_tick(struct screen *screen, int64_t now)
{
	struct board_screen *state = screen->state;

	if (now / CLOCK_MINUTE == state->minute)
		return false;
	state->minute = now / CLOCK_MINUTE;
	app_reload(screen->app);
	return true;
}

static const struct board_due *selected(const struct board_screen *state)
{
	size_t at = state->list.selected;

	return at < state->board.due_count ? &state->board.due[at] : NULL;
}

static void enter(struct app *app, struct screen *screen)
{
	const struct board_due *due = selected(screen->state);

	if (due)
		request_open(app, due->request_id);
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static bool board_can(const struct screen *screen, enum action action)
{
	return action != ACTION_ENTER || selected(screen->state);
}

static void board_free(struct screen *screen)
{
	struct board_screen *state = screen->state;

	board_release(&state->board);
	list_release(&state->list);
	free(state);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 60, N_("Open the request"), false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class board_class = {
    .title = N_("Live board"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = board_load,
    .draw = board_draw,
    .handle = board_handle,
    .tick = board_tick,
    .free = board_free,
    .can = board_can,
};

void board_open(struct app *app)
{
	struct screen *open = app_find(app, &board_class);
	struct board_screen *state;
	struct error err = {0};

	if (!desk_may(app_desk(app), DUTY_OVERSEE, &err)) {
		app_problem(app, &err);
		return;
	}
	if (open) {
		app_pop_to(app, open);
		return;
	}
	state = mem_new(1, sizeof(*state));
	state->desk = app_desk(app);
	list_init(&state->list);
	state->list.may_be_none = true;
	app_push(app, &board_class, state);
}
