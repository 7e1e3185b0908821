/*
 * The loop: it wakes four times a second, and more often for keys.
 */
#include <stdlib.h>
#include <time.h>

#include "dispatch.h"
#include "frontdesk/base/mem.h"
#include "keymap.h"
#include "signals.h"
#include "stack.h"
#include "typed.h"

#define TICK 250
#define KEEP_AFTER 2000 /* what is typed is on disk within five seconds */

int64_t loop_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool is_serving(const struct app *app)
{
	for (size_t i = 0; i < app->count; i++) {
		const struct screen *screen = app->screens[i];

		if (screen->class->is_serving &&
		    screen->class->is_serving(screen))
			return true;
	}
	return false;
}

static void lock_when_idle(struct app *app, int64_t now)
{
	const struct settings *settings = app->setup->settings;
	int minutes = is_serving(app) ? settings->serving_lock_minutes
				      : settings->lock_minutes;

	if (now < app->last_key_at)
		app->last_key_at = now; /* the clock was set back */
	if (!app->setup->lock || app_top(app)->class->is_locked ||
	    now - app->last_key_at < minutes * CLOCK_MINUTE)
		return;
	app->last_key_at = now;
	app->is_covered = false;
	stack_keep(app);
	app->setup->lock(app);
}

static void tick(struct app *app)
{
	int64_t now = app_now(app);
	struct screen *top = app_top(app);

	if (app->setup->changed && app->setup->changed(app))
		app_reload(app);
	if (top->class->tick && top->class->tick(top, now))
		app->must_draw = true;
	if (now / CLOCK_MINUTE != app->last_minute) {
		app->last_minute = now / CLOCK_MINUTE;
		app->must_draw = true;
	}
	if (app->unkept_since && loop_now() - app->unkept_since >= KEEP_AFTER)
		stack_keep(app);
	lock_when_idle(app, now);
	stack_bury(app);
}

/* Before the next wait: all that was typed is handled, so it can be seen. */
static void settle(struct app *app)
{
	if (signals_take_resize()) {
		canvas_resize(app->canvas);
		app->must_draw = true;
	}
	if (keymap_is_pending(app->keymap))
		return;
	stack_load(app);
	stack_bury(app);
	if (app->must_draw && app->count > 0 && !app->is_done) {
		frame_draw(app);
		app->must_draw = false;
		if (!app->was_painted && app->setup->painted)
			app->setup->painted(app);
		app->was_painted = true;
	}
}

static void loop(struct app *app)
{
	int64_t next = loop_now() + TICK;

	while (!app->is_done && app->count > 0 && !signals_is_end() &&
	       !keymap_is_lost(app->keymap)) {
		int64_t wait = next - loop_now();
		struct key key;

		settle(app);
		if (app->count == 0 || app->is_done)
			break;
		wait = beside_patience(app, wait > 0 ? (int)wait : 0);
		if (keymap_read(app->keymap, (int)wait, &key)) {
			if (!app->unkept_since)
				app->unkept_since = loop_now();
			dispatch_key(app, &key);
		}
		if (app->beside)
			beside_step(app);
		if (loop_now() >= next && app->count > 0 && !app->is_done) {
			tick(app);
			next = loop_now() + TICK;
		}
	}
}

static void end(struct app *app)
{
	stack_keep(app);
	beside_close(app);
	typed_close(app);
	app_pop_to(app, NULL);
	stack_bury(app);
	keymap_close(app->keymap);
	canvas_close(app->canvas);
	signals_close();
	mem_on_exhausted(NULL);
	free(app->screens);
	free(app->gone);
	free(app->printer);
	str_release(&app->message);
}

bool app_run(const struct app_setup *setup, struct error *err)
{
	struct app app = {.setup = setup, .settings = *setup->settings};
	bool done;

	app.canvas = canvas_open(setup->settings->ascii_lines,
				 setup->settings->no_colour, err);
	if (!app.canvas)
		return false;
	signals_open();
	mem_on_exhausted(canvas_restore);
	app.keymap = keymap_open(setup->settings->escape_delay);
	app.last_key_at = app_now(&app);
	app.last_minute = app.last_key_at / CLOCK_MINUTE;
	app.must_draw = true;
	done = setup->start(&app, err);
	if (done)
		loop(&app);
	end(&app);
	return done;
}
