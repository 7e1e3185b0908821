/* A question of two rows or three, as one form. */
#include "short_form.h"

#include <stdlib.h>

#include "../typed.h"
#include "frontdesk/base/mem.h"

struct asking {
	struct desk *desk;
	struct short_form ask;
	struct form form;
	char *title, *hint;
};

static void show(struct asking *asking)
{
	if (asking->ask.show)
		asking->ask.show(asking->desk, &asking->form);
}

static void save(struct app *app, struct screen *screen)
{
	struct asking *asking = screen->state;
	const struct short_form ask = asking->ask;
	struct error err = {0};

	form_clear_errors(&asking->form);
	if (!ask.save(app, &asking->form, ask.about, &err)) {
		if (!form_error(&asking->form, &err))
			app_problem(app, &err);
		return;
	}
	typed_done(app, ask.kind, ask.about);
	app_pop(app);
	app_reload(app);
	app_news(app, "%s", _(ask.done));
}

static void enter(struct app *app, struct screen *screen)
{
	struct asking *asking = screen->state;

	if (!form_move(&asking->form, 1))
		save(app, screen);
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static bool asking_handle(struct screen *screen, const struct key *key)
{
	struct asking *asking = screen->state;
	enum form_result result = form_handle(&asking->form, key);

	if (result == FORM_CHANGED)
		show(asking);
	return result != FORM_IGNORED;
}

static void asking_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct asking *asking = screen->state;
	struct area form = form_draw_head(canvas, asking->title, asking->hint);

	form_draw(&asking->form, canvas, &form, true);
}

static void asking_restored(struct screen *screen)
{
	show(screen->state);
}

static void asking_free(struct screen *screen)
{
	struct asking *asking = screen->state;

	form_release(&asking->form);
	free(asking->title);
	free(asking->hint);
	free(asking);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 0, NULL, false},
    {ACTION_FINISH, save, 90, N_("Note it"), false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class asking_class = {
    .title = N_("Note"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .draw = asking_draw,
    .handle = asking_handle,
    .free = asking_free,
    .restored = asking_restored,
};

void short_form_open(struct app *app, const struct short_form *ask,
		     struct form *form)
{
	struct asking *asking = mem_new(1, sizeof(*asking));

	asking->desk = app_desk(app);
	asking->ask = *ask;
	asking->title = mem_copy(ask->title);
	asking->hint = mem_copy(ask->hint ? ask->hint : "");
	asking->form = *form;
	show(asking);
	app_push(app, &asking_class, asking);
	typed_form(app, ask->kind, ask->about, &asking->form);
}
