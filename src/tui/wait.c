#include "wait.h"

#include "frontdesk/base/intl.h"
#include "frontdesk/desk/desk.h"
#include "keymap.h"
#include "signals.h"
#include "stack.h"

#define SHOWN_AFTER 1000
#define ASKED_EVERY 50 /* ms; a key is answered sooner than anybody notices */

static bool is_stopped(const struct app *app)
{
	if (signals_is_end() || keymap_is_lost(app->keymap))
		return true;
	return app->waiting.gives_way ? keymap_is_pending(app->keymap)
				      : keymap_take_escape(app->keymap);
}

static void show(struct app *app)
{
	struct waiting *waiting = &app->waiting;
	struct str line = STR_INIT;

	/* What the screens below became since the last key. */
	if (!waiting->is_shown)
		frame_draw(app);
	waiting->is_shown = true;
	if (waiting->percent < 0)
		str_addf(&line, _("%s: Esc stops it."), waiting->what);
	else
		str_addf(&line, _("%s: %d %%. Esc stops it."), waiting->what,
			 waiting->percent);
	frame_draw_line(app, str_text(&line));
	str_release(&line);
}

static bool goes_on(void *state)
{
	struct app *app = state;
	struct waiting *waiting = &app->waiting;
	int64_t now = loop_clock();

	if (waiting->is_stopped || now - waiting->asked_at < ASKED_EVERY)
		return !waiting->is_stopped;
	waiting->asked_at = now;
	waiting->is_stopped = is_stopped(app);
	/* News is read before what nobody asked for. */
	if (!waiting->is_stopped && app->was_painted &&
	    now - waiting->began_at >= SHOWN_AFTER &&
	    (!waiting->gives_way || app->message.len == 0))
		show(app);
	return !waiting->is_stopped;
}

void wait_begin(struct app *app, const char *what, bool gives_way)
{
	int64_t now = loop_clock();

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
	app->waiting.took = loop_clock() - app->waiting.began_at;
	if (app->waiting.is_shown)
		app_draw(app);
	return app->waiting.is_stopped;
}

int64_t wait_took(const struct app *app)
{
	return app->waiting.took;
}
