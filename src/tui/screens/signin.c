/* Signing in, and the lock: who works here, the PIN, the window. */
#include <stdio.h>
#include <stdlib.h>

#include "../form.h"
#include "../pick.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/signin.h"
#include "screens.h"

struct signin {
	struct desk *desk;
	struct form form;
	struct staff_list staff;
	struct counter_window_list windows;
	bool is_lock; /* over everything, for whoever is signed in */
};

static bool asks_pin(const struct signin *signin)
{
	return !desk_is_demo(signin->desk);
}

/* Whether what was typed may mean this person. */
static bool is_meant(const char *typed, const struct staff *staff)
{
	return str_same(typed, staff->login) || str_same(typed, staff->name) ||
	       pick_meets(typed, staff->name);
}

/* The one person whom the typed name means, or NULL. */
static const struct staff *meant(const struct signin *signin)
{
	const char *typed = form_value(&signin->form, "name");
	const struct staff *found = NULL;

	for (size_t i = 0; i < signin->staff.count; i++) {
		const struct staff *staff = &signin->staff.items[i];

		if (str_same(typed, staff->name) ||
		    str_same(typed, staff->login))
			return staff;
		if (str_is_blank(typed) || !is_meant(typed, staff))
			continue;
		if (found)
			return NULL;
		found = staff;
	}
	return found;
}

/* "2" and "window 2" mean Window 2; blank means none. */
static bool find_window(const struct signin *signin, int64_t *out,
			struct error *err)
{
	const char *typed = form_value(&signin->form, "window");

	*out = 0;
	if (str_is_blank(typed))
		return true;
	for (size_t i = 0; i < signin->windows.count; i++) {
		if (!pick_meets(typed, signin->windows.items[i].label))
			continue;
		*out = signin->windows.items[i].counter_window_id;
		return true;
	}
	return error_set(err, ERROR_INVALID, "window",
			 _("There is no window \"%s\": F4 shows the windows, "
			   "or leave it blank to work without one."),
			 typed);
}

static bool sign_in(const struct signin *signin, struct error *err)
{
	const struct desk_session *session = desk_session(signin->desk);
	const struct staff *staff = meant(signin);
	const char *name = form_value(&signin->form, "name");
	const char *pin = form_value(&signin->form, "pin");
	int64_t counter_window;

	if (str_is_blank(name))
		return error_set(err, ERROR_INVALID, "name",
				 _("Type your name first."));
	if (!staff)
		return error_set(err, ERROR_INVALID, "name",
				 _("\"%s\" is nobody here, or more than one: "
				   "type more of the name, or F4 shows all."),
				 name);
	if (!find_window(signin, &counter_window, err))
		return false;
	/* Back at the same window: the session goes on. */
	if (signin->is_lock && staff->staff_id == session->staff_id &&
	    counter_window == session->counter_window_id)
		return desk_unlock(signin->desk, pin, err);
	return desk_sign_in(signin->desk, staff->login,
			    asks_pin(signin) ? pin : NULL, counter_window, err);
}

/* Two may sit at one window; neither should learn it from the figures. */
static void say_beside(struct app *app)
{
	const struct desk_session *session = desk_session(app_desk(app));
	struct str others = STR_INIT;
	struct error err = {0};

	if (!desk_beside(app_desk(app), &others, &err))
		app_problem(app, &err);
	else if (others.len > 0)
		app_news(app,
			 _("%s is signed in at %s too. ^Q changes the "
			   "window."),
			 str_text(&others), session->counter_window);
	str_release(&others);
}

static void submit(struct app *app, struct screen *screen)
{
	struct signin *signin = screen->state;
	const struct desk_session *session = desk_session(signin->desk);
	int64_t before = session->staff_id;
	struct error err = {0};
	bool is_same;

	if (!sign_in(signin, &err)) {
		if (err.code != ERROR_INVALID)
			form_set(&signin->form, "pin", "");
		if (!form_error(&signin->form, &err))
			app_problem(app, &err);
		return;
	}
	is_same =
	    signin->is_lock && desk_session(signin->desk)->staff_id == before;
	if (!is_same) {
		home_open(app);
		briefing_offer(app);
		say_beside(app);
		return;
	}
	app_pop(app);
	visit_come_along(app);
}

static void enter(struct app *app, struct screen *screen)
{
	struct signin *signin = screen->state;
	const struct staff *staff = meant(signin);

	if (form_is_at(&signin->form, "name") && !staff) {
		submit(app, screen); /* which says why at the name */
		return;
	}
	if (form_is_at(&signin->form, "name"))
		form_set(&signin->form, "name", staff->name);
	if (form_is_at(&signin->form, "name") && form_move(&signin->form, 1) &&
	    asks_pin(signin))
		return;
	if (asks_pin(signin) &&
	    str_is_blank(form_value(&signin->form, "pin"))) {
		form_focus(&signin->form, "pin");
		return;
	}
	submit(app, screen);
}

static bool find_choices(struct app *app, void *state, const char *typed,
			 struct pick_rows *out, struct error *err)
{
	const struct signin *signin = state;
	char id[32];

	(void)app;
	(void)err;
	if (form_is_at(&signin->form, "window")) {
		for (size_t i = 0; i < signin->windows.count; i++)
			if (pick_meets(typed, signin->windows.items[i].label))
				pick_add(out, signin->windows.items[i].label,
					 signin->windows.items[i].label, NULL);
		return true;
	}
	for (size_t i = 0; i < signin->staff.count; i++) {
		const struct staff *staff = &signin->staff.items[i];

		snprintf(id, sizeof(id), "%lld", (long long)staff->staff_id);
		if (is_meant(typed, staff) || str_is_blank(typed))
			pick_add(out, staff->name, staff->name,
				 role_name(staff->role));
	}
	return true;
}

static bool picked(struct app *app, void *state, const char *id,
		   const char *typed, struct error *err)
{
	struct signin *signin = state;
	bool is_window = form_is_at(&signin->form, "window");

	(void)app;
	(void)typed;
	(void)err;
	form_set(&signin->form, is_window ? "window" : "name", id);
	if (!is_window)
		form_move(&signin->form, 1);
	return true;
}

static void choose(struct app *app, struct screen *screen)
{
	struct signin *signin = screen->state;
	bool is_window = form_is_at(&signin->form, "window");
	struct pick pick = {
	    .title = is_window ? _("Which window?") : _("Who are you?"),
	    .label = is_window ? _("Window") : _("Name"),
	    .find = find_choices,
	    .picked = picked,
	    .state = signin,
	};

	pick_open(app, &pick);
}

static void leave(struct app *app, struct screen *screen)
{
	(void)screen;
	app_quit(app);
}

static bool signin_load(struct screen *screen, struct error *err)
{
	struct signin *signin = screen->state;

	if (signin->staff.count)
		return true;
	return desk_list_staff(signin->desk, &signin->staff, err) &&
	       desk_list_windows(signin->desk, &signin->windows, err);
}

/* Who could be meant, with what they do here. */
static void draw_staff(const struct signin *signin, struct canvas *canvas,
		       struct area area)
{
	const char *typed = form_value(&signin->form, "name");
	const struct staff *one = meant(signin);
	int row = area.row;

	for (size_t i = 0; i < signin->staff.count; i++) {
		const struct staff *staff = &signin->staff.items[i];

		if (row >= area.row + area.rows)
			return;
		if (!one && !str_is_blank(typed) && !is_meant(typed, staff))
			continue;
		canvas_put(canvas, row, area.col, 24, staff->name,
			   staff == one ? STYLE_SAY : STYLE_DIM);
		canvas_put(canvas, row, area.col + 25, 16,
			   role_name(staff->role), STYLE_DIM);
		canvas_put(canvas, row++, area.col + 42, area.cols - 43,
			   staff->department ? staff->department : "",
			   STYLE_DIM);
	}
}

/* Whom to become to see the day as a supervisor does. */
static const char *supervisor(const struct signin *signin)
{
	int64_t department = desk_session(signin->desk)->department_id;
	const char *name = "";

	for (size_t i = 0; i < signin->staff.count; i++) {
		const struct staff *staff = &signin->staff.items[i];

		if (staff->role != ROLE_SUPERVISOR)
			continue;
		if (staff->department_id == department)
			return staff->name;
		name = staff->name;
	}
	return name;
}

static void signin_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct signin *signin = screen->state;
	struct area area = canvas_area(canvas), form = area;
	const char *title = signin->is_lock ? _("Locked") : _("Sign in");

	canvas_putf(canvas, area.row, 1, area.cols - 2, STYLE_TITLE, "%s %s %s",
		    title, canvas_mark(canvas, MARK_DOT),
		    desk_city(signin->desk));
	canvas_rule(canvas, area.row + 1, 1, area.cols - 2, NULL, NULL);
	form.row += 3;
	form.rows = 5;
	form.col = 1;
	form.cols -= 2;
	form.row += form_draw(&signin->form, canvas, &form, true) + 1;
	form.rows = area.row + area.rows - form.row;
	if (desk_is_demo(signin->desk) && form.rows > 4) {
		canvas_putf(canvas, form.row, 3, area.cols - 4, STYLE_TEXT,
			    _("The demo city asks no PIN: type a name, Enter. "
			      "The supervisor is %s."),
			    supervisor(signin));
		form.row += 2;
		form.rows -= 2;
	}
	form.col = 3;
	draw_staff(signin, canvas, form);
}

static bool signin_handle(struct screen *screen, const struct key *key)
{
	struct signin *signin = screen->state;
	enum form_result result;

	/* Whoever types a name is somebody else than the one it shows. */
	if (key_is_text(key) && !signin->form.is_touched &&
	    form_is_at(&signin->form, "name"))
		form_set(&signin->form, "name", "");
	result = form_handle(&signin->form, key);

	return result != FORM_IGNORED;
}

static void signin_free(struct screen *screen)
{
	struct signin *signin = screen->state;

	form_release(&signin->form);
	staff_list_release(&signin->staff);
	counter_window_list_release(&signin->windows);
	free(signin);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 0, NULL, false},
    {ACTION_CHOOSE, choose, 50, NULL, false},
    {ACTION_FINISH, submit, 60, N_("Sign in"), false},
    {ACTION_QUIT, leave, 0, NULL, false},
    {ACTION_ESCAPE, NULL, 0, "", false},
};

static const struct screen_class signin_class = {
    .title = N_("Sign in"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = signin_load,
    .draw = signin_draw,
    .handle = signin_handle,
    .free = signin_free,
    .is_locked = true,
};

static struct signin *signin_new(struct app *app)
{
	struct signin *signin = mem_new(1, sizeof(*signin));
	const char *label = app_settings(app)->counter_window;

	signin->desk = app_desk(app);
	form_init(&signin->form, 10);
	form_add_text(&signin->form, "name", _("Name"), 80, false);
	if (asks_pin(signin))
		form_add_text(&signin->form, "pin", _("PIN"), 64, false)
		    ->field.is_secret = true;
	form_add_text(&signin->form, "window", _("Window"), 80, false);
	form_set(&signin->form, "window", label ? label : "");
	return signin;
}

void signin_open(struct app *app)
{
	app_restart(app, &signin_class, signin_new(app));
}

void lock_open(struct app *app)
{
	const struct desk_session *session = desk_session(app_desk(app));
	struct signin *signin = signin_new(app);

	signin->is_lock = true;
	form_set(&signin->form, "name", session->staff_name);
	form_set(&signin->form, "window", session->counter_window);
	form_focus(&signin->form, asks_pin(signin) ? "pin" : "name");
	app_push(app, &signin_class, signin);
}
