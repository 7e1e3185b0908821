/* F8: what will be done, by when, by whom; or the same by another hour. */
#include <stdio.h>
#include <stdlib.h>

#include "../form.h"
#include "../pick.h"
#include "../typed.h"
#include "cue_view.h"
#include "due.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/calendar.h"
#include "frontdesk/desk/signin.h"
#include "screens.h"

/* Whoever was chosen to keep it: a hidden row, kept with what is typed. */
#define CHOSEN "chosen_id"

#define CUE_ROWS 3 /* SAY, ASK and KNOW */

struct promising {
	struct desk *desk;
	struct form form; /* what, when, owner */
	struct staff_list staff;
	int64_t request_id;
	int64_t promise_id; /* that is promised anew; 0: a new one */
	int64_t owner_id;   /* 0: the person here */
	bool asks_contact;  /* of an unnamed visitor: how to reach them */
	struct moment_cue cue;
};

/* Whether it is reasonable: asked, and never refused. */
static void load_cue(struct promising *promising)
{
	const struct cue_promise promise = {
	    .when = form_value(&promising->form, "when"),
	    .owner_id = promising->owner_id,
	    .owner = form_value(&promising->form, "owner"),
	    .promise_id = promising->promise_id,
	};
	struct error ignored = {0};

	moment_cue_release(&promising->cue);
	desk_cue_promise(promising->desk, &promise, &promising->cue, &ignored);
}

static void show_understood(struct promising *promising)
{
	due_show(promising->desk, &promising->form,
		 _("fri, tomorrow 3pm, nov 27"));
	load_cue(promising);
}

static bool make_anew(struct promising *promising, struct error *err)
{
	return desk_renew_promise(promising->desk, promising->promise_id,
				  form_value(&promising->form, "when"),
				  form_value(&promising->form, "reason"), err);
}

static bool make(struct promising *promising, struct error *err)
{
	int64_t promise_id;

	return desk_make_promise_to(
	    promising->desk, promising->request_id,
	    promising->asks_contact
		? form_value(&promising->form, "contact_text")
		: NULL,
	    form_value(&promising->form, "what"),
	    form_value(&promising->form, "when"), promising->owner_id,
	    &promise_id, err);
}

/* A promise to somebody without a name needs a way to reach them. */
static void ask_contact(struct promising *promising, const struct error *err)
{
	if (promising->asks_contact || !str_same(err->field, "contact_text"))
		return;
	form_hide(&promising->form, "contact_text", false);
	promising->asks_contact = true;
}

static void save(struct app *app, struct screen *screen)
{
	struct promising *promising = screen->state;
	bool is_anew = promising->promise_id != 0;
	struct error err = {0};

	if (is_anew ? !make_anew(promising, &err) : !make(promising, &err)) {
		ask_contact(promising, &err);
		if (!form_error(&promising->form, &err))
			app_problem(app, &err);
		return;
	}
	if (is_anew)
		typed_done(app, "renewal", promising->promise_id);
	else
		typed_done(app, "promise", promising->request_id);
	app_pop(app);
	visit_reload(app);
	app_reload(app);
	if (is_anew)
		app_news(app, _("Promised anew; the old date stays. Tell them "
				"in time.  ^Z takes it back"));
	else
		app_news(app, _("Promised, and on the desk until it is kept.  "
				"^P slip  ^Z takes it back"));
}

static bool find_staff(struct app *app, void *state, const char *typed,
		       struct pick_rows *out, struct error *err)
{
	const struct promising *promising = state;
	char id[32];

	(void)app;
	(void)err;
	for (size_t i = 0; i < promising->staff.count; i++) {
		const struct staff *staff = &promising->staff.items[i];

		snprintf(id, sizeof(id), "%zu", i);
		if (pick_meets(typed, staff->name) ||
		    (staff->department && pick_meets(typed, staff->department)))
			pick_add(out, id, staff->name, staff->department);
	}
	return true;
}

static void take_owner(struct promising *promising, const struct staff *staff)
{
	promising->owner_id = staff->staff_id;
	form_set_id(&promising->form, CHOSEN, staff->staff_id);
	form_set(&promising->form, "owner", staff->name);
	load_cue(promising);
}

static bool picked(struct app *app, void *state, const char *id,
		   const char *typed, struct error *err)
{
	struct promising *promising = state;

	(void)app;
	(void)typed;
	(void)err;
	take_owner(promising, &promising->staff.items[strtoul(id, NULL, 10)]);
	promising->form.is_touched = true;
	return true;
}

static void choose(struct app *app, struct screen *screen)
{
	struct promising *promising = screen->state;
	struct error err = {0};
	struct pick pick = {
	    .title = _("Who will do it?"),
	    .label = _("Name"),
	    .find = find_staff,
	    .picked = picked,
	    .state = promising,
	};

	if (promising->promise_id)
		app_news(app, _("Who keeps it stays the same."));
	else if (!promising->staff.count &&
		 !desk_list_staff(promising->desk, &promising->staff, &err))
		app_problem(app, &err);
	else
		pick_open(app, &pick);
}

static void enter(struct app *app, struct screen *screen)
{
	struct promising *promising = screen->state;

	if (!form_move(&promising->form, 1))
		save(app, screen);
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static bool promising_handle(struct screen *screen, const struct key *key)
{
	struct promising *promising = screen->state;
	enum form_result result = form_handle(&promising->form, key);

	if (result == FORM_CHANGED && form_is_at(&promising->form, "when"))
		show_understood(promising);
	return result != FORM_IGNORED;
}

static void promising_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct promising *promising = screen->state;
	struct area area = canvas_area(canvas), form = area, cue = area;
	int rows;

	canvas_put(canvas, area.row, 1, area.cols - 2,
		   promising->promise_id ? _("By when can it be done?")
					 : _("Promise"),
		   STYLE_TITLE);
	cue.row++;
	rows = cue_view_draw_moment(&promising->cue, canvas, cue);
	/* What is typed stays where it is, whatever is said of it. */
	if (rows < CUE_ROWS)
		rows = CUE_ROWS;
	canvas_rule(canvas, area.row + 1 + rows, 1, area.cols - 2, NULL, NULL);
	form.row += rows + 2;
	form.rows -= rows + 2;
	form.col = 1;
	form.cols -= 2;
	form_draw(&promising->form, canvas, &form, true);
}

/* Whoever was chosen before; where they are gone, that is said. */
static void restore_owner(struct app *app, struct promising *promising)
{
	int64_t id = form_id(&promising->form, CHOSEN);
	struct error err = {0};

	if (id == 0)
		return;
	if (!promising->staff.count &&
	    !desk_list_staff(promising->desk, &promising->staff, &err))
		app_problem(app, &err);
	for (size_t i = 0; i < promising->staff.count; i++)
		if (promising->staff.items[i].staff_id == id) {
			take_owner(promising, &promising->staff.items[i]);
			return;
		}
	form_set_id(&promising->form, CHOSEN, 0);
	form_note(&promising->form, "owner", _("F4 chooses again"));
}

static void promising_restored(struct screen *screen)
{
	struct promising *promising = screen->state;

	if (!str_is_blank(form_value(&promising->form, "contact_text"))) {
		form_hide(&promising->form, "contact_text", false);
		promising->asks_contact = true;
	}
	restore_owner(screen->app, promising);
	show_understood(promising);
}

static void promising_free(struct screen *screen)
{
	struct promising *promising = screen->state;

	moment_cue_release(&promising->cue);
	form_release(&promising->form);
	staff_list_release(&promising->staff);
	free(promising);
}

static void show_cues(struct app *app, struct screen *screen)
{
	const struct promising *promising = screen->state;

	cue_view_show_moment(app, &promising->cue);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 0, NULL, false},
    {ACTION_CHOOSE, choose, 60, N_("Who"), false},
    {ACTION_FINISH, save, 90, N_("Promise"), false},
    {ACTION_CUES, show_cues, 0, NULL, false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static bool promising_can(const struct screen *screen, enum action action)
{
	const struct promising *promising = screen->state;

	return action != ACTION_CHOOSE || !promising->promise_id;
}

static const struct screen_class promising_class = {
    .title = N_("Promise"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .draw = promising_draw,
    .handle = promising_handle,
    .free = promising_free,
    .restored = promising_restored,
    .can = promising_can,
};

void promise_open(struct app *app, int64_t request_id)
{
	struct promising *promising = mem_new(1, sizeof(*promising));

	promising->desk = app_desk(app);
	promising->request_id = request_id;
	form_init(&promising->form, 12);
	form_add_text(&promising->form, "what", _("What"), 300, false);
	form_add_text(&promising->form, "when", _("By when"), 60, false);
	form_add_shown(&promising->form, "owner", _("By whom"),
		       desk_session(promising->desk)->staff_name);
	form_add_text(&promising->form, "contact_text", _("Telephone"), 100,
		      false);
	form_hide(&promising->form, "contact_text", true);
	form_add_id(&promising->form, CHOSEN);
	form_focus(&promising->form, "what");
	show_understood(promising);
	app_push(app, &promising_class, promising);
	typed_form(app, "promise", request_id, &promising->form);
}

void promise_renew_open(struct app *app, int64_t promise_id, const char *what)
{
	struct promising *promising = mem_new(1, sizeof(*promising));

	promising->desk = app_desk(app);
	promising->promise_id = promise_id;
	form_init(&promising->form, 12);
	form_add_shown(&promising->form, "what", _("What"), what);
	form_add_text(&promising->form, "when", _("By when"), 60, false);
	form_add_text(&promising->form, "reason", _("Why anew"), 300, false);
	form_focus(&promising->form, "when");
	show_understood(promising);
	app_push(app, &promising_class, promising);
	typed_form(app, "renewal", promise_id, &promising->form);
}
