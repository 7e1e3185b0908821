/*
 * comment_card.c - the comment card on paper, offered at the end of a visit
 */
#include "frontdesk/report/comment_card.h"

#include "slip_lines.h"

#define LINES_TO_WRITE 4

static void add_text(const struct slip *slip, const char *text)
{
	slip_add_wrapped(slip, text, 0, 0);
	slip_add_gap(slip);
}

void comment_card_format(const struct card_text *text, const char *city,
			 const char *reference, int columns, struct str *out)
{
	const struct slip slip = {out, columns};
	struct str line = STR_INIT;

	str_addf(&line, "%s · %s", city != NULL ? city : "", reference);
	slip_add_title(&slip, str_text(&line));
	slip_add_gap(&slip);
	add_text(&slip, text->parts[CARD_TITLE]);
	add_text(&slip, text->parts[CARD_INTRO]);
	add_text(&slip, text->parts[CARD_SCALE]);
	for (int i = 0; i < CARD_QUESTIONS; i++) {
		slip_add_scale(&slip, i + 1, text->parts[i], CARD_MARK_MAX);
		slip_add_gap(&slip);
	}
	add_text(&slip, text->parts[CARD_COMMENT]);
	slip_add_room(&slip, LINES_TO_WRITE);
	slip_add_wrapped(&slip, text->parts[CARD_BACK], 0, 0);
	str_release(&line);
}
