#include <stdio.h>

#include "clock_draw.h"
#include "cue_view.h"
#include "home.h"

#define TOP_ROWS 5
#define WAIT_COLS 12  /* "16 h 31 min", and a blank before it */
#define ROOMY_ROWS 20 /* a long question has two rows */

static void draw_top(const struct home *home, struct canvas *canvas,
		     struct area area)
{
	const struct desk_session *session = desk_session(home->desk);
	const char *dot = canvas_mark(canvas, MARK_DOT);
	int room = area.cols - CLOCK_DRAW_COLS;

	canvas_putf(canvas, area.row, 1, room, STYLE_TITLE, "%s%s%s%s%s%s%s",
		    session->counter_window ? session->counter_window : "",
		    session->counter_window ? " " : "",
		    session->counter_window ? dot : "",
		    session->counter_window ? " " : "",
		    session->staff_name ? session->staff_name : "",
		    desk_is_demo(home->desk) ? " " : "",
		    desk_is_demo(home->desk) ? _("(demo)") : "");
	clock_draw(home->desk, canvas, area);
}

/* What everybody must know for now; before closing, how to see what is left. */
static void draw_round(const struct home *home, struct canvas *canvas, int row,
		       int cols)
{
	const struct notice_list *notices = &home->notices;
	struct str notice = STR_INIT, evening = STR_INIT;
	const struct local closes = {.hour = home->closes_minute / 60,
				     .minute = home->closes_minute % 60};
	char minute[12];

	if (notices->count > 1)
		str_addf(&notice, _("%zu NOTICES: "), notices->count);
	else if (notices->count)
		str_add(&notice, _("NOTICE: "));
	if (notices->count == 1)
		str_addf(&notice, _("%s, %s"), notices->items[0].words,
			 notices->items[0].detail);
	/* Each of them, the newest first; the briefing has since when. */
	for (size_t i = notices->count; notices->count > 1 && i > 0; i--)
		str_addf(&notice, i > 1 ? "%s %s " : "%s",
			 notices->items[i - 1].words,
			 canvas_mark(canvas, MARK_DOT));
	local_format_minute(&closes, minute);
	if (home->is_evening)
		str_addf(&evening, _("closes %s: F1, the end of the day"),
			 minute);
	canvas_rule(canvas, row, 1, cols,
		    notices->count ? str_text(&notice) : NULL,
		    home->is_evening ? str_text(&evening) : NULL);
	str_release(&notice);
	str_release(&evening);
}

/* Where the columns of a row stand. */
struct columns {
	int title, detail, note;
};

static struct columns columns_of(int cols)
{
	int spare = cols > 80 ? cols - 80 : 0;
	struct columns at = {3, 31 + spare * 2 / 5, 49 + spare * 3 / 5};

	if (cols < 70) {
		at.detail = cols * 2 / 5;
		at.note = cols * 7 / 10;
	}
	return at;
}

/* The language; and last that they may be somebody else. */
static void draw_marks(struct canvas *canvas, const struct find_row *found,
		       struct columns col, struct area at, enum style style)
{
	const char *similar = found->is_similar ? _("similar") : NULL;
	int room = at.cols - col.note - 11;

	if (similar) {
		int cols = text_width(similar);

		canvas_put_right(canvas, at.row, at.cols - cols - 1, cols,
				 similar, style);
		room -= cols + 1;
	}
	if (found->language)
		canvas_put(canvas, at.row, col.note + 10, room, found->language,
			   style);
}

static void draw_found(const struct home *home, struct canvas *canvas,
		       const struct home_row *row, struct area at, bool is_on)
{
	const struct find_row *found = home_found(home, row);
	struct columns col = columns_of(at.cols);
	enum style style = is_on ? STYLE_SELECTED : STYLE_TEXT;
	enum style dim = is_on ? STYLE_SELECTED : STYLE_DIM;

	if (row->kind == HOME_NEW || row->kind == HOME_NEW_ORGANISATION) {
		canvas_putf(canvas, at.row, col.title, at.cols - col.title - 1,
			    is_on ? style : STYLE_DIM,
			    row->kind == HOME_NEW
				? _("+ new resident “%s”")
				: _("+ new organisation “%s”"),
			    field_text(&home->box));
		return;
	}
	canvas_put(canvas, at.row, col.title, col.detail - col.title - 1,
		   found->title, style);
	if (found->kind == FIND_TOPIC) {
		canvas_put(canvas, at.row, col.detail,
			   col.note - col.detail - 1, _("topic"), dim);
		return;
	}
	/* What a request is about comes with its record. */
	if (found->merged)
		canvas_putf(canvas, at.row, col.detail,
			    col.note - col.detail - 1, style, _("%s merged"),
			    found->merged);
	else if (found->detail && found->kind != FIND_REQUEST &&
		 found->kind != FIND_VISIT)
		canvas_put(canvas, at.row, col.detail,
			   col.note - col.detail - 1, found->detail, style);
	if (found->open_count > 0)
		canvas_putf(canvas, at.row, col.note, 12,
			    is_on ? style : STYLE_OPEN, _("open %d"),
			    found->open_count);
	draw_marks(canvas, found, col, at, dim);
}

/* Among those who wait: who is called is in line no more. */
static size_t place_in_line(const struct line *line, size_t index)
{
	size_t place = 0;

	for (size_t i = 0; i <= index; i++)
		place += line->rows[i].state != VISIT_CALLED;
	return place;
}

static void draw_waiting(const struct home *home, struct canvas *canvas,
			 const struct home_row *row, struct area at, bool is_on)
{
	const struct line_row *waits = &home->line.rows[row->index];
	struct columns col = columns_of(at.cols);
	enum style style = is_on ? STYLE_SELECTED : STYLE_TEXT;
	char length[24];

	clock_format_length(desk_now(home->desk) - waits->arrived_at, length);
	if (waits->state != VISIT_CALLED)
		canvas_putf(canvas, at.row, col.title, 4, style, "%zu",
			    place_in_line(&home->line, row->index));
	canvas_put(canvas, at.row, col.title + 4, col.note - col.title - 16,
		   waits->name, style);
	canvas_put_right(canvas, at.row, col.note - WAIT_COLS + 1,
			 WAIT_COLS - 1, length, style);
	if (waits->state == VISIT_CALLED)
		canvas_putf(canvas, at.row, col.note + 2,
			    at.cols - col.note - 3, is_on ? style : STYLE_GOOD,
			    waits->counter_window ? _("called to %s")
						  : _("called%.0s"),
			    waits->counter_window ? waits->counter_window : "");
	else if (waits->priority > 0)
		canvas_put(canvas, at.row, col.note + 2, at.cols - col.note - 3,
			   _("first"), is_on ? style : STYLE_OPEN);
}

static void draw_row(struct canvas *canvas, const void *rows, size_t index,
		     struct area at, bool is_selected)
{
	const struct home *home = rows;
	const struct home_row *row = &home->rows[index];

	if (is_selected)
		canvas_put(canvas, at.row, 1, 2,
			   canvas_mark(canvas, MARK_SELECTED), STYLE_SELECTED);
	if (row->kind == HOME_WAITING)
		draw_waiting(home, canvas, row, at, is_selected);
	else
		draw_found(home, canvas, row, at, is_selected);
}

/* One run of rows, from the one that keeps the selection in sight. */
static void draw_rows(const struct home *home, struct canvas *canvas,
		      struct area area, size_t first, size_t count)
{
	size_t selected = home->list.selected, top = 0;
	size_t room = area.rows > 0 ? (size_t)area.rows : 0;

	if (selected != LIST_NONE && selected >= first &&
	    selected < first + count && selected - first >= room)
		top = selected - first - room + 1;
	for (size_t i = 0; i < room && top + i < count; i++) {
		size_t index = first + top + i;
		struct area at = {area.row + (int)i, 0, 1, area.cols};

		if (index == selected)
			canvas_blank(canvas, at, STYLE_SELECTED);
		draw_row(canvas, home, index, at, index == selected);
	}
}

static void draw_line(const struct home *home, struct canvas *canvas,
		      struct area area)
{
	char label[48], longest[48], length[24];

	if (area.rows < 1)
		return;
	snprintf(label, sizeof(label), _("IN LINE %zu"),
		 home->line.waiting_count);
	clock_format_length(home->line.longest, length);
	snprintf(longest, sizeof(longest), _("longest %s"), length);
	canvas_rule(canvas, area.row, 1, area.cols - 2, label,
		    home->line.waiting_count ? longest : NULL);
	area.row++;
	area.rows--;
	draw_rows(home, canvas, area, home->row_count - home->line.count,
		  home->line.count);
	if (!home->line.count && area.rows > 0)
		canvas_put(canvas, area.row, 3, area.cols - 4,
			   _("Nobody waits. F6 adds one person."), STYLE_DIM);
}

/* The line keeps three rows where there are, what is found gets the rest. */
static int waiting_rows(const struct home *home, int room)
{
	int waiting = home->line.count ? (int)home->line.count : 1;
	int found = (int)(home->row_count - home->line.count);
	int left = room - found - 2;

	if (room < 8)
		return 1;
	if (waiting <= left || waiting <= 3)
		return waiting;
	return left > 3 ? left : 3;
}

/* What a reference that was misheard says; returns the rows it took. */
static int draw_complaint(const struct home *home, struct canvas *canvas,
			  struct area area)
{
	if (!home->find.complaint)
		return 0;
	return canvas_put_wrapped(canvas, area.row, 3, area.cols - 4, 3,
				  home->find.complaint, STYLE_ERROR);
}

/* The new row and the topics keep theirs; the people are cut. */
static void draw_found_rows(const struct home *home, struct canvas *canvas,
			    struct area area)
{
	size_t people = home->find.people_count;
	size_t rest = home->row_count - home->line.count - people;
	struct area last = area;

	if ((int)(people + rest) > area.rows && area.rows > (int)rest)
		area.rows -= (int)rest;
	else if (area.rows > (int)people)
		area.rows = (int)people;
	if (area.rows > 0)
		draw_rows(home, canvas, area, 0, people);
	last.row += area.rows;
	last.rows -= area.rows;
	if (last.rows > 0)
		draw_rows(home, canvas, last, people, rest);
}

static void draw_lists(const struct home *home, struct canvas *canvas,
		       struct area area)
{
	size_t found = home->row_count - home->line.count;
	int complaint = draw_complaint(home, canvas, area);
	int waiting, rows;

	area.row += complaint;
	area.rows -= complaint;
	waiting = waiting_rows(home, area.rows);
	rows = area.rows - waiting - 1;
	if (rows > (int)found)
		rows = (int)found;
	draw_found_rows(home, canvas,
			(struct area){area.row, area.col, rows, area.cols});
	rows += rows > 0 && area.rows - rows - waiting > 1;
	area.row += rows;
	area.rows -= rows;
	draw_line(home, canvas, area);
}

void home_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct home *home = screen->state;
	struct area area = canvas_area(canvas), lists = area, cue = area;
	/* What is said at the end of a visit, until the next key. */
	const struct cue moment = {
	    .say = home->moment.say,
	    .ask = home->moment.ask,
	    .is_english = true,
	};
	/* One row, whoever is highlighted: nothing below it moves but for a
	 * question that is longer. */
	const struct cue_view view = {
	    .cue = home->has_moment ? &moment : &home->cue,
	    .is_turned = home->is_turned,
	    .rows = 1,
	    .is_lone = true,
	    .is_ask_wrapped = area.rows >= ROOMY_ROWS,
	};
	int more = cue_view_rows(&view, area.cols) - 2;
	int top = TOP_ROWS + (more > 0 ? more : 0);
	int label_cols = text_width(_("Who or what?")) + 3;

	draw_top(home, canvas, area);
	cue.row += 2;
	cue_view_draw(&view, canvas, cue);
	draw_round(home, canvas, area.row + top - 1, area.cols - 2);
	lists.row += top;
	lists.rows -= top + home_yours_rows(home);
	draw_lists(home, canvas, lists);
	home_yours_draw(home, canvas, area);
	canvas_put(canvas, area.row + 1, 1, label_cols, _("Who or what?"),
		   STYLE_LABEL);
	field_draw(&home->box, canvas, area.row + 1, label_cols,
		   area.cols - label_cols - 1, true);
}
