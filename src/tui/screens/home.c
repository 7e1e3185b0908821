#include "home.h"

#include <stdlib.h>

#include "../typed.h"
#include "cue_view.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/round.h"

static void refresh(struct app *app, struct home *home)
{
	home->box_changed = true;
	home->is_turned = false;
	app_reload(app);
}

static void clear_box(struct app *app, struct home *home)
{
	field_clear(&home->box);
	refresh(app, home);
}

void home_start_afresh(struct app *app, struct home *home)
{
	field_clear(&home->box);
	find_release(&home->find);
	home->box_changed = false;
	home->is_turned = false;
	home->row_count = 0;
	list_select(&home->list, LIST_NONE, home_row_id, home);
	app_reload(app);
}

static void turn_language(struct app *app, struct screen *screen)
{
	struct home *home = screen->state;

	cue_view_turn(app, &home->cue, &home->is_turned);
}

static bool home_handle(struct screen *screen, const struct key *key)
{
	struct home *home = screen->state;
	struct error err = {0};

	home_end_moment(home);
	if (list_handle(&home->list, key, false, home_row_id, home)) {
		home->is_turned = false;
		if (!home_load_cue(home, &err))
			app_problem(screen->app, &err);
		return true;
	}
	switch (field_handle(&home->box, key, &err)) {
	case FIELD_IGNORED:
		/* Where nothing would be logged: why. */
		if (!key_is(key, ACTION_FINISH))
			return false;
		home_log_topic(screen->app, screen);
		return true;
	case FIELD_REFUSED:
		app_problem(screen->app, &err);
		return true;
	case FIELD_CHANGED:
		refresh(screen->app, home);
		if (err.code)
			app_problem(screen->app, &err);
		return true;
	case FIELD_MOVED:
		return true;
	}
	return false;
}

static const struct find_row *selected_resident(const struct home *home)
{
	const struct find_row *row = home_found(home, home_selected(home));

	return row && row->kind == FIND_RESIDENT ? row : NULL;
}

static void open_record(struct app *app, struct screen *screen)
{
	resident_open(app, selected_resident(screen->state)->id);
}

static void escape(struct app *app, struct screen *screen)
{
	home_end_moment(screen->state);
	clear_box(app, screen->state);
}

static bool home_can(const struct screen *screen, enum action action)
{
	const struct home *home = screen->state;

	switch (action) {
	case ACTION_FINISH:
		return home->find.best_topic != NULL;
	case ACTION_RECORD:
		return selected_resident(home) != NULL;
	case ACTION_NEXT:
		return home->line.waiting_count > 0;
	case ACTION_BACK:
		return home->yours.aside > 0;
	case ACTION_UNDO:
		return home->last != HOME_LAST_NONE ||
		       desk_can_take_back(home->desk);
	default:
		return true;
	}
}

static bool home_label(const struct screen *screen, enum action action,
		       struct str *out)
{
	const struct home *home = screen->state;

	if (action == ACTION_FINISH && home->find.best_topic) {
		str_addf(out, _("Log %s"), home->find.best_topic->title);
		return true;
	}
	if (action == ACTION_BACK) {
		str_add(out, _("Return"));
		return true;
	}
	return false;
}

/* In the first idle moment: the first screen waits for no table. */
static void tell_wrong_words(struct app *app, struct home *home)
{
	const char *wrong = desk_wrong_words(home->desk);
	struct str text = STR_INIT;

	if (wrong != NULL) {
		desk_add_wrong_words(wrong, &text);
		app_news(app, _("Left out: %s"), str_text(&text));
	}
	str_release(&text);
}

/* By the minute, and never before the first painting: the calendar is read
 * for it. A notice ends by its hour. */
static bool home_tick(struct screen *screen, int64_t now)
{
	struct home *home = screen->state;
	int64_t minute = now / CLOCK_MINUTE;
	struct error err = {0};

	if (minute == home->minute)
		return false;
	if (home->minute != 0)
		app_reload(screen->app);
	else
		tell_wrong_words(screen->app, home);
	home->minute = minute;
	if (!desk_is_evening(home->desk, &home->closes_minute,
			     &home->is_evening, &err) ||
	    !home_load_evening(home, &err))
		app_problem(screen->app, &err);
	return true;
}

static void home_free(struct screen *screen)
{
	struct home *home = screen->state;

	field_release(&home->box);
	find_release(&home->find);
	line_release(&home->line);
	cue_release(&home->cue);
	moment_cue_release(&home->moment);
	moment_cue_release(&home->evening);
	notice_list_release(&home->notices);
	list_page_release(&home->left);
	list_release(&home->list);
	free(home->rows);
	free(home);
}

static void home_restored(struct screen *screen)
{
	struct home *home = screen->state;

	home->box_changed = true;
}

static const struct binding bindings[] = {
    {ACTION_NEXT, home_call_next, 60, NULL, false},
    {ACTION_BACK, home_return_aside, 45, NULL, false},
    {ACTION_JOIN, home_join, 50, NULL, false},
    {ACTION_FINISH, home_log_topic, 70, NULL, false},
    {ACTION_UNDO, home_undo, 20, NULL, false},
    {ACTION_ENTER, home_enter, 0, NULL, false},
    {ACTION_LANGUAGE, turn_language, 0, NULL, false},
    {ACTION_CUES, home_show_cues, 0, NULL, false},
    {ACTION_RECORD, open_record, 0, NULL, false},
    {ACTION_LISTS, NULL, 40, NULL, false},
    {ACTION_PRINT, home_print, 0, NULL, false},
    {ACTION_COVER, NULL, 30, NULL, false},
    {ACTION_ESCAPE, escape, 10, N_("Clear"), true},
};

const struct screen_class home_class = {
    .title = N_("The desk"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = home_load,
    .draw = home_draw,
    .handle = home_handle,
    .free = home_free,
    .label = home_label,
    .can = home_can,
    .say = home_speak,
    .tick = home_tick,
    .restored = home_restored,
};

void home_open(struct app *app)
{
	static const struct text_limit limit = {
	    .field = "box", .label = N_("the search"), .max = 200};
	struct home *home = mem_new(1, sizeof(*home));

	home->desk = app_desk(app);
	field_init(&home->box, &limit);
	list_init(&home->list);
	home->list.may_be_none = true;
	app_restart(app, &home_class, home);
	typed_open(app);
	typed_field(app, "home", 0, &home->box);
	restore_typed(app);
}

int64_t home_finished(const struct app *app)
{
	const struct screen *screen = app_find(app, &home_class);

	return screen ? ((const struct home *)screen->state)->finished_id : 0;
}

void home_return(struct app *app, enum home_last last, int64_t visit_id)
{
	struct screen *screen = app_find(app, &home_class);
	struct home *home;

	if (!screen) {
		home_open(app);
		return;
	}
	app_pop_to(app, screen);
	home = screen->state;
	home->last = last;
	home->last_visit_id = visit_id;
	if (last == HOME_LAST_FINISHED)
		home->finished_id = visit_id;
	if (last == HOME_LAST_NONE || last == HOME_LAST_LOGGED)
		desk_forget_acts(home->desk);
	home->acts_seen = desk_last_act(home->desk);
	home_start_afresh(app, home);
}
