/*
 * counted.c - what is counted for a topic is counted as the totals are
 */
#include "counted.h"

#include "fixture.h"
#include "frontdesk/store/summary.h"
#include "store/facts.h"

struct adding {
	struct facts facts;
	int sign;
};

/* Of what only a site has, nothing is counted by topic; and what is to be told
 * is so since some earlier day. */
static bool is_apart(const char *figure)
{
	return str_same(figure, "idea") || str_same(figure, "thanks") ||
	       str_same(figure, "briefing") || str_same(figure, "to_tell");
}

static void add(struct adding *adding, const char *figure, const char *part,
		int64_t length, int64_t n)
{
	const struct fact fact = {.length = length, .n = n * adding->sign};

	if (!is_apart(figure))
		facts_add(&adding->facts, &fact, "", figure, part);
}

static void add_total(const char *figure, const char *part, int64_t n,
		      void *state)
{
	add(state, figure, part, FACT_COUNT, n);
}

static void add_lengths(const char *figure, const char *part,
			const int64_t *lengths, size_t count,
			int64_t wait_target, void *state)
{
	assert_true(wait_target > 0);
	for (size_t i = 0; i < count; i++)
		add(state, figure, part, lengths[i], 1);
}

static void add_both(struct db *db, const struct summary_range *range,
		     struct adding *adding)
{
	struct error err = {0};

	fixture_ok(summary_each_total(db, range, add_total, adding, &err));
	fixture_ok(summary_each_lengths(db, range, add_lengths, adding, &err));
}

static size_t compare(struct db *db, const char *zone, struct day day)
{
	struct summary_range range = {.from = day,
				      .to = day,
				      .begins_at = zone_day_start(zone, day),
				      .ends_at = zone_day_end(zone, day)};
	struct adding adding = {.sign = 1};
	struct error err = {0};
	int64_t to_tell, counted_to_tell;
	size_t count;

	fixture_ok(summary_to_tell(db, &range, &to_tell, &err));
	add_both(db, &range, &adding);
	count = adding.facts.count;
	adding.sign = -1;
	fixture_ok(summary_count(db, &range, &range.counted, &err));
	fixture_ok(summary_to_tell(db, &range, &counted_to_tell, &err));
	assert_int_equal(counted_to_tell, to_tell);
	add_both(db, &range, &adding);
	summary_counted_free(range.counted);
	facts_settle(&adding.facts);
	if (adding.facts.count > 0)
		fail_msg("%s: %s %s differs by %lld", day.text,
			 adding.facts.items[0].figure,
			 adding.facts.items[0].part,
			 (long long)adding.facts.items[0].n);
	facts_release(&adding.facts);
	return count;
}

size_t counted_as_totals(struct db *db, const char *zone, struct day from,
			 struct day to)
{
	size_t count = 0;

	for (; day_compare(from, to) <= 0; from = day_plus(from, 1))
		count += compare(db, zone, from);
	return count;
}
