/*
 * day_bars.c - waits by hour and by topic, and the promises of eight weeks
 */
#include <stdlib.h>

#include "day_private.h"
#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/day_behind.h"
#include "frontdesk/store/behind.h"

struct topic_waits {
	int64_t topic_id;
	struct lengths lengths;
};

struct bars_read {
	struct summary_range range, weeks;
	struct day_bars *out;
	struct lengths hours[24];
	struct topic_waits *topics;
	size_t topic_count;
};

static struct topic_waits *waits_of(struct bars_read *read, int64_t topic_id)
{
	for (size_t i = 0; i < read->topic_count; i++)
		if (read->topics[i].topic_id == topic_id)
			return &read->topics[i];
	read->topics =
	    mem_grow(read->topics, read->topic_count, sizeof(read->topics[0]));
	read->topics[read->topic_count] =
	    (struct topic_waits){.topic_id = topic_id};
	return &read->topics[read->topic_count++];
}

static void each_wait(int hour, int64_t topic_id, bool is_first, int64_t length,
		      void *state)
{
	struct bars_read *read = state;

	if (is_first)
		lengths_add(&read->hours[hour], &length, 1);
	lengths_add(&waits_of(read, topic_id)->lengths, &length, 1);
}

static bool name_waits(struct db *db, struct bars_read *read, struct error *err)
{
	struct day_bars *out = read->out;

	out->topics = mem_new(read->topic_count + 1, sizeof(out->topics[0]));
	for (size_t i = 0; i < read->topic_count; i++) {
		struct day_wait *wait = &out->topics[out->topic_count];

		if (read->topics[i].topic_id == 0)
			wait->topic = mem_copy(_("no topic noted"));
		else if (!summary_topic_name(db, read->topics[i].topic_id, 0,
					     &wait->topic, err))
			return false;
		lengths_sum_up(&read->topics[i].lengths, &wait->wait);
		out->topic_count++;
	}
	for (int i = 0; i < 24; i++)
		lengths_sum_up(&read->hours[i], &out->hours[i]);
	return true;
}

static void each_promise(struct day day, int64_t due, int64_t kept, void *state)
{
	struct bars_read *read = state;
	int64_t week = day_distance(read->weeks.from, day) / 7;

	read->out->weeks[week].due += due;
	read->out->weeks[week].kept += kept;
}

static bool read_weeks(struct db *db, struct bars_read *read, struct error *err)
{
	struct day_bars *out = read->out;

	for (int i = 0; i < DAY_WEEKS; i++)
		out->weeks[i].from = day_plus(read->weeks.from, i * 7);
	return behind_each_promise(db, &read->weeks, each_promise, read, err);
}

static void forget(struct bars_read *read)
{
	for (int i = 0; i < 24; i++)
		lengths_release(&read->hours[i]);
	for (size_t i = 0; i < read->topic_count; i++)
		lengths_release(&read->topics[i].lengths);
	free(read->topics);
	read->topics = NULL;
	read->topic_count = 0;
}

static bool read_bars(struct db *db, void *state, struct error *err)
{
	struct bars_read *read = state;
	const struct summary_range *range = &read->range;
	struct day_bars *out = read->out;
	bool is_read = true;

	/* Anew each time: the engine may run this twice. */
	day_bars_release(out);
	out->has_waits = day_compare(range->from, range->to) == 0;
	out->has_weeks = range->topic_id == 0 && range->department_id == 0;
	if (out->has_waits)
		is_read = behind_each_wait(db, range, each_wait, read, err) &&
			  name_waits(db, read, err);
	if (is_read && out->has_weeks)
		is_read = read_weeks(db, read, err);
	forget(read);
	return is_read;
}

void day_bars_release(struct day_bars *bars)
{
	for (size_t i = 0; i < bars->topic_count; i++)
		free(bars->topics[i].topic);
	free(bars->topics);
	*bars = (struct day_bars){0};
}

bool desk_read_bars(struct desk *desk, const struct summary_scope *scope,
		    struct day_bars *out, struct error *err)
{
	struct bars_read read = {.range = day_range(desk, scope), .out = out};
	struct day monday =
	    day_plus(scope->to, -((day_weekday(scope->to) + 6) % 7));

	*out = (struct day_bars){0};
	if (!desk_need_session(desk, err) ||
	    !desk_may(desk, DUTY_READ_DAY, err))
		return false;
	read.weeks = read.range;
	read.weeks.from = day_plus(monday, -7 * (DAY_WEEKS - 1));
	if (db_snapshot(desk->db, read_bars, &read, err))
		return true;
	day_bars_release(out);
	return false;
}
