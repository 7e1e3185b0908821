/* Two columns, what differs marked by a word as well as by its colour. */
#include <stdio.h>

#include "frontdesk/base/text.h"
#include "merge.h"

#define LABEL_COLS 16
#define WORD_COLS 10
#define HEAD_ROWS 4
#define CELL_ROWS 3

/* Where the columns stand. */
struct columns {
	int left, right, word, cell;
};

static struct columns columns_of(int cols)
{
	int cell = (cols - LABEL_COLS - WORD_COLS - 2) / 2;
	struct columns at = {LABEL_COLS + 1, LABEL_COLS + 1 + cell,
			     LABEL_COLS + 1 + 2 * cell, cell};

	return at;
}

static int height_of(const char *text, int cols)
{
	int rows = cols > 0 ? (text_width(text) + cols - 1) / cols : 1;

	return rows < 1 ? 1 : rows > CELL_ROWS ? CELL_ROWS : rows;
}

static int item_height(const struct merge_item *item, int cell)
{
	int left = height_of(item->values[MERGE_LEFT], cell - 4);
	int right = height_of(item->values[MERGE_RIGHT], cell - 4);

	return left > right ? left : right;
}

static bool stays(const struct merge_item *item, enum merge_side side)
{
	return !item->chosen || *item->chosen == side ||
	       *item->chosen == MERGE_BOTH;
}

static void draw_cell(struct canvas *canvas, const struct merge_item *item,
		      enum merge_side side, int row, int col, int cols)
{
	const char *text = item->values[side];
	bool is_chosen = item->chosen && stays(item, side);

	if (is_chosen)
		canvas_put(canvas, row, col, 1,
			   canvas_mark(canvas, MARK_SELECTED), STYLE_SAY);
	if (item->chosen && !*text)
		text = _("(empty)");
	canvas_put_wrapped(canvas, row, col + 2, cols - 4, CELL_ROWS, text,
			   !item->chosen ? STYLE_TEXT
			   : is_chosen	 ? STYLE_SAY
					 : STYLE_DIM);
}

/* What of the two is so afterwards. */
static const char *word_of(const struct merge_screen *state,
			   const struct merge_item *item)
{
	if (item->chosen == &state->page.survivor)
		return _("one stays");
	if (item->chosen)
		return *item->chosen == MERGE_BOTH ? _("both stay")
						   : _("differs");
	return item > state->items + state->page.count ? _("both stay") : "";
}

/* From the first row on with which the one in focus still fits. */
static size_t first_item(const struct merge_screen *state, int cell, int rows)
{
	size_t first = state->focus;
	int used = item_height(&state->items[first], cell);

	while (first > 0) {
		used += item_height(&state->items[first - 1], cell);
		if (used > rows)
			break;
		first--;
	}
	return first;
}

static void draw_head(const struct merge_screen *state, struct canvas *canvas,
		      struct area area, const struct columns *at)
{
	char count[64];

	canvas_put(canvas, area.row, 1, area.cols - 32,
		   _("Two records of one person"), STYLE_TITLE);
	snprintf(count, sizeof(count), _("rows that differ: %zu"),
		 state->different_count);
	canvas_put_right(canvas, area.row, area.cols - 30, 29, count,
			 STYLE_OPEN);
	canvas_put(canvas, area.row + 1, 1, area.cols - 2,
		   _("Left or Right chooses what stays; F9 merges, and ^Z "
		     "takes it back."),
		   STYLE_DIM);
	canvas_rule(canvas, area.row + 2, 1, area.cols - 2, NULL, NULL);
	canvas_put(canvas, area.row + 3, at->left + 2, at->cell - 3,
		   state->names[MERGE_LEFT], STYLE_LABEL);
	canvas_put(canvas, area.row + 3, at->right + 2, at->cell - 3,
		   state->names[MERGE_RIGHT], STYLE_LABEL);
}

void merge_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct merge_screen *state = screen->state;
	struct area area = canvas_area(canvas);
	struct columns at = columns_of(area.cols);
	int row = area.row + HEAD_ROWS, end = area.row + area.rows;
	size_t i = first_item(state, at.cell, area.rows - HEAD_ROWS);

	draw_head(state, canvas, area, &at);
	for (; i < state->count && row < end; i++) {
		const struct merge_item *item = &state->items[i];
		bool is_on = i == state->focus;

		canvas_put(canvas, row, 1, LABEL_COLS - 1, item->label,
			   is_on ? STYLE_SELECTED : STYLE_LABEL);
		draw_cell(canvas, item, MERGE_LEFT, row, at.left, at.cell);
		draw_cell(canvas, item, MERGE_RIGHT, row, at.right, at.cell);
		canvas_put(canvas, row, at.word, WORD_COLS,
			   word_of(state, item),
			   item->chosen ? STYLE_OPEN : STYLE_DIM);
		if (is_on)
			canvas_cursor(canvas, row, 1);
		row += item_height(item, at.cell);
	}
}
