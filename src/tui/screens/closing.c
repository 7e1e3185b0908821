/* The day is closed: its remarks, and what is still open, said calmly. */
#include <stdlib.h>

#include "../dialog.h"
#include "../form.h"
#include "../typed.h"
#include "closing.h"
#include "day.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/report/corrections.h"
#include "frontdesk/report/day_form.h"
#include "frontdesk/report/summary.h"
#include "screens.h"

#define KIND "closing"

struct closing_screen {
	struct desk *desk;
	struct day day;
	struct form form; /* remark1 to remark3 */
	struct closing_left left;
	struct str week;	/* closed days before it that were put right */
	struct closing closing; /* where it is closed: remarks are added */
	bool is_restored;	/* nobody asked for it: its typing came back */
	struct error why_not;	/* it cannot be closed now, or no error */
};

static const char *const rows[CLOSING_REMARKS] = {"remark1", "remark2",
						  "remark3"};

static int64_t day_number(struct day day)
{
	int year, month, day_of_month;

	day_parts(day, &year, &month, &day_of_month);
	return (int64_t)year * 10000 + month * 100 + day_of_month;
}

static bool is_closed(const struct closing_screen *state)
{
	return state->closing.closing_id != 0;
}

static bool closing_load(struct screen *screen, struct error *err)
{
	struct closing_screen *state = screen->state;

	closing_left_release(&state->left);
	closing_release(&state->closing);
	error_clear(&state->why_not);
	if (!desk_read_closing(state->desk, state->day, &state->closing, err))
		return false;
	if (is_closed(state))
		return true;
	(void)desk_can_close_day(state->desk, state->day, &state->why_not);
	return desk_read_left(state->desk, state->day, &state->left, err);
}

static bool close_day(struct closing_screen *state, struct error *err)
{
	struct closing_order order = {.day = state->day, .with_open = true};

	for (int i = 0; i < CLOSING_REMARKS; i++)
		order.remarks[i] = form_value(&state->form, rows[i]);
	return is_closed(state) ? desk_add_day_remarks(state->desk, state->day,
						       order.remarks, err)
				: day_form_close(state->desk, &order, err);
}

/* What Esc left of this day is not lost by closing it: first it is read. */
static bool brings_back(struct app *app, struct screen *screen)
{
	const struct closing_screen *state = screen->state;

	for (int i = 0; i < CLOSING_REMARKS; i++)
		if (!str_is_blank(form_value(&state->form, rows[i])))
			return false;
	if (!typed_is_left(app, KIND, day_number(state->day)))
		return false;
	typed_bring_back(app, screen);
	return true;
}

static void save(struct app *app, struct closing_screen *state)
{
	bool was_closed = is_closed(state);
	struct day day = state->day;
	struct error err = {0};

	form_clear_errors(&state->form);
	if (!close_day(state, &err)) {
		if (!form_error(&state->form, &err))
			app_problem(app, &err);
		/* Somebody else closed it: what was typed is added to it. */
		if (err.code == ERROR_CONFLICT)
			app_reload(app);
		return;
	}
	typed_done(app, KIND, day_number(day));
	app_pop(app);
	day_open_at(app, day);
	if (was_closed)
		app_news(app, _("The remark stands beside what was closed."));
	else
		app_news(app, _("The day is closed. ^P prints it, as it stands "
				"now, at any time."));
}

/* While it was asked, another may have closed it. */
static void confirmed(struct app *app, void *state)
{
	struct closing_screen *closing = state;

	if (is_closed(closing))
		app_news(app, _("The day was closed meanwhile. F9 adds the "
				"remark to it."));
	else
		save(app, closing);
}

static void ask(struct app *app, struct closing_screen *state)
{
	struct str text = STR_INIT;

	report_add_day(state->day, &text);
	str_add(&text, _(" stays as it is now, for good:\n"
			 "Enter closes it, Esc goes back."));
	if (state->left.count == 1)
		str_add(&text, _("\n1 visit is still open, and is counted "
				 "so."));
	else if (state->left.count > 1)
		str_addf(&text,
			 _("\n%zu visits are still open, and are counted so."),
			 state->left.count);
	dialog_confirm(app, _("CLOSE THE DAY?"), str_text(&text),
		       N_("Close the day"), confirmed, state);
	str_release(&text);
}

/* F9 led here, and may be pressed once too often: it asks, Enter closes. */
static void finish(struct app *app, struct screen *screen)
{
	struct closing_screen *state = screen->state;
	struct error err = {0};

	if (brings_back(app, screen))
		app_news(app, _("This was typed here before: F9 keeps it."));
	else if (is_closed(state))
		save(app, state);
	else if (!desk_can_close_day(state->desk, state->day, &err))
		app_problem(app, &err);
	else
		ask(app, state);
}

/* Behind the last row it adds a remark, as any form does what it is for; what
 * cannot be undone is never on Enter. */
static void enter(struct app *app, struct screen *screen)
{
	struct closing_screen *state = screen->state;

	if (form_move(&state->form, 1))
		return;
	if (is_closed(state))
		save(app, state);
	else
		app_news(app, _("F9 asks, and then closes the day. Esc "
				"returns."));
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static bool closing_handle(struct screen *screen, const struct key *key)
{
	struct closing_screen *state = screen->state;

	return form_handle(&state->form, key) != FORM_IGNORED;
}

static void draw_remarks(const struct closing_screen *state,
			 struct canvas *canvas, struct area at)
{
	if (state->closing.count == 0)
		return;
	canvas_rule(canvas, at.row, 1, at.cols - 2, _("REMARKED SO FAR"), NULL);
	at.row++;
	at.rows--;
	closing_draw_remarks(state->desk, &state->closing, canvas, at);
}

static const char *about(const struct closing_screen *state)
{
	if (state->is_restored)
		return is_closed(state)
			   ? _("This came back: it was typed here before. F9 "
			       "adds it.")
			   : _("This came back: it was typed here before. The "
			       "day is not closed yet.");
	if (is_closed(state))
		return _("It stands beside what was closed, with your name.");
	if (state->why_not.code != ERROR_NONE)
		return state->why_not.text;
	return _("The figures are kept as they stand; it cannot be undone.");
}

static void closing_draw_form(const struct screen *screen,
			      struct canvas *canvas)
{
	const struct closing_screen *state = screen->state;
	struct str title = STR_INIT;
	struct area area, form;
	char day[24];
	int used;

	day_format(state->day, day);
	str_addf(&title, "%s %s %s %s %s",
		 is_closed(state) ? _("A remark to a closed day")
				  : _("Close the day"),
		 canvas_mark(canvas, MARK_DOT), day,
		 canvas_mark(canvas, MARK_DOT), desk_site(state->desk)->name);
	area = form_draw_head(canvas, str_text(&title), about(state));
	form = area;
	form.rows = area.rows / 2;
	used = form_draw(&state->form, canvas, &form, true) + 1;
	area = (struct area){area.row + used, 0, area.rows - used,
			     canvas_area(canvas).cols};
	if (is_closed(state))
		draw_remarks(state, canvas, area);
	else
		closing_draw_left(&state->left, str_text(&state->week),
				  screen->app, canvas, area);
	str_release(&title);
}

static bool closing_label(const struct screen *screen, enum action action,
			  struct str *out)
{
	const struct closing_screen *state = screen->state;

	if (action != ACTION_FINISH || !is_closed(state))
		return false;
	str_add(out, _("Add the remark"));
	return true;
}

static void closing_free(struct screen *screen)
{
	struct closing_screen *state = screen->state;

	closing_left_release(&state->left);
	closing_release(&state->closing);
	str_release(&state->week);
	form_release(&state->form);
	free(state);
}

/* What is open of the day, each a key away; the remarks stay below. */
static void choose(struct app *app, struct screen *screen)
{
	const struct closing_screen *state = screen->state;
	const struct summary_scope scope = {.from = state->day,
					    .to = state->day};
	const struct day_behind behind = {DAY_OPEN, 0, ""};
	struct summary summary;
	struct error err = {0};

	if (!desk_sum_up_scope(state->desk, &scope, &summary, &err)) {
		app_problem(app, &err);
		return;
	}
	day_list_open(app, &scope, &summary, &behind, _("Still open"),
		      (int64_t)state->left.count);
	summary_release(&summary);
}

static bool closing_can(const struct screen *screen, enum action action)
{
	const struct closing_screen *state = screen->state;

	return action != ACTION_CHOOSE || state->left.count > 0;
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 0, NULL, false},
    {ACTION_CHOOSE, choose, 60, N_("Open visits"), false},
    {ACTION_FINISH, finish, 90, N_("Close the day"), false},
    {ACTION_UNDO, typed_bring_back, 40, NULL, false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class closing_class = {
    .title = N_("Close the day"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = closing_load,
    .draw = closing_draw_form,
    .handle = closing_handle,
    .label = closing_label,
    .can = closing_can,
    .free = closing_free,
};

bool closing_is_of(const struct screen *screen, struct day *day)
{
	const struct closing_screen *state = screen->state;

	if (screen->class != &closing_class)
		return false;
	*day = state->day;
	return true;
}

/* The form of that day, wherever it is open; or NULL. */
static struct screen *find_form(const struct app *app, struct day day)
{
	struct screen *screen = app_top(app);
	struct day of;

	while (screen != NULL &&
	       !(closing_is_of(screen, &of) && day_compare(of, day) == 0))
		screen = app_below(app, screen);
	return screen;
}

void closing_open(struct app *app, struct day day)
{
	struct screen *open = find_form(app, day);
	struct closing_screen *state;
	struct error err = {0};

	/* A second form would close the day without what is typed in it. */
	if (open != NULL) {
		app_pop_to(app, open);
		app_reload(app);
		return;
	}

	if (!desk_may(app_desk(app), DUTY_CLOSE_DAY, &err)) {
		app_problem(app, &err);
		return;
	}
	state = mem_new(1, sizeof(*state));
	state->desk = app_desk(app);
	state->day = day;
	form_init(&state->form, 12);
	for (int i = 0; i < CLOSING_REMARKS; i++)
		form_add_text(&state->form, rows[i], i == 0 ? _("Remarks") : "",
			      CLOSING_REMARK_MAX, false);
	form_focus(&state->form, rows[0]);
	if (!corrections_add_week(state->desk, day, &state->week, &err))
		app_problem(app, &err);
	app_push(app, &closing_class, state);
	typed_form(app, KIND, day_number(day), &state->form);
}

void closing_open_again(struct app *app, int64_t number)
{
	struct day day =
	    day_make((int)(number / 10000), (int)(number / 100 % 100),
		     (int)(number % 100));
	struct screen *form;

	closing_open(app, day);
	form = find_form(app, day);
	if (form != NULL)
		((struct closing_screen *)form->state)->is_restored = true;
}
