/* F7: to whom, the one thing asked, and the context that goes along. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../form.h"
#include "../list.h"
#include "../pick.h"
#include "../typed.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/handoff.h"
#include "screens.h"

struct passing {
	struct desk *desk;
	struct handoff_draft draft;
	struct form form; /* to, asked */
	struct list list; /* over shown */
	size_t *shown;	  /* indices of draft.targets that meet "to" */
	size_t shown_count;
	const struct handoff_target *target; /* chosen, or NULL */
	int top; /* the first line of the context that shows */
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

static void choose_target(struct app *app, struct passing *passing)
{
	const struct handoff_target *target = highlighted(passing);

	if (!target) {
		app_news(app, _("Nobody here has that name: type less of it."));
		return;
	}
	passing->target = target;
	form_set(&passing->form, "to", target->name);
	form_focus(&passing->form, "asked");
}

static void send(struct app *app, struct screen *screen)
{
	struct passing *passing = screen->state;
	struct error err = {0};
	int64_t handoff_id;
	struct str to = STR_INIT;

	if (!passing->target) {
		choose_target(app, passing);
		return;
	}
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
	visit_reload(app);
	app_news(app, _("Offered to %s. Say: “You will hear from us.”"),
		 str_text(&to));
	str_release(&to);
}

static void enter(struct app *app, struct screen *screen)
{
	struct passing *passing = screen->state;

	if (form_is_at(&passing->form, "to"))
		choose_target(app, passing);
	else
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
			filter(passing);
		}
		return true;
	default:
		return true;
	}
}

static void draw_target(struct canvas *canvas, const void *rows, size_t index,
			struct area at, bool is_selected)
{
	const struct passing *passing = rows;
	const struct handoff_target *target =
	    &passing->draft.targets[passing->shown[index]];
	enum style style = is_selected ? STYLE_SELECTED : STYLE_TEXT;
	enum style dim = is_selected ? STYLE_SELECTED : STYLE_DIM;
	int name = at.cols * 3 / 10, why = at.cols * 7 / 10;

	canvas_put(canvas, at.row, at.col + 2, name - 3, target->name, style);
	if (target->detail)
		canvas_put(canvas, at.row, at.col + name, why - name - 1,
			   target->detail, dim);
	if (target->why)
		canvas_put(canvas, at.row, at.col + why, at.cols - why - 1,
			   target->why, style);
}

/* Lines of the context from the top-th on, wrapped at the area's width. */
static void draw_context(const struct passing *passing, struct canvas *canvas,
			 struct area area)
{
	const char *line = passing->draft.context;
	int row = area.row, skip = passing->top;

	while (line && *line && row < area.row + area.rows) {
		size_t len = strcspn(line, "\n");
		char *text = mem_copy_n(line, len);

		if (skip > 0)
			skip--;
		else if (len)
			row += canvas_put_wrapped(
			    canvas, row, area.col, area.cols,
			    area.row + area.rows - row, text, STYLE_TEXT);
		else
			row++;
		free(text);
		line += len + (line[len] == '\n');
	}
}

static void passing_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct passing *passing = screen->state;
	struct area area = canvas_area(canvas), part = area;

	canvas_putf(canvas, area.row, 1, area.cols - 2, STYLE_TITLE,
		    _("Hand off %s"), passing->draft.reference);
	if (passing->draft.hop > 1)
		canvas_putf(canvas, area.row + 1, 1, area.cols - 2, STYLE_LATE,
			    _("KNOW  This would be hop %d. So far: %s"),
			    passing->draft.hop,
			    passing->draft.chain ? passing->draft.chain : "");
	else
		canvas_put(canvas, area.row + 1, 1, area.cols - 2,
			   _("The receiver gets everything below, and the one "
			     "thing that you ask."),
			   STYLE_DIM);
	canvas_rule(canvas, area.row + 2, 1, area.cols - 2, NULL, NULL);
	part.row = area.row + 3;
	part.rows = area.rows / 3;
	part.col = 1;
	part.cols = area.cols - 2;
	part.row += form_draw(&passing->form, canvas, &part, true);
	if (!passing->target) {
		part.rows = area.rows / 3 - 1;
		list_draw(&passing->list, canvas, &part, draw_target, passing);
		part.row += part.rows;
	}
	canvas_rule(canvas, part.row, 1, area.cols - 2, _("GOES ALONG"), NULL);
	part.row++;
	part.rows = area.row + area.rows - part.row;
	part.col = 3;
	part.cols = area.cols - 4;
	draw_context(passing, canvas, part);
}

/* Whoever stands in "to" is chosen again, where it is one of them. */
static void passing_restored(struct screen *screen)
{
	struct passing *passing = screen->state;
	const char *to = form_value(&passing->form, "to");

	passing->target = NULL;
	filter(passing);
	for (size_t i = 0; i < passing->draft.target_count; i++)
		if (str_same(passing->draft.targets[i].name, to))
			passing->target = &passing->draft.targets[i];
	if (!passing->target)
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
	form_release(&passing->form);
	list_release(&passing->list);
	free(passing->shown);
	free(passing);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 0, NULL, false},
    {ACTION_FINISH, send, 90, N_("Send"), false},
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

void handoff_open(struct app *app, int64_t request_id, int64_t visit_id)
{
	struct passing *passing = mem_new(1, sizeof(*passing));
	struct error err = {0};

	passing->desk = app_desk(app);
	if (!desk_prepare_handoff(passing->desk, request_id, visit_id,
				  &passing->draft, &err)) {
		app_problem(app, &err);
		free(passing);
		return;
	}
	form_init(&passing->form, 10);
	form_add_text(&passing->form, "to", _("To"), 100, false);
	form_add_text(&passing->form, "asked", _("Asked"), 500, true);
	form_note(&passing->form, "asked", _("the one thing; required"));
	list_init(&passing->list);
	passing->shown =
	    mem_new(passing->draft.target_count + 1, sizeof(*passing->shown));
	filter(passing);
	app_push(app, &passing_class, passing);
	typed_form(app, "handoff", request_id, &passing->form);
}
