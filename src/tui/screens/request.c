/* One request: all that was said and done about it, and what is done next. */
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "history.h"
#include "moment.h"
#include "screens.h"
#include "settle.h"
#include "slips.h"

struct request_screen {
	struct desk *desk;
	int64_t request_id;
	struct timeline timeline; /* of one request */
	struct history history;
	char *reach;   /* how to reach whoever asked, or NULL */
	bool is_fresh; /* read on opening: the first load need not */
};

enum deed { VISIT_ABOUT_IT, ACKNOWLEDGE, CORRECT, RECORD };

static const char *const deeds[] = {
    [VISIT_ABOUT_IT] = N_("+ begin a visit about it"),
    [ACKNOWLEDGE] = N_("+ acknowledge that it was received"),
    [CORRECT] = N_("+ correct whose it is, or who speaks for them"),
    [RECORD] = N_("+ open the record of whoever asked"),
};

static const struct timeline_request *request_of(const struct screen *screen)
{
	return ((const struct request_screen *)screen->state)
	    ->timeline.requests;
}

static bool request_load(struct screen *screen, struct error *err)
{
	struct request_screen *state = screen->state;
	struct timeline fresh;
	bool is_named;

	if (!state->is_fresh) {
		if (!desk_read_request(state->desk, state->request_id, &fresh,
				       err))
			return false;
		timeline_release(&state->timeline);
		state->timeline = fresh;
	}
	state->is_fresh = false;
	free(state->reach);
	if (!desk_reach_of_request(state->desk, state->request_id,
				   &state->reach, err))
		return false;
	is_named = state->timeline.requests->resident_id ||
		   state->timeline.requests->organisation_id;
	history_set(&state->history, &state->timeline, deeds,
		    is_named ? MEM_COUNT(deeds) : RECORD);
	return true;
}

/* "Fence permit · for Ms. Elena Alvarez · Ironwood Ave" */
static void add_title(const struct timeline_request *request, const char *dot,
		      struct str *out)
{
	str_add(out, request->topic ? request->topic : _("No topic yet"));
	if (!str_is_blank(request->whose))
		str_addf(out, " %s %s", dot, request->whose);
	if (!str_is_blank(request->place))
		str_addf(out, " %s %s", dot, request->place);
}

static void add_standing(const struct request_screen *state, const char *dot,
			 struct str *out)
{
	const struct timeline_request *request = state->timeline.requests;

	if (request->is_open)
		str_addf(out, _("open, with %s"),
			 str_is_blank(request->owner) ? _("nobody")
						      : request->owner);
	else if (request->result != RESULT_NONE)
		str_addf(out, _("done: %s"), result_words(request->result));
	else
		str_add(out, _("done"));
	str_addf(out, _(" %s received "), dot);
	moment_add(state->desk, request->received_at, out);
	str_addf(out, _(" %s contacts %d %s hops %d"), dot,
		 request->contact_count, dot, request->hop_count);
}

static void request_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct request_screen *state = screen->state;
	const struct timeline_request *request = request_of(screen);
	const char *dot = canvas_mark(canvas, MARK_DOT);
	struct area area = canvas_area(canvas), rows = area;
	struct str text = STR_INIT;

	add_title(request, dot, &text);
	canvas_put(canvas, area.row, 1, area.cols - 18, str_text(&text),
		   STYLE_TITLE);
	canvas_put_right(canvas, area.row, area.cols - 16, 15,
			 request->reference ? request->reference : "",
			 STYLE_TITLE);
	str_clear(&text);
	add_standing(state, dot, &text);
	canvas_put(canvas, area.row + 1, 1, area.cols - 2, str_text(&text),
		   request->is_open ? STYLE_OPEN : STYLE_DIM);
	rows.row += 2;
	rows.rows -= 2;
	if (state->reach) {
		canvas_putf(canvas, rows.row++, 1, area.cols - 2, STYLE_DIM,
			    _("Reach %s"), state->reach);
		rows.rows--;
	}
	canvas_rule(canvas, rows.row++, 1, area.cols - 2, NULL, NULL);
	rows.rows--;
	rows.col = 1;
	rows.cols -= 2;
	history_draw(&state->history, canvas, &rows);
	str_release(&text);
}

static bool request_handle(struct screen *screen, const struct key *key)
{
	struct request_screen *state = screen->state;

	return history_handle(&state->history, key);
}

static void run_deed(struct app *app, const struct screen *screen,
		     enum deed deed)
{
	const struct timeline_request *request = request_of(screen);

	switch (deed) {
	case VISIT_ABOUT_IT:
		visit_open_about(app, request->request_id, request->resident_id,
				 request->organisation_id);
		break;
	case ACKNOWLEDGE:
		settle_receipt(app, request->request_id,
			       _("How was it acknowledged?"));
		break;
	case CORRECT:
		request_correct(app, request->request_id);
		break;
	case RECORD:
		if (request->resident_id)
			resident_open(app, request->resident_id);
		else
			organisation_open(app, request->organisation_id);
		break;
	}
}

static void enter(struct app *app, struct screen *screen)
{
	struct request_screen *state = screen->state;
	const struct history_row *row = history_selected(&state->history);

	if (!row)
		return;
	if (row->kind == HISTORY_DEED)
		run_deed(app, screen, (enum deed)row->deed);
	else if (row->kind == HISTORY_ENTRY)
		history_open_entry(app, &state->history, row);
}

static void hand_off(struct app *app, struct screen *screen)
{
	handoff_open(app, request_of(screen)->request_id, 0);
}

static void note_acceptance(struct app *app, struct screen *screen)
{
	handoff_note_acceptance(app, request_of(screen)->request_id);
}

static void print_slip(struct app *app, struct screen *screen)
{
	const struct request_screen *state = screen->state;

	slips_ask_row(app, history_selected(&state->history),
		      state->request_id);
}

static void promise(struct app *app, struct screen *screen)
{
	promise_open(app, request_of(screen)->request_id);
}

static void resolve(struct app *app, struct screen *screen)
{
	settle_request(app, request_of(screen)->request_id,
		       _("What was done?"));
}

/* F4 on what is to tell: they could not be reached. */
static const struct timeline_entry *to_tell(const struct screen *screen)
{
	const struct request_screen *state = screen->state;
	const struct history_row *row = history_selected(&state->history);

	return row && row->kind == HISTORY_ENTRY && row->entry->is_open &&
		       row->entry->kind == TIMELINE_TOLD
		   ? row->entry
		   : NULL;
}

static void choose(struct app *app, struct screen *screen)
{
	const struct timeline_entry *entry = to_tell(screen);

	if (entry)
		settle_not_told(app, entry->id, request_of(screen)->request_id,
				entry->text);
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static bool request_can(const struct screen *screen, enum action action)
{
	bool is_open = request_of(screen)->is_open;

	switch (action) {
	case ACTION_HAND_OFF:
	case ACTION_PROMISE:
	case ACTION_FINISH:
		return is_open;
	case ACTION_CHOOSE:
		return to_tell(screen);
	case ACTION_UNDO:
		return desk_can_take_back(
		    ((const struct request_screen *)screen->state)->desk);
	default:
		return true;
	}
}

static void request_free(struct screen *screen)
{
	struct request_screen *state = screen->state;

	history_release(&state->history);
	timeline_release(&state->timeline);
	free(state->reach);
	free(state);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 40, N_("Open"), false},
    {ACTION_CHOOSE, choose, 55, N_("Not reached"), false},
    {ACTION_UNDO, settle_undo, 30, NULL, false},
    {ACTION_HAND_OFF, hand_off, 60, NULL, false},
    {ACTION_PROMISE, promise, 60, NULL, false},
    {ACTION_FINISH, resolve, 70, N_("Done"), false},
    {ACTION_ACCEPTED, note_acceptance, 0, NULL, false},
    {ACTION_PRINT, print_slip, 35, N_("Slip"), false},
    {ACTION_SLIP, print_slip, 0, NULL, false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class request_class = {
    .title = N_("Request"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = request_load,
    .draw = request_draw,
    .handle = request_handle,
    .free = request_free,
    .can = request_can,
};

void request_open(struct app *app, int64_t request_id)
{
	struct request_screen *state = mem_new(1, sizeof(*state));
	struct error err = {0};

	state->desk = app_desk(app);
	state->request_id = request_id;
	if (!desk_open_request(state->desk, request_id, &state->timeline,
			       &err)) {
		app_problem(app, &err);
		free(state);
		return;
	}
	history_init(&state->history, state->desk);
	state->history.is_one = true;
	state->is_fresh = true;
	app_push(app, &request_class, state);
}
