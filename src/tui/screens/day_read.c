/* What the day's screen shows, read anew: as often as it may be, and aside. */
#include "../wait.h"
#include "day.h"

#define FOLLOWS 100 /* ms: what takes no longer follows every commit */

/* What is read, before it is shown. */
struct fresh {
	struct summary summary;
	struct day_bars bars;
	struct corrections changed;
};

static void fresh_release(struct fresh *fresh)
{
	summary_release(&fresh->summary);
	day_bars_release(&fresh->bars);
	corrections_release(&fresh->changed);
}

static bool is_recent(const struct day_screen *state)
{
	return state->is_long && state->read_at != 0 &&
	       desk_now(state->desk) - state->read_at < CLOCK_MINUTE;
}

static const char *words_of(enum day_period period)
{
	static const char *const words[] = {N_("Counting the day"),
					    N_("Counting the week"),
					    N_("Counting the month")};

	return _(words[period]);
}

static bool read_all(struct app *app, struct desk *desk,
		     const struct summary_scope *asked, struct fresh *fresh,
		     struct error *err)
{
	struct summary_scope scope = *asked;

	scope.progress = wait_tell;
	scope.progress_state = app;
	wait_part(app, 0, 80);
	if (!desk_sum_up_scope(desk, &scope, &fresh->summary, err))
		return false;
	wait_part(app, 80, 95);
	wait_tell(app, NULL, 0);
	if (!desk_read_bars(desk, &scope, &fresh->bars, err))
		return false;
	wait_part(app, 95, 100);
	wait_tell(app, NULL, 0);
	return !summary_scope_is_a_day(&scope) ||
	       corrections_find_at(desk, scope.site_id, scope.from,
				   &fresh->changed, err);
}

static void show(struct day_screen *state, const struct fresh *fresh,
		 enum day_period period, const struct summary_scope *scope)
{
	summary_release(&state->summary);
	day_bars_release(&state->bars);
	corrections_release(&state->changed);
	state->summary = fresh->summary;
	state->bars = fresh->bars;
	state->changed = fresh->changed;
	state->period = state->shown_period = period;
	state->scope = state->shown_scope = *scope;
	state->is_shown = true;
}

static void stop(struct app *app, bool was_asked, bool is_shown)
{
	if (!was_asked)
		return;
	app_news(app, is_shown ? _("Stopped: what was there before is shown.")
			       : _("Stopped."));
	if (!is_shown)
		app_pop(app);
}

bool day_load(struct screen *screen, struct error *err)
{
	struct day_screen *state = screen->state;
	enum day_period period = state->period;
	struct summary_scope scope = state->scope;
	bool was_asked = state->read_at == 0, is_read, is_stopped;
	struct fresh fresh = {0};

	if (is_recent(state))
		return true;
	if (state->is_shown) {
		state->period = state->shown_period;
		state->scope = state->shown_scope;
	}
	wait_begin(screen->app, words_of(period), !was_asked);
	is_read = read_all(screen->app, state->desk, &scope, &fresh, err);
	is_stopped = wait_end(screen->app) && !is_read;
	state->read_at = desk_now(state->desk);
	if (is_read) {
		show(state, &fresh, period, &scope);
		state->is_long = summary_is_part(&state->summary) ||
				 wait_took(screen->app) > FOLLOWS;
		return true;
	}
	fresh_release(&fresh);
	if (is_stopped && !was_asked)
		state->is_long = true; /* the next time in a minute */
	if (is_stopped)
		stop(screen->app, was_asked, state->is_shown);
	return is_stopped;
}
