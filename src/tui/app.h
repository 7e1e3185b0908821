/*
 * app.h - the loop and the stack of screens
 *
 * app_run() wakes four times a second, also when no key comes: for a resize,
 * the minute on the wall, drafts, the idle lock and another clerk's changes.
 * All that was typed ahead is handled, in order, before anything is drawn.
 */
#ifndef FRONTDESK_TUI_APP_H
#define FRONTDESK_TUI_APP_H

#include "frontdesk/base/clock.h"
#include "frontdesk/base/settings.h"
#include "screen.h"

struct desk;

struct app_setup {
	const struct clock *clock;
	const struct settings *settings;
	struct desk *desk;
	void *state; /* the starter's own; app_state() */

	/* Pushes the first screen. */
	bool (*start)(struct app *app, struct error *err);
	/* Once, after the first painting: what nobody waits for. Or NULL. */
	void (*painted)(struct app *app);
	/* Whether another process changed the store since it was last asked. */
	bool (*changed)(struct app *app);
	/* Keeps what is typed (typed.h): seconds after a key, before the lock,
	 * and when the terminal is lost. Or NULL. */
	void (*keep)(struct app *app);
	/* Ctrl+Q, and idle for settings.lock_minutes; pushes the lock. */
	void (*lock)(struct app *app);

	/* Run where the top screen does not bind the action (F2, F6, F10). */
	const struct binding *bindings;
	size_t binding_count;
};

/* Until app_quit(), an empty stack, SIGHUP or SIGTERM. */
bool app_run(const struct app_setup *setup, struct error *err);

/* The state belongs to the screen from here on, and class->free frees it. */
void app_push(struct app *app, const struct screen_class *class, void *state);
/* Pops the top screen; it is freed when the key is done with. */
void app_pop(struct app *app);
/* Pops until this screen is on top (dialogs above it go unanswered). */
void app_pop_to(struct app *app, const struct screen *screen);
/* Pops everything, then pushes: after signing in as somebody else. */
void app_restart(struct app *app, const struct screen_class *class,
		 void *state);
void app_quit(struct app *app);

struct screen *app_top(const struct app *app);
/* The screen under this one, or NULL. */
struct screen *app_below(const struct app *app, const struct screen *screen);
/* The topmost screen of a class, or NULL. */
struct screen *app_find(const struct app *app,
			const struct screen_class *class);

struct desk *app_desk(const struct app *app);
void *app_state(const struct app *app);
int64_t app_now(const struct app *app);
const struct settings *app_settings(const struct app *app);
/* From here on, until the program ends, the settings name this printer. */
void app_use_printer(struct app *app, const char *name);

/*
 * Asks for load: before the next action or drawing, so that ten letters typed
 * ahead cost one search. Text keys come before it.
 */
void app_reload(struct app *app);
/* Draws again though no key came. */
void app_draw(struct app *app);

/* One sentence above the footer, until the next key. */
void app_news(struct app *app, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* What went wrong, in its words, and to the log. */
void app_problem(struct app *app, const struct error *err);

/* Runs an action as if its key was pressed on the top screen. */
void app_perform(struct app *app, enum action action);
/* The binding that would run now, the screen's or a global one, or NULL. */
const struct binding *app_binding(const struct app *app,
				  const struct screen *screen,
				  enum action action);
/* The label the footer shows for it: the screen's own, or the usual. */
void app_label(const struct app *app, const struct screen *screen,
	       enum action action, struct str *out);

void app_cover(struct app *app);

#endif
