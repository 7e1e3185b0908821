/* A topic's card, and what may be done with it. */
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/report/topic_card.h"
#include "print_choice.h"
#include "screens.h"
#include "settle.h"
#include "topic_screen.h"

#define LABEL_COLS 15

enum deed { BEGIN, VERIFY, CHANGE, VERSIONS, RETIRE, USE_AGAIN, DEED_COUNT };

static const char *const deed_words[DEED_COUNT] = {
    [BEGIN] = N_("+ begin a visit about it"),
    [VERIFY] = N_("+ verified today: everything on it is so"),
    [CHANGE] = N_("+ change the card"),
    [VERSIONS] = N_("+ earlier versions"),
    [RETIRE] = N_("+ retire it: offered for nothing new any more"),
    [USE_AGAIN] = N_("+ use it again"),
};

struct card {
	struct desk *desk;
	struct topic topic;
	int64_t topic_id;
	struct sheet_view *view;
	enum deed deeds[DEED_COUNT];
	size_t deed_count, selected;
};

static void add_deed(struct card *card, enum deed deed)
{
	card->deeds[card->deed_count++] = deed;
}

/* Whoever does not keep the card reads it; in a visit none is begun. */
static void list_deeds(struct card *card, bool is_in_visit)
{
	struct error unused = {0};
	bool may_change =
	    desk_may_change_topic(card->desk, &card->topic, &unused);

	card->deed_count = 0;
	if (!is_in_visit && !card->topic.is_retired)
		add_deed(card, BEGIN);
	if (may_change) {
		add_deed(card, VERIFY);
		add_deed(card, CHANGE);
	}
	add_deed(card, VERSIONS);
	if (may_change)
		add_deed(card, card->topic.is_retired ? USE_AGAIN : RETIRE);
	if (card->selected >= card->deed_count)
		card->selected = 0;
}

static bool card_load(struct screen *screen, struct error *err)
{
	struct card *card = screen->state;
	struct topic fresh;

	if (!desk_get_topic(card->desk, card->topic_id, &fresh, err))
		return false;
	topic_release(&card->topic);
	card->topic = fresh;
	list_deeds(card, visit_is_below(screen->app, screen));
	return true;
}

static void draw_deeds(const struct card *card, struct canvas *canvas,
		       struct area area)
{
	canvas_rule(canvas, area.row, 1, area.cols - 2, NULL, NULL);
	for (size_t i = 0; i < card->deed_count; i++) {
		int row = area.row + 1 + (int)i;
		bool is_on = i == card->selected;
		enum style style = is_on ? STYLE_SELECTED : STYLE_TEXT;

		canvas_putf(canvas, row, 1, area.cols - 2, style, "%s %s",
			    is_on ? canvas_mark(canvas, MARK_SELECTED) : " ",
			    _(deed_words[card->deeds[i]]));
		if (is_on)
			canvas_cursor(canvas, row, 1);
	}
}

static void card_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct card *card = screen->state;
	struct area area = canvas_area(canvas), deeds = area;
	struct sheet sheet;

	canvas_putf(canvas, area.row, 1, area.cols - 2, STYLE_TITLE, "%s%s",
		    card->topic.name ? card->topic.name : "",
		    card->topic.is_retired ? _(" · RETIRED: for nothing new")
					   : "");
	canvas_rule(canvas, area.row + 1, 1, area.cols - 2, NULL, NULL);
	deeds.rows = 1 + (int)card->deed_count;
	deeds.row += area.rows - deeds.rows;
	area.row += 2;
	area.rows -= 2 + deeds.rows;
	area.col = 1;
	area.cols -= 2;
	sheet_begin(&sheet, canvas, &area, LABEL_COLS, card->view);
	topic_card_add(card->desk, &card->topic, &sheet);
	sheet_end(&sheet);
	draw_deeds(card, canvas, deeds);
}

/* Up and Down walk through what may be done, the pages through the card. */
static bool card_handle(struct screen *screen, const struct key *key)
{
	struct card *card = screen->state;

	if (key_is(key, ACTION_DOWN)) {
		if (card->selected + 1 < card->deed_count)
			card->selected++;
		return true;
	}
	if (key_is(key, ACTION_UP)) {
		if (card->selected > 0)
			card->selected--;
		return true;
	}
	return sheet_handle(card->view, key);
}

static void verify(struct app *app, struct card *card)
{
	struct error err = {0};

	if (desk_verify_topic(card->desk, card->topic_id, &err))
		app_news(app, _("Verified today, by you.  ^Z takes it back"));
	else
		app_problem(app, &err);
	app_reload(app);
}

static void retire(struct app *app, struct card *card, bool is_retired)
{
	struct error err = {0};

	if (!desk_retire_topic(card->desk, card->topic_id, is_retired, &err))
		app_problem(app, &err);
	else if (is_retired)
		app_news(app, _("Retired: requests of it keep it. Topics shows "
				"it last.  ^Z takes it back"));
	else
		app_news(app, _("In use again.  ^Z takes it back"));
	app_reload(app);
}

static void enter(struct app *app, struct screen *screen)
{
	struct card *card = screen->state;

	switch (card->deeds[card->selected]) {
	case BEGIN:
		visit_open_new(app, CHANNEL_WALK_IN, 0, 0, card->topic_id);
		break;
	case VERIFY:
		verify(app, card);
		break;
	case CHANGE:
		topic_edit_open(app, card->topic_id);
		break;
	case RETIRE:
	case USE_AGAIN:
		retire(app, card, card->deeds[card->selected] == RETIRE);
		break;
	default:
		topic_versions_open(app, card->topic_id);
		break;
	}
}

static void print_again(struct app *app, int64_t id);

static void printed(struct app *app, void *state,
		    const struct print_ending *ending)
{
	const int64_t *topic_id = state;

	if (ending->is_printed)
		app_news(app, _("Printed for the visitor: %s"), ending->job);
	else
		print_failed(app, ending, print_again, *topic_id);
}

static void print(struct app *app, struct screen *screen)
{
	const struct card *card = screen->state;
	int64_t *topic_id = mem_new(1, sizeof(*topic_id));
	struct error err = {0};

	*topic_id = card->topic_id;
	print_run(
	    app,
	    topic_card_start(card->desk, &card->topic, app_settings(app), &err),
	    &err, printed, topic_id);
}

static void print_again(struct app *app, int64_t id)
{
	(void)id;
	print(app, app_top(app));
}

static void nobody_knew(struct app *app, struct screen *screen)
{
	const struct card *card = screen->state;

	nobody_knew_ask(app, card->topic_id, 0, NULL);
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
    {ACTION_ENTER, enter, 60, NULL, false},
    {ACTION_PRINT, print, 45, NULL, false},
    {ACTION_NOBODY_KNEW, nobody_knew, 40, NULL, false},
    {ACTION_UNDO, settle_undo, 0, NULL, false},
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
