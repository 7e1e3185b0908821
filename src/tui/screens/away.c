/* Who works here, who is in, and who is away until when. */
#include "frontdesk/desk/away.h"

#include <stdio.h>
#include <stdlib.h>

#include "../dialog.h"
#include "../list.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/calendar.h"
#include "screens.h"
#include "short_form.h"

#define LABEL_COLS 12

struct away_screen {
	struct desk *desk;
	struct away_list rows;
	struct list list;
	int64_t staff_id; /* that is being asked about */
	int64_t absence_id;
};

static const char *row_id(const void *rows, size_t index)
{
	static char id[24];
	const struct away_list *list = rows;

	snprintf(id, sizeof(id), "%lld",
		 (long long)list->items[index].staff_id);
	return id;
}

/* At first on whoever asks: mostly it is their own day. */
static void select_me(struct away_screen *away)
{
	int64_t me = desk_session(away->desk)->staff_id;

	for (size_t i = 0; i < away->rows.count; i++)
		if (away->rows.items[i].staff_id == me)
			list_select(&away->list, i, row_id, &away->rows);
}

static bool away_load(struct screen *screen, struct error *err)
{
	struct away_screen *away = screen->state;
	struct away_list fresh;
	bool is_first = away->rows.count == 0;

	if (!desk_list_away(away->desk, &fresh, err))
		return false;
	away_list_release(&away->rows);
	away->rows = fresh;
	list_set(&away->list, fresh.count, row_id, &away->rows);
	if (is_first)
		select_me(away);
	return true;
}

static void draw_row(struct canvas *canvas, const void *rows, size_t index,
		     struct area at, bool is_on)
{
	const struct away_row *row =
	    &((const struct away_list *)rows)->items[index];
	enum style style = is_on ? STYLE_SELECTED : STYLE_TEXT;
	enum style dim = is_on ? STYLE_SELECTED : STYLE_DIM;
	int name = at.cols * 24 / 100, department = at.cols * 26 / 100;
	int languages = at.cols > 100 ? 12 : 6;
	int presence = at.cols - name - department - languages - 3;

	if (is_on)
		canvas_put(canvas, at.row, at.col, 1,
			   canvas_mark(canvas, MARK_SELECTED), style);
	canvas_put(canvas, at.row, at.col + 2, name - 1, row->name, style);
	canvas_put(canvas, at.row, at.col + 2 + name, department - 1,
		   row->department ? row->department : "", dim);
	canvas_put(canvas, at.row, at.col + 2 + name + department, presence,
		   row->presence, row->is_away ? style : dim);
	canvas_put_right(canvas, at.row, at.col + at.cols - languages,
			 languages, row->languages ? row->languages : "", dim);
}

static void away_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct away_screen *away = screen->state;
	struct area area = canvas_area(canvas), rows = area;
	char day[24];

	day_format(desk_today(away->desk), day);
	canvas_putf(canvas, area.row, 1, area.cols - 2, STYLE_TITLE, "%s %s %s",
		    _("Who is in, who is out"), canvas_mark(canvas, MARK_DOT),
		    day);
	canvas_rule(canvas, area.row + 1, 1, area.cols - 2, NULL, NULL);
	rows.row += 2;
	rows.rows -= 2;
	rows.col = 1;
	rows.cols -= 2;
	list_draw(&away->list, canvas, &rows, draw_row, &away->rows);
}

static bool away_handle(struct screen *screen, const struct key *key)
{
	struct away_screen *away = screen->state;

	return list_handle(&away->list, key, true, row_id, &away->rows);
}

static bool note(struct app *app, const struct form *form, int64_t staff_id,
		 struct error *err)
{
	return desk_set_away(app_desk(app), staff_id, form_value(form, "from"),
			     form_value(form, "to"), err);
}

static void show_day(struct desk *desk, struct form *form, const char *row,
		     const char *hint)
{
	const char *typed = form_value(form, row);
	struct error err = {0};
	struct day day;
	char text[24];

	if (str_is_blank(typed)) {
		form_note(form, row, hint);
	} else if (desk_understand_day(desk, typed, &day, &err)) {
		day_format(day, text);
		form_note(form, row, text);
	} else {
		form_note(form, row, _("not understood yet"));
	}
}

static void show_days(struct desk *desk, struct form *form)
{
	show_day(desk, form, "from", _("tomorrow, mon, dec 1; blank: today"));
	show_day(desk, form, "to", _("fri, dec 2; blank: that day alone"));
}

void away_note_open(struct app *app, int64_t staff_id)
{
	struct short_form ask = {
	    .kind = "away",
	    .about = staff_id,
	    .save = note,
	    .show = show_days,
	    .done = N_("Noted: the hand-off and the briefing say so."),
	};
	struct str title = STR_INIT;
	struct away_list list;
	struct error err = {0};
	struct form form;

	if (!desk_list_away(app_desk(app), &list, &err)) {
		app_problem(app, &err);
		return;
	}
	str_add(&title, _("Away"));
	for (size_t i = 0; i < list.count; i++)
		if (list.items[i].staff_id == staff_id)
			str_addf(&title, ": %s", list.items[i].name);
	away_list_release(&list);
	ask.title = str_text(&title);
	form_init(&form, LABEL_COLS);
	form_add_text(&form, "from", _("First day"), 60, false);
	form_add_text(&form, "to", _("Last day"), 60, false);
	form_focus(&form, "from");
	short_form_open(app, &ask, &form);
	str_release(&title);
}

static void chosen(struct app *app, void *state, size_t index)
{
	struct away_screen *away = state;
	struct error err = {0};

	if (index == 0) {
		away_note_open(app, away->staff_id);
		return;
	}
	if (desk_end_away(away->desk, away->absence_id, &err))
		app_news(app, _("Taken back."));
	else
		app_problem(app, &err);
	app_reload(app);
}

static void enter(struct app *app, struct screen *screen)
{
	const struct dialog_choice choices[] = {
	    {'a', _("Away"), _("a day, or several")},
	    {'b', _("Back"), _("or it was noted by mistake")},
	};
	struct away_screen *away = screen->state;
	const struct away_row *row;

	if (away->list.selected >= away->rows.count)
		return;
	row = &away->rows.items[away->list.selected];
	away->staff_id = row->staff_id;
	away->absence_id = row->absence_id;
	dialog_choose(app, row->name, choices, row->absence_id ? 2 : 1, chosen,
		      NULL, away);
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static bool away_can(const struct screen *screen, enum action action)
{
	const struct away_screen *away = screen->state;
	const struct desk_session *me = desk_session(away->desk);
	size_t at = away->list.selected;

	if (action != ACTION_ENTER)
		return true;
	return at < away->rows.count &&
	       (away->rows.items[at].staff_id == me->staff_id ||
		oversee_can(away->desk));
}

static void away_free(struct screen *screen)
{
	struct away_screen *away = screen->state;

	away_list_release(&away->rows);
	list_release(&away->list);
	free(away);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 60, N_("Away, or back"), false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class away_class = {
    .title = N_("Who is out"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = away_load,
    .draw = away_draw,
    .handle = away_handle,
    .can = away_can,
    .free = away_free,
};

void away_open(struct app *app)
{
	struct away_screen *away = mem_new(1, sizeof(*away));

	away->desk = app_desk(app);
	list_init(&away->list);
	app_push(app, &away_class, away);
}
