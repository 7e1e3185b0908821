/* Arrivals and waits by hour and by topic as bars, and the promises of the
 * last weeks as a line of small ones. */
#include <stdio.h>

#include "day_sheet.h"
#include "frontdesk/report/summary.h"

#define WEEK_ROWS 3
#define WEEK_COLS 5
#define WAIT_COLS 9	  /* "9:40 min", "1 h 5 min" */
#define SECONDS_BELOW 600 /* a wait is shown to the second */
#define HOUR_NAME_COLS 7  /* "10 am", and a blank on both sides */
#define COUNT_COLS 4
#define BOTH_BARS_FROM 44 /* columns in which a topic has them */

static const struct day_wait *wait_of(const struct day_bars *bars,
				      const char *topic)
{
	for (size_t i = 0; i < bars->topic_count; i++)
		if (str_same(bars->topics[i].topic, topic))
			return &bars->topics[i];
	return NULL;
}

static void set_wait(struct day_sheet_line *line, const struct day_bars *bars,
		     const struct length_figures *wait, int64_t longest)
{
	line->has_wait = bars->has_waits;
	line->wait_n = wait ? wait->n : 0;
	line->wait = wait ? wait->median : 0;
	line->longest = longest;
}

static int64_t larger(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

static void add_hour(const struct day_screen *state, int hour, int64_t most,
		     int64_t longest, struct day_sheet *sheet)
{
	const struct summary *day = &state->summary;
	const struct day_behind behind = {DAY_HOUR, hour, ""};
	struct day_sheet_line *line;
	char name[16];

	snprintf(name, sizeof(name), "%2d %s", hour % 12 ? hour % 12 : 12,
		 hour < 12 ? _("am") : _("pm"));
	line = day_sheet_add(sheet, DAY_LINE_BAR, name, "");
	line->n = day->hours[hour];
	line->most = most;
	set_wait(line, &state->bars, &state->bars.hours[hour], longest);
	if (line->n > 0)
		day_sheet_add_number(sheet, &behind, line->n, 0);
}

/* From the first hour that has arrivals to the last; at least the counter's
 * usual ones. */
static void add_hours(const struct day_screen *state, struct day_sheet *sheet)
{
	const int64_t *hours = state->summary.hours;
	int64_t most = 0, longest = 0;
	int first = 8, last = 16;

	for (int h = 0; h < 24; h++) {
		if (hours[h] && h < first)
			first = h;
		if (hours[h] && h > last)
			last = h;
		most = larger(most, hours[h]);
		longest = larger(longest, state->bars.hours[h].median);
	}
	day_sheet_add(sheet, DAY_LINE_RULE, _("ARRIVALS BY HOUR"), "")
	    ->has_wait = state->bars.has_waits;
	for (int h = first; h <= last; h++)
		add_hour(state, h, most, longest, sheet);
}

static void add_topics(const struct day_screen *state, struct day_sheet *sheet)
{
	const struct named_counts *topics = &state->summary.topics;
	int64_t longest = 0;

	if (topics->count == 0)
		return;
	day_sheet_add(sheet, DAY_LINE_WORDS, "", "");
	day_sheet_add(sheet, DAY_LINE_RULE, _("TOPICS"), "")->has_wait =
	    state->bars.has_waits;
	for (size_t i = 0; i < state->bars.topic_count; i++)
		longest = larger(longest, state->bars.topics[i].wait.median);
	for (size_t i = 0; i < topics->count; i++) {
		const struct named_count *topic = &topics->items[i];
		const struct day_wait *wait =
		    wait_of(&state->bars, topic->name);
		struct day_behind behind = {DAY_TOPIC, 0, ""};
		struct day_sheet_line *line =
		    day_sheet_add(sheet, DAY_LINE_BAR, topic->name, "");

		line->is_topic = true;
		line->n = topic->count;
		line->most = topics->items[0].count;
		set_wait(line, &state->bars, wait ? &wait->wait : NULL,
			 longest);
		snprintf(behind.topic, sizeof(behind.topic), "%s", topic->name);
		day_sheet_add_number(sheet, &behind, topic->count, 0);
	}
}

void day_add_bars(const struct day_screen *state, struct day_sheet *sheet)
{
	add_hours(state, sheet);
	add_topics(state, sheet);
}

void day_add_weeks(const struct day_screen *state, struct day_sheet *sheet)
{
	if (!state->bars.has_weeks)
		return;
	day_sheet_add(sheet, DAY_LINE_RULE, _("PROMISES KEPT, WEEK BY WEEK"),
		      "");
	for (int i = 0; i < WEEK_ROWS; i++)
		day_sheet_add(sheet, DAY_LINE_WEEKS, "", "")->row = i;
}

/* Never quite nothing where there is something. */
static int eighths(int64_t n, int64_t most, int cols)
{
	int length = most > 0 ? (int)(n * cols * 8 / most) : 0;

	return n > 0 && length == 0 ? 1 : length;
}

static void draw_wait(const struct day_sheet_line *line, struct canvas *canvas,
		      struct area at, bool has_bar)
{
	struct str text = STR_INIT;
	int64_t minutes = (line->wait + CLOCK_MINUTE / 2) / CLOCK_MINUTE;
	int64_t seconds = (line->wait + CLOCK_SECOND / 2) / CLOCK_SECOND;

	/* Bars of "1 min" each must not be of different length. */
	if (line->wait_n > 0 && seconds < SECONDS_BELOW)
		str_addf(&text, _("%lld:%02lld min"), (long long)seconds / 60,
			 (long long)seconds % 60);
	else if (line->wait_n > 0)
		report_add_length(minutes * CLOCK_MINUTE, &text);
	canvas_put_right(canvas, at.row, at.col, WAIT_COLS, str_text(&text),
			 STYLE_TEXT);
	if (has_bar && line->wait_n > 0)
		canvas_bar(
		    canvas, at.row, at.col + WAIT_COLS + 1,
		    eighths(line->wait, line->longest, at.cols - WAIT_COLS - 1),
		    STYLE_LABEL);
	str_release(&text);
}

void day_bar_number(const struct day_sheet_line *line, int cols, int *at,
		    int *number_cols)
{
	*number_cols = COUNT_COLS - 1;
	for (int64_t most = line->most; most >= 1000; most /= 10)
		++*number_cols;
	*at = !line->is_topic	       ? HOUR_NAME_COLS
	      : cols >= BOTH_BARS_FROM ? cols * 4 / 10
				       : cols / 2;
}

/* Its name, its number, its bar; and the wait in the right half. */
static void draw_bar(const struct day_sheet_line *line, struct canvas *canvas,
		     struct area at)
{
	int name, count, begin_col = line->is_topic ? 2 : 1;
	bool has_both =
	    line->has_wait && (!line->is_topic || at.cols >= BOTH_BARS_FROM);

	day_bar_number(line, at.cols, &name, &count);
	int begin = name + count + 1, room = at.cols - begin;
	int wait = !line->has_wait ? 0
		   : has_both	   ? WAIT_COLS + 1 + (room - WAIT_COLS - 1) / 2
				   : WAIT_COLS;

	canvas_put(canvas, at.row, at.col + begin_col, name - begin_col - 1,
		   line->label, STYLE_LABEL);
	canvas_putf(canvas, at.row, at.col + name, count,
		    line->n ? STYLE_TEXT : STYLE_DIM, "%*lld", count,
		    (long long)line->n);
	canvas_bar(canvas, at.row, at.col + begin,
		   eighths(line->n, line->most, room - wait - 1), STYLE_BAR);
	if (line->has_wait)
		draw_wait(
		    line, canvas,
		    (struct area){at.row, at.col + at.cols - wait, 1, wait},
		    has_both);
}

static void draw_week(const struct day_screen *state, int row, int week,
		      struct canvas *canvas, struct area at)
{
	int64_t due = state->bars.weeks[week].due,
		kept = state->bars.weeks[week].kept;
	char text[24];
	int month, day, year;

	if (row == 0) {
		if (due > 0)
			canvas_level(canvas, at.row, at.col, 3,
				     (int)((kept * 8 + due / 2) / due),
				     kept == due ? STYLE_GOOD : STYLE_BAR);
		return;
	}
	if (row == 1) {
		if (due > 0)
			snprintf(text, sizeof(text), "%lld%%",
				 (long long)((kept * 200 + due) / (due * 2)));
		else
			snprintf(text, sizeof(text), "%s", _("none"));
	} else if ((DAY_WEEKS - week) % 2 == 0) {
		return; /* each second Monday, the last one too */
	} else {
		day_parts(state->bars.weeks[week].from, &year, &month, &day);
		snprintf(text, sizeof(text), "%d/%d", month, day);
	}
	canvas_put(canvas, at.row, at.col, at.cols, text,
		   row == 1 && due > 0 ? STYLE_TEXT : STYLE_DIM);
}

void day_draw_bars(const struct day_screen *state,
		   const struct day_sheet_line *line, struct canvas *canvas,
		   struct area at)
{
	if (line->kind == DAY_LINE_BAR) {
		draw_bar(line, canvas, at);
		return;
	}
	for (int i = 0; i < DAY_WEEKS; i++)
		draw_week(state, line->row, i, canvas,
			  (struct area){at.row,
					at.col + DAY_LABEL_COL + i * WEEK_COLS,
					1, WEEK_COLS});
}
