/* A print beside the screens: nobody waits for a printer that hangs. */
#include <stdlib.h>

#include "../beside.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "print_choice.h"

struct printing {
	struct print_job *job;
	print_ended_fn *ended;
	void *state;
};

static bool step(void *work, int patience)
{
	struct printing *printing = work;

	return print_step(printing->job, patience);
}

static void end(struct app *app, void *work, bool is_disturbed)
{
	struct printing *printing = work;
	char job[PRINT_JOB_SIZE];
	struct str note = STR_INIT;
	struct error err = {0};
	struct print_ending ending = {
	    .is_disturbed = is_disturbed,
	    .job = job,
	    .err = &err,
	};

	str_add(&note, print_note(printing->job));
	ending.is_printed = print_end(printing->job, job, &err);
	printing->ended(app, printing->state, &ending);
	/* What is wrong with the paper goes before where it lies. */
	if (ending.is_printed && note.len > 0)
		app_news(app, _("Printed, but %s"), str_text(&note));
	str_release(&note);
	free(printing->state);
	free(printing);
}

static void drop(void *work)
{
	struct printing *printing = work;
	char job[PRINT_JOB_SIZE];
	struct error unused = {0};

	print_end(printing->job, job, &unused);
	free(printing->state);
	free(printing);
}

void print_run(struct app *app, struct print_job *job, const struct error *err,
	       print_ended_fn *ended, void *state)
{
	static const struct beside kind = {step, end, drop};
	struct printing *printing;

	if (job == NULL) {
		const struct print_ending failed = {.job = "", .err = err};

		ended(app, state, &failed);
		free(state);
		return;
	}
	printing = mem_new(1, sizeof(*printing));
	*printing = (struct printing){job, ended, state};
	beside_run(app, &kind, printing,
		   _("The printer takes its time: go on, what becomes of it "
		     "is said here."));
}
