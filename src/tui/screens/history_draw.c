/* The rows of a timeline: where each column stands, and in which words. */
#include <string.h>

#include "../canvas.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/text.h"
#include "history.h"
#include "moment.h"

#define DAY_COL 4
#define KIND_COL 17
#define TEXT_COL 26
#define STAFF_COLS 12
#define STATE_COLS 28
#define DETAIL_LEAST 3 /* rows */
#define DETAIL_MOST 5

static const char *kind_words(enum timeline_kind kind)
{
	switch (kind) {
	case TIMELINE_VISIT:
		return _("visit");
	case TIMELINE_HANDOFF:
		return _("hand-off");
	case TIMELINE_PROMISE:
		return _("promise");
	case TIMELINE_ACKNOWLEDGED:
		return _("receipt");
	case TIMELINE_TOLD:
		return _("result");
	case TIMELINE_DONE:
		return _("done");
	case TIMELINE_JOINED:
	case TIMELINE_TOUCH:
		return _("joined");
	}
	return "";
}

/* "open, with Planning · Nov 18" or "answered · Nov 18" */
static void add_state(const struct history *history,
		      const struct timeline_request *request, const char *dot,
		      struct str *out)
{
	if (request->is_open && !str_is_blank(request->owner))
		str_addf(out, _("open, %s"), request->owner);
	else if (request->is_open)
		str_add(out, _("open"));
	else if (request->result != RESULT_NONE &&
		 !result_is_open(request->result))
		str_add(out, result_words(request->result));
	else
		str_add(out, _("done"));
	str_addf(out, " %s ", dot);
	moment_add_day(history->desk, request->received_at, out);
}

static void draw_request(const struct history *history, struct canvas *canvas,
			 const struct timeline_request *request, struct area at,
			 bool is_on)
{
	const char *dot = canvas_mark(canvas, MARK_DOT);
	struct str text = STR_INIT, state = STR_INIT;
	enum style style = request->is_open ? STYLE_OPEN : STYLE_TEXT;
	int cols;

	add_state(history, request, dot, &state);
	cols = text_width(str_text(&state));
	if (cols > STATE_COLS + at.cols / 10)
		cols = STATE_COLS + at.cols / 10;
	canvas_put_right(canvas, at.row, at.col + at.cols - cols - 2, cols,
			 str_text(&state), is_on ? STYLE_SELECTED : style);
	str_add(&text, request->topic ? request->topic : _("No topic yet"));
	if (!str_is_blank(request->whose))
		str_addf(&text, " %s %s", dot, request->whose);
	if (!str_is_blank(request->place))
		str_addf(&text, " %s %s", dot, request->place);
	if (!str_is_blank(request->reference))
		str_addf(&text, " %s %s", dot, request->reference);
	if (request->contact_count > 1 && at.cols > 96)
		str_addf(&text, _(" %s %d contacts"), dot,
			 request->contact_count);
	canvas_put(canvas, at.row, at.col + 2, at.cols - cols - 5,
		   str_text(&text), is_on ? STYLE_SELECTED : style);
	str_release(&text);
	str_release(&state);
}

/* What became of it stands behind the last dash: what was said is cut first. */
static void add_fitting(const char *text, int cols, struct str *out)
{
	const char *end = NULL;
	struct str head = STR_INIT;
	int room;

	for (const char *at = text; (at = strstr(at, " – ")); at++)
		end = at;
	room = end ? cols - text_width(end) : 0;
	if (text_width(text) <= cols || room < cols / 3) {
		str_add(out, text);
		return;
	}
	str_add_n(&head, text, (size_t)(end - text));
	text_add_cut(out, str_text(&head), room);
	str_add(out, end);
	str_release(&head);
}

static void draw_entry(const struct history *history, struct canvas *canvas,
		       const struct timeline_entry *entry, struct area at,
		       bool is_on)
{
	enum style style = is_on	    ? STYLE_SELECTED
			   : entry->is_late ? STYLE_LATE
					    : STYLE_TEXT;
	enum style dim = is_on ? STYLE_SELECTED : STYLE_DIM;
	int staff = at.cols >= 60 && entry->staff ? STAFF_COLS : 0;
	int cols = at.cols - TEXT_COL - staff - 2;
	struct str day = STR_INIT, text = STR_INIT;

	moment_add_day(history->desk, entry->at, &day);
	add_fitting(entry->text, cols, &text);
	canvas_put(canvas, at.row, at.col + DAY_COL, KIND_COL - DAY_COL - 1,
		   str_text(&day), dim);
	canvas_put(canvas, at.row, at.col + KIND_COL, TEXT_COL - KIND_COL - 1,
		   kind_words(entry->kind), dim);
	canvas_put(canvas, at.row, at.col + TEXT_COL, cols, str_text(&text),
		   style);
	if (staff)
		canvas_put_right(canvas, at.row, at.col + at.cols - staff - 2,
				 staff, entry->staff, dim);
	str_release(&text);
	str_release(&day);
}

static void draw_row(struct canvas *canvas, const void *rows, size_t index,
		     struct area at, bool is_on)
{
	const struct history *history = rows;
	const struct history_row *row = &history->rows[index];

	switch (row->kind) {
	case HISTORY_DEED:
		canvas_put(canvas, at.row, at.col + 2, at.cols - 4,
			   _(history->deeds[row->deed]),
			   is_on ? STYLE_SELECTED : STYLE_DIM);
		break;
	case HISTORY_REQUEST:
		draw_request(history, canvas, row->request, at, is_on);
		break;
	case HISTORY_ENTRY:
		draw_entry(history, canvas, row->entry, at, is_on);
		break;
	}
}

/* Where rows are to spare, the selected entry in full below them. */
static void draw_detail(const struct history *history, struct canvas *canvas,
			struct area at)
{
	const struct history_row *row = history_selected(history);
	struct str text = STR_INIT;

	if (!row || row->kind != HISTORY_ENTRY)
		return;
	moment_add(history->desk, row->entry->at, &text);
	canvas_rule(canvas, at.row, at.col, at.cols, str_text(&text), NULL);
	canvas_put_wrapped(canvas, at.row + 1, at.col + 2, at.cols - 3,
			   at.rows - 1, row->entry->text,
			   row->entry->is_late ? STYLE_LATE : STYLE_TEXT);
	str_release(&text);
}

void history_draw(const struct history *history, struct canvas *canvas,
		  const struct area *area)
{
	struct area list = *area, detail = *area;
	int spare = area->rows - (int)history->count;

	/* A long list gives some of its rows: what is cut must be readable. */
	if (spare < DETAIL_LEAST && area->rows >= 3 * DETAIL_LEAST)
		spare = DETAIL_LEAST;
	detail.rows = spare < DETAIL_MOST ? spare : DETAIL_MOST;
	if (spare < DETAIL_LEAST) {
		list_draw(&history->list, canvas, &list, draw_row, history);
		return;
	}
	list.rows -= detail.rows;
	list_draw(&history->list, canvas, &list, draw_row, history);
	detail.row += list.rows;
	draw_detail(history, canvas, detail);
}

void history_add_entry(const struct history *history,
		       const struct timeline_entry *entry, struct str *out)
{
	moment_add(history->desk, entry->at, out);
	str_addf(out, "  %s", kind_words(entry->kind));
	if (!str_is_blank(entry->staff))
		str_addf(out, ", %s", entry->staff);
	str_addf(out, "\n\n%s", entry->text);
}
