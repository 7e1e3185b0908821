/*
 * day_visits.c - arrivals, waits and services of a range of days
 */
#include <stdlib.h>
#include <string.h>

#include "day_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"

static const struct {
	const char *figure;
	size_t at; /* in struct visit_figures */
	bool is_left;
} visit_counts[] = {
    {"arrived", offsetof(struct visit_figures, arrived), false},
    {"served", offsetof(struct visit_figures, served), false},
    {"open", offsetof(struct visit_figures, open), false},
    {"left_waiting", offsetof(struct visit_figures, left_waiting), true},
    {"left_called", offsetof(struct visit_figures, left_called), true},
    {"left_served", offsetof(struct visit_figures, left_served), true},
    {"unnamed", offsetof(struct visit_figures, unnamed), false},
    {"entered_later", offsetof(struct visit_figures, entered_later), false},
    {"address_known", offsetof(struct visit_figures, address_known), false},
    {"address_unknown", offsetof(struct visit_figures, address_unknown), false},
};

static void add(struct visit_figures *figures, size_t at, bool is_left,
		int64_t n)
{
	*(int64_t *)(void *)((char *)figures + at) += n;
	if (is_left)
		figures->left += n;
}

bool day_count_visits(struct summary *out, const char *figure, const char *part,
		      int64_t n)
{
	struct error unused = {0};
	enum channel channel;

	if (strcmp(figure, "hour") == 0) {
		out->hours[atoi(part) % 24] += n;
		return true;
	}
	if (strcmp(figure, "not_timed") == 0) {
		out->wait_not_timed += n;
		return true;
	}
	for (size_t i = 0; i < MEM_COUNT(visit_counts); i++) {
		if (strcmp(figure, visit_counts[i].figure) != 0)
			continue;
		add(&out->visits, visit_counts[i].at, visit_counts[i].is_left,
		    n);
		if (channel_parse(part, &channel, &unused))
			add(&out->by_channel[channel], visit_counts[i].at,
			    visit_counts[i].is_left, n);
		return true;
	}
	return false;
}

struct lengths_read {
	struct summary *out;
	int64_t wait_target; /* 0: the site's own */
	struct lengths wait, wait_by_channel[CHANNEL_COUNT];
	struct lengths service, service_by_channel[CHANNEL_COUNT];
	struct lengths hold, accept;
};

static void count_wait(struct summary *out, int64_t length, int64_t target)
{
	static const int64_t bounds[3] = {5 * CLOCK_MINUTE, 20 * CLOCK_MINUTE,
					  60 * CLOCK_MINUTE};
	int bucket = 0;

	while (bucket < 3 && length >= bounds[bucket])
		bucket++;
	out->wait_buckets[bucket]++;
	out->wait_within_target += length <= target;
}

static void add_hold(struct named_counts *holds, const char *reason,
		     const int64_t *lengths, size_t count)
{
	int64_t sum = 0;

	if (str_is_blank(reason))
		reason = _("no reason given");
	for (size_t i = 0; i < count; i++)
		sum += lengths[i];
	for (size_t i = 0; i < holds->count; i++) {
		if (strcmp(holds->items[i].name, reason) != 0)
			continue;
		holds->items[i].count += (int64_t)count;
		holds->items[i].length += sum;
		return;
	}
	day_add_name(holds, reason, (int64_t)count, sum);
}

static void each_lengths(const char *figure, const char *part,
			 const int64_t *lengths, size_t count,
			 int64_t wait_target, void *state)
{
	struct lengths_read *read = state;
	struct error unused = {0};
	enum channel channel;
	bool has_channel = channel_parse(part, &channel, &unused);

	if (strcmp(figure, "wait") == 0) {
		for (size_t i = 0; i < count; i++)
			count_wait(read->out, lengths[i],
				   read->wait_target != 0 ? read->wait_target
							  : wait_target);
		lengths_add(&read->wait, lengths, count);
		if (has_channel)
			lengths_add(&read->wait_by_channel[channel], lengths,
				    count);
	} else if (strcmp(figure, "service") == 0) {
		lengths_add(&read->service, lengths, count);
		if (has_channel)
			lengths_add(&read->service_by_channel[channel], lengths,
				    count);
	} else if (strcmp(figure, "hold") == 0) {
		lengths_add(&read->hold, lengths, count);
		add_hold(&read->out->holds, part, lengths, count);
	} else if (strcmp(figure, "accept") == 0) {
		lengths_add(&read->accept, lengths, count);
	}
}

/* By length, then by name: the same order each time it is printed. */
static int compare_holds(const void *a, const void *b)
{
	const struct named_count *one = a, *other = b;

	if (one->length != other->length)
		return one->length < other->length ? 1 : -1;
	return strcmp(one->name, other->name);
}

static void sum_up(struct lengths *lengths, struct length_figures *out)
{
	lengths_sum_up(lengths, out);
	lengths_release(lengths);
}

bool day_read_lengths(struct db *db, const struct summary_range *range,
		      struct summary *out, struct error *err)
{
	struct lengths_read read = {.out = out,
				    .wait_target = range->wait_target};
	bool is_good =
	    summary_each_lengths(db, range, each_lengths, &read, err);

	if (out->holds.count > 1)
		qsort(out->holds.items, out->holds.count,
		      sizeof(out->holds.items[0]), compare_holds);
	sum_up(&read.wait, &out->wait);
	sum_up(&read.service, &out->service);
	sum_up(&read.hold, &out->hold);
	sum_up(&read.accept, &out->handoff_accept);
	for (int i = 0; i < CHANNEL_COUNT; i++) {
		sum_up(&read.wait_by_channel[i], &out->wait_by_channel[i]);
		sum_up(&read.service_by_channel[i],
		       &out->service_by_channel[i]);
	}
	return is_good;
}
