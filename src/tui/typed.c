#include "typed.h"

#include <stdlib.h>

#include "form.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "stack.h"
#include "typed_left.h"

void typed_open(struct app *app)
{
	typed_close(app);
	app->typed = mem_new(1, sizeof(*app->typed));
	app->typed->now = app_now(app);
	if (desk_session(app_desk(app))->staff_id)
		app->typed->file =
		    draft_file_open(app_desk(app), typed_left_read, app->typed);
}

bool typed_is_alone(const struct app *app)
{
	const struct typed *typed = app->typed;

	return typed && typed->file && draft_file_is_alone(typed->file);
}

void typed_close(struct app *app)
{
	struct typed *typed = app->typed;

	if (!typed)
		return;
	typed_keep(app);
	for (size_t i = 0; i < typed->left_count; i++)
		json_free(typed->left[i].object);
	free(typed->left);
	str_release(&typed->written);
	draft_file_close(typed->file);
	free(typed);
	app->typed = NULL;
}

/* NULL where nothing is typed on it. */
static struct json *object_of(const struct screen *screen)
{
	struct json *object, *rows;

	if (screen->class->typed)
		return screen->class->typed(screen);
	if (!screen->kind || (screen->form && !screen->form->is_touched) ||
	    (screen->field &&
	     (field_is_blank(screen->field) ||
	      str_same(field_text(screen->field), screen->was))))
		return NULL;
	object = json_new_object();
	json_put_text(object, "kind", screen->kind);
	json_put_int(object, "id", screen->about);
	if (screen->form) {
		rows = json_new_object();
		form_save(screen->form, rows);
		json_put(object, "form", rows);
		json_put(object, "was", typed_parse(screen->was));
	} else {
		json_put_text(object, "text", field_text(screen->field));
	}
	return object;
}

static struct json *gather(const struct app *app)
{
	const struct typed *typed = app->typed;
	struct json *all = json_new_object();
	struct json *screens = json_new_array(), *left = json_new_array();

	/* What ended stays that, until it is on a screen again. */
	for (size_t i = 0; i < typed->left_count; i++)
		json_push(typed->left[i].is_ended ? screens : left,
			  typed_copy(typed->left[i].object));
	for (size_t i = 0; i < app->count; i++) {
		struct json *object = object_of(app->screens[i]);

		if (object)
			json_push(screens, object);
	}
	if (!json_count(screens) && !json_count(left)) {
		json_free(screens);
		json_free(left);
		json_free(all);
		return NULL;
	}
	json_put(all, TYPED_SCREENS, screens);
	json_put(all, TYPED_LEFT, left);
	return all;
}

void typed_keep(struct app *app)
{
	struct typed *typed = app->typed;
	struct json *all;
	struct str text = STR_INIT;

	if (!typed || !typed->file)
		return;
	all = gather(app);
	if (!all) {
		draft_file_remove(typed->file);
		str_clear(&typed->written);
		return;
	}
	json_write(all, false, &text);
	if (!str_same(str_text(&text), str_text(&typed->written))) {
		str_clear(&typed->written);
		str_add(&typed->written, str_text(&text));
		str_clear(&text);
		json_put_int(all, "kept_at", app_now(app));
		json_write(all, false, &text);
		if (!draft_file_write(typed->file, &text))
			str_clear(&typed->written);
	}
	json_free(all);
	str_release(&text);
}

static const char *value_of(const struct json *form, const char *row)
{
	const struct json *values = form ? json_get(form, "values") : NULL;
	const char *value = values ? json_get_text(values, row) : NULL;

	return value ? value : "";
}

/* Only what was typed: a row that stood and was left alone may have been
 * changed by somebody else since. */
static void fill_form(struct form *form, const struct json *object)
{
	const struct json *typed = json_get(object, "form");
	const struct json *was = json_get(object, "was");
	const char *focus = json_get_text(typed, "focus");

	for (size_t i = 0; i < form->count; i++) {
		const char *id = form->rows[i]->id;
		const char *value = value_of(typed, id);
		const char *now = form_value(form, id);
		struct str note = STR_INIT;

		if (str_same(value, value_of(was, id)))
			continue;
		if (!str_same(now, value_of(was, id)) &&
		    !str_same(now, value)) {
			str_addf(&note, _("stands now: %s"), now);
			form_note(form, id, str_text(&note));
			str_release(&note);
		}
		form_set(form, id, value);
	}
	if (focus)
		form_focus(form, focus);
	form->is_touched = true;
}

/* On the screen, as it was typed. */
static void fill(struct screen *screen, const struct json *object)
{
	const char *text = json_get_text(object, "text");

	if (screen->form && json_get(object, "form")) {
		fill_form(screen->form, object);
	} else if (screen->field && text) {
		field_set(screen->field, text);
	}
	if (screen->class->restored)
		screen->class->restored(screen);
	app_reload(screen->app);
}

static void begin(struct app *app, const char *kind, int64_t id)
{
	struct screen *screen = app_top(app);
	struct typed *typed = app->typed;
	size_t at;

	mem_replace(&screen->kind, kind);
	screen->about = id;
	if (!typed)
		return;
	at = typed_left_find(typed, kind, id);
	if (at == typed->left_count)
		return;
	if (!typed->left[at].is_ended) {
		app_news(app, _("^Z brings back what was typed here before."));
		return;
	}
	fill(screen, typed->left[at].object);
	typed_left_forget(typed, kind, id);
	app_news(app, _("The program ended here: this is what was typed."));
}

void typed_form(struct app *app, const char *kind, int64_t id,
		struct form *form)
{
	struct json *rows = json_new_object();
	struct str was = STR_INIT;

	form_save(form, rows);
	json_write(rows, false, &was);
	mem_replace(&app_top(app)->was, str_text(&was));
	str_release(&was);
	json_free(rows);
	app_top(app)->form = form;
	begin(app, kind, id);
}

void typed_field(struct app *app, const char *kind, int64_t id,
		 struct field *field)
{
	struct screen *screen = app_top(app);

	screen->field = field;
	mem_replace(&screen->was, field_text(field));
	begin(app, kind, id);
}

void typed_done(struct app *app, const char *kind, int64_t id)
{
	if (!app->typed)
		return;
	typed_left_forget(app->typed, kind, id);
	for (size_t i = 0; i < app->count; i++) {
		struct screen *screen = app->screens[i];

		if (!str_same(screen->kind, kind) || screen->about != id)
			continue;
		mem_replace(&screen->kind, NULL);
		screen->form = NULL;
		screen->field = NULL;
	}
	typed_keep(app);
}

void typed_leave(struct app *app, const struct screen *screen)
{
	struct json *object;

	if (!app->typed || screen->class->typed)
		return;
	object = object_of(screen);
	if (!object)
		return;
	json_put_int(object, "left_at", app_now(app));
	typed_left_forget(app->typed, screen->kind, screen->about);
	typed_left_add(app->typed, object, false);
}

bool typed_is_left(const struct app *app, const char *kind, int64_t id)
{
	const struct typed *typed = app->typed;

	return typed && typed_left_find(typed, kind, id) < typed->left_count;
}

void typed_bring_back(struct app *app, struct screen *screen)
{
	struct typed *typed = app->typed;
	size_t at =
	    typed ? typed_left_find(typed, screen->kind, screen->about) : 0;

	if (!typed || at == typed->left_count) {
		app_news(app, _("There is nothing to bring back."));
		return;
	}
	fill(screen, typed->left[at].object);
	typed_left_forget(typed, screen->kind, screen->about);
	app_news(app, _("This is what was typed here before."));
}
