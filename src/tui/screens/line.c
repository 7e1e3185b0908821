/* Who waits: calling, joining, and what may be done with one of them. */
#include <stdlib.h>

#include "../dialog.h"
#include "cue_view.h"
#include "frontdesk/base/mem.h"
#include "home.h"

void line_call(struct app *app, int64_t visit_id)
{
	struct error err = {0};
	int64_t called = 0;

	if (desk_call(app_desk(app), visit_id, &called, &err))
		visit_open(app, called);
	else
		app_problem(app, &err);
}

/* In a visit it is said beside the greeting of whoever is served. */
static void say_joined(struct app *app)
{
	struct moment_cue cue;
	struct error ignored = {0};
	struct str news = STR_INIT;

	str_add(&news, _("In line, from now."));
	if (desk_cue_joining(app_desk(app), &cue, &ignored))
		cue_view_add_news(&cue, &news);
	app_news(app, "%s", str_text(&news));
	moment_cue_release(&cue);
	str_release(&news);
}

int64_t line_join(struct app *app, const struct find_row *row)
{
	struct error err = {0};
	int64_t resident = 0, organisation = 0, topic = 0, visit_id = 0;

	if (row && row->kind == FIND_RESIDENT)
		resident = row->id;
	else if (row && row->kind == FIND_ORGANISATION)
		organisation = row->id;
	else if (row && row->kind == FIND_TOPIC)
		topic = row->id;
	if (!desk_join_line(app_desk(app), resident, organisation, topic,
			    topic ? row->title : NULL, &visit_id, &err)) {
		app_problem(app, &err);
		return 0;
	}
	say_joined(app);
	app_reload(app);
	return visit_id;
}

struct waiting {
	int64_t visit_id;
	int priority;
};

static bool call(struct app *app, const struct waiting *who, struct error *err)
{
	int64_t visit_id = 0;

	if (!desk_call(app_desk(app), who->visit_id, &visit_id, err))
		return false;
	visit_open(app, visit_id);
	return true;
}

static bool serve(struct app *app, const struct waiting *who, struct error *err)
{
	(void)err;
	visit_open(app, who->visit_id);
	return true;
}

static bool call_again(struct app *app, const struct waiting *who,
		       struct error *err)
{
	if (!desk_recall(app_desk(app), who->visit_id, err))
		return false;
	app_news(app, _("Called again."));
	return true;
}

static bool put_back(struct app *app, const struct waiting *who,
		     struct error *err)
{
	if (!desk_put_back(app_desk(app), who->visit_id, err))
		return false;
	app_news(app, _("Back in line, with the arrival it had."));
	return true;
}

static bool has_left(struct app *app, const struct waiting *who,
		     struct error *err)
{
	if (!desk_left(app_desk(app), who->visit_id, err))
		return false;
	app_news(app, _("Noted: left without being served.  ^Z takes it "
			"back"));
	return true;
}

static bool change_priority(struct app *app, const struct waiting *who,
			    struct error *err)
{
	return desk_set_priority(app_desk(app), who->visit_id,
				 who->priority > 0 ? 0 : 1, err);
}

struct waiting_choice {
	struct dialog_choice shown;
	bool (*run)(struct app *app, const struct waiting *who,
		    struct error *err);
};

static const struct waiting_choice of_waiting[] = {
    {{'c', N_("Call to this window"), NULL}, call},
    {{'f', N_("First in line, or no longer"), NULL}, change_priority},
    {{'l', N_("Left without being served"), NULL}, has_left},
};

static const struct waiting_choice of_called[] = {
    {{'s', N_("Serve"), NULL}, serve},
    {{'a', N_("Call again"), NULL}, call_again},
    {{'p', N_("Put back in line"), NULL}, put_back},
    {{'l', N_("Left without being served"), NULL}, has_left},
};

static void run_choice(struct app *app, struct waiting *who,
		       const struct waiting_choice *choice)
{
	struct error err = {0};

	if (!choice->run(app, who, &err))
		app_problem(app, &err);
	app_reload(app);
	free(who);
}

static void chosen_of_waiting(struct app *app, void *state, size_t index)
{
	run_choice(app, state, &of_waiting[index]);
}

static void chosen_of_called(struct app *app, void *state, size_t index)
{
	run_choice(app, state, &of_called[index]);
}

static void cancelled(struct app *app, void *state)
{
	(void)app;
	free(state);
}

void home_ask_waiting(struct app *app, const struct line_row *row)
{
	struct dialog_choice shown[MEM_COUNT(of_called)];
	struct waiting *who = mem_new(1, sizeof(*who));
	bool is_called = row->state == VISIT_CALLED;
	const struct waiting_choice *table = is_called ? of_called : of_waiting;
	size_t count = is_called ? MEM_COUNT(of_called) : MEM_COUNT(of_waiting);

	who->visit_id = row->visit_id;
	who->priority = row->priority;
	for (size_t i = 0; i < count; i++) {
		shown[i] = table[i].shown;
		shown[i].label = _(shown[i].label);
	}
	dialog_choose(app, row->name, shown, count,
		      is_called ? chosen_of_called : chosen_of_waiting,
		      cancelled, who);
}
