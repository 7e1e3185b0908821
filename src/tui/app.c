#include "app.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/log.h"
#include "frontdesk/base/mem.h"
#include "help.h"
#include "stack.h"
#include "typed.h"

/* The stack. */

void stack_attach(struct app *app, struct screen *screen)
{
	app->screens =
	    mem_resize(app->screens, app->count + 1, sizeof(struct screen *));
	app->screens[app->count++] = screen;
	app_reload(app);
}

void stack_detach(struct app *app, const struct screen *screen)
{
	for (size_t i = app->count; i > 0; i--) {
		if (app->screens[i - 1] != screen)
			continue;
		memmove(app->screens + i - 1, app->screens + i,
			(app->count - i) * sizeof(struct screen *));
		app->count--;
		app_reload(app);
		return;
	}
}

void stack_discard(struct app *app, struct screen *screen)
{
	app->gone =
	    mem_resize(app->gone, app->gone_count + 1, sizeof(struct screen *));
	app->gone[app->gone_count++] = screen;
}

void stack_bury(struct app *app)
{
	for (size_t i = 0; i < app->gone_count; i++) {
		struct screen *screen = app->gone[i];

		if (screen->class->free)
			screen->class->free(screen);
		free(screen->kind);
		free(screen->was);
		free(screen);
	}
	app->gone_count = 0;
}

size_t stack_first_seen(const struct app *app)
{
	size_t first = app->count;

	while (first > 0) {
		first--;
		if (!app->screens[first]->class->is_overlay)
			break;
	}
	return first;
}

void stack_load(struct app *app)
{
	/* A load may push, pop or ask again: once more, but not for ever. */
	for (int round = 0; app->must_load && round < 4; round++) {
		app->must_load = false;
		for (size_t i = stack_first_seen(app); i < app->count; i++) {
			struct screen *screen = app->screens[i];
			struct error err = {0};

			if (screen->class->load &&
			    !screen->class->load(screen, &err))
				app_problem(app, &err);
		}
		app->must_draw = true;
	}
}

void stack_keep(struct app *app)
{
	app->unkept_since = 0;
	if (app->setup->keep)
		app->setup->keep(app);
}

void app_push(struct app *app, const struct screen_class *class, void *state)
{
	struct screen *screen = mem_new(1, sizeof(*screen));

	screen->class = class;
	screen->app = app;
	screen->state = state;
	stack_attach(app, screen);
}

void app_pop(struct app *app)
{
	struct screen *screen = app_top(app);

	if (!screen)
		return;
	typed_leave(app, screen);
	stack_detach(app, screen);
	stack_discard(app, screen);
}

void app_pop_to(struct app *app, const struct screen *screen)
{
	while (app->count > 0 && app_top(app) != screen)
		app_pop(app);
}

void app_restart(struct app *app, const struct screen_class *class, void *state)
{
	stack_keep(app);
	typed_close(app); /* what is typed is for whoever typed it */
	app_pop_to(app, NULL);
	app_push(app, class, state);
}

void app_quit(struct app *app)
{
	app->is_done = true;
}

struct screen *app_top(const struct app *app)
{
	return app->count > 0 ? app->screens[app->count - 1] : NULL;
}

struct screen *app_below(const struct app *app, const struct screen *screen)
{
	for (size_t i = 1; i < app->count; i++)
		if (app->screens[i] == screen)
			return app->screens[i - 1];
	return NULL;
}

struct screen *app_find(const struct app *app, const struct screen_class *class)
{
	for (size_t i = app->count; i > 0; i--)
		if (app->screens[i - 1]->class == class)
			return app->screens[i - 1];
	return NULL;
}

/* What the screens ask for. */

struct desk *app_desk(const struct app *app)
{
	return app->setup->desk;
}

void *app_state(const struct app *app)
{
	return app->setup->state;
}

int64_t app_now(const struct app *app)
{
	return clock_now(app->setup->clock);
}

const struct settings *app_settings(const struct app *app)
{
	return &app->settings;
}

void app_use_printer(struct app *app, const char *name)
{
	mem_replace(&app->printer, name);
	app->settings.printer = app->printer;
}

void app_reload(struct app *app)
{
	app->must_load = true;
}

void app_draw(struct app *app)
{
	app->must_draw = true;
}

void app_cover(struct app *app)
{
	app->is_covered = true;
	app->must_draw = true;
}

void app_news(struct app *app, const char *format, ...)
{
	va_list args;

	str_clear(&app->message);
	va_start(args, format);
	str_addv(&app->message, format, args);
	va_end(args);
	app->message_style = STYLE_NEWS;
	app->must_draw = true;
}

void app_problem(struct app *app, const struct error *err)
{
	str_clear(&app->message);
	str_add(&app->message, err->text);
	app->message_style = STYLE_ERROR;
	app->must_draw = true;
	if (err->code != ERROR_INVALID)
		log_problem(err);
}
