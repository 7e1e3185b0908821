/* SAY and ASK, in the same place on every screen. */
#include "cue_view.h"

#include "../dialog.h"
#include "frontdesk/base/text.h"

#define TEXT_COL 6
#define GAP 3	       /* columns before what stands beside */
#define BESIDE_LEAST 8 /* columns: less says nothing */
#define GREETING_ROWS 2
#define ASK_ROWS 2
#define ROWS_FOR_OTHER 18 /* less has no room for both languages */

const char *cue_view_say(const struct cue *cue, bool is_turned)
{
	return is_turned && cue->other ? cue->other : cue->say;
}

static void add_part(struct str *out, const char *format, const char *text)
{
	if (str_is_blank(text))
		return;
	if (out->len)
		str_add(out, "   ");
	str_addf(out, format, text);
}

/* What helps to say it, then the same in the other language. */
static void add_beside(const struct cue_view *view, struct str *out)
{
	const struct cue *cue = view->cue;
	bool is_turned = view->is_turned && cue->other;

	add_part(out, "%s", cue->hint);
	add_part(out, "%s", cue->pronouns);
	add_part(out, "(%s)", cue->sounded);
	add_part(out, "“%s”", is_turned ? cue->say : cue->other);
}

/* Where everything goes: the greeting's rows, and those that what stands beside
 * it has for itself. */
struct layout {
	struct str say, beside, ask, other_ask;
	int say_rows, beside_rows, ask_rows;
	bool is_other_below;
};

static int wrapped_rows(const char *text, int cols, int most)
{
	size_t at = 0;
	int rows = 0;

	while (text[at] && rows < most) {
		size_t len, next = text_wrap(text, at, cols, &len);

		rows++;
		if (next <= at)
			break;
		at = next;
	}
	return rows;
}

/* The question in quotes; where it is how to address them, what is the same in
 * the other language as well. */
static void add_ask(const struct cue_view *view, struct layout *out)
{
	const struct cue *cue = view->cue;
	bool is_own = !view->ask || view->ask == cue->ask;
	bool is_turned = is_own && view->is_turned && cue->other_ask;
	const char *ask = is_turned ? cue->other_ask
			  : is_own  ? cue->ask
				    : view->ask;
	const char *other = is_turned ? cue->ask : cue->other_ask;

	if (ask)
		str_addf(&out->ask, "“%s”", ask);
	if (ask && is_own && other)
		str_addf(&out->other_ask, "“%s”", other);
}

/* Beside the question where it has room there, else below it. */
static void lay_ask(const struct cue_view *view, int cols, struct layout *out)
{
	bool is_wrapped = view->rows > 1 || view->is_ask_wrapped;
	int room, width;

	add_ask(view, out);
	out->ask_rows =
	    wrapped_rows(str_text(&out->ask), cols, is_wrapped ? ASK_ROWS : 1);
	room = cols - text_width(str_text(&out->ask)) - GAP;
	width = text_width(str_text(&out->other_ask));
	out->is_other_below = width > 0 && width > room && is_wrapped;
	if (out->is_other_below)
		out->ask_rows++;
	else if (!out->ask_rows && !view->is_lone)
		out->ask_rows = 1;
}

static void lay_out(const struct cue_view *view, int cols, struct layout *out)
{
	const char *say = cue_view_say(view->cue, view->is_turned);
	int width, room;

	*out = (struct layout){.say_rows = 1};
	lay_ask(view, cols, out);
	if (!str_is_blank(say))
		str_addf(&out->say, "“%s”", say);
	add_beside(view, &out->beside);
	width = text_width(str_text(&out->say));
	if (width > cols && view->rows > 1)
		out->say_rows =
		    wrapped_rows(str_text(&out->say), cols, GREETING_ROWS);
	room = cols - width - GAP;
	if (text_width(str_text(&out->beside)) > room)
		out->beside_rows = wrapped_rows(str_text(&out->beside), cols,
						view->rows - out->say_rows);
}

static void layout_release(struct layout *layout)
{
	str_release(&layout->say);
	str_release(&layout->beside);
	str_release(&layout->ask);
	str_release(&layout->other_ask);
}

static void draw_say(const struct layout *layout, struct canvas *canvas,
		     struct area area)
{
	const char *say = str_text(&layout->say);
	const char *beside = str_text(&layout->beside);
	int col = area.col + text_width(say) + GAP;
	int room = area.col + area.cols - col;

	if (layout->say_rows > 1)
		canvas_put_wrapped(canvas, area.row, area.col, area.cols,
				   layout->say_rows, say, STYLE_SAY);
	else
		canvas_put(canvas, area.row, area.col, area.cols, say,
			   STYLE_SAY);
	if (layout->beside_rows)
		canvas_put_wrapped(canvas, area.row + layout->say_rows,
				   area.col, area.cols, layout->beside_rows,
				   beside, STYLE_TEXT);
	else if (room >= BESIDE_LEAST)
		canvas_put(canvas, area.row, col, room, beside, STYLE_TEXT);
}

static void draw_ask(const struct layout *layout, struct canvas *canvas,
		     struct area area)
{
	const char *ask = str_text(&layout->ask);
	const char *other = str_text(&layout->other_ask);
	int rows = layout->ask_rows - layout->is_other_below;
	int used = text_width(ask) + GAP;

	if (rows > 1)
		canvas_put_wrapped(canvas, area.row, area.col, area.cols, rows,
				   ask, STYLE_ASK);
	else
		canvas_put(canvas, area.row, area.col, area.cols, ask,
			   STYLE_ASK);
	if (layout->is_other_below)
		canvas_put(canvas, area.row + rows, area.col, area.cols, other,
			   STYLE_TEXT);
	else if (*other && used + BESIDE_LEAST <= area.cols)
		canvas_put(canvas, area.row, area.col + used, area.cols - used,
			   other, STYLE_TEXT);
}

int cue_view_rows(const struct cue_view *view, int cols)
{
	struct layout layout;
	int rows;

	lay_out(view, cols - TEXT_COL - 1, &layout);
	rows = layout.say_rows + layout.beside_rows + layout.ask_rows +
	       !view->is_lone;
	layout_release(&layout);
	return rows;
}

int cue_view_draw(const struct cue_view *view, struct canvas *canvas,
		  struct area area)
{
	struct area text = {area.row, TEXT_COL, 1, area.cols - TEXT_COL - 1};
	struct layout layout;
	int rows;

	lay_out(view, text.cols, &layout);
	rows = layout.say_rows + layout.beside_rows;
	canvas_put(canvas, area.row, 1, 4, _("SAY"), STYLE_CUE);
	draw_say(&layout, canvas, text);
	text.row = area.row + rows;
	if (layout.ask_rows) {
		if (layout.ask.len)
			canvas_put(canvas, text.row, 1, 4, _("ASK"), STYLE_CUE);
		draw_ask(&layout, canvas, text);
	}
	rows += layout.ask_rows;
	if (!view->is_lone)
		canvas_rule(canvas, area.row + rows++, 1, area.cols - 2, NULL,
			    NULL);
	layout_release(&layout);
	return rows;
}

static int put_quoted(struct canvas *canvas, int row, int cols,
		      const char *words, enum style style)
{
	struct str text = STR_INIT;
	int rows;

	str_addf(&text, "“%s”", words);
	rows = canvas_put_wrapped(canvas, row, TEXT_COL, cols, GREETING_ROWS,
				  str_text(&text), style);
	str_release(&text);
	return rows;
}

int cue_view_draw_moment(const struct moment_cue *cue, struct canvas *canvas,
			 struct area area)
{
	int cols = area.cols - TEXT_COL - 1, row = area.row;

	if (cue->say) {
		canvas_put(canvas, row, 1, 4, _("SAY"), STYLE_CUE);
		row += put_quoted(canvas, row, cols, cue->say, STYLE_SAY);
		if (cue->other && area.rows >= ROWS_FOR_OTHER)
			row += put_quoted(canvas, row, cols, cue->other,
					  STYLE_TEXT);
	}
	if (cue->ask) {
		canvas_put(canvas, row, 1, 4, _("ASK"), STYLE_CUE);
		row += put_quoted(canvas, row, cols, cue->ask, STYLE_ASK);
	}
	for (size_t i = 0; i < cue->know_count; i++) {
		canvas_put(canvas, row, 1, 4, _("KNOW"), STYLE_CUE);
		canvas_put(canvas, row++, TEXT_COL, cols, cue->know[i],
			   STYLE_KNOW);
	}
	return row - area.row;
}

void cue_view_turn(struct app *app, const struct cue *cue, bool *is_turned)
{
	if (cue->other || cue->other_ask) {
		*is_turned = !*is_turned;
		app_draw(app);
	} else if (cue->is_english) {
		app_news(app, _("The greeting is in English already."));
	} else {
		app_news(app, _("There are no words in another language."));
	}
}

static void add_line(struct str *out, const char *format, const char *text)
{
	if (!str_is_blank(text))
		str_addf(out, format, text);
}

void cue_view_add(const struct cue *cue, struct str *out)
{
	add_line(out, _("SAY   “%s”\n"), cue->say);
	add_line(out,
		 cue->is_english ? _("      in their language: “%s”\n")
				 : _("      in English: “%s”\n"),
		 cue->other);
	add_line(out, _("      sounds like: %s\n"), cue->sounded);
	add_line(out, "      %s\n", cue->hint);
	add_line(out, "      %s\n", cue->pronouns);
	add_line(out, _("ASK   “%s”\n"), cue->ask);
	add_line(out, "      “%s”\n", cue->other_ask);
	if (cue->needs_review &&
	    (cue->other || cue->other_ask || !cue->is_english))
		str_add(out, _("      No native speaker has read the words in "
			       "their language yet.\n"));
}

static void add_more(const struct moment_cue *cue, enum cue_kind kind,
		     const char *format, struct str *out)
{
	for (size_t i = 0; i < cue->more_count; i++)
		if (cue->more[i].kind == kind)
			add_line(out, format, cue->more[i].text);
}

void cue_view_add_moment(const struct moment_cue *cue, struct str *out)
{
	add_line(out, _("SAY   “%s”\n"), cue->say);
	add_line(out, "      “%s”\n", cue->other);
	add_more(cue, CUE_SAY, _("SAY   “%s”\n"), out);
	add_line(out, _("ASK   “%s”\n"), cue->ask);
	add_more(cue, CUE_ASK, _("ASK   “%s”\n"), out);
	for (size_t i = 0; i < cue->know_count; i++)
		add_line(out, _("KNOW  %s\n"), cue->know[i]);
	add_more(cue, CUE_KNOW, _("KNOW  %s\n"), out);
}

void cue_view_show_moment(struct app *app, const struct moment_cue *cue)
{
	struct str text = STR_INIT;

	cue_view_add_moment(cue, &text);
	if (text.len > 0)
		dialog_show(app, _("All cues"), str_text(&text));
	else
		app_news(app, _("There is nothing to say or to know here."));
	str_release(&text);
}

void cue_view_add_news(const struct moment_cue *cue, struct str *out)
{
	add_line(out, _(" Say: “%s”"), cue->say);
	add_line(out, _(" Ask: “%s”"), cue->ask);
	add_line(out, " %s", cue->know_count > 0 ? cue->know[0] : NULL);
}
