/* A hand-off on its way: delivered, delivered again. */
#include "../dialog.h"
#include "frontdesk/report/delivery.h"
#include "handoff.h"
#include "screens.h"

bool handoff_deliver(struct app *app, int64_t handoff_id, struct str *news)
{
	struct str words = STR_INIT;
	struct error err = {0};
	bool is_done = delivery_run(app_desk(app), handoff_id,
				    app_settings(app), &words, &err);

	if (is_done) {
		if (words.len > 0)
			str_addf(news, ", %s", str_text(&words));
	} else {
		str_clear(&words);
		str_addf(&words,
			 _("The hand-off stands in the receiver's list all the "
			   "same, and it waits for its answer.\n\n"
			   "%s.\n\n"
			   "When that is put right, open the hand-off, and F4 "
			   "delivers it again."),
			 err.text);
		dialog_show(app, _("Offered, but not delivered"),
			    str_text(&words));
	}
	str_release(&words);
	return is_done;
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
