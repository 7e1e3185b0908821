/* The site's calendar: hours, and the days that are not as usual. */
#include <stdio.h>
#include <stdlib.h>

#include "../dialog.h"
#include "../list.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/calendar.h"
#include "screens.h"

enum {
	DAYS_SHOWN = 366,
	DAY_COLS = 18,
	HOURS_COLS = 24,
};

/* A day that is not as its weekday is; "" is the row that adds one. */
struct calendar_row {
	struct day day;
	char *name;
	char hours[80];
	bool is_apart; /* set apart, so that it can be taken back */
};

struct calendar_screen {
	struct desk *desk;
	struct calendar_row *rows;
	size_t count;
	struct list list;
	bool may_change;
	struct day day; /* that a reason is asked for, or that is taken back */
	char days[7][OPENING_DAYS_SIZE];
	char hours[7][OPENING_HOURS_SIZE];
	int hours_count;
};

static void rows_release(struct calendar_screen *calendar)
{
	for (size_t i = 0; i < calendar->count; i++)
		free(calendar->rows[i].name);
	free(calendar->rows);
	calendar->rows = NULL;
	calendar->count = 0;
}

static struct calendar_row *add_row(struct calendar_screen *calendar)
{
	struct calendar_row *row;

	calendar->rows = mem_resize(calendar->rows, calendar->count + 1,
				    sizeof(*calendar->rows));
	row = &calendar->rows[calendar->count++];
	*row = (struct calendar_row){0};
	return row;
}

static void add_day(struct calendar_screen *calendar,
		    const struct calendar *read, struct day day)
{
	const char *name = calendar_exception(read, day);
	struct calendar_row *row;
	struct hours hours;

	if (name == NULL)
		return;
	hours = calendar_hours(read, day);
	row = add_row(calendar);
	row->day = day;
	row->name = mem_copy(name);
	row->is_apart = calendar_set_apart(read, day) != NULL;
	hours_format(&hours, row->hours);
}

static const char *row_id(const void *rows, size_t index)
{
	const struct calendar_row *row =
	    &((const struct calendar_row *)rows)[index];

	return row->day.text[0] != '\0' ? row->day.text : "add";
}

static bool calendar_load(struct screen *screen, struct error *err)
{
	struct calendar_screen *calendar = screen->state;
	const struct calendar *read;
	struct day day = desk_today(calendar->desk);
	struct error unused = {0};

	if (!desk_calendar(calendar->desk, &read, err))
		return false;
	rows_release(calendar);
	calendar->hours_count = 0;
	for (int from = 0; from < 7; calendar->hours_count++)
		from = calendar_opening(read, from,
					calendar->days[calendar->hours_count],
					calendar->hours[calendar->hours_count]);
	calendar->may_change = desk_may(calendar->desk, DUTY_CALENDAR, &unused);
	if (calendar->may_change)
		add_row(calendar);
	for (int i = 0; i < DAYS_SHOWN; i++)
		add_day(calendar, read, day_plus(day, i));
	list_set(&calendar->list, calendar->count, row_id, calendar->rows);
	if (calendar->count > 0 && calendar->list.selected == LIST_NONE)
		list_select(&calendar->list, 0, row_id, calendar->rows);
	return true;
}

/* "Thu Nov 26 2026": twelve months lie in two years. */
static void format_day(struct day day, char out[40])
{
	char text[24];

	day_format(day, text);
	snprintf(out, 40, "%s %.4s", text, day.text);
}

static void draw_row(struct canvas *canvas, const void *rows, size_t index,
		     struct area at, bool is_selected)
{
	const struct calendar_row *row =
	    &((const struct calendar_row *)rows)[index];
	enum style text = is_selected ? STYLE_SELECTED : STYLE_TEXT;
	enum style dim = is_selected ? STYLE_SELECTED : STYLE_DIM;
	int hours_cols = text_width(row->hours);
	int hours_at;
	char day[40];

	/* A day with a pause takes more of its row than the others. */
	if (hours_cols < HOURS_COLS)
		hours_cols = HOURS_COLS;
	hours_at = at.cols - hours_cols;
	if (row->day.text[0] == '\0') {
		canvas_put(canvas, at.row, at.col + 2, at.cols - 2,
			   _("+ close a day"), text);
		return;
	}
	format_day(row->day, day);
	canvas_put(canvas, at.row, at.col + 2, DAY_COLS - 1, day, text);
	canvas_put(canvas, at.row, at.col + 2 + DAY_COLS,
		   hours_at - DAY_COLS - 4, row->name, text);
	canvas_put(canvas, at.row, at.col + hours_at, hours_cols, row->hours,
		   dim);
}

static void calendar_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct calendar_screen *calendar = screen->state;
	struct area area = canvas_area(canvas), rows = area;
	int row = area.row;

	canvas_put(canvas, row++, 1, area.cols - 2,
		   desk_site(calendar->desk)->name, STYLE_TITLE);
	for (int i = 0; i < calendar->hours_count; i++) {
		canvas_put(canvas, row, 1, 22, calendar->days[i], STYLE_LABEL);
		row += canvas_put_wrapped(canvas, row, 24, area.cols - 25, 2,
					  calendar->hours[i], STYLE_TEXT);
	}
	canvas_rule(canvas, row++, 1, area.cols - 2, _("NOT AS USUAL"),
		    _("12 months"));
	rows.rows -= row - area.row;
	rows.row = row;
	rows.col = 1;
	rows.cols -= 2;
	list_draw(&calendar->list, canvas, &rows, draw_row, calendar->rows);
	if (calendar->count == 0)
		canvas_put(canvas, rows.row, 3, rows.cols - 3,
			   _("Every day of the next 12 months is as usual."),
			   STYLE_DIM);
}

static bool calendar_handle(struct screen *screen, const struct key *key)
{
	struct calendar_screen *calendar = screen->state;

	return list_handle(&calendar->list, key, true, row_id, calendar->rows);
}

static bool reason_given(struct app *app, void *state, const char *text,
			 struct error *err)
{
	struct calendar_screen *calendar = state;
	struct day day;
	char shown[40];

	if (!desk_set_day(calendar->desk, calendar->day.text, NULL, text, &day,
			  err))
		return false;
	format_day(day, shown);
	app_reload(app);
	app_news(app, _("%s is closed. \"By when\" passes it over."), shown);
	return true;
}

/* The day is understood: what for? */
static bool day_given(struct app *app, void *state, const char *text,
		      struct error *err)
{
	struct calendar_screen *calendar = state;
	char kind[32];
	struct dialog_question question = {
	    .label = _("Reason"),
	    .hint = _("As the public may read it: Staff training"),
	    .limit = {.field = "reason",
		      .label = _("the reason"),
		      .max = 80,
		      .is_required = true},
	};
	char title[80], shown[40];

	if (!desk_understand_day(calendar->desk, text, &calendar->day, err))
		return false;
	format_day(calendar->day, shown);
	snprintf(title, sizeof(title), _("Why is %s closed?"), shown);
	question.title = title;
	snprintf(kind, sizeof(kind), "closed %s", calendar->day.text);
	question.kind = kind;
	dialog_ask(app, &question, reason_given, NULL, calendar);
	return true;
}

static void taken_back(struct app *app, void *state, size_t index)
{
	struct calendar_screen *calendar = state;
	struct error err = {0};
	struct day day;
	char shown[40];

	(void)index;
	if (!desk_unset_day(calendar->desk, calendar->day.text, &day, &err)) {
		app_problem(app, &err);
		return;
	}
	format_day(day, shown);
	app_reload(app);
	app_news(app, _("%s is as its weekday is again."), shown);
}

static void ask_day(struct app *app, struct calendar_screen *calendar)
{
	const struct dialog_question question = {
	    .kind = "closed day",
	    .finish_label = N_("Go on"),
	    .title = _("Which day is closed?"),
	    .label = _("Day"),
	    .hint = _("fri, dec 24, 2026-12-24"),
	    .limit = {.field = "when",
		      .label = _("the day"),
		      .max = 60,
		      .is_required = true},
	};

	dialog_ask(app, &question, day_given, NULL, calendar);
}

static void enter(struct app *app, struct screen *screen)
{
	const struct dialog_choice choices[] = {
	    {'t', _("Take it back"), _("the day is as its weekday is")},
	};
	struct calendar_screen *calendar = screen->state;
	const struct calendar_row *row;
	char title[160], shown[40];

	if (calendar->list.selected == LIST_NONE || calendar->count == 0)
		return;
	row = &calendar->rows[calendar->list.selected];
	if (row->day.text[0] == '\0') {
		ask_day(app, calendar);
	} else if (!calendar->may_change) {
		app_news(app, _("Only a supervisor changes the calendar."));
	} else if (!row->is_apart) {
		app_news(app, _("A holiday by its rule: \"frontdesk calendar\" "
				"opens a day, or changes the rules."));
	} else {
		calendar->day = row->day;
		format_day(row->day, shown);
		snprintf(title, sizeof(title), "%s: %.100s", shown, row->name);
		dialog_choose(app, title, choices, MEM_COUNT(choices),
			      taken_back, NULL, calendar);
	}
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static void calendar_free(struct screen *screen)
{
	struct calendar_screen *calendar = screen->state;

	rows_release(calendar);
	list_release(&calendar->list);
	free(calendar);
}

static bool calendar_can(const struct screen *screen, enum action action)
{
	const struct calendar_screen *calendar = screen->state;

	return action != ACTION_ENTER || calendar->may_change;
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 60, N_("Change"), false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class calendar_class = {
    .title = N_("Calendar"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = calendar_load,
    .draw = calendar_draw,
    .handle = calendar_handle,
    .can = calendar_can,
    .free = calendar_free,
};

void calendar_open(struct app *app)
{
	struct calendar_screen *calendar = mem_new(1, sizeof(*calendar));

	calendar->desk = app_desk(app);
	list_init(&calendar->list);
	app_push(app, &calendar_class, calendar);
}
