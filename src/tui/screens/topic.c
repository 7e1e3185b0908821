/* A topic's card: what to bring, what it costs, who handles it. */
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/desk/visit.h"
#include "screens.h"

struct card {
	struct desk *desk;
	struct topic topic;
	int64_t topic_id;
	int top; /* rows scrolled away */
};

/* Rows of the card, below one another, from the top-th on. */
struct sheet {
	struct canvas *canvas;
	struct area area;
	int row;
};

static bool card_load(struct screen *screen, struct error *err)
{
	struct card *card = screen->state;

	topic_release(&card->topic);
	return desk_get_topic(card->desk, card->topic_id, &card->topic, err);
}

static void add(struct sheet *sheet, const char *label, const char *text,
		enum style style)
{
	int rows = sheet->area.row + sheet->area.rows - sheet->row;
	int used = 1;

	if (str_is_blank(text))
		return;
	if (sheet->row >= sheet->area.row && rows > 0) {
		canvas_put(sheet->canvas, sheet->row, 1, 14, label,
			   STYLE_LABEL);
		used = canvas_put_wrapped(sheet->canvas, sheet->row, 16,
					  sheet->area.cols - 17, rows, text,
					  style);
	}
	sheet->row += used > 0 ? used : 1;
}

static void add_questions(struct sheet *sheet, const struct topic *topic)
{
	for (size_t i = 0; i < topic->question_count; i++)
		add(sheet, i ? "" : _("Ask"), topic->questions[i].ask,
		    STYLE_ASK);
}

static void add_verified(const struct card *card, struct sheet *sheet)
{
	const struct topic *topic = &card->topic;
	bool is_stale = topic_is_stale(topic, desk_today(card->desk));
	struct str text = STR_INIT;
	char day[24];

	if (topic->verified_on.text[0])
		day_format(topic->verified_on, day);
	str_addf(&text, topic->verified_on.text[0] ? _("verified %s%s")
						   : _("never verified%.0s%s"),
		 topic->verified_on.text[0] ? day : "",
		 is_stale ? _(" · STALE: check before you rely on it") : "");
	add(sheet, _("Card"), str_text(&text),
	    is_stale ? STYLE_LATE : STYLE_DIM);
	str_release(&text);
}

static void card_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct card *card = screen->state;
	const struct topic *topic = &card->topic;
	struct area area = canvas_area(canvas);
	struct sheet sheet = { canvas, area, 0 };

	canvas_put(canvas, area.row, 1, area.cols - 2,
		   topic->name ? topic->name : "", STYLE_TITLE);
	canvas_rule(canvas, area.row + 1, 1, area.cols - 2, NULL, NULL);
	sheet.area.row += 3;
	sheet.area.rows -= 3;
	sheet.row = sheet.area.row - card->top;
	add(&sheet, _("Handled by"), topic->department, STYLE_TEXT);
	add_questions(&sheet, topic);
	add(&sheet, _("Bring"), topic->bring, STYLE_TEXT);
	add(&sheet, _("Fee"), topic->fee, STYLE_TEXT);
	add(&sheet, _("Steps"), topic->steps, STYLE_TEXT);
	add(&sheet, _("Other ways"), topic->other_ways, STYLE_TEXT);
	add(&sheet, _("Not ours"), topic->not_ours_where, STYLE_TEXT);
	add(&sheet, _("Alternative"), topic->alternative, STYLE_TEXT);
	add(&sheet, _("Appeal"), topic->appeal, STYLE_TEXT);
	add(&sheet, _("Contact"), topic->contact, STYLE_TEXT);
	add_verified(card, &sheet);
}

static bool card_handle(struct screen *screen, const struct key *key)
{
	struct card *card = screen->state;

	if (key_is(key, ACTION_DOWN) || key_is(key, ACTION_PAGE_DOWN))
		card->top += key_is(key, ACTION_DOWN) ? 1 : 10;
	else if (key_is(key, ACTION_UP) || key_is(key, ACTION_PAGE_UP))
		card->top -= key_is(key, ACTION_UP) ? 1 : 10;
	else
		return false;
	if (card->top < 0)
		card->top = 0;
	if (card->top > 30)
		card->top = 30;
	return true;
}

static void begin_visit(struct app *app, struct screen *screen)
{
	struct card *card = screen->state;

	visit_open_new(app, CHANNEL_WALK_IN, 0, 0, card->topic_id);
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static void card_free(struct screen *screen)
{
	struct card *card = screen->state;

	topic_release(&card->topic);
	free(card);
}

static const struct binding bindings[] = {
	{ ACTION_ENTER, begin_visit, 60, N_("Begin a visit"), false },
	{ ACTION_ESCAPE, escape, 50, "", true },
};

static const struct screen_class card_class = {
	.title = N_("Topic"),
	.bindings = bindings,
	.binding_count = MEM_COUNT(bindings),
	.load = card_load,
	.draw = card_draw,
	.handle = card_handle,
	.free = card_free,
};

void topic_open(struct app *app, int64_t topic_id)
{
	struct card *card = mem_new(1, sizeof(*card));

	card->desk = app_desk(app);
	card->topic_id = topic_id;
	app_push(app, &card_class, card);
}
