/* The visit on the screen: SAY on top, the form, then what the city knows. */
#include <stdio.h>

#include "../field.h"
#include "cue_view.h"
#include "visit.h"

#define CUE_ROW 2

/* "Ms. Elena Alvarez · with Mr. Luis Alvarez" */
static void add_people(const struct visit_screen *state, const char *dot,
		       struct str *out)
{
	visit_add_people(&state->visit, dot, out);
	if (!out->len)
		str_add(out, state->visit.channel == CHANNEL_TELEPHONE
				 ? _("Unnamed caller")
				 : _("Unnamed visitor"));
}

/* The time together, calmly; before it begins there is none. */
static void add_together(const struct visit_screen *state, struct str *out)
{
	const struct visit *visit = &state->visit;
	char length[24];

	if (!visit->visit_id) {
		str_add(out, _("not begun"));
		return;
	}
	if (visit->state == VISIT_CALLED) {
		str_add(out, _("called"));
		return;
	}
	if (visit->state == VISIT_HOLD) {
		str_add(out, _("ON HOLD"));
		return;
	}
	clock_format_length(desk_now(state->desk) - visit->begun_at -
				visit->held_length,
			    length);
	str_addf(out, _("together %s"), length);
}

static void draw_title(const struct visit_screen *state, struct canvas *canvas,
		       struct area area)
{
	const char *dot = canvas_mark(canvas, MARK_DOT);
	struct str text = STR_INIT;
	const struct contact *contact = &state->visit.contacts[state->current];

	add_people(state, dot, &text);
	canvas_put(canvas, area.row, 1, area.cols - 22, str_text(&text),
		   state->is_in_title ? STYLE_SELECTED : STYLE_TITLE);
	if (state->is_in_title)
		canvas_cursor(canvas, area.row, 1);
	str_clear(&text);
	add_together(state, &text);
	canvas_put_right(canvas, area.row, area.cols - 21, 20, str_text(&text),
			 STYLE_TITLE);
	str_clear(&text);
	str_add(&text, channel_words(state->visit.channel));
	if (state->visit.contact_count > 1)
		str_addf(&text, _(" %s request %zu of %zu"), dot,
			 state->current + 1, state->visit.contact_count);
	if (!str_is_blank(contact->reference))
		str_addf(&text, " %s %s", dot, contact->reference);
	if (state->is_to_read_out)
		str_addf(&text, " %s %s", dot,
			 state->is_not_read_out
			     ? _("not read out: it stays to acknowledge")
			     : _("read it out to them; F9 notes that you did"));
	if (state->gone)
		canvas_putf(canvas, area.row + 1, 1, area.cols - 2, STYLE_LATE,
			    _("%s Esc leaves it."), state->gone);
	else
		canvas_put(canvas, area.row + 1, 1, area.cols - 2,
			   str_text(&text),
			   state->is_to_read_out ? STYLE_NEWS : STYLE_DIM);
	str_release(&text);
}

/* The question of the row that is being filled in, else the cue's. */
static const char *ask_text(const struct visit_screen *state)
{
	const struct form_row *row = form_focused(&state->form);
	long long id = 0;

	if (!row || state->is_in_history || state->scene.kind != SCENE_VISIT ||
	    sscanf(row->id, "question %lld", &id) != 1)
		return state->cue.cue.ask;
	for (size_t i = 0; i < state->topic.question_count; i++)
		if (state->topic.questions[i].question_id == id)
			return state->topic.questions[i].ask;
	return state->cue.cue.ask;
}

/* What a row would mean: an open request's day, or one more of its kind. */
static const char *suggestion_detail(const struct find *found, size_t i)
{
	if (found->rows[i].detail)
		return found->rows[i].detail;
	return found->rows[0].kind == FIND_REQUEST ? _("a new request") : "";
}

/* Topics to take, over the rows below "about". */
static void draw_suggestions(const struct visit_screen *state,
			     struct canvas *canvas, struct area area,
			     int form_row)
{
	int row = form_row + 1;
	int detail = area.cols < 70 ? area.cols * 5 / 10 : area.cols - 35;

	for (size_t i = 0; i < state->suggested.count; i++, row++) {
		bool is_on = i == state->suggestions.selected;
		enum style style = is_on ? STYLE_SELECTED : STYLE_TEXT;
		struct area at = {row, 12, 1, area.cols - 13};

		if (row >= area.row + area.rows)
			return;
		canvas_blank(canvas, at, style);
		canvas_putf(canvas, row, 12, detail - 13, style, "%s %s",
			    is_on ? canvas_mark(canvas, MARK_SELECTED) : " ",
			    state->suggested.rows[i].title);
		canvas_put(canvas, row, detail, area.cols - detail - 2,
			   suggestion_detail(&state->suggested, i),
			   is_on ? style : STYLE_DIM);
	}
}

/* The visit of mine that was left last, this one apart; or NULL. */
static const struct list_row *last_left(const struct visit_screen *state)
{
	size_t at = 0;

	while (at < state->aside.count &&
	       state->aside.rows[at].id == state->visit.visit_id)
		at++;
	/* Mine come first. */
	return at < state->aside.count && (int)at < state->yours.aside
		   ? &state->aside.rows[at]
		   : NULL;
}

static void draw_foot(const struct visit_screen *state, struct canvas *canvas,
		      struct area area)
{
	int row = area.row + area.rows - 1;
	struct str text = STR_INIT;
	char length[24];

	const struct list_row *left = last_left(state);

	if (left) {
		clock_format_length(desk_now(state->desk) - left->at, length);
		str_add(&text,
			left->is_on_hold ? _("On hold: ") : _("Put aside: "));
		text_add_cut(&text, left->who,
			     area.cols / 2 - 13 - text_width(length));
		str_addf(&text, ", %s", length);
		canvas_put(canvas, row, 1, area.cols / 2, str_text(&text),
			   STYLE_DIM);
		str_clear(&text);
	}
	if (state->line.waiting_count) {
		clock_format_length(state->line.longest, length);
		str_addf(&text, _("In line %zu, longest %s"),
			 state->line.waiting_count, length);
	}
	canvas_put_right(canvas, row, area.cols / 2 + 1,
			 area.cols - area.cols / 2 - 2, str_text(&text),
			 STYLE_DIM);
	str_release(&text);
}

static int form_rows(const struct visit_screen *state, int cols)
{
	int rows = 0;

	for (size_t i = 0; i < state->form.count; i++)
		rows +=
		    form_row_height(&state->form, state->form.rows[i], cols);
	return rows;
}

void visit_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct visit_screen *state = screen->state;
	struct area area = canvas_area(canvas), part = area;
	const struct cue_view view = {
	    .cue = &state->cue.cue,
	    .ask = ask_text(state),
	    .is_turned = state->is_turned,
	    .rows = area.rows < 18 ? 2 : 3,
	};
	int wanted = form_rows(state, area.cols - 2);
	int top = CUE_ROW + cue_view_rows(&view, area.cols);
	struct area notices = {area.row + top, 0, area.rows / 3, area.cols};
	int danger = visit_draw_danger(state, canvas, notices);
	int room = area.rows - top - danger;
	int known =
	    visit_known_rows(state) + (visit_history_count(state) ? 4 : 1);

	draw_title(state, canvas, area);
	part.row += CUE_ROW;
	cue_view_draw(&view, canvas, part);
	if (state->is_in_history && known < room / 2)
		known = room / 2;
	if (wanted > room - known)
		wanted = room - known > 4 ? room - known : 4;
	part.row = area.row + top + danger;
	part.rows = wanted;
	part.col = 1;
	part.cols = area.cols - 2;
	form_draw(&state->form, canvas, &part,
		  !state->is_in_history && !state->is_in_title);
	part.row += wanted;
	part.col = 0;
	part.cols = area.cols;
	part.rows = area.row + area.rows - part.row - 1;
	/* Where the answer is no it stands over what the result demands. */
	if (state->scene.kind != SCENE_NO)
		visit_draw_known(state, canvas, part);
	draw_foot(state, canvas, area);
	if (visit_is_suggesting(state))
		draw_suggestions(state, canvas, area, area.row + top);
}
