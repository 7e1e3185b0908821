/* The day, or the week or month, on paper: at once, or by a form of printer,
 * copies and pages. */
#include "day.h"

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

static bool print_by(struct day_screen *state, struct print_options how,
		     char job[PRINT_JOB_SIZE], struct error *err)
{
	struct str text = STR_INIT, title = STR_INIT;
	struct summary_scope scope = state->scope;
	bool is_closed, is_done;

	scope.is_whole = true;
	if (!day_form_make(state->desk, &scope, "text", false, &text,
			   &is_closed, err))
		return false;
	str_addf(&title, _("Frontdesk %s"), scope.from.text);
	how.title = str_text(&title);
	is_done = print_bytes(str_text(&text), text.len, &how, job, err);
	str_release(&text);
	str_release(&title);
	return is_done;
}

static void print_again(struct app *app, int64_t id);

void day_print_now(struct app *app, struct day_screen *state)
{
	size_t changed = state->changed.count + state->changed.later_remarks;
	struct print_options how = {.printer = app_settings(app)->printer};
	char job[PRINT_JOB_SIZE];
	struct error err = {0};

	state->asks_print = false;
	if (!print_by(state, how, job, &err))
		print_failed(app, &err, print_again, 0);
	else if (changed > 0)
		app_news(app,
			 _("Printed as it was closed: %s. What changed since "
			   "(%zu) stands here alone."),
			 job, changed);
	else
		print_told(app, job);
}

static void print_again(struct app *app, int64_t id)
{
	(void)id;
	day_print_now(app, app_top(app)->state);
}

/* The form of printer, copies and pages stands over the day. */
static bool print_chosen(struct app *app, const struct print_options *how,
			 char job[PRINT_JOB_SIZE], struct error *err)
{
	struct day_screen *state = day_find(app);

	return print_by(state, *how, job, err);
}

void day_print_choose(struct app *app, struct day_screen *state)
{
	char day[24];

	state->asks_print = false;
	day_format(state->scope.from, day);
	print_form_open(app, day, print_chosen);
}
