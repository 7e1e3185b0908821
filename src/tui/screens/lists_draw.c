/* The names of the lists with their counts, and the rows of one. */
#include "frontdesk/base/text.h"
#include "lists.h"
#include "moment.h"

#define WHEN_COLS 13
#define NOTE_FROM 96   /* columns; with less the note stands below */
#define DETAIL_FROM 16 /* rows */
#define DETAIL_ROWS 4

static void add_name(const struct lists *lists, enum desk_list list,
		     struct str *out)
{
	const struct list_page *page = &lists->pages[list];

	str_clear(out);
	str_addf(out, "%s %zu%s", desk_list_words(list), page->count,
		 page->has_more ? "+" : "");
}

/* One after another, as many in a row as it has room for; returns the rows. */
static int draw_names(const struct lists *lists, struct canvas *canvas,
		      struct area area)
{
	int row = area.row + 1, col = 1;
	struct str name = STR_INIT;

	for (int i = 0; i < LIST_COUNT; i++) {
		enum style style =
		    lists->pages[i].count ? STYLE_TEXT : STYLE_DIM;
		int cols;

		if (!desk_has_list(lists->desk, (enum desk_list)i))
			continue;
		add_name(lists, (enum desk_list)i, &name);
		cols = text_width(str_text(&name));
		if (col > 1 && col + cols > area.cols - 1) {
			row++;
			col = 1;
		}
		canvas_put(canvas, row, col, cols, str_text(&name),
			   i == (int)lists->shown ? STYLE_SELECTED : style);
		col += cols + 2;
	}
	str_release(&name);
	return row - area.row;
}

static void draw_when(const struct lists *lists, struct canvas *canvas,
		      const struct list_row *row, struct area at, bool is_on)
{
	struct str when = STR_INIT;
	enum style style = is_on	  ? STYLE_SELECTED
			   : row->is_late ? STYLE_LATE
					  : STYLE_DIM;

	if (row->is_late)
		str_add(&when, _("LATE "));
	moment_add_short(lists->desk, row->at, &when);
	canvas_put_right(canvas, at.row, at.col + at.cols - WHEN_COLS - 2,
			 WHEN_COLS, str_text(&when), style);
	str_release(&when);
}

/* What is not read yet says so first. */
static void add_what(const struct list_row *row, const char *dot,
		     struct str *out)
{
	if (row->is_unread)
		str_addf(out, "%s %s ", _("TO READ"), dot);
	str_add(out, row->what);
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

static void draw_row(struct canvas *canvas, const void *rows, size_t index,
		     struct area at, bool is_on)
{
	const struct lists *lists = rows;
	const struct list_row *row = &lists->pages[lists->shown].rows[index];
	enum style style = is_on ? STYLE_SELECTED : STYLE_TEXT;
	int who = least(lists->who_cols + 2, at.cols * 28 / 100);
	int note = at.cols >= NOTE_FROM
		       ? least(lists->note_cols + 2, at.cols * 30 / 100)
		       : 0;
	int what = at.cols - who - note - WHEN_COLS - 5;
	struct str words = STR_INIT;

	canvas_put(canvas, at.row, at.col + 2, who - 1, row->who, style);
	add_what(row, canvas_mark(canvas, MARK_DOT), &words);
	canvas_put(canvas, at.row, at.col + 2 + who, what - 1, str_text(&words),
		   style);
	str_release(&words);
	if (note)
		canvas_put(canvas, at.row, at.col + 2 + who + what, note - 1,
			   row->note, is_on ? STYLE_SELECTED : STYLE_DIM);
	draw_when(lists, canvas, row, at, is_on);
}

/* The selected row in full, where its columns may have cut it. */
static void draw_detail(const struct lists *lists, struct canvas *canvas,
			struct area at)
{
	const struct list_page *page = &lists->pages[lists->shown];
	const struct list_row *row;
	struct str text = STR_INIT;

	if (lists->list.selected >= page->count)
		return;
	row = &page->rows[lists->list.selected];
	str_addf(&text, "%s %s %s", row->who, canvas_mark(canvas, MARK_DOT),
		 row->what);
	canvas_rule(canvas, at.row, 1, at.cols - 2, row->note, NULL);
	canvas_put_wrapped(canvas, at.row + 1, 3, at.cols - 4,
			   at.rows - (row->more ? 2 : 1), str_text(&text),
			   STYLE_TEXT);
	if (row->more)
		canvas_put(canvas, at.row + at.rows - 1, 3, at.cols - 4,
			   row->more, row->is_late ? STYLE_LATE : STYLE_NEWS);
	str_release(&text);
}

void lists_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct lists *lists = screen->state;
	const struct list_page *page = &lists->pages[lists->shown];
	struct area area = canvas_area(canvas), rows = area, detail = area;
	int names;

	canvas_put(canvas, area.row, 1, area.cols - 2, _("Lists"), STYLE_TITLE);
	if (area.cols > 60)
		canvas_put_right(canvas, area.row, area.cols - 41, 40,
				 _("Tab or an arrow: the next list"),
				 STYLE_DIM);
	names = draw_names(lists, canvas, area);
	canvas_rule(canvas, area.row + 1 + names, 1, area.cols - 2,
		    desk_list_words(lists->shown),
		    page->has_more ? _("the first of more") : NULL);
	detail.rows = area.rows >= DETAIL_FROM ? DETAIL_ROWS : 0;
	detail.row += area.rows - detail.rows;
	rows.row += 2 + names;
	rows.rows -= 2 + names + detail.rows;
	rows.col = 1;
	rows.cols -= 2;
	list_draw(&lists->list, canvas, &rows, draw_row, lists);
	if (!page->count)
		canvas_put(canvas, rows.row + 1, 3, rows.cols - 3,
			   desk_list_empty(lists->shown), STYLE_DIM);
	if (detail.rows)
		draw_detail(lists, canvas, detail);
}
