/* A hand-off on its way: delivered, delivered again. */
#include "../beside.h"
#include "../dialog.h"
#include "frontdesk/base/text.h"
#include "frontdesk/report/delivery.h"
#include "handoff.h"
#include "screens.h"

/* A dialog where nobody types, else the same in the message line. */
static void say_failed(struct app *app, const struct error *err,
		       bool is_disturbed)
{
	struct str words = STR_INIT;
	struct error late = {.code = err->code};

	if (is_disturbed) {
		error_set(&late, err->code, err->field,
			  _("Offered, but not delivered: F4 on the hand-off "
			    "does it again; %.120s"),
			  err->text);
		app_problem(app, &late);
		return;
	}
	str_addf(&words,
		 _("The hand-off stands in the receiver's list all the "
		   "same, and it waits for its answer.\n\n"
		   "%s.\n\n"
		   "When that is put right, open the hand-off, and F4 "
		   "delivers it again."),
		 err->text);
	dialog_show(app, _("Offered, but not delivered"), str_text(&words));
	str_release(&words);
}

static bool step(void *work, int patience)
{
	return delivery_step(work, patience);
}

static void ended(struct app *app, void *work, bool is_disturbed)
{
	struct str words = STR_INIT, whole = STR_INIT;
	struct error err = {0};

	if (!delivery_end(work, &words, &err)) {
		say_failed(app, &err, is_disturbed);
	} else {
		text_add_capitalised(&whole, str_text(&words), words.len,
				     TEXT_CASE_PLAIN);
		app_news(app, "%s", str_text(&whole));
	}
	app_reload(app);
	str_release(&words);
	str_release(&whole);
}

static void drop(void *work)
{
	delivery_give_up(work);
}

/* At once, or once the printer has taken it, which is said then. */
static bool deliver(struct app *app, struct delivering *delivering,
		    struct str *news, struct error *err)
{
	static const struct beside kind = {step, ended, drop};
	struct str words = STR_INIT;
	bool is_done;

	if (!beside_wait(&kind, delivering)) {
		beside_go_on(app, &kind, delivering);
		str_add(news, delivery_is_mail(delivering)
				  ? _(", being mailed")
				  : _(", being printed"));
		return true;
	}
	is_done = delivery_end(delivering, &words, err);
	if (is_done && words.len > 0)
		str_addf(news, ", %s", str_text(&words));
	str_release(&words);
	return is_done;
}

bool handoff_deliver(struct app *app, int64_t handoff_id, struct str *news)
{
	struct error err = {0};
	struct delivering *delivering =
	    delivery_start(app_desk(app), handoff_id, app_settings(app), &err);

	if (delivering && deliver(app, delivering, news, &err))
		return true;
	say_failed(app, &err, false);
	return false;
}

/* 0 with it said where there is none. */
static int64_t find_offered(struct app *app, int64_t request_id)
{
	struct error err = {0};
	int64_t handoff_id = 0;

	if (request_id &&
	    !desk_find_offered(app_desk(app), request_id, &handoff_id, &err))
		app_problem(app, &err);
	else if (!handoff_id)
		app_news(app, _("Nothing of this is handed off and waits for "
				"its answer."));
	return handoff_id;
}

void handoff_note_acceptance(struct app *app, int64_t request_id)
{
	struct handoff handoff;
	struct error err = {0};
	int64_t handoff_id = find_offered(app, request_id);

	if (!handoff_id)
		return;
	if (!desk_open_handoff(app_desk(app), handoff_id, &handoff, &err)) {
		app_problem(app, &err);
		return;
	}
	handoff_accept_open(app, &handoff, true);
	handoff_release(&handoff);
}
