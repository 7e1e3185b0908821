/*
 * summary_text.c - the day on pages of 80 columns
 */
#include <string.h>

#include "day_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/text.h"
#include "frontdesk/report/summary.h"

#define PAGE_LINES 56 /* fits letter and A4 at six lines an inch */
#define HEAD_LINES 4
#define KEEP_LINES 16 /* a section begun below this stands on the next page */

static void skip_blank(const struct day_lines *lines, size_t *at)
{
	while (*at < lines->count && lines->items[*at].kind == DAY_LINE_BLANK)
		++*at;
}

/* A line that goes on with what the line above it began. */
static bool continues(const struct day_line *line)
{
	return strncmp(line->text, "    ", 4) == 0;
}

/* The line that follows the page that begins at begin. */
static size_t page_end(const struct day_lines *lines, size_t begin)
{
	size_t end = begin + PAGE_LINES - HEAD_LINES, at;

	if (end >= lines->count)
		return lines->count;
	for (at = end; at > begin + 1 && at + KEEP_LINES > end; at--) {
		if (lines->items[at - 1].kind == DAY_LINE_HEADING)
			return at - 1;
	}
	/* No heading is near: the item that does not fit moves as a whole. */
	for (at = end; at > begin + 1 && at + KEEP_LINES > end; at--) {
		if (!continues(&lines->items[at]))
			return at;
	}
	return end;
}

static size_t count_pages(const struct day_lines *lines)
{
	size_t count = 0;

	for (size_t at = 0; at < lines->count; count++) {
		at = page_end(lines, at);
		skip_blank(lines, &at);
	}
	return count;
}

static void add_line(struct str *out, const char *text)
{
	struct str clean = STR_INIT;

	text_clean(text, false, &clean);
	text_add_cut(out, str_text(&clean), SUMMARY_COLUMNS);
	str_add_char(out, '\n');
	str_release(&clean);
}

static void add_head(const struct summary *summary, size_t number, size_t count,
		     struct str *out)
{
	struct str place = STR_INIT, page = STR_INIT, line = STR_INIT;

	summary_add_place(summary, ", ", ": ", &place);
	str_addf(&page, _("page %zu of %zu"), number, count);
	text_clean(str_text(&place), false, &line);
	str_clear(&place);
	text_add_padded(&place, str_text(&line),
			SUMMARY_COLUMNS - 2 - text_width(str_text(&page)));
	str_addf(&place, "  %s", str_text(&page));
	add_line(out, str_text(&place));

	str_clear(&line);
	report_add_days(summary->from, summary->to, &line);
	add_line(out, str_text(&line));
	for (int i = 0; i < SUMMARY_COLUMNS; i++)
		str_add_char(out, '-');
	str_add(out, "\n\n");
	str_release(&place);
	str_release(&page);
	str_release(&line);
}

static void add_body(const struct day_line *line, struct str *out)
{
	int columns = text_width(line->text);
	int marks = (line->bar_eighths + 4) / 8;

	str_add(out, line->text);
	if (line->kind == DAY_LINE_BAR && marks > 0) {
		str_addf(out, "%*s", line->bar_col - columns, "");
		for (int i = 0; i < marks; i++)
			str_add_char(out, '#');
	}
	str_add_char(out, '\n');
}

/* Without the blank lines that would end the page. */
static void add_bodies(const struct day_lines *lines, size_t begin, size_t end,
		       struct str *out)
{
	while (end > begin && lines->items[end - 1].kind == DAY_LINE_BLANK)
		end--;
	for (size_t at = begin; at < end; at++)
		add_body(&lines->items[at], out);
}

/* What the lists have is nearly all that is long. */
static size_t count_entries(const struct summary *summary)
{
	return summary->not_acknowledged.count + summary->two_hops.count +
	       summary->could_not.count + summary->unanswered.count +
	       summary->comments.count;
}

#define LINES_SHARE 80 /* per cent: to lay them out; the rest are the pages */
#define TOLD_EVERY 256 /* entries */

struct telling {
	const struct summary_text *how;
	size_t entries;
	int percent;
};

static void tell(struct telling *telling, size_t at, size_t all, int from,
		 int to)
{
	int percent =
	    from + (int)((size_t)(to - from) * at / (all > 0 ? all : 1));

	if (telling->how->progress == NULL || percent <= telling->percent ||
	    percent > to)
		return;
	telling->percent = percent;
	telling->how->progress(telling->how->progress_state, percent);
}

static void tell_entry(void *state, size_t entry)
{
	struct telling *telling = state;

	if (entry % TOLD_EVERY == 0)
		tell(telling, entry, telling->entries, 0, LINES_SHARE);
}

/* The lines on pages from number first on; returns the next number. */
static size_t add_pages(const struct summary *summary,
			const struct day_lines *lines, size_t first,
			size_t count, struct telling *telling, struct str *out)
{
	size_t number = first;

	for (size_t at = 0; at < lines->count; number++) {
		size_t end = page_end(lines, at);

		if (number > 1)
			str_add_char(out, telling->how->with_form_feeds ? '\f'
									: '\n');
		add_head(summary, number, count, out);
		add_bodies(lines, at, end, out);
		at = end;
		skip_blank(lines, &at);
		tell(telling, number, count, LINES_SHARE, 100);
	}
	return number;
}

void summary_add_text(const struct summary *summary,
		      const struct summary_text *how, struct str *out)
{
	static const struct summary_text printed = {.with_form_feeds = true};
	struct telling telling = {.how = how != NULL ? how : &printed,
				  .entries = count_entries(summary)};
	struct day_lines sentences = {0},
			 tables = {.each_entry = tell_entry, .state = &telling};
	size_t count, next;

	day_lines_sentences(summary, SUMMARY_COLUMNS, &sentences);
	day_lines_tables(summary, SUMMARY_COLUMNS, telling.how->with_names,
			 &tables);
	count = count_pages(&sentences) + count_pages(&tables);
	next = add_pages(summary, &sentences, 1, count, &telling, out);
	add_pages(summary, &tables, next, count, &telling, out);
	day_lines_release(&sentences);
	day_lines_release(&tables);
}
