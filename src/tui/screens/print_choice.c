/* Where the usual printer does not do: the others, typed to find. */
#include "print_choice.h"

#include <stdlib.h>

#include "../beside.h"
#include "../dialog.h"
#include "frontdesk/base/mem.h"

/* What is printed once another printer is chosen. */
struct choosing {
	struct pipe_running *asking; /* until lpstat has answered */
	struct printer_list list;
	print_again_fn *again;
	int64_t id;
	char *chosen;
};

static void forget(struct app *app, void *state)
{
	struct choosing *choosing = state;

	(void)app;
	printer_list_release(&choosing->list);
	free(choosing->chosen);
	free(choosing);
}

void print_told(struct app *app, const char *job)
{
	if (job[0] != '\0')
		app_news(app, _("Printed: %s"), job);
	else
		app_news(app, _("Printed; lp gave no number for the job."));
}

bool print_choice_keep(struct app *app, const char *printer, struct error *err)
{
	app_use_printer(app, printer);
	return settings_keep("print", "printer", printer, err);
}

static void kept_or_not(struct app *app, void *state, size_t index)
{
	struct choosing *choosing = state;
	struct error err = {0};
	bool is_kept = true;

	if (index == 0)
		app_use_printer(app, choosing->chosen);
	else
		is_kept = print_choice_keep(app, choosing->chosen, &err);
	choosing->again(app, choosing->id);
	if (!is_kept)
		app_problem(app, &err);
	forget(app, choosing);
}

static bool picked(struct app *app, void *state, const char *id,
		   const char *typed, struct error *err)
{
	const struct dialog_choice choices[] = {
	    {'n', _("Now"), _("and until Frontdesk is left")},
	    {'a', _("Always"), _("kept in your settings")},
	};
	struct choosing *choosing = state;
	struct str title = STR_INIT;

	(void)typed;
	(void)err;
	mem_replace(&choosing->chosen, id);
	str_addf(&title, _("Print on %s"), id);
	dialog_choose(app, str_text(&title), choices, MEM_COUNT(choices),
		      kept_or_not, forget, choosing);
	str_release(&title);
	return true;
}

static void add_row(const struct printer *printer, const char *typed,
		    struct pick_rows *out)
{
	struct str text = STR_INIT, state = STR_INIT;

	str_add(&text, printer->name);
	if (printer->description != NULL)
		str_addf(&text, "  %s", printer->description);
	if (printer->location != NULL)
		str_addf(&text, ", %s", printer->location);
	printer_add_state(printer, &state);
	if (printer->is_default)
		str_add(&state, _(", the usual one"));
	if (!pick_meets(typed, str_text(&text)))
		;
	else if (printer->is_stopped || printer->is_rejecting)
		pick_add_apart(out, printer->name, str_text(&text),
			       str_text(&state));
	else
		pick_add(out, printer->name, str_text(&text), str_text(&state));
	str_release(&text);
	str_release(&state);
}

void print_choice_rows(const struct printer_list *list, const char *typed,
		       struct pick_rows *out)
{
	for (int is_apart = 0; is_apart <= 1; is_apart++) {
		for (size_t i = 0; i < list->count; i++) {
			const struct printer *printer = &list->items[i];

			if ((printer->is_stopped || printer->is_rejecting) ==
			    (is_apart == 1))
				add_row(printer, typed, out);
		}
	}
}

static bool find(struct app *app, void *state, const char *typed,
		 struct pick_rows *out, struct error *err)
{
	const struct choosing *choosing = state;

	(void)app;
	(void)err;
	print_choice_rows(&choosing->list, typed, out);
	return true;
}

static void list(struct app *app, struct choosing *choosing)
{
	const struct pick pick = {
	    .title = _("Print on another printer"),
	    .label = _("Printer"),
	    .find = find,
	    .picked = picked,
	    .cancelled = forget,
	    .state = choosing,
	};

	pick_open(app, &pick);
}

static bool step(void *work, int patience)
{
	struct choosing *choosing = work;

	return printers_step(choosing->asking, patience);
}

static void answered(struct app *app, void *work, bool is_disturbed)
{
	struct choosing *choosing = work;
	struct error unknown = {0};
	bool is_known =
	    printers_answer(choosing->asking, &choosing->list, &unknown);

	choosing->asking = NULL;
	if (is_known && choosing->list.count > 0 && !is_disturbed)
		list(app, choosing);
	else
		forget(app, choosing);
}

static void drop(void *work)
{
	struct choosing *choosing = work;
	struct error unused = {0};

	printers_answer(choosing->asking, &choosing->list, &unused);
	forget(NULL, choosing);
}

void print_failed(struct app *app, const struct print_ending *ending,
		  print_again_fn *again, int64_t id)
{
	static const struct beside kind = {step, answered, drop};
	struct choosing *choosing;

	if (!ending->is_disturbed && str_same(ending->err->field, "printer")) {
		choosing = mem_new(1, sizeof(*choosing));
		choosing->again = again;
		choosing->id = id;
		choosing->asking = printers_ask();
		beside_run(app, &kind, choosing, NULL);
	}
	app_problem(app, ending->err);
}
