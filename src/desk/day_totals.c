/*
 * day_totals.c - the counts of a range of days, from the totals kept
 */
#include <stdlib.h>
#include <string.h>

#include "day_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"

struct topic_count {
	int64_t topic_id; /* 0: none noted */
	int64_t n;
	char *name;
};

struct totals_read {
	struct summary *out;
	struct topic_count *topics;
	size_t topic_count;
};

static void add_topic(struct totals_read *read, const char *part, int64_t n)
{
	int64_t topic_id = strtoll(part, NULL, 10);

	for (size_t i = 0; i < read->topic_count; i++) {
		if (read->topics[i].topic_id != topic_id)
			continue;
		read->topics[i].n += n;
		return;
	}
	read->topics =
	    mem_grow(read->topics, read->topic_count, sizeof(read->topics[0]));
	read->topics[read->topic_count++] =
	    (struct topic_count){.topic_id = topic_id, .n = n};
}

static void each_total(const char *figure, const char *part, int64_t n,
		       void *state)
{
	struct totals_read *read = state;

	if (strcmp(figure, "topic") == 0)
		add_topic(read, part, n);
	else if (!day_count_visits(read->out, figure, part, n) &&
		 !day_count_requests(read->out, figure, part, n))
		day_count_voices(read->out, figure, part, n);
}

/* Most first, then by name: the same order each time it is printed. */
static int compare_topics(const void *a, const void *b)
{
	const struct topic_count *one = a, *other = b;

	if (one->n != other->n)
		return one->n < other->n ? 1 : -1;
	return strcmp(one->name, other->name);
}

static bool name_topics(struct db *db, struct totals_read *read,
			int64_t named_at, struct error *err)
{
	bool is_good = true;

	for (size_t i = 0; i < read->topic_count; i++) {
		struct topic_count *topic = &read->topics[i];

		if (!is_good || topic->topic_id == 0)
			topic->name = mem_copy("");
		else
			is_good = summary_topic_name(
			    db, topic->topic_id, named_at, &topic->name, err);
	}
	if (read->topic_count > 1)
		qsort(read->topics, read->topic_count, sizeof(read->topics[0]),
		      compare_topics);
	for (size_t i = 0; i < read->topic_count; i++) {
		const struct topic_count *topic = &read->topics[i];

		day_add_name(&read->out->topics,
			     str_is_blank(topic->name) ? _("no topic noted")
						       : topic->name,
			     topic->n, 0);
		free(topic->name);
	}
	free(read->topics);
	return is_good;
}

int64_t summary_promises_fallen_due(const struct summary *summary)
{
	return summary->promises_kept + summary->promises_missed;
}

/* Nobody can total these: an hour passes, and a promise is late. */
static bool read_standing(struct db *db, const struct summary_range *range,
			  struct summary *out, struct error *err)
{
	int64_t ahead, late;

	if (!summary_open_promises(db, range, &ahead, &late, err))
		return false;
	out->promises_due += ahead + late;
	out->promises_missed += late;
	return summary_carried_in(db, range, &out->carried_in, err) &&
	       summary_to_tell(db, range, &out->to_tell, err);
}

bool day_read_totals(struct db *db, const struct summary_range *range,
		     struct summary *out, struct error *err)
{
	struct totals_read read = {.out = out};
	bool is_good = summary_each_total(db, range, each_total, &read, err);

	return name_topics(db, &read, range->named_at, err) && is_good &&
	       read_standing(db, range, out, err);
}
