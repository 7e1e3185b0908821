/* A topic's card: what to bring, what it costs, who handles it. */
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/desk/visit.h"
#include "screens.h"
#include "sheet.h"

#define LABEL_COLS 15

struct card {
	struct desk *desk;
	struct topic topic;
	int64_t topic_id;
	struct sheet_view *view;
};

static bool card_load(struct screen *screen, struct error *err)
{
	struct card *card = screen->state;

	topic_release(&card->topic);
	return desk_get_topic(card->desk, card->topic_id, &card->topic, err);
}

static void add_questions(struct sheet *sheet, const struct topic *topic)
{
	for (size_t i = 0; i < topic->question_count; i++)
		sheet_add(sheet, i ? "" : _("Ask"), topic->questions[i].ask,
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
	str_addf(&text,
		 topic->verified_on.text[0] ? _("verified %s%s")
					    : _("never verified%.0s%s"),
		 topic->verified_on.text[0] ? day : "",
		 is_stale ? _(" · STALE: check before you rely on it") : "");
	sheet_add(sheet, _("Card"), str_text(&text),
		  is_stale ? STYLE_LATE : STYLE_DIM);
	str_release(&text);
}

static void card_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct card *card = screen->state;
	const struct topic *topic = &card->topic;
	struct area area = canvas_area(canvas);
	struct sheet sheet;

	canvas_put(canvas, area.row, 1, area.cols - 2,
		   topic->name ? topic->name : "", STYLE_TITLE);
	canvas_rule(canvas, area.row + 1, 1, area.cols - 2, NULL, NULL);
	area.row += 3;
	area.rows -= 3;
	area.col = 1;
	area.cols -= 2;
	sheet_begin(&sheet, canvas, &area, LABEL_COLS, card->view);
	sheet_add(&sheet, _("Handled by"), topic->department, STYLE_TEXT);
	add_questions(&sheet, topic);
	sheet_add(&sheet, _("Bring"), topic->bring, STYLE_TEXT);
	sheet_add(&sheet, _("Fee"), topic->fee, STYLE_TEXT);
	sheet_add(&sheet, _("Steps"), topic->steps, STYLE_TEXT);
	sheet_add(&sheet, _("Other ways"), topic->other_ways, STYLE_TEXT);
	sheet_add(&sheet, _("Not ours"), topic->not_ours_where, STYLE_TEXT);
	sheet_add(&sheet, _("Alternative"), topic->alternative, STYLE_TEXT);
	sheet_add(&sheet, _("Appeal"), topic->appeal, STYLE_TEXT);
	sheet_add(&sheet, _("Contact"), topic->contact, STYLE_TEXT);
	add_verified(card, &sheet);
	sheet_end(&sheet);
}

static bool card_handle(struct screen *screen, const struct key *key)
{
	struct card *card = screen->state;

	return sheet_handle(card->view, key);
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
	free(card->view);
	free(card);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, begin_visit, 60, N_("Begin a visit"), false},
    {ACTION_ESCAPE, escape, 50, "", true},
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
	card->view = mem_new(1, sizeof(*card->view));
	app_push(app, &card_class, card);
}
