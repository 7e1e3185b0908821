/* What may be done with a hand-off that is being read: accepted, returned with
 * the reason, delivered again, offered anew or taken back. */
#include "handoff_deed.h"
#include "../dialog.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/lists.h"
#include "screens.h"

static bool send_back(struct app *app, void *screen, const char *text,
		      struct error *err)
{
	struct reading *reading = ((struct screen *)screen)->state;

	if (!desk_return_handoff(reading->desk, reading->handoff.handoff_id,
				 text, err))
		return false;
	app_news(app, _("Returned to %s, with the reason."),
		 reading->handoff.from);
	app_pop(app);
	return true;
}

static void ask_return(struct app *app, struct screen *screen)
{
	const struct reading *reading = screen->state;
	const struct dialog_question question = {
	    .kind = "handoff return",
	    .finish_label = N_("Return it"),
	    .about = reading->handoff.handoff_id,
	    .title = _("Return: why, and where would it be right?"),
	    .label = _("Reason"),
	    .limit = {.field = "reason",
		      .label = _("the reason"),
		      .max = 300,
		      .is_required = true},
	};

	dialog_ask(app, &question, send_back, NULL, screen);
}

static void take_back(struct app *app, struct reading *reading)
{
	int64_t request_id = reading->handoff.request_id;
	struct error err = {0};

	if (!desk_take_back_handoff(reading->desk, reading->handoff.handoff_id,
				    &err)) {
		app_problem(app, &err);
		return;
	}
	app_pop(app);
	request_open(app, request_id);
	app_news(app, _("Taken back: the request is yours again."));
}

bool handoff_is_sent_by_me(const struct reading *reading)
{
	return reading->handoff.from_staff_id ==
	       desk_session(reading->desk)->staff_id;
}

bool handoff_can(const struct reading *reading, enum deed deed)
{
	const struct handoff *handoff = &reading->handoff;
	bool is_open = handoff->state == HANDOFF_OFFERED;
	bool came_back = handoff->state == HANDOFF_RETURNED &&
			 handoff_is_sent_by_me(reading) &&
			 !handoff->is_taken_back;

	switch (deed) {
	case DEED_READ:
		return true;
	case DEED_ACCEPT:
	case DEED_RETURN:
		return is_open && !handoff_is_sent_by_me(reading);
	case DEED_ALOUD:
		return is_open &&
		       (handoff_is_sent_by_me(reading) ||
			desk_has_list(reading->desk, LIST_UNACCEPTED));
	case DEED_DELIVER:
		return is_open && handoff->delivery;
	default:
		return came_back;
	}
}

static void accept(struct app *app, struct screen *screen)
{
	const struct reading *reading = screen->state;

	handoff_accept_open(app, &reading->handoff,
			    handoff_is_sent_by_me(reading));
}

static void reread(struct app *app, struct reading *reading)
{
	struct handoff fresh;
	struct error err = {0};

	if (!desk_open_handoff(reading->desk, reading->handoff.handoff_id,
			       &fresh, &err)) {
		app_problem(app, &err);
		return;
	}
	handoff_release(&reading->handoff);
	reading->handoff = fresh;
}

static void deliver_again(struct app *app, struct reading *reading)
{
	struct str news = STR_INIT;

	str_addf(&news, _("To %s"), reading->handoff.to);
	if (handoff_deliver(app, reading->handoff.handoff_id, &news))
		app_news(app, "%s", str_text(&news));
	str_release(&news);
	reread(app, reading);
}

static void do_deed(struct app *app, struct screen *screen, enum deed deed)
{
	struct reading *reading = screen->state;

	switch (deed) {
	case DEED_READ:
		request_open(app, reading->handoff.request_id);
		break;
	case DEED_RETURN:
		ask_return(app, screen);
		break;
	case DEED_DELIVER:
		deliver_again(app, reading);
		break;
	case DEED_OFFER:
		handoff_open_again(app, &reading->handoff);
		break;
	case DEED_TAKE_BACK:
		take_back(app, reading);
		break;
	case DEED_ALOUD:
		handoff_accept_open(app, &reading->handoff, true);
		break;
	default:
		handoff_accept_open(app, &reading->handoff, false);
		break;
	}
}

/* The nth of those that can be done. */
static enum deed deed_at(const struct reading *reading, size_t index)
{
	for (int i = 0; i < DEED_COUNT; i++)
		if (handoff_can(reading, (enum deed)i) && index-- == 0)
			return (enum deed)i;
	return DEED_READ;
}

static void chosen(struct app *app, void *screen, size_t index)
{
	do_deed(app, screen, deed_at(((struct screen *)screen)->state, index));
}

void handoff_choose(struct app *app, struct screen *screen)
{
	static const struct dialog_choice all[DEED_COUNT] = {
	    [DEED_READ] = {'q', N_("Read the request"), NULL},
	    [DEED_ACCEPT] = {'a', N_("Accept"), N_("it is yours then")},
	    [DEED_RETURN] = {'r', N_("Return"), N_("with the reason")},
	    [DEED_ALOUD] = {'n', N_("Note an acceptance read aloud"),
			    N_("where no desk runs, or at the window")},
	    [DEED_DELIVER] = {'d', N_("Deliver it again"), NULL},
	    [DEED_OFFER] = {'o', N_("Offer it to somebody else"),
			    N_("the same ask")},
	    [DEED_TAKE_BACK] = {'t', N_("Take it back"),
				N_("it is yours again")},
	};
	struct dialog_choice choices[DEED_COUNT];
	size_t count = 0;

	for (int i = 0; i < DEED_COUNT; i++) {
		if (!handoff_can(screen->state, (enum deed)i))
			continue;
		choices[count] = all[i];
		choices[count].label = _(all[i].label);
		choices[count].hint = all[i].hint ? _(all[i].hint) : NULL;
		count++;
	}
	dialog_choose(app, _("This hand-off"), choices, count, chosen, NULL,
		      screen);
}

/* Accept, or take back, whichever it is time for. */
void handoff_finish(struct app *app, struct screen *screen)
{
	struct reading *reading = screen->state;

	if (handoff_can(reading, DEED_TAKE_BACK))
		take_back(app, reading);
	else
		accept(app, screen);
}

void handoff_offer_again(struct app *app, struct screen *screen)
{
	do_deed(app, screen, DEED_OFFER);
}

void handoff_note_aloud(struct app *app, struct screen *screen)
{
	do_deed(app, screen, DEED_ALOUD);
}
