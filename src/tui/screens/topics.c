/* The topics: typed to find, and the card of one, to be read at the counter. */
#include <stdio.h>
#include <stdlib.h>

#include "../field.h"
#include "../list.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/visit.h"
#include "screens.h"

#define LIMIT 100

struct topics {
	struct desk *desk;
	struct field box;
	struct find found;
	struct list list;
	bool is_typed; /* since the last load: the best row is selected */
};

static const char *row_id(const void *rows, size_t index)
{
	static char id[24];
	const struct find *found = rows;

	snprintf(id, sizeof(id), "%lld", (long long)found->rows[index].id);
	return id;
}

static bool topics_load(struct screen *screen, struct error *err)
{
	struct topics *topics = screen->state;

	find_release(&topics->found);
	if (!desk_find_all_topics(topics->desk, field_text(&topics->box), LIMIT,
				  &topics->found, err))
		return false;
	list_set(&topics->list, topics->found.count, row_id, &topics->found);
	if (topics->found.count &&
	    (topics->is_typed || topics->list.selected == LIST_NONE))
		list_select(&topics->list, 0, row_id, &topics->found);
	topics->is_typed = false;
	return true;
}

static void draw_row(struct canvas *canvas, const void *rows, size_t index,
		     struct area at, bool is_selected)
{
	const struct find_row *row = &((const struct find *)rows)->rows[index];
	int half = at.cols / 2;

	canvas_put(canvas, at.row, at.col + 2, half - 2, row->title,
		   is_selected ? STYLE_SELECTED : STYLE_TEXT);
	if (row->detail)
		canvas_put(canvas, at.row, at.col + half + 1, half - 2,
			   row->detail,
			   is_selected ? STYLE_SELECTED : STYLE_DIM);
}

static void topics_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct topics *topics = screen->state;
	struct area area = canvas_area(canvas), rows = area;
	int label = text_width(_("Topic")) + 3;

	canvas_put(canvas, area.row, 1, area.cols - 2, _("Topics"),
		   STYLE_TITLE);
	canvas_put(canvas, area.row + 1, 1, label, _("Topic"), STYLE_LABEL);
	canvas_rule(canvas, area.row + 2, 1, area.cols - 2, NULL, NULL);
	rows.row += 3;
	rows.rows -= 3;
	rows.col = 1;
	rows.cols -= 2;
	list_draw(&topics->list, canvas, &rows, draw_row, &topics->found);
	if (!topics->found.count)
		canvas_put(canvas, rows.row, 3, rows.cols - 3,
			   _("No topic has that word."), STYLE_DIM);
	field_draw(&topics->box, canvas, area.row + 1, label,
		   area.cols - label - 1, true);
}

static bool topics_handle(struct screen *screen, const struct key *key)
{
	struct topics *topics = screen->state;
	struct error err = {0};

	if (list_handle(&topics->list, key, false, row_id, &topics->found))
		return true;
	switch (field_handle(&topics->box, key, &err)) {
	case FIELD_IGNORED:
		return false;
	case FIELD_REFUSED:
		app_problem(screen->app, &err);
		return true;
	case FIELD_CHANGED:
		topics->is_typed = true;
		app_reload(screen->app);
		return true;
	case FIELD_MOVED:
		return true;
	}
	return false;
}

static void enter(struct app *app, struct screen *screen)
{
	struct topics *topics = screen->state;

	if (topics->list.selected != LIST_NONE && topics->found.count)
		topic_open(app, topics->found.rows[topics->list.selected].id);
}

static void add_topic(struct app *app, struct screen *screen)
{
	(void)screen;
	topic_edit_open(app, 0);
}

static bool topics_can(const struct screen *screen, enum action action)
{
	const struct topics *topics = screen->state;
	const struct topic none = {0};
	struct error unused = {0};

	return action != ACTION_CHOOSE ||
	       desk_may_change_topic(topics->desk, &none, &unused);
}

static void escape(struct app *app, struct screen *screen)
{
	struct topics *topics = screen->state;

	if (field_is_blank(&topics->box)) {
		app_pop(app);
		return;
	}
	field_clear(&topics->box);
	app_reload(app);
}

static void topics_free(struct screen *screen)
{
	struct topics *topics = screen->state;

	field_release(&topics->box);
	find_release(&topics->found);
	list_release(&topics->list);
	free(topics);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 60, NULL, false},
    {ACTION_CHOOSE, add_topic, 55, N_("New topic"), false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class topics_class = {
    .title = N_("Topics"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = topics_load,
    .draw = topics_draw,
    .handle = topics_handle,
    .free = topics_free,
    .can = topics_can,
};

void topics_open(struct app *app)
{
	static const struct text_limit limit = {
	    .field = "topic", .label = N_("the topic"), .max = 100};
	struct topics *topics = mem_new(1, sizeof(*topics));

	topics->desk = app_desk(app);
	field_init(&topics->box, &limit);
	list_init(&topics->list);
	app_push(app, &topics_class, topics);
}
