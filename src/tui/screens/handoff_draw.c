/* F7 on the screen: the chain so far, the form, who could receive it, and what
 * goes along. */
#include <stdlib.h>
#include <string.h>

#include "cue_view.h"
#include "frontdesk/base/mem.h"
#include "handoff.h"

#define CHAIN_MOST 5  /* hops that are shown; all are in what goes along */
#define CHAIN_LABEL 5 /* columns of KNOW */
#define LIST_LEAST 3  /* rows */
#define ROWS_FEW 18   /* of the screen: then the form scrolls */
#define FORM_LEAST 2  /* rows of it */

static void draw_target(struct canvas *canvas, const void *rows, size_t index,
			struct area at, bool is_selected)
{
	const struct passing *passing = rows;
	const struct handoff_target *target =
	    &passing->draft.targets[passing->shown[index]];
	enum style style = is_selected ? STYLE_SELECTED : STYLE_TEXT;
	enum style dim = is_selected ? STYLE_SELECTED : STYLE_DIM;
	int name = at.cols * 3 / 10, why = at.cols * 68 / 100;
	int detail = target->why ? why : at.cols;

	canvas_put(canvas, at.row, at.col + 2, name - 3, target->name, style);
	if (target->detail)
		canvas_put(canvas, at.row, at.col + name, detail - name - 1,
			   target->detail, dim);
	if (target->why)
		canvas_put(canvas, at.row, at.col + why, at.cols - why - 1,
			   target->why, style);
}

static size_t count_lines(const char *text)
{
	size_t count = 0;

	while (text && *text) {
		text += strcspn(text, "\n");
		text += *text == '\n';
		count++;
	}
	return count;
}

/* Lines from the skip-th on, wrapped at the area's width; the rows used. */
static int draw_lines(struct canvas *canvas, const char *line, int skip,
		      struct area area)
{
	int row = area.row;

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
	return row - area.row;
}

/* Before a second hop: who had it so far. */
static int draw_chain(const struct handoff_draft *draft, struct canvas *canvas,
		      struct area area)
{
	int hops = (int)count_lines(draft->chain);
	int skip = hops > CHAIN_MOST ? hops - CHAIN_MOST : 0;
	struct area lines = area;

	lines.col += CHAIN_LABEL;
	lines.cols -= CHAIN_LABEL;
	if (skip)
		canvas_putf(canvas, lines.row++, lines.col, lines.cols,
			    STYLE_DIM, _("%d more before these, below"), skip);
	lines.rows =
	    2 * CHAIN_MOST < area.rows / 2 ? 2 * CHAIN_MOST : area.rows / 2;
	lines.row += draw_lines(canvas, draft->chain, skip, lines);
	return lines.row - area.row;
}

static int draw_head(const struct passing *passing, struct canvas *canvas,
		     struct area area)
{
	struct area below = area;
	int rows = 1;

	canvas_putf(canvas, area.row, 1, area.cols - 2, STYLE_TITLE,
		    _("Hand off %s"), passing->draft.reference);
	below.row++;
	rows += cue_view_draw_moment(&passing->cue, canvas, below);
	below.row = area.row + rows;
	below.col = 1;
	below.cols -= 2;
	if (passing->draft.hop > 1)
		rows += draw_chain(&passing->draft, canvas, below);
	return rows;
}

void passing_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct passing *passing = screen->state;
	struct area area = canvas_area(canvas), part = area;
	int end = area.row + area.rows, room;

	part.row += draw_head(passing, canvas, area);
	canvas_rule(canvas, part.row, 1, area.cols - 2, NULL, NULL);
	part.row++;
	part.col = 1;
	part.cols = area.cols - 2;
	part.rows = end - part.row;
	/* A danger that goes along is read before who it goes to. */
	if (!passing->target && area.rows < ROWS_FEW)
		part.rows = FORM_LEAST;
	part.row += form_draw(&passing->form, canvas, &part, true);
	if (!passing->target) {
		room = (end - part.row) * 2 / 3;
		part.rows = room < LIST_LEAST ? LIST_LEAST : room;
		if (part.rows > area.rows / 3 - 1 && area.rows / 3 > LIST_LEAST)
			part.rows = area.rows / 3 - 1;
		list_draw(&passing->list, canvas, &part, draw_target, passing);
		part.row += part.rows;
	}
	if (part.row >= end)
		return;
	canvas_rule(canvas, part.row, 1, area.cols - 2, _("GOES ALONG"), NULL);
	part.row++;
	part.rows = end - part.row;
	part.col = 3;
	part.cols = area.cols - 4;
	draw_lines(canvas, passing->draft.context, passing->top, part);
}
