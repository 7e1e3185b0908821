#include "home.h"

#include <stdio.h>
#include <stdlib.h>

#include "../dialog.h"
#include "../typed.h"
#include "cue_view.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/round.h"
#include "frontdesk/desk/visit.h"

static const struct screen_class home_class;

#define FOUND_LIMIT 20
#define PEOPLE_FEW 4

const struct home_row *home_selected(const struct home *home)
{
	if (home->list.selected == LIST_NONE)
		return NULL;
	return &home->rows[home->list.selected];
}

const struct find_row *home_found(const struct home *home,
				  const struct home_row *row)
{
	if (!row || row->kind != HOME_FOUND)
		return NULL;
	return &home->find.rows[row->index];
}

static const char *row_id(const void *rows, size_t index)
{
	static char id[32];
	const struct home *home = rows;
	const struct home_row *row = &home->rows[index];

	if (row->kind == HOME_NEW)
		return "new";
	if (row->kind == HOME_NEW_ORGANISATION)
		return "new organisation";
	if (row->kind == HOME_WAITING)
		snprintf(id, sizeof(id), "line %lld",
			 (long long)home->line.rows[row->index].visit_id);
	else
		snprintf(id, sizeof(id), "found %d %lld",
			 (int)home->find.rows[row->index].kind,
			 (long long)home->find.rows[row->index].id);
	return id;
}

static void add_row(struct home *home, enum home_row_kind kind, size_t index)
{
	home->rows[home->row_count].kind = kind;
	home->rows[home->row_count].index = index;
	home->row_count++;
}

/* People, then the row for a new one, then topics, then who waits. */
static void lay_rows(struct home *home)
{
	bool is_typed = !field_is_blank(&home->box);

	home->rows =
	    mem_resize(home->rows, home->find.count + home->line.count + 2,
		       sizeof(*home->rows));
	home->row_count = 0;
	for (size_t i = 0; i < home->find.people_count; i++)
		add_row(home, HOME_FOUND, i);
	if (is_typed)
		add_row(home, HOME_NEW, 0);
	/* Where it has room: a street full of names leaves it to F1. */
	if (is_typed && home->find.people_count < PEOPLE_FEW)
		add_row(home, HOME_NEW_ORGANISATION, 0);
	for (size_t i = home->find.people_count; i < home->find.count; i++)
		add_row(home, HOME_FOUND, i);
	for (size_t i = 0; i < home->line.count; i++)
		add_row(home, HOME_WAITING, i);
	home->list.may_be_none = !is_typed;
	list_set(&home->list, home->row_count, row_id, home);
}

static bool load_cue(struct home *home, struct error *err)
{
	const struct find_row unnamed = {.kind = FIND_TOPIC};
	const struct home_row *selected = home_selected(home);
	const struct find_row *row = home_found(home, selected);

	/* Nobody known, or one of these: what is asked tells. */
	if (selected && selected->kind == HOME_NEW && home->find.count &&
	    home->find.rows[0].is_similar)
		row = &home->find.rows[0];
	cue_release(&home->cue);
	return desk_cue_row(home->desk, row ? row : &unnamed, &home->cue, err);
}

static bool load_found(struct home *home, struct error *err)
{
	find_release(&home->find);
	if (field_is_blank(&home->box))
		return true;
	return desk_find_nearly(home->desk, field_text(&home->box), FOUND_LIMIT,
				&home->find, err);
}

/* What is only similar is passed over: Enter opens nobody's record by
 * mistake, and nobody is greeted by another's name. */
static size_t first_row(const struct home *home)
{
	size_t first = 0;

	if (field_is_blank(&home->box))
		return LIST_NONE;
	while (first < home->find.people_count &&
	       home->find.rows[first].is_similar)
		first++;
	return first;
}

static bool load_notices(struct home *home, struct error *err)
{
	notice_list_release(&home->notices);
	return desk_list_notices(home->desk, &home->notices, err);
}

static bool load_evening(struct home *home, struct error *err)
{
	moment_cue_release(&home->evening);
	return !home->is_evening || desk_cue_day(home->desk, &home->yours, true,
						 &home->evening, err);
}

static bool home_load(struct screen *screen, struct error *err)
{
	struct home *home = screen->state;
	/* What was typed comes back before anything is read. */
	bool is_typed_anew = home->box_changed;
	bool done = load_found(home, err);

	home->box_changed = false;
	if (done && (!is_typed_anew || !home->is_read)) {
		line_release(&home->line);
		list_page_release(&home->left);
		/* The first that was left is mine, where one of mine was. */
		done = desk_line(home->desk, &home->line, err) &&
		       desk_yours(home->desk, &home->yours, err) &&
		       load_notices(home, err) &&
		       (home->yours.aside == 0 ||
			desk_read_list(home->desk, LIST_ASIDE, 1, &home->left,
				       err));
		done = done && load_evening(home, err);
		home->is_read = done;
	}
	lay_rows(home);
	if (is_typed_anew)
		list_select(&home->list, first_row(home), row_id, home);
	return load_cue(home, err) && done;
}

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
	list_select(&home->list, LIST_NONE, row_id, home);
	app_reload(app);
}

void home_end_moment(struct home *home)
{
	moment_cue_release(&home->moment);
	home->has_moment = false;
}

void home_say(struct app *app, struct moment_cue *cue)
{
	struct screen *screen = app_find(app, &home_class);
	struct home *home = screen ? screen->state : NULL;

	if (!home || (!cue->say && !cue->ask)) {
		moment_cue_release(cue);
		return;
	}
	home_end_moment(home);
	home->moment = *cue;
	home->has_moment = true;
	*cue = (struct moment_cue){0};
	app_draw(app);
}

void home_say_closing(struct app *app, const struct visit *visit)
{
	/* Where there is somebody to take a card along. */
	const struct cue_scene scene = {
	    .kind = SCENE_CLOSING,
	    .can_take_card = visit->channel == CHANNEL_WALK_IN ||
			     visit->channel == CHANNEL_APPOINTMENT,
	};
	struct moment_cue said = {0};
	struct visit_cue cue;
	struct error ignored = {0};

	if (!desk_cue_visit_at(app_desk(app), visit, &scene, &cue, &ignored))
		return;
	said.say = mem_copy(cue.cue.say);
	if (scene.can_take_card)
		said.ask = mem_copy(cue.cue.ask);
	visit_cue_release(&cue);
	home_say(app, &said);
}

static void turn_language(struct app *app, struct screen *screen)
{
	struct home *home = screen->state;

	cue_view_turn(app, &home->cue, &home->is_turned);
}

/* What is said and asked in its row, and what is left before closing. */
static void show_cues(struct app *app, struct screen *screen)
{
	const struct home *home = screen->state;
	struct str text = STR_INIT;

	if (home->has_moment)
		cue_view_add_moment(&home->moment, &text);
	else
		cue_view_add(&home->cue, &text);
	cue_view_add_moment(&home->evening, &text);
	dialog_show(app, _("All cues"), str_text(&text));
	str_release(&text);
}

static bool home_handle(struct screen *screen, const struct key *key)
{
	struct home *home = screen->state;
	struct error err = {0};

	home_end_moment(home);
	if (list_handle(&home->list, key, false, row_id, home)) {
		home->is_turned = false;
		if (!load_cue(home, &err))
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

static void home_speak(const struct screen *screen, struct str *out)
{
	const struct home *home = screen->state;

	if (home->has_moment && home->moment.say)
		str_add(out, home->moment.say);
	else
		str_add(out, cue_view_say(&home->cue, home->is_turned));
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
	    !load_evening(home, &err))
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
    {ACTION_CUES, show_cues, 0, NULL, false},
    {ACTION_RECORD, open_record, 0, NULL, false},
    {ACTION_LISTS, NULL, 40, NULL, false},
    {ACTION_PRINT, home_print, 0, NULL, false},
    {ACTION_COVER, NULL, 30, NULL, false},
    {ACTION_ESCAPE, escape, 10, N_("Clear"), true},
};

static const struct screen_class home_class = {
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
