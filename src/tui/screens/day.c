/* The day: its figures on the screen. */
#include "day_sheet.h"

#include <stdlib.h>

#include "frontdesk/base/mem.h"

/* To the period before or after. */
static void move_day(struct app *app, struct day_screen *state, int steps)
{
	struct day to =
	    day_plus(steps < 0 ? state->scope.from : state->scope.to, steps);

	if (day_compare(to, desk_today(state->desk)) > 0) {
		app_news(app, state->period == DAY_PERIOD_DAY
				  ? _("That day has not begun yet.")
				  : _("Those days have not begun yet."));
		return;
	}
	day_show_period(state, state->period, to);
	app_reload(app);
}

static bool day_handle(struct screen *screen, const struct key *key)
{
	struct day_screen *state = screen->state;

	if (key->kind != KEY_KIND_ACTION)
		return false;
	switch (key->action) {
	case ACTION_UP:
	case ACTION_DOWN:
	case ACTION_PAGE_UP:
	case ACTION_PAGE_DOWN:
	case ACTION_TAB:
	case ACTION_BACK_TAB:
	case ACTION_HOME:
	case ACTION_END:
		day_move_choice(state, key->action);
		return true;
	case ACTION_LEFTWARD:
		move_day(screen->app, state, -1);
		return true;
	case ACTION_RIGHTWARD:
		move_day(screen->app, state, 1);
		return true;
	default:
		return false;
	}
}

static bool leads_to_changes(const struct day_number *number)
{
	return number && number->behind.figure == DAY_NOTHING &&
	       number->behind.part == DAY_CHANGES;
}

static void open_chosen(struct app *app, const struct day_screen *state)
{
	struct day_sheets sheets;
	const struct day_number *number;
	struct str words = STR_INIT;

	day_sheets_make(state, &sheets);
	number = day_number_at(&sheets, day_chosen(&sheets, &state->chosen));
	if (leads_to_changes(number)) {
		day_changes_open(app, state->scope.from);
	} else if (number && number->behind.figure != DAY_NOTHING) {
		day_add_words(&sheets, number, &words);
		day_list_open(app, &state->scope, &state->summary,
			      &number->behind, str_text(&words), number->n);
	}
	str_release(&words);
	day_sheets_release(&sheets);
}

static void enter(struct app *app, struct screen *screen)
{
	struct day_screen *state = screen->state;

	if (state->asks_print)
		day_print_now(app, state);
	else
		open_chosen(app, state);
}

/* Whether the chosen place has something behind it. */
static bool leads_on(const struct day_screen *state)
{
	const struct day_number *number;
	struct day_sheets sheets;
	bool leads;

	day_sheets_make(state, &sheets);
	number = day_number_at(&sheets, day_chosen(&sheets, &state->chosen));
	leads = number && (number->behind.figure != DAY_NOTHING ||
			   leads_to_changes(number));
	day_sheets_release(&sheets);
	return leads;
}

static void ask_print(struct app *app, struct screen *screen)
{
	struct day_screen *state = screen->state;

	if (day_may_print(app))
		state->asks_print = true;
}

static void earlier(struct app *app, struct screen *screen)
{
	move_day(app, screen->state, -1);
}

static void later(struct app *app, struct screen *screen)
{
	move_day(app, screen->state, 1);
}

/* While it asks whether to print: which printer, how many, which pages. */
static void choose(struct app *app, struct screen *screen)
{
	struct day_screen *state = screen->state;

	if (state->asks_print)
		day_print_choose(app, state);
	else
		day_choose(app, screen);
}

static void escape(struct app *app, struct screen *screen)
{
	struct day_screen *state = screen->state;

	if (state->asks_print)
		state->asks_print = false;
	else
		app_pop(app);
}

static bool day_can(const struct screen *screen, enum action action)
{
	const struct day_screen *state = screen->state;

	struct error unused = {0};

	if (action == ACTION_FINISH)
		return desk_scope_is_own_day(state->desk, &state->scope) &&
		       desk_may(state->desk, DUTY_CLOSE_DAY, &unused);
	if (action == ACTION_RIGHTWARD)
		return day_compare(state->scope.to, desk_today(state->desk)) <
		       0;
	return action != ACTION_ENTER || state->asks_print || leads_on(state);
}

static bool day_label(const struct screen *screen, enum action action,
		      struct str *out)
{
	const struct day_screen *state = screen->state;

	if (action == ACTION_ENTER && !state->asks_print)
		str_add(out, _("Open"));
	else if (action == ACTION_CHOOSE && state->asks_print)
		str_add(out, _("Printer, pages"));
	else if (action == ACTION_FINISH &&
		 state->changed.closing.closing_id != 0)
		str_add(out, _("Remark"));
	else
		return false;
	return true;
}

static void close_shown(struct app *app, struct screen *screen)
{
	const struct day_screen *state = screen->state;

	closing_open(app, state->scope.from);
}

static void day_free(struct screen *screen)
{
	struct day_screen *state = screen->state;

	summary_release(&state->summary);
	corrections_release(&state->changed);
	day_bars_release(&state->bars);
	free(state);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 90, N_("Print"), false},
    {ACTION_PRINT, ask_print, 80, NULL, false},
    {ACTION_LEFTWARD, earlier, 65, N_("Before"), false},
    {ACTION_RIGHTWARD, later, 58, N_("After"), false},
    {ACTION_FINISH, close_shown, 60, N_("Close day"), false},
    {ACTION_CHOOSE, choose, 70, N_("Period"), false},
    {ACTION_TAB, NULL, 55, N_("Next"), false},
    {ACTION_ESCAPE, escape, 40, "", true},
};

static const struct screen_class day_class = {
    .title = N_("The day"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = day_load,
    .draw = day_draw,
    .handle = day_handle,
    .free = day_free,
    .can = day_can,
    .label = day_label,
};

struct day_screen *day_find(struct app *app)
{
	struct screen *open = app_find(app, &day_class);

	return open ? open->state : NULL;
}

static struct day_screen *open_day(struct app *app)
{
	struct screen *open = app_find(app, &day_class);
	struct day_screen *state;

	if (open) {
		app_pop_to(app, open);
		return open->state;
	}
	state = mem_new(1, sizeof(*state));

	state->desk = app_desk(app);
	day_show_period(state, DAY_PERIOD_DAY, desk_today(state->desk));
	app_push(app, &day_class, state);
	return state;
}

void day_open(struct app *app)
{
	open_day(app);
}

void day_print(struct app *app)
{
	if (day_may_print(app))
		open_day(app)->asks_print = true;
}

void day_open_at(struct app *app, struct day day)
{
	day_show_period(open_day(app), DAY_PERIOD_DAY, day);
	app_reload(app);
}

/* That it shows, or today where it shows more; false of any other screen. */
static bool day_of(const struct screen *screen, struct day *day)
{
	const struct day_screen *shown = screen->state;

	if (screen->class != &day_class)
		return false;
	*day = desk_scope_is_own_day(shown->desk, &shown->scope)
		   ? shown->scope.from
		   : desk_today(shown->desk);
	return true;
}

void day_close(struct app *app)
{
	struct day day = desk_today(app_desk(app));
	const struct screen *screen = app_top(app);

	while (screen != NULL && !day_of(screen, &day) &&
	       !closing_is_of(screen, &day))
		screen = app_below(app, screen);
	closing_open(app, day);
}
