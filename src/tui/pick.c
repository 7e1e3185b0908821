#include "pick.h"

#include <stdlib.h>
#include <string.h>

#include "field.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "list.h"
#include "match.h"
#include "stack.h"

/* Above it stay the visitor and what to say to them. */
#define FIRST_ROW 4
#define TYPED_MAX 200

struct pick_row {
	char *id, *text, *note;
	bool is_apart;
};

struct pick_rows {
	struct pick_row *items;
	size_t count;
};

struct picking {
	struct pick pick; /* with texts of its own */
	struct field field;
	struct list list;
	struct pick_rows rows;
};

static void add(struct pick_rows *rows, const char *id, const char *text,
		const char *note, bool is_apart)
{
	struct pick_row row = {mem_copy(id), mem_copy(text), mem_copy(note),
			       is_apart};

	rows->items =
	    mem_resize(rows->items, rows->count + 1, sizeof(*rows->items));
	rows->items[rows->count++] = row;
}

void pick_add(struct pick_rows *rows, const char *id, const char *text,
	      const char *note)
{
	add(rows, id, text, note, false);
}

void pick_add_apart(struct pick_rows *rows, const char *id, const char *text,
		    const char *note)
{
	add(rows, id, text, note, true);
}

bool pick_has(const struct pick_rows *rows, const char *id)
{
	for (size_t i = 0; i < rows->count; i++)
		if (str_same(rows->items[i].id, id))
			return true;
	return false;
}

bool pick_meets(const char *typed, const char *text)
{
	return match_words(typed, text);
}

static void rows_release(struct pick_rows *rows)
{
	for (size_t i = 0; i < rows->count; i++) {
		free(rows->items[i].id);
		free(rows->items[i].text);
		free(rows->items[i].note);
	}
	free(rows->items);
	memset(rows, 0, sizeof(*rows));
}

static const char *row_id(const void *rows, size_t index)
{
	return ((const struct pick_rows *)rows)->items[index].id;
}

/* LIST_NONE: there is nothing that could be meant. */
static size_t best(const struct pick_rows *rows)
{
	for (size_t i = 0; i < rows->count; i++)
		if (!rows->items[i].is_apart)
			return i;
	return LIST_NONE;
}

static bool pick_load(struct screen *screen, struct error *err)
{
	struct picking *picking = screen->state;
	struct pick_rows rows = {0};

	if (!picking->pick.find(screen->app, picking->pick.state,
				field_text(&picking->field), &rows, err)) {
		rows_release(&rows);
		return false;
	}
	rows_release(&picking->rows);
	picking->rows = rows;
	list_set(&picking->list, rows.count, row_id, &picking->rows);
	if (picking->list.selected == LIST_NONE)
		list_select(&picking->list, best(&picking->rows), row_id,
			    &picking->rows);
	return true;
}

static void draw_row(struct canvas *canvas, const void *rows, size_t index,
		     struct area at, bool is_selected)
{
	const struct pick_row *row =
	    &((const struct pick_rows *)rows)->items[index];
	int note = row->note ? at.cols * 2 / 5 : 0;

	canvas_put(canvas, at.row, at.col + 2, at.cols - 3 - note, row->text,
		   is_selected ? STYLE_SELECTED : STYLE_TEXT);
	if (row->note)
		canvas_put(canvas, at.row, at.col + at.cols - note, note - 1,
			   row->note, is_selected ? STYLE_SELECTED : STYLE_DIM);
}

static void pick_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct picking *picking = screen->state;
	struct area area = canvas_area(canvas), rows;
	int col = 1;

	area.row = area.rows > FIRST_ROW + 6 ? FIRST_ROW : 0;
	area.rows -= area.row;
	canvas_blank(canvas, area, STYLE_TEXT);
	canvas_rule(canvas, area.row, 1, area.cols - 2, picking->pick.title,
		    NULL);
	col += 2 + canvas_put(canvas, area.row + 1, col, area.cols / 3,
			      picking->pick.label, STYLE_LABEL);
	rows = (struct area){area.row + 3, 1, area.rows - 3, area.cols - 2};
	list_draw(&picking->list, canvas, &rows, draw_row, &picking->rows);
	if (picking->rows.count == 0)
		canvas_put(canvas, rows.row, 3, rows.cols, _("nothing matches"),
			   STYLE_DIM);
	field_draw(&picking->field, canvas, area.row + 1, col,
		   area.cols - col - 1, true);
}

static bool pick_handle(struct screen *screen, const struct key *key)
{
	struct picking *picking = screen->state;
	struct error err = {0};

	if (list_handle(&picking->list, key, false, row_id, &picking->rows))
		return true;
	switch (field_handle(&picking->field, key, &err)) {
	case FIELD_CHANGED: /* the best row is the first one again */
		picking->list.selected = LIST_NONE;
		app_reload(screen->app);
		if (err.code)
			app_problem(screen->app, &err);
		return true;
	case FIELD_MOVED:
		return true;
	case FIELD_REFUSED:
		app_problem(screen->app, &err);
		return true;
	case FIELD_IGNORED:
		break;
	}
	return false;
}

static void pick_take(struct app *app, struct screen *screen)
{
	struct picking *picking = screen->state;
	size_t at = picking->list.selected;
	struct error err = {0};

	if (at == LIST_NONE || at >= picking->rows.count) {
		app_news(app, picking->rows.count
				  ? _("Nothing is chosen: type more, or go "
				      "there with Down.")
				  : _("Nothing matches: type less, or Esc."));
		return;
	}
	stack_detach(app, screen);
	if (picking->pick.picked(app, picking->pick.state,
				 picking->rows.items[at].id,
				 field_text(&picking->field), &err)) {
		stack_discard(app, screen);
		return;
	}
	stack_attach(app, screen);
	app_problem(app, &err);
}

/* Esc clears a search box first. */
static void pick_escape(struct app *app, struct screen *screen)
{
	struct picking *picking = screen->state;

	if (picking->field.text.len > 0) {
		field_clear(&picking->field);
		picking->list.selected = LIST_NONE;
		app_reload(app);
		return;
	}
	app_pop(app);
	if (picking->pick.cancelled)
		picking->pick.cancelled(app, picking->pick.state);
}

static void pick_free(struct screen *screen)
{
	struct picking *picking = screen->state;

	rows_release(&picking->rows);
	field_release(&picking->field);
	list_release(&picking->list);
	free((char *)picking->pick.title);
	free((char *)picking->pick.label);
	free(picking);
}

static bool pick_label(const struct screen *screen, enum action action,
		       struct str *out)
{
	const struct picking *picking = screen->state;

	if (action != ACTION_ESCAPE || picking->field.text.len == 0)
		return false;
	str_add(out, _("Clear"));
	return true;
}

static const struct binding bindings[] = {
    {ACTION_ENTER, pick_take, 80, N_("Take"), false},
    {ACTION_ESCAPE, pick_escape, 90, NULL, true},
};

static const struct screen_class pick_class = {
    .title = N_("Choose"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = pick_load,
    .draw = pick_draw,
    .handle = pick_handle,
    .free = pick_free,
    .label = pick_label,
    .is_overlay = true,
};

void pick_open(struct app *app, const struct pick *pick)
{
	static const struct text_limit limit = {
	    .field = "typed", .label = N_("what is typed"), .max = TYPED_MAX};
	struct picking *picking = mem_new(1, sizeof(*picking));

	picking->pick = *pick;
	picking->pick.title = mem_copy(pick->title);
	picking->pick.label = mem_copy(pick->label);
	field_init(&picking->field, &limit);
	field_set(&picking->field, pick->typed);
	list_init(&picking->list);
	app_push(app, &pick_class, picking);
}
