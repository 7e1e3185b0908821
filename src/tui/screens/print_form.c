/* Printing as it is not usual: the printer, how many copies, which pages. */
#include <stdlib.h>

#include "../form.h"
#include "frontdesk/base/mem.h"
#include "print_choice.h"

#define LABEL_COLS 12

struct printing {
	struct form form;
	struct printer_list list; /* read when it is first asked for */
	char *about;
	print_chosen_fn *print;
};

static const struct form_choice keeping[] = {
    {'n', "no", N_("for this print alone")},
    {'y', "yes", N_("from now on, kept in your settings")},
};

/* The form stays where it is not printed; what could not be kept is said. */
static void finish(struct app *app, struct screen *screen)
{
	struct printing *printing = screen->state;
	struct print_options how = {
	    .printer = form_value(&printing->form, "printer"),
	    .pages = form_value(&printing->form, "pages"),
	};
	char job[PRINT_JOB_SIZE];
	struct error err = {0};

	form_clear_errors(&printing->form);
	if (!print_copies_parse(form_value(&printing->form, "copies"),
				&how.copies, &err) ||
	    !print_pages_check(how.pages, &err) ||
	    !printing->print(app, &how, job, &err)) {
		if (!form_error(&printing->form, &err))
			app_problem(app, &err);
		return;
	}
	print_told(app, job);
	if (str_same(form_value(&printing->form, "keep"), "yes") &&
	    !str_is_blank(how.printer) &&
	    !print_choice_keep(app, how.printer, &err))
		app_problem(app, &err);
	app_pop(app);
}

static bool find(struct app *app, void *state, const char *typed,
		 struct pick_rows *out, struct error *err)
{
	const struct printing *printing = state;

	(void)app;
	(void)err;
	print_choice_rows(&printing->list, typed, out);
	return true;
}

static bool picked(struct app *app, void *state, const char *id,
		   const char *typed, struct error *err)
{
	struct printing *printing = state;

	(void)app;
	(void)typed;
	(void)err;
	form_set(&printing->form, "printer", id);
	return true;
}

static void choose(struct app *app, struct screen *screen)
{
	struct printing *printing = screen->state;
	struct pick pick = {
	    .title = _("On which printer?"),
	    .label = _("Printer"),
	    .find = find,
	    .picked = picked,
	    .state = printing,
	};
	struct error err = {0};

	printer_list_release(&printing->list);
	if (!printers_list(&printing->list, &err))
		app_problem(app, &err);
	else if (printing->list.count == 0)
		app_news(app, "%s",
			 printing->list.is_down
			     ? _("The printing system of this machine does not "
				 "run: have it started.")
			     : _("This machine has no printers: whoever looks "
				 "after it adds one."));
	else
		pick_open(app, &pick);
}

static void enter(struct app *app, struct screen *screen)
{
	struct printing *printing = screen->state;

	if (!form_move(&printing->form, 1))
		finish(app, screen);
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static bool printing_handle(struct screen *screen, const struct key *key)
{
	struct printing *printing = screen->state;

	return form_handle(&printing->form, key) != FORM_IGNORED;
}

static void printing_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct printing *printing = screen->state;
	struct area area = form_draw_head(canvas, _("Print"), printing->about);

	form_draw(&printing->form, canvas, &area, true);
}

static void printing_free(struct screen *screen)
{
	struct printing *printing = screen->state;

	form_release(&printing->form);
	printer_list_release(&printing->list);
	free(printing->about);
	free(printing);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 0, NULL, false},
    {ACTION_CHOOSE, choose, 60, N_("Printer"), false},
    {ACTION_FINISH, finish, 90, N_("Print"), false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class printing_class = {
    .title = N_("Print"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .draw = printing_draw,
    .handle = printing_handle,
    .free = printing_free,
};

void print_form_open(struct app *app, const char *about, print_chosen_fn *print)
{
	struct printing *printing = mem_new(1, sizeof(*printing));
	struct form *form = &printing->form;

	printing->about = mem_copy(about);
	printing->print = print;
	form_init(form, LABEL_COLS);
	form_add_text(form, "printer", _("Printer"), 120, false);
	form_note(form, "printer", _("F4 chooses; empty: the usual one"));
	form_set(form, "printer", app_settings(app)->printer);
	form_add_text(form, "copies", _("Copies"), 2, false);
	form_note(form, "copies", _("empty: one"));
	form_add_text(form, "pages", _("Pages"), 40, false);
	form_note(form, "pages", _("1-2, or 1,3; empty: all"));
	form_add_choice(form, "keep", _("Use it"), keeping, MEM_COUNT(keeping));
	form_focus(form, "printer");
	app_push(app, &printing_class, printing);
}
