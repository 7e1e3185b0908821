/* F8: what will be done, by when, by whom. */
#include <stdio.h>
#include <stdlib.h>

#include "../form.h"
#include "../pick.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/calendar.h"
#include "frontdesk/desk/signin.h"
#include "screens.h"

struct promising {
	struct desk *desk;
	struct form form; /* what, when, owner */
	struct staff_list staff;
	int64_t request_id;
	int64_t owner_id; /* 0: the person here */
};

/* That the site is not open then, below the field; NULL: it is. */
static void show_closed(struct promising *promising, const char *note)
{
	struct form *form = &promising->form;

	if (note != NULL && form_find(form, "closed") == NULL) {
		form_add_shown(form, "closed", "", "")->style = STYLE_KNOW;
		form_place_after(form, "closed", "when");
	}
	form_set(form, "closed", note != NULL ? note : "");
	form_hide(form, "closed", note == NULL);
}

/* What was understood of "by when", shown back in full as it is typed. */
static void show_understood(struct promising *promising)
{
	const char *typed = form_value(&promising->form, "when");
	struct local when;
	struct error err = {0};
	char text[64], *note;

	show_closed(promising, NULL);
	if (str_is_blank(typed)) {
		form_note(&promising->form, "when",
			  _("fri, tomorrow 3pm, nov 27"));
		return;
	}
	if (!desk_understand_when(promising->desk, typed, &when, &note, &err)) {
		form_note(&promising->form, "when", _("not understood yet"));
		return;
	}
	when_format(&when, text);
	form_note(&promising->form, "when", text);
	show_closed(promising, note);
	free(note);
}

static void save(struct app *app, struct screen *screen)
{
	struct promising *promising = screen->state;
	struct error err = {0};
	int64_t promise_id;

	if (!desk_make_promise(promising->desk, promising->request_id,
			       form_value(&promising->form, "what"),
			       form_value(&promising->form, "when"),
			       promising->owner_id, &promise_id, &err)) {
		if (!form_error(&promising->form, &err))
			app_problem(app, &err);
		return;
	}
	app_pop(app);
	visit_reload(app);
	app_news(app, _("Promised, and on the desk until it is kept."));
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
		if (pick_meets(typed, staff->name))
			pick_add(out, id, staff->name, staff->department);
	}
	return true;
}

static bool picked(struct app *app, void *state, const char *id,
		   const char *typed, struct error *err)
{
	struct promising *promising = state;
	const struct staff *staff =
	    &promising->staff.items[strtoul(id, NULL, 10)];

	(void)app;
	(void)typed;
	(void)err;
	promising->owner_id = staff->staff_id;
	form_set(&promising->form, "owner", staff->name);
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

	if (!promising->staff.count &&
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
	struct area area = canvas_area(canvas), form = area;

	canvas_put(canvas, area.row, 1, area.cols - 2, _("Promise"),
		   STYLE_TITLE);
	canvas_put(canvas, area.row + 1, 1, area.cols - 2,
		   _("Our word is our bond: promise what can be kept."),
		   STYLE_DIM);
	canvas_rule(canvas, area.row + 2, 1, area.cols - 2, NULL, NULL);
	form.row += 4;
	form.rows -= 4;
	form.col = 1;
	form.cols -= 2;
	form_draw(&promising->form, canvas, &form, true);
}

static void promising_free(struct screen *screen)
{
	struct promising *promising = screen->state;

	form_release(&promising->form);
	staff_list_release(&promising->staff);
	free(promising);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 0, NULL, false},
    {ACTION_CHOOSE, choose, 60, N_("Who"), false},
    {ACTION_FINISH, save, 90, N_("Promise"), false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class promising_class = {
    .title = N_("Promise"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .draw = promising_draw,
    .handle = promising_handle,
    .free = promising_free,
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
	show_understood(promising);
	app_push(app, &promising_class, promising);
}
