/* Printing as it is not usual: the printer, how many copies, which pages. */
#include <stdio.h>
#include <stdlib.h>

#include "../beside.h"
#include "../form.h"
#include "frontdesk/base/mem.h"
#include "print_choice.h"

#define LABEL_COLS 12
#define PRINTER_MAX 120			 /* characters */
#define KEEPS_SIZE (PRINTER_MAX * 4 + 1) /* bytes */

struct printing {
	struct form form;
	struct printer_list list; /* read when it is first asked for */
	char *about;
	print_chosen_fn *print;
	int64_t number; /* of this form among those of the day */
	bool is_busy;	/* what it began has not ended */
};

static const struct form_choice keeping[] = {
    {'n', "no", N_("for this print alone")},
    {'y', "yes", N_("from now on, kept in your settings")},
};

/* Begun by a form, which may have been left when it ends. */
struct begun {
	int64_t number;		/* of the form */
	char keeps[KEEPS_SIZE]; /* the printer for the settings, or "" */
};

static const struct screen_class printing_class;

/* The form that began it, or NULL. */
static struct printing *form_of(struct app *app, const struct begun *begun)
{
	const struct screen *screen = app_find(app, &printing_class);
	struct printing *printing = screen ? screen->state : NULL;

	return printing && printing->number == begun->number ? printing : NULL;
}

static void say_printed(struct app *app, const struct begun *begun,
			const struct print_ending *ending)
{
	struct error err = {0};

	print_told(app, ending->job);
	if (begun->keeps[0] != '\0' &&
	    !print_choice_keep(app, begun->keeps, &err))
		app_problem(app, &err);
}

/* The form stays where it is not printed, and where somebody types on; what
 * could not be kept is said. */
static void ended(struct app *app, void *state,
		  const struct print_ending *ending)
{
	const struct begun *begun = state;
	struct printing *printing = form_of(app, begun);

	if (printing)
		printing->is_busy = false;
	if (ending->is_printed) {
		say_printed(app, begun, ending);
		if (printing && !ending->is_disturbed)
			app_pop(app);
	} else if (!printing || ending->is_disturbed ||
		   !form_error(&printing->form, ending->err)) {
		app_problem(app, ending->err);
	}
}

static void begin(struct app *app, struct printing *printing,
		  const struct print_options *how)
{
	struct begun *begun = mem_new(1, sizeof(*begun));
	struct error err = {0};
	struct print_job *job = printing->print(app, how, &err);

	begun->number = printing->number;
	if (str_same(form_value(&printing->form, "keep"), "yes") &&
	    !str_is_blank(how->printer))
		snprintf(begun->keeps, sizeof(begun->keeps), "%s",
			 how->printer);
	printing->is_busy = true;
	print_run(app, job, &err, ended, begun);
}

static void finish(struct app *app, struct screen *screen)
{
	struct printing *printing = screen->state;
	struct print_options how = {
	    .printer = form_value(&printing->form, "printer"),
	    .pages = form_value(&printing->form, "pages"),
	};
	struct error err = {0};

	form_clear_errors(&printing->form);
	if (printing->is_busy) {
		app_news(app, _("It is being printed. Esc returns, and what "
				"becomes of it is said there."));
	} else if (!print_copies_parse(form_value(&printing->form, "copies"),
				       &how.copies, &err) ||
		   !print_pages_check(how.pages, &err)) {
		if (!form_error(&printing->form, &err))
			app_problem(app, &err);
	} else {
		begin(app, printing, &how);
	}
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

static void choose_from(struct app *app, struct printing *printing)
{
	const struct pick pick = {
	    .title = _("On which printer?"),
	    .label = _("Printer"),
	    .find = find,
	    .picked = picked,
	    .state = printing,
	};

	if (printing->list.count == 0)
		app_news(app, "%s",
			 printing->list.is_down
			     ? _("The printing system of this machine does not "
				 "run: ask the administrator.")
			     : _("This machine has no printers: the "
				 "administrator adds one."));
	else
		pick_open(app, &pick);
}

/* lpstat, asked by a form, which may have been left when it answers. */
struct question {
	struct pipe_running *asking;
	struct begun by;
};

static bool question_step(void *work, int patience)
{
	struct question *question = work;

	return printers_step(question->asking, patience);
}

static void question_ended(struct app *app, void *work, bool is_disturbed)
{
	struct question *question = work;
	struct printing *printing = form_of(app, &question->by);
	struct printer_list list;
	struct error err = {0};

	if (!printers_answer(question->asking, &list, &err)) {
		app_problem(app, &err);
	} else if (printing && !is_disturbed) {
		printer_list_release(&printing->list);
		printing->list = list;
		choose_from(app, printing);
	} else {
		printer_list_release(&list);
	}
	free(question);
}

static void question_drop(void *work)
{
	struct question *question = work;
	struct printer_list list;
	struct error unused = {0};

	printers_answer(question->asking, &list, &unused);
	printer_list_release(&list);
	free(question);
}

static void choose(struct app *app, struct screen *screen)
{
	static const struct beside kind = {question_step, question_ended,
					   question_drop};
	const struct printing *printing = screen->state;
	struct question *question = mem_new(1, sizeof(*question));

	question->by.number = printing->number;
	question->asking = printers_ask();
	beside_run(app, &kind, question,
		   _("The machine takes its time to say which printers there "
		     "are."));
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

	printing->number = app_now(app);
	printing->about = mem_copy(about);
	printing->print = print;
	form_init(form, LABEL_COLS);
	form_add_text(form, "printer", _("Printer"), PRINTER_MAX, false);
	form_note(form, "printer", _("F4 chooses; empty: the usual one"));
	form_set(form, "printer", app_settings(app)->printer);
	form_add_text(form, "copies", _("Copies"), 40, false);
	form_note(form, "copies", _("empty: one"));
	form_add_text(form, "pages", _("Pages"), 40, false);
	form_note(form, "pages", _("1-2, or 1,3; empty: all"));
	form_add_choice(form, "keep", _("Use it"), keeping, MEM_COUNT(keeping));
	form_focus(form, "printer");
	app_push(app, &printing_class, printing);
}
