/* The day, or the week or month, on paper: at once, or by a form of printer,
 * copies and pages. */
#include "day.h"

#include "frontdesk/base/mem.h"
#include "frontdesk/report/day_form.h"
#include "print_choice.h"

bool day_may_print(struct app *app)
{
	struct error err = {0};

	if (desk_may(app_desk(app), DUTY_PRINT_DAY, &err))
		return true;
	app_problem(app, &err);
	return false;
}

static struct print_job *print_by(struct app *app,
				  const struct day_screen *state,
				  struct print_options how, struct error *err)
{
	const char *form = day_form_printed(app_settings(app), &how);
	struct str text = STR_INIT, title = STR_INIT;
	struct summary_scope scope = state->scope;
	struct print_job *job = NULL;
	struct day_note note;

	scope.is_whole = true;
	if (!day_form_make(state->desk, &scope, form, false, &text, &note,
			   err)) {
		str_release(&note.words);
		return NULL;
	}
	how.note = str_text(&note.words);
	if (day_form_add_title(state->desk, &scope, false, &title, err)) {
		how.title = str_text(&title);
		job = print_start(str_text(&text), text.len, &how, err);
	}
	str_release(&text);
	str_release(&note.words);
	str_release(&title);
	return job;
}

static void print_again(struct app *app, int64_t id)
{
	(void)id;
	day_print_now(app, app_top(app)->state);
}

/* changed: how much is not on the paper of a closed day. */
static void ended(struct app *app, void *state,
		  const struct print_ending *ending)
{
	const size_t *changed = state;

	if (!ending->is_printed)
		print_failed(app, ending, print_again, 0);
	else if (*changed > 0)
		app_news(app,
			 _("Printed as it was closed: %s. What changed since "
			   "(%zu) is not on the paper."),
			 ending->job, *changed);
	else
		print_told(app, ending->job);
}

void day_print_now(struct app *app, struct day_screen *state)
{
	const struct print_options how = {.printer =
					      app_settings(app)->printer};
	size_t *changed = mem_new(1, sizeof(*changed));
	struct error err = {0};

	state->asks_print = false;
	*changed = corrections_count(&state->changed, false) +
		   corrections_count(&state->changed, true) +
		   state->changed.later_remarks;
	print_run(app, print_by(app, state, how, &err), &err, ended, changed);
}

/* The form of printer, copies and pages stands over the day. */
static struct print_job *print_chosen(struct app *app,
				      const struct print_options *how,
				      struct error *err)
{
	return print_by(app, day_find(app), *how, err);
}

void day_print_choose(struct app *app, struct day_screen *state)
{
	char day[24];

	state->asks_print = false;
	day_format(state->scope.from, day);
	print_form_open(app, day, print_chosen);
}
