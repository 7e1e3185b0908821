/*
 * demo_story.c - what happened to a few people in particular
 *
 * The lines of stories.tsv happen between the history's, each at its instant,
 * through the use cases that a clerk would have used.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "demo_history.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"

enum {
	CLOSES = 17 * 60,
	MORNING = 10 * 60,
	LAST_CALL = 90, /* minutes before closing that "today" is still fair */
	FRIDAY = 5,
};

static struct day last_friday(struct day today)
{
	struct day day = day_plus(today, -1);

	while (day_weekday(day) != FRIDAY)
		day = day_plus(day, -1);
	return day;
}

/* Today before closing, where that is still fair; else the next morning. */
static int64_t soon(const struct demo *demo)
{
	int64_t closing = demo_instant(demo, demo->today, CLOSES);

	if (demo_is_business_day(demo->today) &&
	    demo->now + LAST_CALL * CLOCK_MINUTE < closing)
		return closing;
	return demo_instant(
	    demo, demo_business_day(day_plus(demo->today, 1), 0), MORNING);
}

int64_t demo_when(const struct demo *demo, const char *text)
{
	int count = 0, hour = 0, minute = 0, read;
	struct day day;

	if (strcmp(text, "s") == 0)
		return soon(demo);
	read = sscanf(text + 1, "%d %d:%d", &count, &hour, &minute);
	if (text[0] == 'n' && read == 1)
		return demo->now - count * CLOCK_MINUTE;
	if (read != 3)
		return 0;
	if (text[0] == 'f')
		day = day_plus(last_friday(demo->today), -count);
	else if (text[0] == 'b')
		day = demo_business_day(demo->today, -count);
	else if (text[0] == 'a')
		day = demo_business_day(demo->today, count);
	else
		return 0;
	return demo_instant(demo, day, hour * 60 + minute);
}

struct step {
	int64_t at;
	size_t row;
};

static int by_instant(const void *a, const void *b)
{
	const struct step *one = a, *other = b;

	if (one->at != other->at)
		return one->at < other->at ? -1 : 1;
	return one->row < other->row ? -1 : 1;
}

static bool sort_steps(const struct demo *demo, const struct table *stories,
		       struct step *steps, struct error *err)
{
	for (size_t i = 0; i < stories->count; i++) {
		const char *when = table_text(stories, i, "when");

		steps[i].row = i;
		steps[i].at = when != NULL ? demo_when(demo, when) : 0;
		if (steps[i].at == 0)
			return table_wrong(stories, i, err,
					   _("when is not understood"));
	}
	qsort(steps, stories->count, sizeof(*steps), by_instant);
	return true;
}

static bool tell(struct demo *demo, struct demo_history *history,
		 const struct table *stories, struct step *steps,
		 int64_t *cases, struct error *err)
{
	if (!sort_steps(demo, stories, steps, err))
		return false;
	for (size_t i = 0; i < stories->count; i++) {
		if (!demo_history_run(history, steps[i].at, err))
			return false;
		demo_move(demo, steps[i].at);
		if (!demo_do(demo, stories, steps[i].row, cases, err))
			return false;
	}
	if (!demo_history_run(history, demo->now, err))
		return false;
	demo_move(demo, demo->now);
	return true;
}

bool demo_tell_stories(struct demo *demo, struct error *err)
{
	struct table stories;
	struct demo_history *history = NULL;
	struct step *steps;
	int64_t *cases;
	bool is_told;

	if (!table_load(demo->data_dir, "demo/stories.tsv", &stories, err))
		return false;
	steps = mem_new(stories.count + 1, sizeof(*steps));
	cases = mem_new(stories.count + 1, sizeof(*cases));
	is_told = demo_history_begin(demo, &history, err) &&
		  tell(demo, history, &stories, steps, cases, err);
	demo_history_free(history);
	free(steps);
	free(cases);
	table_release(&stories);
	return is_told;
}
