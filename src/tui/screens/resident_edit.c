/* A resident to fill in, new or changed; what another wrote is never lost. */
#include "resident_edit.h"

#include <stdlib.h>

#include "../typed.h"
#include "frontdesk/base/mem.h"

static void finish(struct app *app, struct resident_edit *edit,
		   int64_t resident_id)
{
	resident_saved_fn *done = edit->done;
	void *state = edit->state;

	typed_done(app, "resident", edit->was.resident_id);
	app_pop(app);
	if (done)
		done(app, state, resident_id);
}

/* What stands now beside what was typed; F9 then saves the left side. */
static void compare(struct app *app, struct resident_edit *edit,
		    const struct error *conflict)
{
	struct resident_page now;
	struct error err = {0};

	if (!desk_read_resident(edit->desk, edit->was.resident_id, 1, &now,
				&err)) {
		app_problem(app, &err);
		return;
	}
	if (!resident_form_compare(&edit->form, &edit->was, &now.resident)) {
		app_problem(app, conflict);
	} else {
		app_news(app, _("Somebody else changed this record meanwhile: "
				"what stands now is at the right. F9 saves "
				"what is on the left."));
	}
	resident_release(&edit->was);
	resident_copy(&edit->was, &now.resident);
	resident_page_release(&now);
}

static void save(struct app *app, struct screen *screen)
{
	struct resident_edit *edit = screen->state;
	struct resident resident = {0};
	struct error err = {0};

	form_clear_errors(&edit->form);
	resident_form_read(&edit->form, &edit->was, &resident);
	if (desk_save_resident(edit->desk, &resident, &err))
		finish(app, edit, resident.resident_id);
	else if (err.code == ERROR_CONFLICT && edit->was.resident_id)
		compare(app, edit, &err);
	else if (!form_error(&edit->form, &err))
		app_problem(app, &err);
	resident_release(&resident);
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
		app_news(app, _("Not saved. Opened again, ^Z brings back what "
				"was typed."));
}

static bool edit_handle(struct screen *screen, const struct key *key)
{
	struct resident_edit *edit = screen->state;

	return form_handle(&edit->form, key) != FORM_IGNORED;
}

static void edit_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct resident_edit *edit = screen->state;
	struct area area = canvas_area(canvas), form = area;
	struct str name = STR_INIT;

	person_name_add_full(&edit->was.name, &name);
	if (edit->was.resident_id)
		canvas_putf(canvas, area.row, 1, area.cols - 2, STYLE_TITLE,
			    _("Change %s"), str_text(&name));
	else
		canvas_put(canvas, area.row, 1, area.cols - 2,
			   _("New resident"), STYLE_TITLE);
	if (!str_is_blank(edit->typed))
		canvas_putf(canvas, area.row + 1, 1, area.cols - 2, STYLE_DIM,
			    _("typed: %s"), edit->typed);
	else
		canvas_put(canvas, area.row + 1, 1, area.cols - 2,
			   _("As they write it, each part in its place."),
			   STYLE_DIM);
	canvas_rule(canvas, area.row + 2, 1, area.cols - 2, NULL, NULL);
	form.row += 3;
	form.rows -= 3;
	form.col = 1;
	form.cols -= 2;
	form_draw(&edit->form, canvas, &form, true);
	str_release(&name);
}

static bool edit_can(const struct screen *screen, enum action action)
{
	static const char *const chosen[] = {"title", "language", "rank",
					     "service", "office"};
	const struct resident_edit *edit = screen->state;

	if (action != ACTION_CHOOSE)
		return true;
	for (size_t i = 0; i < MEM_COUNT(chosen); i++)
		if (form_is_at(&edit->form, chosen[i]))
			return true;
	return false;
}

static void edit_free(struct screen *screen)
{
	struct resident_edit *edit = screen->state;

	form_release(&edit->form);
	resident_release(&edit->was);
	free(edit->typed);
	free(edit);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 0, NULL, false},
    {ACTION_CHOOSE, resident_edit_choose, 60, NULL, false},
    {ACTION_FINISH, save, 70, N_("Save"), false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class edit_class = {
    .title = N_("A resident's record"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .draw = edit_draw,
    .handle = edit_handle,
    .free = edit_free,
    .can = edit_can,
};

static bool read_was(struct resident_edit *edit, int64_t resident_id,
		     struct error *err)
{
	struct resident_page page;

	if (!resident_id)
		return true;
	if (!desk_read_resident(edit->desk, resident_id, 1, &page, err))
		return false;
	resident_copy(&edit->was, &page.resident);
	resident_page_release(&page);
	return true;
}

void resident_edit_ask(struct app *app, int64_t resident_id, const char *typed,
		       resident_saved_fn *done,
		       void (*left)(struct app *app, void *state), void *state)
{
	struct resident_edit *edit = mem_new(1, sizeof(*edit));
	struct error err = {0};

	edit->desk = app_desk(app);
	if (!read_was(edit, resident_id, &err)) {
		app_problem(app, &err);
		free(edit);
		if (left)
			left(app, state);
		return;
	}
	edit->typed = mem_copy(typed);
	edit->done = done;
	edit->left = left;
	edit->state = state;
	resident_form_make(&edit->form, &edit->was);
	app_push(app, &edit_class, edit);
	typed_form(app, "resident", resident_id, &edit->form);
}

void resident_edit_open(struct app *app, int64_t resident_id, const char *typed,
			resident_saved_fn *done, void *state)
{
	resident_edit_ask(app, resident_id, typed, done, NULL, state);
}
