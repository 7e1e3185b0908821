/* A hand-off as its receiver reads it: the one thing asked on top, the context
 * below; accepted with what will be done, or returned with the reason. */
#include <stdlib.h>

#include "../dialog.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/handoff.h"
#include "moment.h"
#include "screens.h"
#include "sheet.h"

#define LABEL_COLS 12

struct reading {
	struct desk *desk;
	struct handoff handoff;
	struct sheet_view *view;
};

/* "from A. Ruiz to Planning · Nov 18, 2:14 pm · hop 2" */
static void add_way(const struct reading *reading, const char *dot,
		    struct str *out)
{
	const struct handoff *handoff = &reading->handoff;

	str_addf(out, _("from %s to %s %s "), handoff->from, handoff->to, dot);
	moment_add(reading->desk, handoff->offered_at, out);
	if (handoff->hop > 1)
		str_addf(out, _(" %s hop %d"), dot, handoff->hop);
}

static void add_decision(const struct reading *reading, struct sheet *sheet)
{
	const struct handoff *handoff = &reading->handoff;
	struct str text = STR_INIT;

	if (handoff->state == HANDOFF_OFFERED)
		return;
	moment_add(reading->desk, handoff->decided_at, &text);
	if (!str_is_blank(handoff->note))
		str_addf(&text, ": %s", handoff->note);
	if (handoff->state == HANDOFF_ACCEPTED)
		sheet_add(sheet, _("Accepted"), str_text(&text), STYLE_GOOD);
	else
		sheet_add(sheet, _("Returned"), str_text(&text), STYLE_LATE);
	str_release(&text);
}

static void reading_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct reading *reading = screen->state;
	const struct handoff *handoff = &reading->handoff;
	const char *dot = canvas_mark(canvas, MARK_DOT);
	struct area area = canvas_area(canvas), part = area;
	struct str text = STR_INIT;
	struct sheet sheet;

	canvas_putf(canvas, area.row, 1, area.cols - 17, STYLE_TITLE,
		    "%s %s %s", handoff->resident, dot,
		    handoff->topic ? handoff->topic : _("No topic yet"));
	canvas_put_right(canvas, area.row, area.cols - 15, 14,
			 handoff->reference, STYLE_TITLE);
	add_way(reading, dot, &text);
	canvas_put(canvas, area.row + 1, 1, area.cols - 2, str_text(&text),
		   STYLE_DIM);
	part.row += 2;
	part.col = 1;
	part.cols -= 2;
	part.rows = area.rows / 3;
	sheet_begin(&sheet, canvas, &part, LABEL_COLS, NULL);
	sheet_add(&sheet, _("ASKED"), handoff->asked, STYLE_SAY);
	add_decision(reading, &sheet);
	part.row =
	    sheet.row < part.row + part.rows ? sheet.row : part.row + part.rows;
	canvas_rule(canvas, part.row, 1, area.cols - 2, _("CAME ALONG"), NULL);
	part.row++;
	part.rows = area.row + area.rows - part.row;
	part.col = 3;
	part.cols = area.cols - 4;
	sheet_begin(&sheet, canvas, &part, 0, reading->view);
	sheet_add(&sheet, "", handoff->context, STYLE_TEXT);
	sheet_end(&sheet);
	str_release(&text);
}

static bool reading_handle(struct screen *screen, const struct key *key)
{
	struct reading *reading = screen->state;

	return sheet_handle(reading->view, key);
}

static bool accept(struct app *app, void *screen, const char *text,
		   struct error *err)
{
	struct reading *reading = ((struct screen *)screen)->state;
	int64_t request_id = reading->handoff.request_id;

	if (!desk_accept_handoff(reading->desk, reading->handoff.handoff_id,
				 text, err))
		return false;
	app_pop(app);
	request_open(app, request_id);
	app_news(app, _("Accepted: the request and its promises are yours "
			"now."));
	return true;
}

static bool send_back(struct app *app, void *screen, const char *text,
		      struct error *err)
{
	struct reading *reading = ((struct screen *)screen)->state;

	if (!desk_return_handoff(reading->desk, reading->handoff.handoff_id,
				 text, err))
		return false;
	app_news(app, _("Returned to %s, with the reason."),
		 reading->handoff.from);
	app_pop(app);
	return true;
}

static void ask_acceptance(struct app *app, struct screen *screen)
{
	const struct dialog_question question = {
	    .title = _("Accept: what will be done, and by when?"),
	    .label = _("Read back"),
	    .hint = _("The sender reads this. Enter alone accepts as asked."),
	    .limit = {.field = "note",
		      .label = _("what will be done"),
		      .max = 300},
	};

	dialog_ask(app, &question, accept, NULL, screen);
}

static void ask_return(struct app *app, struct screen *screen)
{
	const struct dialog_question question = {
	    .title = _("Return: why, and where would it be right?"),
	    .label = _("Reason"),
	    .limit = {.field = "reason",
		      .label = _("the reason"),
		      .max = 300,
		      .is_required = true},
	};

	dialog_ask(app, &question, send_back, NULL, screen);
}

static void chosen(struct app *app, void *screen, size_t index)
{
	struct reading *reading = ((struct screen *)screen)->state;

	switch (index) {
	case 0:
		request_open(app, reading->handoff.request_id);
		break;
	case 1:
		ask_acceptance(app, screen);
		break;
	default:
		ask_return(app, screen);
		break;
	}
}

/* What is decided already can only be read. */
static void choose(struct app *app, struct screen *screen)
{
	const struct reading *reading = screen->state;
	const struct dialog_choice choices[] = {
	    {'q', _("Read the request"), NULL},
	    {'a', _("Accept"), _("it is yours then")},
	    {'r', _("Return"), _("with the reason")},
	};
	bool is_open = reading->handoff.state == HANDOFF_OFFERED;

	dialog_choose(app, _("This hand-off"), choices,
		      is_open ? MEM_COUNT(choices) : 1, chosen, NULL, screen);
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static bool reading_can(const struct screen *screen, enum action action)
{
	const struct reading *reading = screen->state;

	return action != ACTION_FINISH ||
	       reading->handoff.state == HANDOFF_OFFERED;
}

static bool reading_label(const struct screen *screen, enum action action,
			  struct str *out)
{
	const struct reading *reading = screen->state;

	if (action != ACTION_CHOOSE ||
	    reading->handoff.state != HANDOFF_OFFERED)
		return false;
	str_add(out, _("Return it, or more"));
	return true;
}

static void reading_free(struct screen *screen)
{
	struct reading *reading = screen->state;

	handoff_release(&reading->handoff);
	free(reading->view);
	free(reading);
}

static const struct binding bindings[] = {
    {ACTION_CHOOSE, choose, 60, NULL, false},
    {ACTION_FINISH, ask_acceptance, 70, N_("Accept"), false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class reading_class = {
    .title = N_("Hand-off"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .draw = reading_draw,
    .handle = reading_handle,
    .free = reading_free,
    .label = reading_label,
    .can = reading_can,
};

void handoff_read_open(struct app *app, int64_t handoff_id)
{
	struct reading *reading = mem_new(1, sizeof(*reading));
	struct error err = {0};

	reading->desk = app_desk(app);
	if (!desk_open_handoff(reading->desk, handoff_id, &reading->handoff,
			       &err)) {
		app_problem(app, &err);
		free(reading);
		return;
	}
	reading->view = mem_new(1, sizeof(*reading->view));
	app_push(app, &reading_class, reading);
}
