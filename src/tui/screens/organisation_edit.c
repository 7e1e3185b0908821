/* An organisation to fill in, new or changed; what is typed is never lost. */
#include "organisation_edit.h"

#include <stdlib.h>

#include "../typed.h"
#include "frontdesk/base/mem.h"
#include "screens.h"
#include "stale.h"

#define KIND "organisation"

struct organisation_edit {
	struct desk *desk;
	struct organisation was; /* as it was read; organisation_id 0: new */
	struct organisation now; /* as another left it meanwhile */
	struct form form;
	organisation_saved_fn *done;
	void (*left)(struct app *app, void *state); /* unsaved; or NULL */
	void *state;
};

static bool read_record(struct desk *desk, int64_t organisation_id,
			struct organisation *out, struct error *err)
{
	struct organisation_page page;

	if (!desk_read_organisation(desk, organisation_id, 1, &page, err))
		return false;
	*out = page.organisation;
	page.organisation = (struct organisation){0};
	organisation_page_release(&page);
	return true;
}

static void finish(struct app *app, struct organisation_edit *edit,
		   int64_t organisation_id)
{
	organisation_saved_fn *done = edit->done;
	void *state = edit->state;

	typed_done(app, KIND, edit->was.organisation_id);
	app_pop(app);
	if (done)
		done(app, state, organisation_id);
}

static void save_merged(struct app *app, void *state);

/* What stands now beside what was typed, row by row. */
static void compare(struct app *app, struct organisation_edit *edit,
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

	organisation_release(&edit->now);
	if (!read_record(edit->desk, edit->was.organisation_id, &edit->now,
			 &ignored)) {
		app_problem(app, conflict);
		return;
	}
	organisation_form_make(&was, &edit->was);
	organisation_form_make(&now, &edit->now);
	stale_open(app, &which);
}

static void save_or_compare(struct app *app, struct organisation_edit *edit)
{
	struct organisation typed;
	struct error err = {0};

	organisation_form_read(&edit->form, &edit->was, &typed);
	if (desk_save_organisation(edit->desk, &typed, &err))
		finish(app, edit, typed.organisation_id);
	else if (err.code == ERROR_CONFLICT && edit->was.organisation_id)
		compare(app, edit, &err);
	else if (!form_error(&edit->form, &err))
		app_problem(app, &err);
	organisation_release(&typed);
}

/* The form holds what was chosen, over the record as it stands. */
static void save_merged(struct app *app, void *state)
{
	struct organisation_edit *edit = state;

	organisation_release(&edit->was);
	edit->was = edit->now;
	edit->now = (struct organisation){0};
	edit->form.is_touched = true;
	save_or_compare(app, edit);
}

static void save(struct app *app, struct screen *screen)
{
	struct organisation_edit *edit = screen->state;

	form_clear_errors(&edit->form);
	save_or_compare(app, edit);
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

	app_pop(app);
	if (left)
		left(app, state);
	if (is_touched)
		typed_say_left(app);
}

static bool edit_handle(struct screen *screen, const struct key *key)
{
	struct organisation_edit *edit = screen->state;

	return form_handle(&edit->form, key) != FORM_IGNORED;
}

static void edit_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct organisation_edit *edit = screen->state;
	struct str title = STR_INIT;
	struct area form;

	if (edit->was.organisation_id)
		str_addf(&title, _("Change %s"), edit->was.name);
	else
		str_add(&title, _("New organisation"));
	form = form_draw_head(
	    canvas, str_text(&title),
	    _("As they write it. Its people are added in its record."));
	form_draw(&edit->form, canvas, &form, true);
	str_release(&title);
}

static void edit_free(struct screen *screen)
{
	struct organisation_edit *edit = screen->state;

	form_release(&edit->form);
	organisation_release(&edit->was);
	organisation_release(&edit->now);
	free(edit);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 0, NULL, false},
    {ACTION_FINISH, save, 70, N_("Save"), false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class edit_class = {
    .title = N_("An organisation's record"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .draw = edit_draw,
    .handle = edit_handle,
    .free = edit_free,
};

void organisation_edit_open(struct app *app, int64_t organisation_id,
			    const char *typed, organisation_saved_fn *done,
			    void (*left)(struct app *app, void *state),
			    void *state)
{
	struct organisation_edit *edit = mem_new(1, sizeof(*edit));
	struct error err = {0};

	edit->desk = app_desk(app);
	if (organisation_id &&
	    !read_record(edit->desk, organisation_id, &edit->was, &err)) {
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
	typed_form(app, KIND, organisation_id, &edit->form);
}
