/*
 * day_visits.c - arrivals, waits and services of a range of days
 */
#include <stdlib.h>
#include <string.h>

#include "day_private.h"
#include "frontdesk/base/mem.h"

#define QUARTER (15 * CLOCK_MINUTE)
#define QUARTERS_KEPT 128

/*
 * The local hour of an instant. Every zone's offset is a whole number of
 * quarter hours, so that a quarter has one hour, and asking the zone for each
 * arrival of a year would cost more than everything else.
 */
struct hours {
	const char *zone;
	int64_t quarters[QUARTERS_KEPT];
	signed char hours[QUARTERS_KEPT];
};

static void hours_init(struct hours *hours, const char *zone)
{
	hours->zone = zone;
	memset(hours->hours, -1, sizeof(hours->hours));
}

static int hours_of(struct hours *hours, int64_t at)
{
	int64_t quarter = at / QUARTER;
	size_t slot = (size_t)(quarter % QUARTERS_KEPT);

	if (hours->hours[slot] < 0 || hours->quarters[slot] != quarter) {
		struct local local;

		zone_local(hours->zone, at, &local);
		hours->quarters[slot] = quarter;
		hours->hours[slot] = (signed char)local.hour;
	}
	return hours->hours[slot];
}

struct visits_read {
	struct summary *out;
	struct hours hours;
	struct lengths wait, wait_by_channel[CHANNEL_COUNT];
	struct lengths service, service_by_channel[CHANNEL_COUNT];
};

static void count_visit(struct visit_figures *figures,
			const struct summary_visit *visit)
{
	figures->arrived++;
	figures->unnamed += !visit->is_named;
	figures->entered_later += visit->is_entered_later;
	if (visit->state == VISIT_SERVED) {
		figures->served++;
	} else if (visit->state == VISIT_LEFT) {
		figures->left++;
		if (visit->left_from == VISIT_WAITING)
			figures->left_waiting++;
		else if (visit->left_from == VISIT_CALLED)
			figures->left_called++;
		else
			figures->left_served++;
	} else {
		figures->open++;
	}
}

static void count_wait(struct visits_read *read,
		       const struct summary_visit *visit)
{
	static const int64_t bounds[3] = {5 * CLOCK_MINUTE, 20 * CLOCK_MINUTE,
					  60 * CLOCK_MINUTE};
	struct summary *out = read->out;
	int bucket = 0;

	if (!visit->is_timed) {
		out->wait_not_timed++;
		return;
	}
	if (visit->wait_length < 0)
		return;
	while (bucket < 3 && visit->wait_length >= bounds[bucket])
		bucket++;
	out->wait_buckets[bucket]++;
	out->wait_within_target += visit->wait_length <= out->wait_target;
	lengths_add(&read->wait, visit->wait_length);
	lengths_add(&read->wait_by_channel[visit->channel], visit->wait_length);
}

static void each_visit(const struct summary_visit *visit, void *state)
{
	struct visits_read *read = state;
	struct summary *out = read->out;

	count_visit(&out->visits, visit);
	count_visit(&out->by_channel[visit->channel], visit);
	count_wait(read, visit);
	if (visit->state == VISIT_SERVED && visit->service_length >= 0) {
		lengths_add(&read->service, visit->service_length);
		lengths_add(&read->service_by_channel[visit->channel],
			    visit->service_length);
	}
	out->hours[hours_of(&read->hours, visit->arrived_at)]++;
}

bool day_read_visits(struct db *db, const struct summary_range *range,
		     const char *zone, struct summary *out, struct error *err)
{
	struct visits_read read = {.out = out};
	bool is_good;

	hours_init(&read.hours, zone);
	is_good = summary_each_visit(db, range, each_visit, &read, err) &&
		  summary_carried_in(db, range, &out->carried_in, err);
	lengths_sum_up(&read.wait, &out->wait);
	lengths_sum_up(&read.service, &out->service);
	lengths_release(&read.wait);
	lengths_release(&read.service);
	for (int i = 0; i < CHANNEL_COUNT; i++) {
		lengths_sum_up(&read.wait_by_channel[i],
			       &out->wait_by_channel[i]);
		lengths_sum_up(&read.service_by_channel[i],
			       &out->service_by_channel[i]);
		lengths_release(&read.wait_by_channel[i]);
		lengths_release(&read.service_by_channel[i]);
	}
	return is_good;
}

struct usual_read {
	struct day days[4];
	bool has_visit[4];
	int64_t arrived;
	struct lengths wait;
};

static void each_usual(const struct summary_visit *visit, void *state)
{
	struct usual_read *read = state;

	for (int i = 0; i < 4; i++) {
		if (day_compare(read->days[i], visit->arrived_on) == 0)
			read->has_visit[i] = true;
	}
	read->arrived++;
	if (visit->is_timed && visit->wait_length >= 0)
		lengths_add(&read->wait, visit->wait_length);
}

bool day_read_usual(struct db *db, const struct summary_range *range,
		    struct summary *out, struct error *err)
{
	struct usual_read read = {0};
	bool is_good;

	if (day_compare(range->from, range->to) != 0)
		return true;
	for (int i = 0; i < 4; i++)
		read.days[i] = day_plus(range->from, -7 * (i + 1));
	is_good = summary_each_visit_of(db, range->site_id, read.days,
					each_usual, &read, err);
	for (int i = 0; i < 4; i++)
		out->usual.days += read.has_visit[i];
	out->usual.arrived = read.arrived;
	lengths_sum_up(&read.wait, &out->usual.wait);
	lengths_release(&read.wait);
	return is_good;
}
