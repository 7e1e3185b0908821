/*
 * toolkit_demo.c - a small screen of its own for the tests of the toolkit
 */
#include "toolkit_demo.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "tui/app.h"
#include "tui/dialog.h"
#include "tui/form.h"
#include "tui/list.h"
#include "tui/pick.h"

struct demo {
	struct form form;
	struct list list;
};

static const struct form_choice answers[] = {{'y', "yes", N_("Yes")},
					     {'n', "no", N_("No")}};

static const char *const names[] = {
    "Nguyễn Thị Hồng",
    "陳美玲",
    "김민준",
    "عبد الله حداد",
    "देवनागरी कुमार",
    "e\xcc\x81lan",
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80 Rey",
    "\xcc\x81mark"};

static const char *demo_id(const void *rows, size_t index)
{
	(void)rows;
	return names[index];
}

static bool demo_load(struct screen *screen, struct error *err)
{
	struct demo *demo = screen->state;

	(void)err;
	list_set(&demo->list, MEM_COUNT(names), demo_id, names);
	if (demo->list.selected == LIST_NONE)
		list_select(&demo->list, 0, demo_id, names);
	return true;
}

static void demo_row(struct canvas *canvas, const void *rows, size_t index,
		     struct area at, bool is_selected)
{
	(void)rows;
	canvas_put(canvas, at.row, at.col + 2, 12, names[index],
		   is_selected ? STYLE_SELECTED : STYLE_TEXT);
	canvas_put(canvas, at.row, at.col + 20, 10, "|column",
		   is_selected ? STYLE_SELECTED : STYLE_TEXT);
}

static void demo_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct demo *demo = screen->state;
	struct area area = canvas_area(canvas);
	struct area form = {2, 1, 8, area.cols - 2};
	struct area list = {11, 1, area.rows - 11, area.cols - 2};

	canvas_putf(canvas, 0, 1, area.cols - 2, STYLE_TITLE, "demo %dx%d",
		    area.cols, area.rows);
	canvas_put(canvas, 1, 1, 5, "SAY", STYLE_CUE);
	canvas_put(canvas, 1, 6, area.cols - 7, "“Good morning.”", STYLE_SAY);
	form_draw(&demo->form, canvas, &form, true);
	canvas_rule(canvas, 10, 1, area.cols - 2, "LIST 8", "right");
	list_draw(&demo->list, canvas, &list, demo_row, names);
}

static bool demo_handle(struct screen *screen, const struct key *key)
{
	struct demo *demo = screen->state;

	if ((key_is(key, ACTION_PAGE_DOWN) || key_is(key, ACTION_PAGE_UP)) &&
	    list_handle(&demo->list, key, false, demo_id, names))
		return true;
	return form_handle(&demo->form, key) != FORM_IGNORED;
}

static void demo_say(const struct screen *screen, struct str *out)
{
	(void)screen;
	str_add(out, "“Good morning.”");
}

static void demo_free(struct screen *screen)
{
	struct demo *demo = screen->state;

	form_release(&demo->form);
	list_release(&demo->list);
	free(demo);
}

static void chosen(struct app *app, void *state, size_t index)
{
	(void)state;
	app_news(app, "chose %zu", index);
}

static void finish(struct app *app, struct screen *screen)
{
	static const struct dialog_choice choices[] = {
	    {'a', "Answered", NULL}, {'g', "Item given", "a form, a map"}};

	dialog_choose(app, "Result", choices, MEM_COUNT(choices), chosen, NULL,
		      screen->state);
}

static bool answered(struct app *app, void *state, const char *text,
		     struct error *err)
{
	(void)state;
	if (strcmp(text, "no") == 0)
		return error_set(err, ERROR_INVALID, "", "say more than no");
	app_news(app, "answered %s", text);
	return true;
}

static void hand_off(struct app *app, struct screen *screen)
{
	static const struct dialog_question question = {
	    .title = "Hand off",
	    .label = "Please",
	    .limit = {.field = "please",
		      .label = "the one thing asked",
		      .max = 40,
		      .is_required = true}};

	dialog_ask(app, &question, answered, NULL, screen->state);
}

static bool find_rows(struct app *app, void *state, const char *typed,
		      struct pick_rows *out, struct error *err)
{
	static const char *const topics[] = {"Fence permit", "Dog licence",
					     "Garage sale"};

	(void)app;
	(void)state;
	(void)err;
	for (size_t i = 0; i < MEM_COUNT(topics); i++)
		if (pick_meets(typed, topics[i]))
			pick_add(out, topics[i], topics[i], "topic");
	return true;
}

static bool picked(struct app *app, void *state, const char *id,
		   const char *typed, struct error *err)
{
	struct demo *demo = state;

	(void)err;
	app_news(app, "picked %s for %s", id, typed);
	form_set(&demo->form, "about", id);
	return true;
}

static void choose(struct app *app, struct screen *screen)
{
	struct pick pick = {.title = "Topics",
			    .label = "Topic",
			    .find = find_rows,
			    .picked = picked,
			    .state = screen->state};

	pick_open(app, &pick);
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_quit(app);
}

static void crash(struct app *app, struct screen *screen)
{
	(void)app;
	(void)screen;
	abort();
}

static const struct binding demo_bindings[] = {
    {ACTION_FINISH, finish, 80, NULL, false},
    {ACTION_HAND_OFF, hand_off, 30, NULL, false},
    {ACTION_CHOOSE, choose, 30, NULL, false},
    {ACTION_VOID, crash, 0, NULL, false},
    {ACTION_ESCAPE, escape, 90, "", true},
};

static const struct screen_class demo_class = {
    .title = "Demo",
    .bindings = demo_bindings,
    .binding_count = MEM_COUNT(demo_bindings),
    .load = demo_load,
    .draw = demo_draw,
    .handle = demo_handle,
    .free = demo_free,
    .say = demo_say,
};

static void demo_keep(struct app *app)
{
	const struct demo *demo = app_find(app, &demo_class)->state;
	const char *path = getenv("DEMO_DRAFT");
	FILE *file = path ? fopen(path, "w") : NULL;

	if (!file)
		return;
	fputs(form_value(&demo->form, "about"), file);
	fclose(file);
}

static bool demo_start(struct app *app, struct error *err)
{
	struct demo *demo = mem_new(1, sizeof(*demo));

	(void)err;
	form_init(&demo->form, 11);
	form_add_text(&demo->form, "about", "About", 2000, false);
	form_add_choice(&demo->form, "told", "Told", answers, 2);
	form_add_text(&demo->form, "done", "Done", 400, true);
	form_note(&demo->form, "about", "told us Nov 18");
	list_init(&demo->list);
	app_push(app, &demo_class, demo);
	return true;
}

static void demo_join(struct app *app, struct screen *screen)
{
	(void)screen;
	app_news(app, "one more in line");
}

static void locked_draw(const struct screen *screen, struct canvas *canvas)
{
	(void)screen;
	canvas_put(canvas, 1, 1, 40, "locked", STYLE_TITLE);
}

static void unlock(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static const struct binding locked_bindings[] = {
    {ACTION_ENTER, unlock, 80, "Unlock", true},
};

static const struct screen_class locked_class = {
    .bindings = locked_bindings,
    .binding_count = MEM_COUNT(locked_bindings),
    .draw = locked_draw,
    .is_locked = true,
};

static void demo_lock(struct app *app)
{
	app_push(app, &locked_class, NULL);
}

static int64_t later(void *state)
{
	const char *path = state;

	/* A minute past the lock, once the test says so. */
	return INT64_C(1795472040000) +
	       (path && access(path, F_OK) == 0 ? 6 * CLOCK_MINUTE : 0);
}

int toolkit_demo(void)
{
	static const struct binding global[] = {
	    {ACTION_JOIN, demo_join, 40, NULL, false}};
	struct settings settings = {
	    .escape_delay = 25, .lock_minutes = 5, .serving_lock_minutes = 15};
	struct clock clock = {later, getenv("DEMO_LATER")};
	struct app_setup setup = {.clock = &clock,
				  .settings = &settings,
				  .start = demo_start,
				  .keep = demo_keep,
				  .lock = demo_lock,
				  .bindings = global,
				  .binding_count = MEM_COUNT(global)};
	struct error err = {0};

	settings.ascii_lines = getenv("DEMO_ASCII") != NULL;
	settings.no_colour = getenv("NO_COLOR") != NULL;
	text_locale_init();
	if (app_run(&setup, &err))
		return 0;
	fprintf(stderr, "demo: %s\n", err.text);
	return 1;
}
