/* How a topic's card was: each version, by whom and when. */
#include <stdio.h>
#include <stdlib.h>

#include "../list.h"
#include "frontdesk/base/mem.h"
#include "moment.h"
#include "topic_screen.h"

#define LABEL_COLS 15
#define LIST_ROWS 6 /* the card in the version stands below them */

struct versions {
	struct desk *desk;
	int64_t topic_id;
	struct topic_version_list found;
	struct list list;
	struct topic shown; /* of the selected row */
	struct sheet_view *view;
};

static const char *row_id(const void *rows, size_t index)
{
	static char id[24];
	const struct topic_version_list *found = rows;

	snprintf(id, sizeof(id), "%lld",
		 (long long)found->items[index].topic_version_id);
	return id;
}

static bool read_shown(struct versions *versions, struct error *err)
{
	struct topic fresh;
	size_t at = versions->list.selected;

	if (at >= versions->found.count)
		return true;
	if (!desk_get_topic_version(versions->desk,
				    versions->found.items[at].topic_version_id,
				    &fresh, err))
		return false;
	topic_release(&versions->shown);
	versions->shown = fresh;
	versions->view->top = 0;
	return true;
}

static bool versions_load(struct screen *screen, struct error *err)
{
	struct versions *versions = screen->state;
	struct topic_version_list fresh;

	if (!desk_list_topic_versions(versions->desk, versions->topic_id,
				      &fresh, err))
		return false;
	topic_version_list_release(&versions->found);
	versions->found = fresh;
	list_set(&versions->list, fresh.count, row_id, &versions->found);
	if (fresh.count && versions->list.selected == LIST_NONE)
		list_select(&versions->list, 0, row_id, &versions->found);
	return read_shown(versions, err);
}

/* "Nov 23, 2:14 pm   K. Osei   in use" */
static void draw_row(struct canvas *canvas, const void *rows, size_t index,
		     struct area at, bool is_selected)
{
	const struct versions *versions = rows;
	const struct topic_version *version = &versions->found.items[index];
	enum style style = is_selected ? STYLE_SELECTED : STYLE_TEXT;
	struct str when = STR_INIT;

	moment_add(versions->desk, version->made_at, &when);
	canvas_put(canvas, at.row, at.col + 2, 24, str_text(&when), style);
	canvas_put(canvas, at.row, at.col + 28, 24,
		   version->made_by ? version->made_by : _("as it came"),
		   style);
	canvas_put(canvas, at.row, at.col + 54, at.cols - 54,
		   version->is_in_use	    ? _("in use")
		   : version->is_taken_back ? _("taken back")
					    : "",
		   style);
	str_release(&when);
}

static void versions_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct versions *versions = screen->state;
	struct area area = canvas_area(canvas), rows = area, card = area;
	struct sheet sheet;

	canvas_putf(canvas, area.row, 1, area.cols - 2, STYLE_TITLE,
		    _("%s: how its card was"),
		    versions->shown.name ? versions->shown.name : "");
	rows.row += 1;
	rows.rows = LIST_ROWS;
	rows.col = 1;
	rows.cols -= 2;
	list_draw(&versions->list, canvas, &rows, draw_row, versions);
	canvas_rule(canvas, rows.row + LIST_ROWS, 1, area.cols - 2, NULL, NULL);
	card.row = rows.row + LIST_ROWS + 1;
	card.rows = area.row + area.rows - card.row;
	card.col = 1;
	card.cols -= 2;
	sheet_begin(&sheet, canvas, &card, LABEL_COLS, versions->view);
	topic_card_add(versions->desk, &versions->shown, &sheet);
	sheet_end(&sheet);
}

static bool versions_handle(struct screen *screen, const struct key *key)
{
	struct versions *versions = screen->state;
	struct error err = {0};

	if (key_is(key, ACTION_PAGE_UP) || key_is(key, ACTION_PAGE_DOWN))
		return sheet_handle(versions->view, key);
	if (!list_handle(&versions->list, key, true, row_id, &versions->found))
		return false;
	if (!read_shown(versions, &err))
		app_problem(screen->app, &err);
	return true;
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static void versions_free(struct screen *screen)
{
	struct versions *versions = screen->state;

	topic_version_list_release(&versions->found);
	list_release(&versions->list);
	topic_release(&versions->shown);
	free(versions->view);
	free(versions);
}

static const struct binding bindings[] = {
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class versions_class = {
    .title = N_("Earlier versions"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = versions_load,
    .draw = versions_draw,
    .handle = versions_handle,
    .free = versions_free,
};

void topic_versions_open(struct app *app, int64_t topic_id)
{
	struct versions *versions = mem_new(1, sizeof(*versions));

	versions->desk = app_desk(app);
	versions->topic_id = topic_id;
	versions->view = mem_new(1, sizeof(*versions->view));
	list_init(&versions->list);
	app_push(app, &versions_class, versions);
}
