#include "settle.h"

#include <stdlib.h>

#include "../dialog.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/lists.h"
#include "screens.h"
#include "slips.h"

/* One question, or several, about one record. */
struct settling {
	int64_t id;
	int64_t request_id;
	int64_t visit_id; /* told in it, or 0 */
	char *title;
	bool is_late;
};

static struct settling *settling_new(int64_t id, int64_t request_id)
{
	struct settling *settling = mem_new(1, sizeof(*settling));

	settling->id = id;
	settling->request_id = request_id;
	return settling;
}

static void settling_free(struct settling *settling)
{
	free(settling->title);
	free(settling);
}

static void cancelled(struct app *app, void *state)
{
	(void)app;
	settling_free(state);
}

static bool finish(struct app *app, struct settling *settling, const char *news)
{
	app_news(app, _("%s  ^Z takes it back"), news);
	app_reload(app);
	settling_free(settling);
	return true;
}

/* kind: what is answered of the record (typed.h). */
static void ask(struct app *app, const char *kind, const char *title,
		const char *label, const char *hint, const char *field,
		bool is_required, dialog_answer_fn *answer,
		struct settling *settling)
{
	const struct dialog_question question = {
	    .kind = kind,
	    .about = settling->id ? settling->id : settling->request_id,
	    .title = title,
	    .label = label,
	    .hint = hint,
	    .limit = {.field = field,
		      .label = _("the answer"),
		      .max = 300,
		      .is_required = is_required},
	};

	dialog_ask(app, &question, answer, cancelled, settling);
}

static bool keep(struct app *app, void *state, const char *text,
		 struct error *err)
{
	struct settling *settling = state;

	return desk_keep_promise(app_desk(app), settling->id, text, err) &&
	       finish(app, settling,
		      settling->is_late
			  ? _("Done, later than promised. Tell them so.")
			  : _("Our word was kept, and it is noted."));
}

static bool withdraw(struct app *app, void *state, const char *text,
		     struct error *err)
{
	struct settling *settling = state;

	return desk_withdraw_promise(app_desk(app), settling->id, text, err) &&
	       finish(app, settling,
		      _("Withdrawn. Say so before they have to ask."));
}

static void promise_chosen(struct app *app, void *state, size_t index)
{
	struct settling *settling = state;

	switch (index) {
	case 0:
		ask(app, "promise keep",
		    settling->is_late ? _("It is done, if late")
				      : _("The promise is kept"),
		    _("Note"),
		    _("What was done; Enter alone says only that it was."),
		    "note", false, keep, settling);
		break;
	case 1:
		promise_renew_open(app, settling->id, settling->title);
		settling_free(settling);
		break;
	case 2:
		ask(app, "promise withdraw", _("Why is the promise withdrawn?"),
		    _("Reason"), NULL, "reason", true, withdraw, settling);
		break;
	default:
		request_open(app, settling->request_id);
		settling_free(settling);
		break;
	}
}

void settle_promise(struct app *app, int64_t promise_id, int64_t request_id,
		    const char *title, bool is_late)
{
	const struct dialog_choice choices[] = {
	    {'k', is_late ? _("Done all the same") : _("Kept"),
	     is_late ? _("later than promised") : _("it is done")},
	    {'a', _("Promised anew"), _("with another date")},
	    {'w', _("Withdrawn"), _("it cannot be done; why")},
	    {'r', _("Read the request"), NULL},
	};

	struct settling *settling = settling_new(promise_id, request_id);

	settling->title = mem_copy(title);
	settling->is_late = is_late;
	dialog_choose(app, title, choices, MEM_COUNT(choices), promise_chosen,
		      cancelled, settling);
}

static bool tell(struct app *app, void *state, const char *text,
		 struct error *err)
{
	struct settling *settling = state;

	return desk_tell_here(app_desk(app), settling->id, settling->visit_id,
			      text, err) &&
	       finish(app, settling, _("Told, and noted."));
}

void settle_told(struct app *app, int64_t told_id, int64_t visit_id,
		 const char *title, const char *reach)
{
	struct settling *settling = settling_new(told_id, 0);
	struct str hint = STR_INIT;

	settling->visit_id = visit_id;
	if (reach)
		str_addf(&hint, _("%s. Enter alone: they were told."), reach);
	else
		str_add(&hint, _("What they said to it; Enter alone notes "
				 "that they were told."));
	ask(app, "told", title, _("Told"), str_text(&hint), "note", false, tell,
	    settling);
	str_release(&hint);
}

static bool not_reached(struct app *app, void *state, const char *text,
			struct error *err)
{
	struct settling *settling = state;

	return desk_not_reached(app_desk(app), settling->id, text, err) &&
	       finish(app, settling,
		      _("Noted; it stays on the list to be told."));
}

static void not_told_chosen(struct app *app, void *state, size_t index)
{
	struct settling *settling = state;

	if (index == 0) {
		ask(app, "not told", _("They could not be reached"), _("Note"),
		    _("No answer, a message left; Enter alone notes the "
		      "attempt."),
		    "note", false, not_reached, settling);
		return;
	}
	request_open(app, settling->request_id);
	settling_free(settling);
}

void settle_not_told(struct app *app, int64_t told_id, int64_t request_id,
		     const char *title)
{
	const struct dialog_choice choices[] = {
	    {'n', _("Not reached"), _("it stays to be told")},
	    {'r', _("Read the request"), NULL},
	};

	dialog_choose(app, title, choices, MEM_COUNT(choices), not_told_chosen,
		      cancelled, settling_new(told_id, request_id));
}

void settle_undo(struct app *app, struct screen *screen)
{
	struct error err = {0};
	char *said;

	(void)screen;
	if (desk_take_back(app_desk(app), &said, &err))
		app_news(app, "%s", said);
	else if (err.code == ERROR_NOT_FOUND)
		app_news(app, "%s", err.text);
	else
		app_problem(app, &err);
	free(said);
	app_reload(app);
}

static const struct {
	char letter;
	const char *how, *words;
} ways[] = {
    {'r', "reference_read", N_("Reference read aloud")},
    {'s', "slip", N_("Slip given")},
    {'t', "telephone", N_("By telephone")},
    {'l', "letter", N_("By letter")},
    {'m', "mail", N_("By e-mail")},
};

static void way_chosen(struct app *app, void *state, size_t index)
{
	struct settling *settling = state;
	struct error err = {0};

	if (index == MEM_COUNT(ways)) {
		slips_print(app, settling->request_id, SLIP_OF_REQUEST, 0);
		settling_free(settling);
	} else if (index > MEM_COUNT(ways)) {
		request_open(app, settling->request_id);
		settling_free(settling);
	} else if (desk_acknowledge(app_desk(app), settling->request_id,
				    ways[index].how, &err)) {
		finish(app, settling, _("Acknowledged."));
	} else {
		app_problem(app, &err);
		app_reload(app);
		settling_free(settling);
	}
}

void settle_receipt(struct app *app, int64_t request_id, const char *title)
{
	struct dialog_choice choices[MEM_COUNT(ways) + 2];

	for (size_t i = 0; i < MEM_COUNT(ways); i++)
		choices[i] = (struct dialog_choice){ways[i].letter,
						    _(ways[i].words), NULL};
	choices[MEM_COUNT(ways)] = (struct dialog_choice){
	    'p', _("Print the slip"), _("it acknowledges, once it is printed")};
	choices[MEM_COUNT(ways) + 1] =
	    (struct dialog_choice){'q', _("Read the request"), NULL};
	dialog_choose(app, title, choices, MEM_COUNT(choices), way_chosen,
		      cancelled, settling_new(0, request_id));
}

static bool resolve(struct app *app, void *state, const char *text,
		    struct error *err)
{
	struct settling *settling = state;

	return desk_resolve_request(app_desk(app), settling->request_id, text,
				    err) &&
	       finish(app, settling,
		      _("Done, and on the list of what is to tell."));
}

void settle_request(struct app *app, int64_t request_id, const char *title)
{
	ask(app, "request done", title, _("Done"),
	    _("They are told this, and may read it."), "done", true, resolve,
	    settling_new(0, request_id));
}
