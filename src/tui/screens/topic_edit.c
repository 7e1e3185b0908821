/* A topic's card to fill in, new or changed; what is typed is never lost. */
#include <stdlib.h>

#include "../dialog.h"
#include "../pick.h"
#include "../typed.h"
#include "frontdesk/base/mem.h"
#include "screens.h"
#include "stale.h"
#include "topic_screen.h"

#define KIND "topic"
#define REVIEW_DAYS 180
#define PAGE 8 /* rows */

struct topic_edit {
	struct desk *desk;
	struct topic was; /* as it was read; topic_id 0: new */
	struct topic now; /* as another left it meanwhile */
	struct form form;
};

static void finish(struct app *app, struct topic_edit *edit,
		   const struct topic *topic)
{
	bool is_new = !edit->was.topic_id;
	bool is_same = topic->topic_version_id == edit->was.topic_version_id;

	typed_done(app, KIND, edit->was.topic_id);
	app_pop(app);
	app_news(app, is_new	? _("The topic is added.")
		      : is_same ? _("Nothing was changed: the card stays as it "
				    "is.")
				: _("The card is changed: every window has it "
				    "now.  ^Z takes it back"));
	app_reload(app);
	if (is_new)
		topic_open(app, topic->topic_id);
}

static void save_merged(struct app *app, void *state);

/* What stands now beside what was typed, row by row. */
static void compare(struct app *app, struct topic_edit *edit)
{
	struct form was, now;
	struct stale_case which = {
	    .title = _("This card was changed by somebody else"),
	    .mine = &edit->form,
	    .was = &was,
	    .now = &now,
	    .save = save_merged,
	    .state = edit,
	};
	struct error err = {0};

	topic_release(&edit->now);
	if (!desk_get_topic(edit->desk, edit->was.topic_id, &edit->now, &err)) {
		app_problem(app, &err);
		return;
	}
	topic_form_make(&was, &edit->was, edit->was.handler);
	topic_form_make(&now, &edit->now, edit->now.handler);
	stale_open(app, &which);
}

static void save_or_compare(struct app *app, struct topic_edit *edit)
{
	struct topic typed;
	struct error err = {0};
	bool is_verified = topic_form_is_verified(&edit->form);

	if (topic_form_read(edit->desk, &edit->form, &edit->was, &typed,
			    &err) &&
	    desk_save_topic(edit->desk, &typed, is_verified, &err))
		finish(app, edit, &typed);
	else if (err.code == ERROR_CONFLICT && edit->was.topic_id)
		compare(app, edit);
	else if (!form_error(&edit->form, &err))
		app_problem(app, &err);
	topic_release(&typed);
}

/* The form holds what was chosen, over the card as it stands. */
static void save_merged(struct app *app, void *state)
{
	struct topic_edit *edit = state;

	topic_form_follow_handler(&edit->form, edit->was.staff_id,
				  edit->now.staff_id);
	topic_release(&edit->was);
	edit->was = edit->now;
	edit->now = (struct topic){0};
	edit->form.is_touched = true;
	topic_form_show(&edit->form);
	save_or_compare(app, edit);
}

static void save(struct app *app, struct screen *screen)
{
	struct topic_edit *edit = screen->state;

	form_clear_errors(&edit->form);
	save_or_compare(app, edit);
}

static void enter(struct app *app, struct screen *screen)
{
	struct topic_edit *edit = screen->state;

	if (!form_move(&edit->form, 1))
		app_news(app, _("That was the last row: F9 saves."));
}

static void escape(struct app *app, struct screen *screen)
{
	const struct topic_edit *edit = screen->state;
	bool is_touched = edit->form.is_touched;

	app_pop(app);
	if (is_touched)
		typed_say_left(app);
}

static bool find_departments(struct app *app, void *state, const char *typed,
			     struct pick_rows *out, struct error *err)
{
	struct department_list list;

	(void)state;
	if (!desk_list_departments(app_desk(app), &list, err))
		return false;
	for (size_t i = 0; i < list.count; i++)
		if (pick_meets(typed, list.items[i].name))
			pick_add(out, list.items[i].name, list.items[i].name,
				 list.items[i].telephone);
	department_list_release(&list);
	return true;
}

/* Two of one name are told apart by what stands beside it. */
static void add_person(const struct staff *person, struct pick_rows *out)
{
	struct str id = STR_INIT, note = STR_INIT;

	str_addf(&id, "%lld %s", (long long)person->staff_id,
		 person->formal_name);
	str_addf(&note, "%s (%s)", person->name, person->login);
	if (person->department)
		str_addf(&note, " · %s", person->department);
	pick_add(out, str_text(&id), person->formal_name, str_text(&note));
	str_release(&id);
	str_release(&note);
}

static bool find_staff(struct app *app, void *state, const char *typed,
		       struct pick_rows *out, struct error *err)
{
	struct staff_list list;

	(void)state;
	if (!desk_list_staff(app_desk(app), &list, err))
		return false;
	for (size_t i = 0; i < list.count; i++)
		if (pick_meets(typed, list.items[i].formal_name) ||
		    pick_meets(typed, list.items[i].name))
			add_person(&list.items[i], out);
	staff_list_release(&list);
	return true;
}

/* The id is the person, behind it stands the name that the row shows. */
static bool handler_picked(struct app *app, void *state, const char *id,
			   const char *typed, struct error *err)
{
	struct topic_edit *edit = ((struct screen *)state)->state;
	char *name;
	int64_t staff_id = strtoll(id, &name, 10);

	(void)app;
	(void)typed;
	(void)err;
	topic_form_set_handler(&edit->form, staff_id, name + 1);
	form_go_on(&edit->form);
	return true;
}

static bool picked(struct app *app, void *state, const char *id,
		   const char *typed, struct error *err)
{
	struct topic_edit *edit = ((struct screen *)state)->state;

	(void)app;
	(void)typed;
	(void)err;
	form_set(&edit->form, form_focused(&edit->form)->id, id);
	form_go_on(&edit->form);
	return true;
}

static void question_chosen(struct app *app, void *state, size_t index)
{
	struct topic_edit *edit = ((struct screen *)state)->state;
	int question = topic_form_question(&edit->form);

	if (index == 2)
		topic_form_remove(&edit->form, question);
	else
		topic_form_move(&edit->form, question, index == 0 ? -1 : 1);
	app_draw(app);
}

static void choose(struct app *app, struct screen *screen)
{
	const struct dialog_choice shown[] = {
	    {'u', _("Up"), _("asked before the one above")},
	    {'d', _("Down"), _("asked after the one below")},
	    {'r', _("Retired"), _("not asked any more; answers stay")},
	};
	struct topic_edit *edit = screen->state;
	struct pick pick = {.state = screen, .picked = picked};

	if (form_is_at(&edit->form, "department")) {
		pick.title = pick.label = _("Department");
		pick.find = find_departments;
		pick_open(app, &pick);
	} else if (form_is_at(&edit->form, "handler")) {
		pick.title = pick.label = _("Handled by");
		pick.find = find_staff;
		pick.picked = handler_picked;
		pick_open(app, &pick);
	} else if (topic_form_question(&edit->form) >= 0) {
		dialog_choose(app, _("What becomes of this question?"), shown,
			      MEM_COUNT(shown), question_chosen, NULL, screen);
	} else {
		app_news(app, _("This row is typed: there is nothing to "
				"choose."));
	}
}

static bool edit_handle(struct screen *screen, const struct key *key)
{
	struct topic_edit *edit = screen->state;
	enum form_result result;

	if (key_is(key, ACTION_PAGE_DOWN) || key_is(key, ACTION_PAGE_UP)) {
		for (int i = 0; i < PAGE; i++)
			form_move(&edit->form,
				  key_is(key, ACTION_PAGE_DOWN) ? 1 : -1);
		return true;
	}
	result = form_handle(&edit->form, key);
	if (result == FORM_CHANGED)
		topic_form_show(&edit->form);
	return result != FORM_IGNORED;
}

static void edit_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct topic_edit *edit = screen->state;
	struct str title = STR_INIT;
	struct area form;

	if (edit->was.topic_id)
		str_addf(&title, _("Change the card: %s"), edit->was.name);
	else
		str_add(&title, _("New topic"));
	form = form_draw_head(canvas, str_text(&title),
			      _("Every window reads it. Questions stand below: "
				"F4 moves or retires one."));
	form_draw(&edit->form, canvas, &form, true);
	str_release(&title);
}

static void edit_free(struct screen *screen)
{
	struct topic_edit *edit = screen->state;

	form_release(&edit->form);
	topic_release(&edit->was);
	topic_release(&edit->now);
	free(edit);
}

static const struct binding bindings[] = {
    {ACTION_CHOOSE, choose, 60, NULL, false},
    {ACTION_ENTER, enter, 0, NULL, false},
    {ACTION_FINISH, save, 70, N_("Save"), false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class edit_class = {
    .title = N_("A topic's card"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .draw = edit_draw,
    .handle = edit_handle,
    .free = edit_free,
};

static bool read_was(struct topic_edit *edit, int64_t topic_id,
		     struct error *err)
{
	if (topic_id)
		return desk_get_topic(edit->desk, topic_id, &edit->was, err);
	edit->was.quick_result = RESULT_ANSWERED;
	edit->was.review_days = REVIEW_DAYS;
	return true;
}

void topic_edit_open(struct app *app, int64_t topic_id)
{
	struct topic_edit *edit = mem_new(1, sizeof(*edit));
	struct error err = {0};

	edit->desk = app_desk(app);
	if (!read_was(edit, topic_id, &err)) {
		app_problem(app, &err);
		free(edit);
		return;
	}
	topic_form_make(&edit->form, &edit->was, edit->was.handler);
	app_push(app, &edit_class, edit);
	typed_form(app, KIND, topic_id, &edit->form);
}
