/* A resident to fill in, new or changed; what another wrote is never lost. */
#include "resident_edit.h"

#include <stdlib.h>

#include "../typed.h"
#include "frontdesk/base/mem.h"
#include "stale.h"

static bool read_record(struct desk *desk, int64_t resident_id,
			struct resident *out, struct error *err)
{
	struct resident_page page;

	if (!desk_read_resident(desk, resident_id, 1, &page, err))
		return false;
	resident_copy(out, &page.resident);
	resident_page_release(&page);
	return true;
}

static void finish(struct app *app, struct resident_edit *edit,
		   int64_t resident_id)
{
	resident_saved_fn *done = edit->done;
	void *state = edit->state;
	struct str alike = STR_INIT;

	resident_alike_add_news(edit, &alike);
	typed_done(app, edit->kind, edit->was.resident_id);
	app_pop(app);
	if (done)
		done(app, state, resident_id);
	if (alike.len)
		app_news(app, "%s", str_text(&alike));
	str_release(&alike);
}

static bool save_typed(struct app *app, struct resident_edit *edit,
		       struct error *err)
{
	struct resident resident = {0};
	bool is_saved;
	char *title;

	resident_form_read(&edit->form, &edit->was, &resident);
	title = mem_copy(resident.name.title);
	is_saved = desk_save_resident(edit->desk, &resident, err);
	if (is_saved)
		finish(app, edit, resident.resident_id);
	if (is_saved && !str_same(title, resident.name.title))
		app_news(app,
			 _("Saved without %s: they asked not to be called so. "
			   "Where they want it now: ^Y, then t."),
			 title);
	free(title);
	resident_release(&resident);
	return is_saved;
}

static void save_merged(struct app *app, void *state);

/* What stands now beside what was typed, row by row. */
static void compare(struct app *app, struct resident_edit *edit,
		    const struct error *conflict)
{
	struct form was, now;
	struct stale_case which = {
	    .title = _("This record was changed by somebody else"),
	    .mine = &edit->form,
	    .was = &was,
	    .now = &now,
	    .save = save_merged,
	    .state = edit,
	};
	struct error ignored = {0};

	resident_release(&edit->now);
	if (!read_record(edit->desk, edit->was.resident_id, &edit->now,
			 &ignored)) {
		app_problem(app, conflict);
		return;
	}
	resident_form_make(&was, &edit->was);
	resident_form_make(&now, &edit->now);
	stale_open(app, &which);
}

static void save_or_compare(struct app *app, struct resident_edit *edit)
{
	struct error err = {0};

	if (save_typed(app, edit, &err))
		return;
	if (err.code == ERROR_CONFLICT && edit->was.resident_id)
		compare(app, edit, &err);
	else if (!form_error(&edit->form, &err))
		app_problem(app, &err);
}

/* The form holds what was chosen, over the record as it stands. */
static void save_merged(struct app *app, void *state)
{
	struct resident_edit *edit = state;

	resident_release(&edit->was);
	edit->was = edit->now;
	edit->now = (struct resident){0};
	edit->form.is_touched = true;
	save_or_compare(app, edit);
}

static void save(struct app *app, struct screen *screen)
{
	struct resident_edit *edit = screen->state;

	form_clear_errors(&edit->form);
	save_or_compare(app, edit);
}

static void enter(struct app *app, struct screen *screen)
{
	struct resident_edit *edit = screen->state;

	if (!form_move(&edit->form, 1))
		app_news(app, _("That was the last row: F9 saves."));
}

static void escape(struct app *app, struct screen *screen)
{
	const struct resident_edit *edit = screen->state;

	app_pop(app);
	if (edit->left)
		edit->left(app, edit->state);
	if (edit->form.is_touched)
		typed_say_left(app);
}

static bool edit_handle(struct screen *screen, const struct key *key)
{
	struct resident_edit *edit = screen->state;
	bool is_compared = resident_alike_is_compared(edit);
	enum form_result result = form_handle(&edit->form, key);

	if (result == FORM_CHANGED && is_compared)
		app_reload(screen->app);
	return result != FORM_IGNORED;
}

static void edit_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct resident_edit *edit = screen->state;
	struct str title = STR_INIT, about = STR_INIT, name = STR_INIT;
	struct area form;

	person_name_add_full(&edit->was.name, &name);
	if (edit->was.resident_id)
		str_addf(&title, _("Change %s"), str_text(&name));
	else
		str_add(&title, _("New resident"));
	if (!str_is_blank(edit->typed))
		str_addf(&about, _("typed: %s"), edit->typed);
	else
		str_add(&about, _("As they write it, each part in its place."));
	form = form_draw_head(canvas, str_text(&title), str_text(&about));
	form.rows -= resident_alike_draw(edit, canvas, form);
	form_draw(&edit->form, canvas, &form, true);
	str_release(&name);
	str_release(&title);
	str_release(&about);
}

static bool edit_can(const struct screen *screen, enum action action)
{
	const struct resident_edit *edit = screen->state;

	return action != ACTION_CHOOSE || resident_edit_can_choose(edit) ||
	       resident_alike_can_choose(edit);
}

static bool edit_label(const struct screen *screen, enum action action,
		       struct str *out)
{
	if (action != ACTION_CHOOSE ||
	    !resident_alike_can_choose(screen->state))
		return false;
	str_add(out, _("Known"));
	return true;
}

static void choose(struct app *app, struct screen *screen)
{
	if (resident_alike_can_choose(screen->state))
		resident_alike_choose(app, screen);
	else
		resident_edit_choose(app, screen);
}

static void edit_restored(struct screen *screen)
{
	app_reload(screen->app);
}

static void edit_free(struct screen *screen)
{
	struct resident_edit *edit = screen->state;

	form_release(&edit->form);
	resident_release(&edit->was);
	resident_release(&edit->now);
	alike_release(&edit->alike);
	free(edit->typed);
	free(edit);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 0, NULL, false},
    {ACTION_CHOOSE, choose, 60, NULL, false},
    {ACTION_FINISH, save, 70, N_("Save"), false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class edit_class = {
    .title = N_("A resident's record"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = resident_alike_load,
    .draw = edit_draw,
    .handle = edit_handle,
    .free = edit_free,
    .label = edit_label,
    .can = edit_can,
    .restored = edit_restored,
};

/* The edit becomes the screen's; with what it is for, and who is told. */
static void open_form(struct app *app, struct resident_edit *edit,
		      int64_t resident_id, const char *typed)
{
	struct error err = {0};

	edit->desk = app_desk(app);
	if (resident_id &&
	    !read_record(edit->desk, resident_id, &edit->was, &err)) {
		app_problem(app, &err);
		if (edit->left)
			edit->left(app, edit->state);
		free(edit);
		return;
	}
	edit->typed = mem_copy(typed);
	resident_form_make(&edit->form, &edit->was);
	app_push(app, &edit_class, edit);
	typed_form(app, edit->kind, resident_id, &edit->form);
}

void resident_edit_ask(struct app *app, int64_t resident_id, const char *typed,
		       resident_saved_fn *done,
		       void (*left)(struct app *app, void *state), void *state)
{
	struct resident_edit *edit = mem_new(1, sizeof(*edit));

	edit->kind = "resident";
	edit->done = done;
	edit->left = left;
	edit->state = state;
	open_form(app, edit, resident_id, typed);
}

/* Saved, or known already: the visit begins with them. */
static void begin_visit(struct app *app, void *state, int64_t resident_id)
{
	(void)state;
	visit_open_new(app, CHANNEL_WALK_IN, resident_id, 0, 0);
}

void resident_edit_visitor(struct app *app, const char *typed)
{
	struct resident_edit *edit = mem_new(1, sizeof(*edit));

	edit->kind = "visitor";
	edit->done = begin_visit;
	open_form(app, edit, 0, typed);
}

void resident_edit_open(struct app *app, int64_t resident_id, const char *typed,
			resident_saved_fn *done, void *state)
{
	resident_edit_ask(app, resident_id, typed, done, NULL, state);
}
