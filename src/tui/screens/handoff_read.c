/* A hand-off as its receiver reads it: the one thing asked on top, the context
 * below; accepted with what will be done, or returned with the reason. */
#include <stdlib.h>

#include "../dialog.h"
#include "cue_view.h"
#include "frontdesk/base/mem.h"
#include "handoff_deed.h"
#include "moment.h"
#include "screens.h"
#include "settle.h"
#include "sheet.h"
#include "slips.h"

#define LABEL_COLS 12

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

/* "Nov 20, 2:14 pm, K. Osei, noted by A. Ruiz: Check the plan, by Friday…" */
static void add_decision(const struct reading *reading, struct sheet *sheet)
{
	const struct handoff *handoff = &reading->handoff;
	struct str text = STR_INIT;

	if (handoff->state == HANDOFF_OFFERED)
		return;
	moment_add(reading->desk, handoff->decided_at, &text);
	if (handoff->answered_by)
		str_addf(&text, ", %s", handoff->answered_by);
	if (handoff->noted_by)
		str_addf(&text, _(", noted by %s"), handoff->noted_by);
	if (!str_is_blank(handoff->note))
		str_addf(&text, ": %s", handoff->note);
	if (handoff->state == HANDOFF_ACCEPTED)
		sheet_add(sheet, _("Accepted"), str_text(&text), STYLE_GOOD);
	else
		sheet_add(sheet, _("Returned"), str_text(&text), STYLE_LATE);
	if (handoff->is_taken_back)
		sheet_add(sheet, "", _("taken back by its sender"), STYLE_TEXT);
	str_release(&text);
}

/* How soon and how, where it is not as usual; what went out to whom. */
static void add_terms(const struct reading *reading, const char *dot,
		      struct sheet *sheet)
{
	const struct handoff *handoff = &reading->handoff;
	struct str text = STR_INIT;

	if (handoff->urgency != URGENCY_USUAL)
		str_add(&text, handoff_urgency_words(handoff->urgency));
	if (handoff->manner == MANNER_WARM)
		str_addf(&text, "%s%s%s%s", text.len > 0 ? " " : "",
			 text.len > 0 ? dot : "", text.len > 0 ? " " : "",
			 handoff_manner_words(handoff->manner));
	sheet_add(sheet, _("How soon"), str_text(&text),
		  handoff->urgency == URGENCY_NOW ? STYLE_OPEN : STYLE_TEXT);
	sheet_add(sheet, handoff->is_delivered ? _("Delivered") : _("NOT SENT"),
		  handoff->delivery,
		  handoff->is_delivered ? STYLE_DIM : STYLE_LATE);
	str_release(&text);
}

static void add_danger(const struct handoff *handoff, struct sheet *sheet)
{
	char *lines = mem_copy_n(handoff->context ? handoff->context : "",
				 handoff_danger_len(handoff->context));

	sheet_add(sheet, "", lines, STYLE_LATE);
	free(lines);
}

/* How the receiver greets them, as it is now. */
static bool reading_load(struct screen *screen, struct error *err)
{
	struct reading *reading = screen->state;

	cue_release(&reading->cue);
	return !reading->handoff.resident_id ||
	       desk_cue_resident(reading->desk, reading->handoff.resident_id,
				 &reading->cue, err);
}

static void reading_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct reading *reading = screen->state;
	const struct handoff *handoff = &reading->handoff;
	const char *dot = canvas_mark(canvas, MARK_DOT);
	struct area area = canvas_area(canvas), part = area;
	const struct cue_view view = {
	    .cue = &reading->cue,
	    .is_turned = reading->is_turned,
	    .rows = area.rows < 18 ? 1 : 3,
	    .is_lone = true,
	};
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
	if (reading->cue.say)
		part.row += cue_view_draw(&view, canvas, part);
	part.col = 1;
	part.cols -= 2;
	part.rows = area.rows / 3;
	sheet_begin(&sheet, canvas, &part, LABEL_COLS, NULL);
	add_danger(handoff, &sheet);
	sheet_add(&sheet, _("ASKED"), handoff->asked, STYLE_SAY);
	add_terms(reading, dot, &sheet);
	add_decision(reading, &sheet);
	part.row =
	    sheet.row < part.row + part.rows ? sheet.row : part.row + part.rows;
	canvas_rule(canvas, part.row, 1, area.cols - 2, _("CAME ALONG"), NULL);
	part.row++;
	part.rows = area.row + area.rows - part.row;
	part.col = 3;
	part.cols = area.cols - 4;
	sheet_begin(&sheet, canvas, &part, 0, reading->view);
	/* What means danger stands on top already. */
	if (handoff->context)
		sheet_add(&sheet, "",
			  handoff->context +
			      handoff_danger_len(handoff->context),
			  STYLE_TEXT);
	sheet_end(&sheet);
	str_release(&text);
}

static bool reading_handle(struct screen *screen, const struct key *key)
{
	struct reading *reading = screen->state;

	return sheet_handle(reading->view, key);
}

/* Whoever reads it has it on the screen; what is printed is mostly for the
 * one who comes, or for a colleague. */
static void print_slip(struct app *app, struct screen *screen)
{
	const struct reading *reading = screen->state;
	const struct slip_wish wish = {
	    .request_id = reading->handoff.request_id,
	    .handoff_id = reading->handoff.handoff_id,
	    .is_of_handoff = true,
	    .is_for_receiver = !handoff_is_sent_by_me(reading),
	};

	slips_ask(app, &wish);
}

static void turn_language(struct app *app, struct screen *screen)
{
	struct reading *reading = screen->state;

	cue_view_turn(app, &reading->cue, &reading->is_turned);
}

static void show_cues(struct app *app, struct screen *screen)
{
	const struct reading *reading = screen->state;
	struct str text = STR_INIT;

	cue_view_add(&reading->cue, &text);
	if (text.len > 0)
		dialog_show(app, _("All cues"), str_text(&text));
	str_release(&text);
}

static void reading_say(const struct screen *screen, struct str *out)
{
	const struct reading *reading = screen->state;

	str_add(out, cue_view_say(&reading->cue, reading->is_turned));
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static bool reading_can(const struct screen *screen, enum action action)
{
	const struct reading *reading = screen->state;

	switch (action) {
	case ACTION_LANGUAGE:
		return reading->cue.say;
	case ACTION_FINISH:
		return handoff_can(reading, DEED_ACCEPT) ||
		       handoff_can(reading, DEED_ALOUD) ||
		       handoff_can(reading, DEED_TAKE_BACK);
	case ACTION_HAND_OFF:
		return handoff_can(reading, DEED_OFFER);
	case ACTION_ACCEPTED:
		return handoff_can(reading, DEED_ALOUD);
	case ACTION_UNDO:
		return desk_can_take_back(reading->desk);
	default:
		return true;
	}
}

static bool reading_label(const struct screen *screen, enum action action,
			  struct str *out)
{
	const struct reading *reading = screen->state;

	if (action == ACTION_CHOOSE && handoff_can(reading, DEED_RETURN))
		str_add(out, _("Return, more"));
	else if (action == ACTION_FINISH &&
		 handoff_can(reading, DEED_TAKE_BACK))
		str_add(out, _("Take back"));
	else if (action == ACTION_FINISH && handoff_is_sent_by_me(reading))
		str_add(out, _("Accepted aloud"));
	else
		return false;
	return true;
}

static void reading_free(struct screen *screen)
{
	struct reading *reading = screen->state;

	handoff_release(&reading->handoff);
	cue_release(&reading->cue);
	free(reading->view);
	free(reading);
}

static const struct binding bindings[] = {
    {ACTION_CHOOSE, handoff_choose, 60, NULL, false},
    {ACTION_HAND_OFF, handoff_offer_again, 65, NULL, false},
    {ACTION_FINISH, handoff_finish, 70, N_("Accept"), false},
    {ACTION_PRINT, print_slip, 40, NULL, false},
    {ACTION_SLIP, print_slip, 0, NULL, false},
    {ACTION_UNDO, settle_undo, 0, NULL, false},
    {ACTION_ACCEPTED, handoff_note_aloud, 0, NULL, false},
    {ACTION_LANGUAGE, turn_language, 0, NULL, false},
    {ACTION_CUES, show_cues, 0, NULL, false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class reading_class = {
    .title = N_("Hand-off"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = reading_load,
    .draw = reading_draw,
    .handle = reading_handle,
    .free = reading_free,
    .label = reading_label,
    .can = reading_can,
    .say = reading_say,
};

void handoff_read_close(struct app *app)
{
	const struct screen *top = app_top(app);

	if (top && top->class == &reading_class)
		app_pop(app);
}

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
