#include "dispatch.h"

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "help.h"
#include "stack.h"
#include "typed.h"

static void show_help(struct app *app, struct screen *screen)
{
	(void)screen;
	help_open(app);
}

static void cover(struct app *app, struct screen *screen)
{
	(void)screen;
	app_cover(app);
}

static void lock(struct app *app, struct screen *screen)
{
	(void)screen;
	stack_keep(app); /* whoever comes next may leave what is below */
	app->setup->lock(app);
}

static void quit(struct app *app, struct screen *screen)
{
	(void)screen;
	app_quit(app);
}

static void redraw(struct app *app, struct screen *screen)
{
	(void)screen;
	canvas_redraw(app->canvas);
	app_draw(app);
}

/* What every screen can do by itself, behind its own and the global ones. */
static const struct binding built_in[] = {
    {ACTION_HELP, show_help, 100, NULL, true},
    {ACTION_COVER, cover, 5, NULL, false},
    {ACTION_LOCK, lock, 0, NULL, false},
    {ACTION_QUIT, quit, 0, NULL, false},
    {ACTION_UNDO, typed_bring_back, 0, NULL, false},
    {ACTION_REDRAW, redraw, 0, NULL, false},
};

static const struct binding *find(const struct binding *bindings, size_t count,
				  enum action action)
{
	for (size_t i = 0; i < count; i++)
		if (bindings[i].action == action)
			return &bindings[i];
	return NULL;
}

static const struct binding *own(const struct screen *screen,
				 enum action action)
{
	return find(screen->class->bindings, screen->class->binding_count,
		    action);
}

static const struct binding *
shared(const struct app *app, const struct screen *screen, enum action action)
{
	const struct binding *found = NULL;
	const struct screen_class *class = screen->class;

	/* Over a question only what asks nothing and leads nowhere else. */
	if (!class->is_locked && (!class->is_overlay || action == ACTION_JOIN))
		found = find(app->setup->bindings, app->setup->binding_count,
			     action);
	if (found)
		return found;
	if (class->is_locked && action != ACTION_REDRAW)
		return NULL;
	if (action == ACTION_LOCK && !app->setup->lock)
		return NULL;
	return find(built_in, MEM_COUNT(built_in), action);
}

const struct binding *app_binding(const struct app *app,
				  const struct screen *screen,
				  enum action action)
{
	const struct binding *found = own(screen, action);

	if (!found)
		found = shared(app, screen, action);
	if (!found)
		return NULL;
	if (screen->class->can && !screen->class->can(screen, action))
		return NULL;
	return found;
}

void app_label(const struct app *app, const struct screen *screen,
	       enum action action, struct str *out)
{
	const struct binding *binding = app_binding(app, screen, action);

	if (screen->class->label && screen->class->label(screen, action, out))
		return;
	if (binding && binding->label)
		str_add(out, _(binding->label));
	else
		str_add(out, _(action_info(action)->name));
}

/* Its own, but not as things stand: then it is said of the row. */
static void say_impossible(struct app *app, const struct screen *screen,
			   enum action action)
{
	const struct action_info *info = action_info(action);

	if (action == ACTION_UNDO)
		app_news(app, _("There is nothing to take back here."));
	else if (action == ACTION_CHOOSE && own(screen, action))
		app_news(app, _("Nothing to choose in this row."));
	else if (ACTION_IS_COMMAND(action))
		app_news(app, _("%s %s: not on this screen. F1 shows what is."),
			 info->key, _(info->name));
}

static void dispatch_action(struct app *app, struct screen *screen,
			    const struct key *key)
{
	const struct binding *binding = app_binding(app, screen, key->action);

	if (binding && binding->run && own(screen, key->action) == binding) {
		binding->run(app, screen);
		return;
	}
	if (screen->class->handle && screen->class->handle(screen, key))
		return;
	/* The screen's gives only its place in the footer. */
	if (binding && !binding->run)
		binding = shared(app, screen, key->action);
	if (binding)
		binding->run(app, screen);
	else if (!screen->class->is_locked)
		say_impossible(app, screen, key->action);
}

void app_perform(struct app *app, enum action action)
{
	struct key key = {.kind = KEY_KIND_ACTION, .action = action};

	stack_load(app);
	if (app->count > 0)
		dispatch_action(app, app_top(app), &key);
	app->must_draw = true;
}

static void give_text(struct app *app, const struct key *key)
{
	if (app->count > 0 && app_top(app)->class->handle)
		app_top(app)->class->handle(app_top(app), key);
}

/* Whatever a copied text brought along unseen stays outside. */
static void give_pasted(struct app *app, const struct key *key)
{
	struct str text = STR_INIT;
	struct key seen = *key;

	if (text_drop_hidden(key->text, &text))
		app_news(app, _("Hidden characters were left out of what was "
				"pasted."));
	if (key->is_cut)
		app_news(app, _("What is not UTF-8 was left out of what was "
				"pasted: read it over."));
	seen.text = str_text(&text);
	if (text.len)
		give_text(app, &seen);
	str_release(&text);
}

void dispatch_key(struct app *app, const struct key *key)
{
	app->last_key_at = app_now(app);
	app->must_draw = true;
	if (app->is_covered) {
		app->is_covered = false;
		return;
	}
	app->keys++;
	str_clear(&app->message);
	beside_late(app);
	switch (key->kind) {
	case KEY_KIND_ACTION:
		app_perform(app, key->action);
		break;
	case KEY_KIND_BROKEN:
		app_news(app, _("What came is not UTF-8 text and was left "
				"out: set the terminal to UTF-8."));
		break;
	case KEY_KIND_PASTE:
		give_pasted(app, key);
		break;
	default:
		give_text(app, key);
		break;
	}
	stack_bury(app);
}
