/* Thanks to a colleague: to whom, from whom, what for; and reading them. */
#include <stdio.h>
#include <stdlib.h>

#include "../dialog.h"
#include "../pick.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/signin.h"
#include "frontdesk/desk/thanks.h"
#include "visit.h"
#include "voices.h"

struct thanking {
	struct staff_list staff;
	int64_t to_id, visit_id;
	char *to; /* "Ms. Weber" */
	bool is_from_visitor;
};

static void forget(struct thanking *thanking)
{
	staff_list_release(&thanking->staff);
	free(thanking->to);
	free(thanking);
}

static void cancelled(struct app *app, void *state)
{
	(void)app;
	forget(state);
}

static bool thank(struct app *app, void *state, const char *text,
		  struct error *err)
{
	struct thanking *thanking = state;

	if (!desk_thank(app_desk(app), thanking->to_id,
			thanking->is_from_visitor, thanking->visit_id, text,
			err))
		return false;
	app_news(app, _("%s reads it on the desk.  ^Z takes it back"),
		 thanking->to);
	app_reload(app);
	forget(thanking);
	return true;
}

/* v: a visitor said it; m: from whoever notes it. */
static void from_chosen(struct app *app, void *state, size_t index)
{
	struct thanking *thanking = state;
	struct str title = STR_INIT;
	struct dialog_question question = {
	    .kind = "thanks",
	    .finish_label = N_("Thank"),
	    .about = thanking->to_id,
	    .label = _("What for"),
	    .hint = _("In one line; they read it as it is typed."),
	    .limit = {.field = "thanks",
		      .label = _("what for"),
		      .max = THANKS_TEXT_MAX,
		      .is_required = true},
	};

	thanking->is_from_visitor = index == 0;
	str_addf(&title,
		 thanking->is_from_visitor ? _("A visitor thanks %s")
					   : _("Thanks to %s"),
		 thanking->to);
	question.title = str_text(&title);
	dialog_ask(app, &question, thank, cancelled, thanking);
	str_release(&title);
}

static bool find(struct app *app, void *state, const char *typed,
		 struct pick_rows *out, struct error *err)
{
	const struct thanking *thanking = state;
	int64_t me = desk_session(app_desk(app))->staff_id;
	char id[32];

	(void)err;
	for (size_t i = 0; i < thanking->staff.count; i++) {
		const struct staff *staff = &thanking->staff.items[i];

		snprintf(id, sizeof(id), "%zu", i);
		if (staff->is_active && staff->staff_id != me &&
		    (pick_meets(typed, staff->formal_name) ||
		     pick_meets(typed, staff->name)))
			pick_add(out, id, staff->formal_name,
				 staff->department);
	}
	return true;
}

static bool picked(struct app *app, void *state, const char *id,
		   const char *typed, struct error *err)
{
	static const struct dialog_choice choices[] = {
	    {'v', N_("A visitor said so"), NULL},
	    {'m', N_("From me"), NULL},
	};
	struct dialog_choice shown[MEM_COUNT(choices)];
	struct thanking *thanking = state;
	const struct staff *staff =
	    &thanking->staff.items[strtoul(id, NULL, 10)];

	(void)typed;
	(void)err;
	thanking->to_id = staff->staff_id;
	mem_replace(&thanking->to, staff->formal_name);
	for (size_t i = 0; i < MEM_COUNT(choices); i++) {
		shown[i] = choices[i];
		shown[i].label = _(choices[i].label);
	}
	dialog_choose(app, _("Whose thanks are they?"), shown, MEM_COUNT(shown),
		      from_chosen, cancelled, thanking);
	return true;
}

void thanks_ask_here(struct app *app, struct screen *screen)
{
	struct thanking *thanking = mem_new(1, sizeof(*thanking));
	const struct screen *below = app_find(app, &visit_class);
	struct error err = {0};
	const struct pick pick = {
	    .title = _("Who is to be thanked?"),
	    .label = _("Name"),
	    .find = find,
	    .picked = picked,
	    .cancelled = cancelled,
	    .state = thanking,
	};

	(void)screen;
	if (below)
		thanking->visit_id =
		    ((const struct visit_screen *)below->state)->visit.visit_id;
	if (desk_list_staff(app_desk(app), &thanking->staff, &err)) {
		pick_open(app, &pick);
		return;
	}
	app_problem(app, &err);
	forget(thanking);
}

void thanks_show(struct app *app, int64_t thanks_id, const char *text)
{
	struct error err = {0};

	dialog_show(app, _("Thank you"), text);
	if (!desk_read_thanks(app_desk(app), thanks_id, &err))
		app_problem(app, &err);
}
