/*
 * comment_card.c - the comment card on paper, offered at the end of a visit
 */
#include "frontdesk/report/comment_card.h"

#include "slip_render.h"

#define LINES_TO_WRITE 4

static void add_text(const struct slip *slip, const char *text)
{
	slip_add_wrapped(slip, text, 0, 0);
	slip_add_gap(slip);
}

struct said {
	const struct card_text *text;
	const char *city, *reference;
};

static void say(const struct slip *slip, const void *of)
{
	const struct said *said = of;
	const struct card_text *text = said->text;
	struct str line = STR_INIT;

	str_addf(&line, "%s · %s", said->city != NULL ? said->city : "",
		 said->reference);
	slip_add_above(slip, str_text(&line));
	slip_add_gap(slip);
	slip_add_title(slip, text->parts[CARD_TITLE]);
	slip_add_gap(slip);
	add_text(slip, text->parts[CARD_INTRO]);
	add_text(slip, text->parts[CARD_SCALE]);
	for (int i = 0; i < CARD_QUESTIONS; i++) {
		slip_add_scale(slip, i + 1, text->parts[i], CARD_MARK_MAX);
		slip_add_gap(slip);
	}
	add_text(slip, text->parts[CARD_COMMENT]);
	slip_add_room(slip, LINES_TO_WRITE);
	slip_add_wrapped(slip, text->parts[CARD_BACK], 0, 0);
	str_release(&line);
}

void comment_card_format(const struct card_text *text, const char *city,
			 const char *reference, int columns, struct str *out)
{
	const struct slip slip = {.out = out, .columns = columns};
	const struct said said = {text, city, reference};

	say(&slip, &said);
}

bool comment_card_make(const struct card_text *text, const char *city,
		       const char *reference, struct day arrived_on,
		       const struct slip_form *form, struct str *out,
		       struct error *err)
{
	const struct said said = {text, city, reference};
	const struct slip_about about = {
	    .city = city,
	    .title = text->parts[CARD_TITLE],
	    .day = arrived_on,
	};

	return slip_render(form, &about, say, &said, out, err);
}
