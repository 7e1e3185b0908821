/* The record of a resident: who it is, how to address them, and one timeline
 * of everything they and the city have said to each other. */
#include "resident.h"

#include <stdlib.h>

#include "../dialog.h"
#include "cue_view.h"
#include "frontdesk/base/mem.h"
#include "merge.h"
#include "noted_words.h"
#include "screens.h"
#include "settle.h"
#include "slips.h"

#define LIMIT 200

static bool resident_load(struct screen *screen, struct error *err)
{
	struct resident_screen *state = screen->state;
	struct resident_page fresh;

	if (!state->is_fresh) {
		if (!desk_read_resident(state->desk, state->resident_id, LIMIT,
					&fresh, err))
			return false;
		resident_page_release(&state->page);
		state->page = fresh;
		state->resident_id = fresh.resident.resident_id;
	}
	state->is_fresh = false;
	resident_deeds_make(state);
	history_set(&state->history, &state->page.timeline,
		    (const char *const *)state->deeds, state->deed_count);
	return true;
}

static bool resident_handle(struct screen *screen, const struct key *key)
{
	struct resident_screen *state = screen->state;

	return history_handle(&state->history, key);
}

static void enter(struct app *app, struct screen *screen)
{
	struct resident_screen *state = screen->state;
	const struct history_row *row = history_selected(&state->history);

	if (!row)
		return;
	if (row->kind == HISTORY_REQUEST)
		request_open(app, row->request->request_id);
	else if (row->kind == HISTORY_ENTRY)
		history_open_entry(app, &state->history, row);
	else
		resident_deed_run(app, state, row->deed);
}

static void ask_address(struct app *app, struct screen *screen)
{
	struct resident_screen *state = screen->state;

	address_ask(app, state->resident_id, NULL, NULL);
}

static void show_looks(struct app *app, struct screen *screen)
{
	struct resident_screen *state = screen->state;

	looks_show(app, state->resident_id);
}

/* F6: whoever this is joins the line. */
static void join(struct app *app, struct screen *screen)
{
	struct resident_screen *state = screen->state;
	const struct find_row row = {.kind = FIND_RESIDENT,
				     .id = state->resident_id};

	line_join(app, &row);
}

static void turn_language(struct app *app, struct screen *screen)
{
	struct resident_screen *state = screen->state;

	cue_view_turn(app, &state->page.cue, &state->is_turned);
}

/* Everything to say, and everything that they said about it. */
static void show_cues(struct app *app, struct screen *screen)
{
	const struct resident_screen *state = screen->state;
	struct str text = STR_INIT;

	cue_view_add(&state->page.cue, &text);
	noted_add_all(state->desk, &state->page, &text);
	dialog_show(app, _("All cues"), str_text(&text));
	str_release(&text);
}

static void print_slip(struct app *app, struct screen *screen)
{
	const struct resident_screen *state = screen->state;

	slips_ask_row(app, history_selected(&state->history), 0);
}

static void begin_visit(struct app *app, struct screen *screen)
{
	const struct resident_screen *state = screen->state;

	visit_open_new(app, CHANNEL_WALK_IN, state->resident_id, 0, 0);
}

static void merge(struct app *app, struct screen *screen)
{
	const struct resident_screen *state = screen->state;

	merge_pick(app, &state->page.resident);
}

static void take_apart(struct app *app, struct screen *screen)
{
	resident_take_apart(app, screen->state);
}

static void change(struct app *app, struct screen *screen)
{
	resident_change(app, screen->state);
}

static bool resident_can(const struct screen *screen, enum action action)
{
	const struct resident_screen *state = screen->state;

	return action != ACTION_TAKE_APART || state->page.merged_count > 0;
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static void resident_say(const struct screen *screen, struct str *out)
{
	const struct resident_screen *state = screen->state;

	str_add(out, cue_view_say(&state->page.cue, state->is_turned));
}

static void resident_free(struct screen *screen)
{
	struct resident_screen *state = screen->state;

	history_release(&state->history);
	resident_deeds_release(state);
	resident_page_release(&state->page);
	free(state);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 60, N_("Open"), false},
    {ACTION_JOIN, join, 30, NULL, false},
    {ACTION_UNDO, settle_undo, 0, NULL, false},
    {ACTION_LANGUAGE, turn_language, 0, NULL, false},
    {ACTION_CUES, show_cues, 0, NULL, false},
    {ACTION_ADDRESS, ask_address, 55, NULL, false},
    {ACTION_LOOKED, show_looks, 45, NULL, false},
    {ACTION_PRINT, print_slip, 0, N_("Slip"), false},
    {ACTION_SLIP, print_slip, 0, NULL, false},
    {ACTION_BEGIN_VISIT, begin_visit, 0, NULL, false},
    {ACTION_CHANGE_RECORD, change, 0, NULL, false},
    {ACTION_MERGE, merge, 0, NULL, false},
    {ACTION_TAKE_APART, take_apart, 0, NULL, false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class resident_class = {
    .title = N_("Resident"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = resident_load,
    .draw = resident_draw,
    .handle = resident_handle,
    .free = resident_free,
    .can = resident_can,
    .say = resident_say,
};

void resident_open(struct app *app, int64_t resident_id)
{
	struct resident_screen *state = mem_new(1, sizeof(*state));
	struct error err = {0};

	state->desk = app_desk(app);
	if (!desk_open_resident(state->desk, resident_id, LIMIT, &state->page,
				&err)) {
		app_problem(app, &err);
		free(state);
		return;
	}
	/* A record that was merged is read as the one that it became. */
	state->resident_id = state->page.resident.resident_id;
	history_init(&state->history, state->desk);
	state->is_fresh = true;
	app_push(app, &resident_class, state);
}
