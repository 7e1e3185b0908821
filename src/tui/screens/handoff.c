/* F7: to whom, the one thing asked, and the context that goes along. */
#include "handoff.h"

#include <stdio.h>
#include <stdlib.h>

#include "../pick.h"
#include "../typed.h"
#include "cue_view.h"
#include "frontdesk/base/mem.h"
#include "screens.h"

/* Who was chosen: of one name there may be two. */
#define TO_STAFF "to_staff"
#define TO_DEPARTMENT "to_department"

static const struct form_choice urgencies[] = {
    {'u', "usual", N_("as usual")},
    {'t', "today", N_("today")},
    {'n', "now", N_("now: urgent")},
};

static const struct form_choice manners[] = {
    {'w', "written", N_("in writing")},
    {'f', "warm", N_("in front of the visitor")},
};

static const char *row_id(const void *rows, size_t index)
{
	static char id[24];
	const struct passing *passing = rows;

	snprintf(id, sizeof(id), "%zu", passing->shown[index]);
	return id;
}

/* Every target that meets what was typed, suggested first. */
static void filter(struct passing *passing)
{
	const char *typed = form_value(&passing->form, "to");

	passing->shown_count = 0;
	for (size_t i = 0; i < passing->draft.target_count; i++) {
		const struct handoff_target *target =
		    &passing->draft.targets[i];

		if (pick_meets(typed, target->name) ||
		    (target->detail && pick_meets(typed, target->detail)))
			passing->shown[passing->shown_count++] = i;
	}
	list_set(&passing->list, passing->shown_count, row_id, passing);
	if (passing->shown_count)
		list_select(&passing->list, 0, row_id, passing);
}

static const struct handoff_target *highlighted(const struct passing *passing)
{
	if (passing->list.selected == LIST_NONE || !passing->shown_count)
		return NULL;
	return &passing->draft.targets[passing->shown[passing->list.selected]];
}

static void note_desk(struct passing *passing)
{
	form_note(&passing->form, "to",
		  passing->target->has_desk ? NULL
					    : _("no desk runs there now"));
}

static void choose_target(struct app *app, struct passing *passing)
{
	const struct handoff_target *target = highlighted(passing);

	if (!target) {
		app_news(app, _("Nobody here has that name: type less of it."));
		return;
	}
	passing->target = target;
	form_set(&passing->form, "to", target->name);
	form_set_id(&passing->form, TO_STAFF, target->staff_id);
	form_set_id(&passing->form, TO_DEPARTMENT, target->department_id);
	note_desk(passing);
	form_focus(&passing->form, "asked");
}

/* How soon and how, as the form has them. */
static void take_terms(struct passing *passing)
{
	struct error ignored;

	handoff_urgency_parse(form_value(&passing->form, "urgency"),
			      &passing->draft.urgency, &ignored);
	handoff_manner_parse(form_value(&passing->form, "manner"),
			     &passing->draft.manner, &ignored);
}

/* Until it is accepted nothing more can be promised. */
static void add_say(struct app *app, int64_t visit_id, struct str *news)
{
	struct moment_cue cue;
	struct error unused = {0};

	if (desk_cue_handed_off(app_desk(app), visit_id, &cue, &unused) &&
	    (cue.say || cue.ask || cue.know_count)) {
		str_add_char(news, '.');
		cue_view_add_news(&cue, news);
	}
	moment_cue_release(&cue);
}

/* What became of it. */
static void tell(struct app *app, const char *to, int64_t handoff_id,
		 int64_t visit_id)
{
	struct str news = STR_INIT;

	str_addf(&news, _("Offered to %s"), to);
	if (handoff_deliver(app, handoff_id, &news)) {
		add_say(app, visit_id, &news);
		str_add(&news, _("  ^P slip"));
		app_news(app, "%s", str_text(&news));
	}
	str_release(&news);
}

static void send(struct app *app, struct screen *screen)
{
	struct passing *passing = screen->state;
	struct error err = {0};
	int64_t handoff_id;
	struct str to = STR_INIT;
	int64_t visit_id = passing->draft.visit_id;

	if (!passing->target) {
		choose_target(app, passing);
		return;
	}
	take_terms(passing);
	if (!desk_offer_handoff(passing->desk, &passing->draft, passing->target,
				form_value(&passing->form, "asked"),
				&handoff_id, &err)) {
		if (!form_error(&passing->form, &err))
			app_problem(app, &err);
		return;
	}
	str_add(&to, passing->target->name);
	typed_done(app, "handoff", passing->draft.request_id);
	app_pop(app);
	handoff_read_close(app);
	visit_reload(app);
	tell(app, str_text(&to), handoff_id, visit_id);
	str_release(&to);
}

static void enter(struct app *app, struct screen *screen)
{
	struct passing *passing = screen->state;

	if (form_is_at(&passing->form, "to"))
		choose_target(app, passing);
	else if (!form_move(&passing->form, 1))
		send(app, screen);
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static bool passing_handle(struct screen *screen, const struct key *key)
{
	struct passing *passing = screen->state;
	bool is_at_to = form_is_at(&passing->form, "to");

	if (key_is(key, ACTION_PAGE_DOWN) || key_is(key, ACTION_PAGE_UP)) {
		passing->top += key_is(key, ACTION_PAGE_DOWN) ? 5 : -5;
		if (passing->top < 0)
			passing->top = 0;
		return true;
	}
	if (is_at_to &&
	    list_handle(&passing->list, key, false, row_id, passing))
		return true;
	switch (form_handle(&passing->form, key)) {
	case FORM_IGNORED:
		return false;
	case FORM_CHANGED:
		if (is_at_to) {
			passing->target = NULL;
			form_note(&passing->form, "to", NULL);
			filter(passing);
		}
		return true;
	default:
		return true;
	}
}

/* Whether it is the one that was chosen, and its name stands in "to" still. */
static bool is_chosen(const struct form *form,
		      const struct handoff_target *target)
{
	return target->staff_id == form_id(form, TO_STAFF) &&
	       target->department_id == form_id(form, TO_DEPARTMENT) &&
	       str_same(target->name, form_value(form, "to"));
}

static void passing_restored(struct screen *screen)
{
	struct passing *passing = screen->state;

	passing->target = NULL;
	filter(passing);
	for (size_t i = 0; i < passing->draft.target_count; i++)
		if (is_chosen(&passing->form, &passing->draft.targets[i]))
			passing->target = &passing->draft.targets[i];
	if (passing->target)
		note_desk(passing);
	else
		form_focus(&passing->form, "to");
}

static bool passing_can(const struct screen *screen, enum action action)
{
	const struct passing *passing = screen->state;

	return action != ACTION_FINISH || passing->target;
}

static void passing_free(struct screen *screen)
{
	struct passing *passing = screen->state;

	handoff_draft_release(&passing->draft);
	moment_cue_release(&passing->cue);
	form_release(&passing->form);
	list_release(&passing->list);
	free(passing->shown);
	free(passing);
}

static void show_cues(struct app *app, struct screen *screen)
{
	const struct passing *passing = screen->state;

	cue_view_show_moment(app, &passing->cue);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 0, NULL, false},
    {ACTION_FINISH, send, 90, N_("Send"), false},
    {ACTION_CUES, show_cues, 0, NULL, false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class passing_class = {
    .title = N_("Hand off"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .draw = passing_draw,
    .handle = passing_handle,
    .free = passing_free,
    .can = passing_can,
    .restored = passing_restored,
};

/* What means danger is as urgent as can be, unless somebody says otherwise. */
static void make_form(struct form *form, enum handoff_urgency urgency)
{
	form_init(form, 10);
	form_add_text(form, "to", _("To"), 100, false);
	form_add_id(form, TO_STAFF);
	form_add_id(form, TO_DEPARTMENT);
	form_add_text(form, "asked", _("Asked"), 500, true);
	form_note(form, "asked", _("the one thing; required"));
	form_add_choice(form, "urgency", _("How soon"), urgencies,
			MEM_COUNT(urgencies));
	form_set(form, "urgency", handoff_urgency_name(urgency));
	form_add_choice(form, "manner", _("How"), manners, MEM_COUNT(manners));
	form_set(form, "manner", manners[0].value);
}

/* again: what was asked before, or NULL. */
static void open_form(struct app *app, int64_t request_id, int64_t visit_id,
		      const struct handoff *again)
{
	struct passing *passing = mem_new(1, sizeof(*passing));
	struct error err = {0};

	passing->desk = app_desk(app);
	if (!desk_prepare_handoff(passing->desk, request_id, visit_id,
				  &passing->draft, &err) ||
	    !desk_cue_handoff(passing->desk, &passing->draft, &passing->cue,
			      &err)) {
		app_problem(app, &err);
		handoff_draft_release(&passing->draft);
		free(passing);
		return;
	}
	make_form(&passing->form, passing->draft.urgency);
	if (again) {
		form_set(&passing->form, "asked", again->asked);
		if (passing->draft.urgency == URGENCY_USUAL)
			form_set(&passing->form, "urgency",
				 handoff_urgency_name(again->urgency));
		form_set(&passing->form, "manner",
			 handoff_manner_name(again->manner));
	}
	list_init(&passing->list);
	passing->shown =
	    mem_new(passing->draft.target_count + 1, sizeof(*passing->shown));
	filter(passing);
	app_push(app, &passing_class, passing);
	typed_form(app, "handoff", request_id, &passing->form);
}

void handoff_open(struct app *app, int64_t request_id, int64_t visit_id)
{
	open_form(app, request_id, visit_id, NULL);
}

void handoff_open_again(struct app *app, const struct handoff *handoff)
{
	open_form(app, handoff->request_id, 0, handoff);
}
