/* The figures of the day beside arrivals by hour and topics as bars. */
#include <stdarg.h>
#include <stdio.h>

#include "closing.h"
#include "day.h"
#include "frontdesk/base/text.h"
#include "frontdesk/report/summary.h"

#define FIGURES_COLS 46
#define VALUE_COL 17

/* Lines of figures, one below the other, scrolled by top. */
struct sheet {
	struct canvas *canvas;
	struct area area;
	int line, top;
};

static int sheet_row(struct sheet *sheet)
{
	int row = sheet->line++ - sheet->top;

	return row >= 0 && row < sheet->area.rows ? sheet->area.row + row : -1;
}

static void add_rule(struct sheet *sheet, const char *label)
{
	int row = sheet_row(sheet);

	if (row >= 0)
		canvas_rule(sheet->canvas, row, sheet->area.col,
			    sheet->area.cols, label, NULL);
}

static void add(struct sheet *sheet, const char *label, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void add(struct sheet *sheet, const char *label, const char *format, ...)
{
	int row = sheet_row(sheet);
	char value[160];
	va_list args;

	if (row < 0)
		return;
	va_start(args, format);
	vsnprintf(value, sizeof(value), format, args);
	va_end(args);
	canvas_put(sheet->canvas, row, sheet->area.col + 2, VALUE_COL - 3,
		   label, STYLE_LABEL);
	canvas_put(sheet->canvas, row, sheet->area.col + VALUE_COL,
		   sheet->area.cols - VALUE_COL, value, STYLE_TEXT);
}

static void add_share(struct sheet *sheet, const char *label, int64_t count,
		      int64_t of)
{
	struct str ratio = STR_INIT;

	report_add_ratio(count, of, &ratio);
	add(sheet, label, "%s", str_text(&ratio));
	str_release(&ratio);
}

static void add_length(struct sheet *sheet, const char *label,
		       const struct length_figures *length)
{
	struct str median = STR_INIT, mean = STR_INIT, max = STR_INIT;

	if (!length->n) {
		add(sheet, label, "%s", _("n/a (0)"));
		return;
	}
	report_add_length(length->median, &median);
	report_add_length(length->mean, &mean);
	report_add_length(length->max, &max);
	add(sheet, label, _("median %s (of %lld)"), str_text(&median),
	    (long long)length->n);
	add(sheet, "", _("mean %s"), str_text(&mean));
	add(sheet, "", _("longest %s"), str_text(&max));
	str_release(&median);
	str_release(&mean);
	str_release(&max);
}

static void add_visits(struct sheet *sheet, const struct summary *day)
{
	const struct visit_figures *all = &day->visits;

	add_rule(sheet, _("VISITS"));
	add(sheet, _("Arrived"), _("%lld, unnamed %lld"),
	    (long long)all->arrived, (long long)all->unnamed);
	add_share(sheet, _("Address known"), all->address_known,
		  all->address_known + all->address_unknown);
	for (int c = 0; c < CHANNEL_COUNT; c++)
		if (day->by_channel[c].arrived)
			add(sheet, "", "%s %lld", channel_words(c),
			    (long long)day->by_channel[c].arrived);
	add(sheet, _("Served"), "%lld", (long long)all->served);
	add(sheet, _("Left"), "%lld", (long long)all->left);
	if (all->left)
		add(sheet, "", _("waiting %lld, called %lld, served %lld"),
		    (long long)all->left_waiting, (long long)all->left_called,
		    (long long)all->left_served);
	add(sheet, _("Open"), _("%lld, carried in %lld"), (long long)all->open,
	    (long long)day->carried_in);
	if (all->entered_later)
		add(sheet, _("Entered later"), "%lld",
		    (long long)all->entered_later);
}

static void add_times(struct sheet *sheet, const struct summary *day)
{
	struct str target = STR_INIT;

	report_add_length(day->wait_target, &target);
	add_rule(sheet, _("WAIT AND SERVICE"));
	add_length(sheet, _("Wait"), &day->wait);
	add(sheet, _("Under 5 min"), "%lld", (long long)day->wait_buckets[0]);
	add(sheet, _("5 to 20"), "%lld", (long long)day->wait_buckets[1]);
	add(sheet, _("20 to 60"), "%lld", (long long)day->wait_buckets[2]);
	add(sheet, _("60 and over"), "%lld", (long long)day->wait_buckets[3]);
	add_share(sheet, _("Within target"), day->wait_within_target,
		  day->wait.n);
	if (day->wait_target)
		add(sheet, "", _("target %s"), str_text(&target));
	add(sheet, _("Not timed"), "%lld", (long long)day->wait_not_timed);
	str_release(&target);
	add_length(sheet, _("Service"), &day->service);
	add_length(sheet, _("On hold"), &day->hold);
}

static void add_requests(struct sheet *sheet, const struct summary *day)
{
	add_rule(sheet, _("REQUESTS"));
	add_share(sheet, _("Acknowledged"), day->acknowledged_counter.same_day,
		  day->acknowledged_counter.received);
	add_share(sheet, _("by message"), day->acknowledged_message.same_day,
		  day->acknowledged_message.received);
	add_share(sheet, _("First contact"), day->first_contact_resolved,
		  day->first_contact_n);
	add(sheet, _("Contacts"), _("1: %lld, 2: %lld, 3: %lld, 4+: %lld"),
	    (long long)day->contacts[0], (long long)day->contacts[1],
	    (long long)day->contacts[2], (long long)day->contacts[3]);
	for (int r = RESULT_NONE + 1; r < RESULT_COUNT; r++)
		add(sheet, r == RESULT_NONE + 1 ? _("Results") : "", "%s %lld",
		    result_words(r), (long long)day->results[r]);
	add(sheet, _("Concerns"), _("%lld, open %lld"),
	    (long long)day->concerns_recorded, (long long)day->concerns_open);
	add(sheet, _("To tell"), "%lld", (long long)day->to_tell);
	if (!summary_is_part(day))
		add_share(sheet, _("With briefing"), day->with_briefing,
			  day->windows_opened);
}

static void add_passing(struct sheet *sheet, const struct summary *day)
{
	int64_t fallen_due = summary_promises_fallen_due(day);

	add_rule(sheet, _("HAND-OFFS AND PROMISES"));
	add(sheet, _("Hand-offs"), _("%lld: accepted %lld, returned %lld"),
	    (long long)day->handoffs_offered, (long long)day->handoffs_accepted,
	    (long long)day->handoffs_returned);
	add(sheet, "", _("pending %lld"), (long long)day->handoffs_pending);
	add_length(sheet, _("Time to accept"), &day->handoff_accept);
	add_share(sheet, _("Promises kept"), day->promises_kept, fallen_due);
	add(sheet, "", _("missed %lld, not due yet %lld"),
	    (long long)day->promises_missed,
	    (long long)(day->promises_due - fallen_due));
	add(sheet, "", _("promised anew %lld"),
	    (long long)day->promises_renewed);
}

/* What changed since the day was closed, before the figures as they are. */
static void add_changes(struct sheet *sheet, const struct corrections *changed)
{
	struct str text = STR_INIT;

	if (changed->count > 0)
		add_rule(sheet, _("CHANGED SINCE IT WAS CLOSED"));
	for (size_t i = 0; i < changed->count; i++) {
		size_t at = 0, len, next;

		if (!correction_is_read(&changed->items[i]))
			continue;
		str_clear(&text);
		correction_add_words(&changed->items[i], &text);
		while (next = text_wrap(str_text(&text), at,
					sheet->area.cols - 4, &len),
		       next != at) {
			int row = sheet_row(sheet);

			if (row >= 0)
				canvas_putf(sheet->canvas, row,
					    sheet->area.col + (at ? 4 : 2),
					    sheet->area.cols - 4, STYLE_TEXT,
					    "%.*s", (int)len,
					    str_text(&text) + at);
			at = next;
		}
	}
	str_release(&text);
}

static int64_t most(const int64_t *counts, size_t n)
{
	int64_t max = 0;

	for (size_t i = 0; i < n; i++)
		if (counts[i] > max)
			max = counts[i];
	return max;
}

static void draw_bar(struct canvas *canvas, int row, int col, int cols,
		     int64_t count, int64_t max)
{
	if (count && max)
		canvas_bar(canvas, row, col, (int)(count * cols * 8 / max),
			   STYLE_BAR);
}

/* From the first hour that has arrivals to the last, at most 14. */
static int draw_hours(const struct summary *day, struct canvas *canvas,
		      struct area area)
{
	int64_t max = most(day->hours, 24);
	int first = 8, last = 17, row = area.row;

	for (int h = 23; h >= 0; h--)
		if (day->hours[h] && h < first)
			first = h;
	for (int h = 0; h < 24; h++)
		if (day->hours[h] && h > last)
			last = h;
	canvas_rule(canvas, row++, area.col, area.cols, _("ARRIVALS BY HOUR"),
		    NULL);
	for (int h = first; h <= last && row < area.row + area.rows; h++) {
		canvas_putf(canvas, row, area.col + 1, 5, STYLE_LABEL, "%2d %s",
			    h % 12 ? h % 12 : 12, h < 12 ? _("am") : _("pm"));
		canvas_putf(canvas, row, area.col + 7, 4,
			    day->hours[h] ? STYLE_TEXT : STYLE_DIM, "%3lld",
			    (long long)day->hours[h]);
		draw_bar(canvas, row++, area.col + 12, area.cols - 13,
			 day->hours[h], max);
	}
	return row - area.row;
}

static void draw_topics(const struct summary *day, struct canvas *canvas,
			struct area area)
{
	int row = area.row, name = area.cols * 6 / 10;
	int64_t max = day->topics.count ? day->topics.items[0].count : 0;

	if (area.rows < 2)
		return;
	canvas_rule(canvas, row++, area.col, area.cols, _("TOPICS"), NULL);
	for (size_t i = 0; i < day->topics.count && row < area.row + area.rows;
	     i++) {
		const struct named_count *topic = &day->topics.items[i];

		canvas_put(canvas, row, area.col + 1, name - 1, topic->name,
			   STYLE_LABEL);
		canvas_putf(canvas, row, area.col + name + 1, 4, STYLE_TEXT,
			    "%3lld", (long long)topic->count);
		draw_bar(canvas, row++, area.col + name + 6,
			 area.cols - name - 7, topic->count, max);
	}
}

/* "The day · Mon Nov 23 · City Hall · Fence permit" */
static void add_title(const struct day_screen *state, struct canvas *canvas,
		      struct str *out)
{
	static const char *const names[] = {N_("The day"), N_("The week"),
					    N_("The month")};
	const struct summary *day = &state->summary;
	const char *dot = canvas_mark(canvas, MARK_DOT);
	const char *about = day->topic ? day->topic : day->department;
	char from[24], to[24];

	day_format(state->scope.from, from);
	day_format(state->scope.to, to);
	str_addf(out, "%s %s %s", _(names[state->period]), dot, from);
	if (state->period != DAY_PERIOD_DAY)
		str_addf(out, _(" to %s"), to);
	str_addf(out, " %s %s", dot, day->site ? day->site : "");
	if (about)
		str_addf(out, " %s %s", dot, about);
}

static void draw_title(const struct day_screen *state, struct canvas *canvas,
		       struct area area)
{
	const char *so_far = state->changed.closing.closing_id != 0
				 ? _("closed")
			     : state->summary.is_over ? _("over")
						      : _("so far");
	struct str title = STR_INIT;

	add_title(state, canvas, &title);
	canvas_put(canvas, area.row, 1, area.cols - 10, str_text(&title),
		   STYLE_TITLE);
	canvas_put_right(canvas, area.row, area.cols - 9, 8, so_far, STYLE_DIM);
	str_release(&title);
	if (state->asks_print)
		canvas_put(canvas, area.row + 1, 1, area.cols - 2,
			   state->period == DAY_PERIOD_DAY
			       ? _("Enter prints this day. F4: printer, "
				   "copies, pages. Esc returns.")
			       : _("Enter prints this. F4: printer, copies, "
				   "pages. Esc returns."),
			   STYLE_NEWS);
}

void day_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct day_screen *state = screen->state;
	struct area area = canvas_area(canvas), right;
	struct sheet sheet = {canvas, area, 0, state->top};
	bool is_wide = area.cols >= 76;
	int remarks;

	draw_title(state, canvas, area);
	area.row += 2;
	area.rows -= 2;
	remarks = closing_draw(state->desk, &state->changed, canvas, area,
			       !state->asks_print);
	area.row += remarks;
	area.rows -= remarks;
	sheet.area.row = area.row;
	sheet.area.rows = area.rows;
	sheet.area.col = 1;
	sheet.area.cols = is_wide ? FIGURES_COLS : area.cols - 2;
	add_changes(&sheet, &state->changed);
	add_visits(&sheet, &state->summary);
	add_times(&sheet, &state->summary);
	add_requests(&sheet, &state->summary);
	add_passing(&sheet, &state->summary);
	*state->line_count = sheet.line;
	if (!is_wide)
		return;
	right = area;
	right.col = FIGURES_COLS + 2;
	right.cols -= FIGURES_COLS + 3;
	int used = draw_hours(&state->summary, canvas, right) + 1;
	right.row += used;
	right.rows -= used;
	draw_topics(&state->summary, canvas, right);
}
