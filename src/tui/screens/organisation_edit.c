/* An organisation to fill in, new or changed; what is typed is never lost. */
#include "organisation_edit.h"

#include <stdlib.h>

#include "draft_file.h"
#include "frontdesk/base/mem.h"
#include "screens.h"

#define KIND "organisation"

struct organisation_edit {
	struct desk *desk;
	struct organisation was; /* as it was read; organisation_id 0: new */
	struct form form;
	organisation_saved_fn *done;
	void (*left)(struct app *app, void *state); /* unsaved; or NULL */
	void *state;
};

/* The draft of this record; of a new one any that was new. */
static struct json *read_draft(const struct organisation_edit *edit)
{
	struct json *object = draft_file_read(edit->desk, KIND);

	if (object &&
	    json_get_int(object, "organisation", -1) ==
		edit->was.organisation_id &&
	    json_get(object, "form"))
		return object;
	json_free(object);
	return NULL;
}

static void keep_draft(struct screen *screen)
{
	const struct organisation_edit *edit = screen->state;
	struct json *object, *form;

	if (!edit->form.is_touched)
		return;
	object = json_new_object();
	form = json_new_object();
	form_save(&edit->form, form);
	json_put_int(object, "organisation", edit->was.organisation_id);
	json_put(object, "form", form);
	draft_file_write(edit->desk, KIND, object);
	json_free(object);
}

static void restore_draft(struct app *app, struct screen *screen)
{
	struct organisation_edit *edit = screen->state;
	struct json *object = read_draft(edit);

	if (!object) {
		app_news(app, _("There is nothing to bring back."));
		return;
	}
	form_restore(&edit->form, json_get(object, "form"));
	edit->form.is_touched = true;
	json_free(object);
	app_news(app, _("This is what was typed; F9 saves it."));
}

static void finish(struct app *app, struct organisation_edit *edit,
		   int64_t organisation_id)
{
	organisation_saved_fn *done = edit->done;
	void *state = edit->state;
	struct json *draft = read_draft(edit);

	if (draft)
		draft_file_remove(edit->desk, KIND);
	json_free(draft);
	app_pop(app);
	if (done)
		done(app, state, organisation_id);
}

/* What stands now beside what was typed; F9 then saves the left side. */
static void compare(struct app *app, struct organisation_edit *edit,
		    const struct error *conflict)
{
	struct organisation_page now;
	struct error err = {0};

	if (!desk_read_organisation(edit->desk, edit->was.organisation_id, 1,
				    &now, &err)) {
		app_problem(app, &err);
		return;
	}
	if (organisation_form_compare(&edit->form, &edit->was,
				      &now.organisation))
		app_news(app, _("Somebody else changed this record meanwhile: "
				"what stands now is at the right. F9 saves "
				"what is on the left."));
	else
		app_problem(app, conflict);
	organisation_release(&edit->was);
	edit->was = now.organisation;
	now.organisation = (struct organisation){0};
	organisation_page_release(&now);
}

static void save(struct app *app, struct screen *screen)
{
	struct organisation_edit *edit = screen->state;
	struct organisation typed;
	struct error err = {0};

	form_clear_errors(&edit->form);
	organisation_form_read(&edit->form, &edit->was, &typed);
	if (desk_save_organisation(edit->desk, &typed, &err))
		finish(app, edit, typed.organisation_id);
	else if (err.code == ERROR_CONFLICT && edit->was.organisation_id)
		compare(app, edit, &err);
	else if (!form_error(&edit->form, &err))
		app_problem(app, &err);
	organisation_release(&typed);
}

static void enter(struct app *app, struct screen *screen)
{
	struct organisation_edit *edit = screen->state;

	if (!form_move(&edit->form, 1))
		app_news(app, _("That was the last row: F9 saves."));
}

static void escape(struct app *app, struct screen *screen)
{
	const struct organisation_edit *edit = screen->state;
	void (*left)(struct app * app, void *state) = edit->left;
	bool is_touched = edit->form.is_touched;
	void *state = edit->state;

	keep_draft(screen);
	app_pop(app);
	if (left)
		left(app, state);
	if (is_touched)
		app_news(app, _("Not saved. Opened again, ^Z brings back what "
				"was typed."));
}

static bool edit_handle(struct screen *screen, const struct key *key)
{
	struct organisation_edit *edit = screen->state;

	return form_handle(&edit->form, key) != FORM_IGNORED;
}

static void edit_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct organisation_edit *edit = screen->state;
	struct area area = canvas_area(canvas), form = area;

	if (edit->was.organisation_id)
		canvas_putf(canvas, area.row, 1, area.cols - 2, STYLE_TITLE,
			    _("Change %s"), edit->was.name);
	else
		canvas_put(canvas, area.row, 1, area.cols - 2,
			   _("New organisation"), STYLE_TITLE);
	canvas_put(canvas, area.row + 1, 1, area.cols - 2,
		   _("As they write it. Its people are added in its record."),
		   STYLE_DIM);
	canvas_rule(canvas, area.row + 2, 1, area.cols - 2, NULL, NULL);
	form.row += 3;
	form.rows -= 3;
	form.col = 1;
	form.cols -= 2;
	form_draw(&edit->form, canvas, &form, true);
}

static void edit_free(struct screen *screen)
{
	struct organisation_edit *edit = screen->state;

	form_release(&edit->form);
	organisation_release(&edit->was);
	free(edit);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 0, NULL, false},
    {ACTION_FINISH, save, 70, N_("Save"), false},
    {ACTION_UNDO, restore_draft, 0, NULL, false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class edit_class = {
    .title = N_("An organisation's record"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .draw = edit_draw,
    .handle = edit_handle,
    .free = edit_free,
    .save = keep_draft,
};

static bool read_was(struct organisation_edit *edit, int64_t organisation_id,
		     struct error *err)
{
	struct organisation_page page;

	if (!organisation_id)
		return true;
	if (!desk_read_organisation(edit->desk, organisation_id, 1, &page, err))
		return false;
	edit->was = page.organisation;
	page.organisation = (struct organisation){0};
	organisation_page_release(&page);
	return true;
}

void organisation_edit_open(struct app *app, int64_t organisation_id,
			    const char *typed, organisation_saved_fn *done,
			    void (*left)(struct app *app, void *state),
			    void *state)
{
	struct organisation_edit *edit = mem_new(1, sizeof(*edit));
	struct error err = {0};
	struct json *draft;

	edit->desk = app_desk(app);
	if (!read_was(edit, organisation_id, &err)) {
		app_problem(app, &err);
		free(edit);
		if (left)
			left(app, state);
		return;
	}
	edit->done = done;
	edit->left = left;
	edit->state = state;
	organisation_form_make(&edit->form, &edit->was);
	if (!organisation_id)
		form_set(&edit->form, "name", typed);
	app_push(app, &edit_class, edit);
	draft = read_draft(edit);
	if (draft)
		app_news(app, _("^Z brings back what was typed here before."));
	json_free(draft);
}
