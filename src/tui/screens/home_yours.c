/* YOURS, at the foot of the desk: what waits for the person who works here */
#include "home.h"

#include "frontdesk/base/clock.h"
#include "frontdesk/base/text.h"

#define YOURS_ROWS 3 /* and one more where colleagues wait to be read */

static void draw_count(struct canvas *canvas, int row, int col, int cols,
		       const char *words, int count, enum style style)
{
	canvas_putf(canvas, row, col, cols, count ? style : STYLE_DIM, "%s %d",
		    words, count);
}

/* "On hold: Mr. Kowalski, 4 min": what F3 returns to. */
static void add_left(const struct home *home, struct str *out)
{
	const struct list_row *row = home->left.rows;
	char length[24];

	if (!home->left.count)
		return;
	clock_format_length(desk_now(home->desk) - row->at, length);
	str_add(out, row->is_on_hold ? _("On hold: ") : _("Put aside: "));
	text_add_cut(out, row->who, 34);
	str_addf(out, ", %s", length);
}

static bool has_voices(const struct yours *yours)
{
	return yours->ideas_to_read || yours->ideas_new || yours->thanks;
}

int home_yours_rows(const struct home *home)
{
	return YOURS_ROWS + has_voices(&home->yours);
}

/* What colleagues said: there only while there is something to read. */
static void draw_voices(const struct yours *yours, struct canvas *canvas,
			int row, int width)
{
	int col = 3;

	if (yours->thanks) {
		draw_count(canvas, row, col, width, _("Thanks"), yours->thanks,
			   STYLE_NEWS);
		col += width;
	}
	if (yours->ideas_to_read) {
		draw_count(canvas, row, col, width, _("Ideas to read"),
			   yours->ideas_to_read, STYLE_NEWS);
		col += width;
	}
	if (yours->ideas_new)
		draw_count(canvas, row, col, width, _("Ideas to decide"),
			   yours->ideas_new, STYLE_TEXT);
}

/* Questions to answer stand among the counts where there is room. */
static void add_yours(const struct yours *yours, int per, struct str *out)
{
	str_add(out, _("YOURS"));
	if (yours->unanswered && (per <= 3 || yours->returned))
		str_addf(out, _(", to answer %d"), yours->unanswered);
}

/* In columns that have room for the longest of them. */
void home_yours_draw(const struct home *home, struct canvas *canvas,
		     struct area area)
{
	const struct yours *yours = &home->yours;
	int row = area.row + area.rows - home_yours_rows(home);
	int per = area.cols >= 76 ? 4 : 3, width = (area.cols - 6) / per;
	int last = 3 + 2 * width;
	struct str left = STR_INIT, title = STR_INIT;

	add_yours(yours, per, &title);
	/* Before closing that comes first; F3 returns all the same. */
	if (home->evening.know_count)
		str_addf(&title, ": %s", home->evening.know[0]);
	else
		add_left(home, &left);
	canvas_rule(canvas, row, 1, area.cols - 2, str_text(&title),
		    left.len ? str_text(&left) : NULL);
	str_release(&left);
	str_release(&title);
	if (has_voices(yours))
		draw_voices(yours, canvas, row + 3, width);
	draw_count(canvas, row + 1, 3, width, _("Put aside"), yours->aside,
		   STYLE_TEXT);
	draw_count(canvas, row + 1, 3 + width, width, _("Handed to you"),
		   yours->handed, STYLE_TEXT);
	draw_count(canvas, row + 1, 3 + 2 * width, width, _("To tell"),
		   yours->to_tell, STYLE_TEXT);
	if (yours->returned && per > 3)
		draw_count(canvas, row + 1, 3 + 3 * width, width,
			   _("Came back"), yours->returned, STYLE_LATE);
	else if (yours->unanswered && per > 3)
		draw_count(canvas, row + 1, 3 + 3 * width, width,
			   _("To answer"), yours->unanswered, STYLE_TEXT);
	if (yours->promises_late && yours->promises_today)
		canvas_putf(canvas, row + 2, 3, last - 3, STYLE_LATE,
			    _("Promises %d, late %d, today %d"),
			    yours->promises, yours->promises_late,
			    yours->promises_today);
	else if (yours->promises_late)
		canvas_putf(canvas, row + 2, 3, last - 3, STYLE_LATE,
			    _("Promises %d, late %d"), yours->promises,
			    yours->promises_late);
	else if (yours->promises_today)
		canvas_putf(canvas, row + 2, 3, last - 3, STYLE_TEXT,
			    _("Promises %d, today %d"), yours->promises,
			    yours->promises_today);
	else
		draw_count(canvas, row + 2, 3, last - 3, _("Promises"),
			   yours->promises, STYLE_TEXT);
	draw_count(canvas, row + 2, last, area.cols - last - 1,
		   _("To acknowledge"), yours->to_acknowledge, STYLE_TEXT);
	if (yours->unaccepted && per > 3)
		draw_count(canvas, row + 2, 3 + 3 * width, width,
			   _("Offers late"), yours->unaccepted, STYLE_LATE);
}
