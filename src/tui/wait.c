#include "wait.h"

#include "frontdesk/base/intl.h"
#include "frontdesk/desk/desk.h"
#include "keymap.h"
#include "signals.h"
#include "stack.h"

/* Milliseconds. */
#define ASKED_EVERY 50
#define PAINTED_AFTER 100
#define SHOWN_AFTER 1000

static bool is_stopped(const struct app *app)
{
	if (signals_is_end() || keymap_is_lost(app->keymap))
		return true;
	return app->waiting.gives_way ? keymap_is_pending(app->keymap)
				      : keymap_take_escape(app->keymap);
}

static void show_line(struct app *app)
{
	const struct waiting *waiting = &app->waiting;
	struct str line = STR_INIT;

	if (waiting->percent < 0)
		str_addf(&line, _("%s: Esc stops it."), waiting->what);
	else
		str_addf(&line, _("%s: %d %%. Esc stops it."), waiting->what,
			 waiting->percent);
	frame_draw_line(app, str_text(&line));
	str_release(&line);
}

/* What the last key did is seen soon, and after a second how far it is: but for
 * what nobody asked for, news is not taken away. */
static void show(struct app *app, int64_t waited)
{
	struct waiting *waiting = &app->waiting;

	if (!app->was_painted || waited < PAINTED_AFTER)
		return;
	if (!waiting->is_painted)
		frame_draw(app);
	waiting->is_painted = true;
	if (waited >= SHOWN_AFTER &&
	    (!waiting->gives_way || app->message.len == 0))
		show_line(app);
}

static bool goes_on(void *state)
{
	struct app *app = state;
	struct waiting *waiting = &app->waiting;
	int64_t now = loop_now();

	if (waiting->is_stopped || now - waiting->asked_at < ASKED_EVERY)
		return !waiting->is_stopped;
	waiting->asked_at = now;
	waiting->is_stopped = is_stopped(app);
	if (!waiting->is_stopped)
		show(app, now - waiting->began_at);
	return !waiting->is_stopped;
}

void wait_begin(struct app *app, const char *what, bool gives_way)
{
	int64_t now = loop_now();

	app->waiting = (struct waiting){.what = what,
					.began_at = now,
					.asked_at = now,
					.to = 100,
					.percent = -1,
					.gives_way = gives_way};
	if (app_desk(app))
		desk_watch(app_desk(app), goes_on, app);
}

void wait_part(struct app *app, int from, int to)
{
	app->waiting.from = from;
	app->waiting.to = to;
}

void wait_tell(void *state, const char *what, int percent)
{
	struct waiting *waiting = &((struct app *)state)->waiting;

	(void)what;
	if (percent >= 0)
		waiting->percent =
		    waiting->from +
		    (waiting->to - waiting->from) * percent / 100;
}

bool wait_goes_on(struct app *app)
{
	return goes_on(app);
}

bool wait_end(struct app *app)
{
	if (app_desk(app))
		desk_watch(app_desk(app), NULL, NULL);
	app->waiting.took = loop_now() - app->waiting.began_at;
	if (app->waiting.is_painted)
		app_draw(app);
	return app->waiting.is_stopped;
}

int64_t wait_took(const struct app *app)
{
	return app->waiting.took;
}
