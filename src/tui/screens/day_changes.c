/* What changed of a closed day since it was closed: what was put right, and
 * what only went on. */
#include <stdlib.h>

#include "day.h"
#include "frontdesk/base/mem.h"
#include "sheet.h"

struct changes {
	struct desk *desk;
	struct day day;
	struct corrections changed;
	struct sheet_view *view;
};

static bool changes_load(struct screen *screen, struct error *err)
{
	struct changes *state = screen->state;
	struct corrections fresh;

	if (!corrections_find(state->desk, state->day, &fresh, err))
		return false;
	corrections_release(&state->changed);
	state->changed = fresh;
	return true;
}

static void add_items(const struct corrections *changed, bool went_on,
		      struct sheet *sheet)
{
	struct str line = STR_INIT;
	bool is_first = true;

	for (size_t i = 0; i < changed->count; i++) {
		const struct correction *item = &changed->items[i];

		if (item->went_on != went_on || !item->is_read)
			continue;
		if (is_first)
			sheet_add(sheet, "",
				  went_on ? _("GONE ON SINCE") : _("CORRECTED"),
				  STYLE_LABEL);
		is_first = false;
		str_clear(&line);
		correction_add_words(item, &line);
		sheet_add(sheet, "", str_text(&line), STYLE_TEXT);
	}
	str_release(&line);
}

static void changes_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct changes *state = screen->state;
	struct area area = canvas_area(canvas), rows = area;
	struct str title = STR_INIT, count = STR_INIT;
	struct sheet sheet;
	char day[24];

	day_format(state->day, day);
	str_addf(&title, _("Changed since it was closed %s %s"),
		 canvas_mark(canvas, MARK_DOT), day);
	canvas_put(canvas, area.row, 1, area.cols - 2, str_text(&title),
		   STYLE_TITLE);
	corrections_add_count(&state->changed, &count);
	canvas_put(canvas, area.row + 1, 1, area.cols - 2,
		   count.len > 0 ? str_text(&count)
				 : _("Nothing has changed since."),
		   STYLE_DIM);
	rows.row += 3;
	rows.rows -= 3;
	rows.cols -= 1;
	sheet_begin(&sheet, canvas, &rows, 2, state->view);
	add_items(&state->changed, false, &sheet);
	add_items(&state->changed, true, &sheet);
	sheet_end(&sheet);
	str_release(&title);
	str_release(&count);
}

static bool changes_key(struct screen *screen, const struct key *key)
{
	struct changes *state = screen->state;

	return sheet_handle(state->view, key);
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static void changes_free(struct screen *screen)
{
	struct changes *state = screen->state;

	corrections_release(&state->changed);
	free(state->view);
	free(state);
}

static const struct binding bindings[] = {
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class changes_class = {
    .title = N_("Changed since it was closed"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = changes_load,
    .draw = changes_draw,
    .handle = changes_key,
    .free = changes_free,
};

void day_changes_open(struct app *app, struct day day)
{
	struct changes *state = mem_new(1, sizeof(*state));

	state->desk = app_desk(app);
	state->day = day;
	state->view = mem_new(1, sizeof(*state->view));
	app_push(app, &changes_class, state);
}
