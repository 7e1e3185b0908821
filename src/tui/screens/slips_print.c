/* A slip on its way to the printer: what comes of it, and what it does then. */
#include <stdio.h>

#include "frontdesk/base/log.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/report/delivery.h"
#include "frontdesk/report/visitor_slip.h"
#include "print_choice.h"
#include "slips.h"

/* On another printer: what it is of is asked again. */
static void ask_again(struct app *app, int64_t request_id)
{
	const struct slip_wish wish = {.request_id = request_id};

	slips_ask(app, &wish);
}

/* A slip on its way to the printer. */
struct going {
	int64_t request_id;
	char reference[24];
};

/* lp has taken it, so it acknowledges; a note that fails is the log's to tell,
 * and the request stays to be acknowledged. */
static void slip_printed(struct app *app, const struct going *going,
			 const char *job)
{
	struct error noting = {0};
	bool acknowledges = false;

	if (!desk_note_slip(app_desk(app), going->request_id, &acknowledges,
			    &noting))
		log_problem(&noting);
	if (acknowledges)
		app_news(app,
			 _("%s printed: %s. Acknowledged by it.  ^Z takes it "
			   "back"),
			 going->reference, job);
	else
		app_news(app, _("%s printed for the visitor: %s"),
			 going->reference, job);
}

static void slip_ended(struct app *app, void *state,
		       const struct print_ending *ending)
{
	const struct going *going = state;

	if (ending->is_printed)
		slip_printed(app, going, ending->job);
	else
		print_failed(app, ending, ask_again, going->request_id);
	app_reload(app);
}

void slips_print(struct app *app, int64_t request_id, enum slip_kind kind,
		 int64_t promise_id)
{
	struct slip_order order = slip_order_of(app_settings(app), kind);
	struct visitor_slip slip;
	struct error err = {0};
	struct going *going;

	order.promise_id = promise_id;
	if (!desk_read_slip(app_desk(app), request_id, &slip, &err)) {
		app_problem(app, &err);
		return;
	}
	going = mem_new(1, sizeof(*going));
	going->request_id = request_id;
	snprintf(going->reference, sizeof(going->reference), "%s",
		 slip.reference);
	print_run(app, visitor_slip_start(&slip, &order, &err), &err,
		  slip_ended, going);
	visitor_slip_release(&slip);
}

static void receivers_ended(struct app *app, void *state,
			    const struct print_ending *ending)
{
	const int64_t *handoff_id = state;

	if (ending->is_printed)
		print_told(app, ending->job);
	else
		print_failed(app, ending, slips_print_receivers, *handoff_id);
}

void slips_print_receivers(struct app *app, int64_t handoff_id)
{
	int64_t *kept = mem_new(1, sizeof(*kept));
	struct error err = {0};

	*kept = handoff_id;
	print_run(
	    app,
	    delivery_print(app_desk(app), handoff_id, app_settings(app), &err),
	    &err, receivers_ended, kept);
}
