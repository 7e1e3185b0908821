/* What is still open of a day that is about to be closed, said calmly. */
#include <stdio.h>

#include "../typed.h"
#include "closing.h"

/* A visit's reference, and the label of a fact. */
#define FACT_COLS 24

static int fact(struct canvas *canvas, struct area at, const char *label,
		const char *text)
{
	if (at.rows < 1)
		return 0;
	canvas_put(canvas, at.row, 3, FACT_COLS - 4, label, STYLE_LABEL);
	canvas_put(canvas, at.row, FACT_COLS, at.cols - FACT_COLS - 1, text,
		   STYLE_TEXT);
	return 1;
}

static int count_fact(struct canvas *canvas, struct area at, const char *label,
		      int64_t count)
{
	char text[24];

	snprintf(text, sizeof(text), "%lld", (long long)count);
	return count > 0 ? fact(canvas, at, label, text) : 0;
}

static struct area below(struct area at, int used)
{
	at.row += used;
	at.rows -= used;
	return at;
}

/* As many visits as there is room for, and how many more there are. */
static struct area draw_visits(const struct closing_left *left,
			       struct canvas *canvas, struct area at)
{
	size_t i = 0, all = left->count + left->carried_count;

	for (; i < all && (at.rows > 4 || i + 1 == all); i++) {
		const struct closing_open *visit =
		    i < left->count ? &left->visits[i]
				    : &left->carried[i - left->count];

		at =
		    below(at, fact(canvas, at, visit->reference, visit->words));
	}
	return i < all ? below(at, count_fact(canvas, at, _("More open visits"),
					      (int64_t)(all - i)))
		       : at;
}

void closing_draw_left(const struct closing_left *left, const char *week,
		       struct app *app, struct canvas *canvas, struct area at)
{
	const char *kind;
	int64_t id;
	int begin;

	canvas_rule(canvas, at.row, 1, at.cols - 2, _("STILL OPEN"), NULL);
	at = below(at, 1);
	begin = at.row;
	at = draw_visits(left, canvas, at);
	at = below(at, count_fact(canvas, at, _("To acknowledge"),
				  left->to_acknowledge));
	at =
	    below(at, count_fact(canvas, at, _("Not accepted"), left->pending));
	if (typed_first(app, &kind, &id))
		at = below(at, fact(canvas, at, _("Not saved"),
				    _("what was typed at this desk before")));
	if (*week != '\0')
		at = below(at, fact(canvas, at, _("Put right since"), week));
	if (at.row == begin)
		canvas_put(canvas, at.row, 3, at.cols - 4,
			   _("Nothing of this day is open."), STYLE_DIM);
}
