/*
 * summary_counted.c - what was counted in memory, given as the totals are
 */
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "summary_counted.h"

struct giving {
	const struct summary_counted *counted;
	const char *figure; /* one alone, or NULL */
	summary_total_fn *total;
	summary_lengths_fn *lengths;
	void *state;
	int64_t *room;
	size_t size;
};

static int64_t target_of(const struct summary_counted *counted, int64_t site_id)
{
	for (size_t i = 0; i < counted->target_count; i++)
		if (counted->targets[i].site_id == site_id)
			return counted->targets[i].wait_target;
	return 0;
}

static void give_lengths(struct giving *giving, const struct fact *fact,
			 const struct length_pack *pack)
{
	if (pack->count > giving->size) {
		giving->size = pack->count * 2;
		giving->room = mem_resize(giving->room, giving->size,
					  sizeof(giving->room[0]));
	}
	for (size_t i = 0; i < pack->count; i++)
		giving->room[i] = length_pack_get(pack->bytes, i);
	giving->lengths(fact->figure, fact->part, giving->room, pack->count,
			target_of(giving->counted, fact->site_id),
			giving->state);
}

static bool give(void *state, const struct fact *fact,
		 const struct length_pack *pack, struct error *err)
{
	struct giving *giving = state;

	(void)err;
	if (giving->figure != NULL && !str_same(giving->figure, fact->figure))
		return true;
	if (pack == NULL && giving->total != NULL)
		giving->total(fact->figure, fact->part, fact->n, giving->state);
	else if (pack != NULL && giving->lengths != NULL)
		give_lengths(giving, fact, pack);
	return true;
}

static void give_all(struct giving *giving)
{
	struct error unused = {0};

	tally_each(giving->counted->tally, give, giving, &unused);
	free(giving->room);
}

void summary_counted_totals(const struct summary_counted *counted,
			    summary_total_fn *each, void *state)
{
	struct giving giving = {
	    .counted = counted, .total = each, .state = state};

	give_all(&giving);
}

void summary_counted_lengths(const struct summary_counted *counted,
			     const char *figure, summary_lengths_fn *each,
			     void *state)
{
	struct giving giving = {.counted = counted,
				.figure = figure,
				.lengths = each,
				.state = state};

	give_all(&giving);
}

static void add_up(const char *figure, const char *part, int64_t n, void *state)
{
	(void)figure;
	(void)part;
	*(int64_t *)state += n;
}

int64_t summary_counted_sum(const struct summary_counted *counted,
			    const char *figure)
{
	int64_t sum = 0;
	struct giving giving = {.counted = counted,
				.figure = figure,
				.total = add_up,
				.state = &sum};

	give_all(&giving);
	return sum;
}

struct days {
	char (*items)[sizeof(struct day)];
	size_t count;
};

static bool note_day(void *state, const struct fact *fact,
		     const struct length_pack *pack, struct error *err)
{
	struct days *days = state;

	(void)pack;
	(void)err;
	if (!str_same(fact->figure, "arrived"))
		return true;
	for (size_t i = 0; i < days->count; i++)
		if (str_same(days->items[i], fact->day))
			return true;
	days->items =
	    mem_grow(days->items, days->count, sizeof(days->items[0]));
	memcpy(days->items[days->count++], fact->day, sizeof(days->items[0]));
	return true;
}

int64_t summary_counted_days(const struct summary_counted *counted)
{
	struct days days = {0};
	struct error unused = {0};

	tally_each(counted->tally, note_day, &days, &unused);
	free(days.items);
	return (int64_t)days.count;
}

struct references {
	struct db *db;
	const char *figure;
	summary_reference_fn *each;
	void *state;
};

/* A total of such a figure names its record. */
static bool give_reference(void *state, const struct fact *fact,
			   const struct length_pack *pack, struct error *err)
{
	static const char OF_REQUEST[] =
	    "SELECT r.reference FROM request r WHERE r.request_id = $1";
	static const char OF_CONTACT[] =
	    "SELECT r.reference FROM contact c JOIN request r"
	    " ON r.request_id = c.request_id WHERE c.contact_id = $1";
	const struct references *work = state;
	struct query q;

	(void)pack;
	if (!str_same(fact->figure, work->figure))
		return true;
	query_begin(&q, work->db,
		    str_same(work->figure, "could_not") ? OF_CONTACT
							: OF_REQUEST);
	query_int(&q, 1, strtoll(fact->part, NULL, 10));
	if (query_row(&q))
		work->each(row_text(&q, 0), work->state);
	return query_end(&q, err);
}

bool summary_each_counted(struct db *db, const struct summary_counted *counted,
			  const char *figure, summary_reference_fn *each,
			  void *state, struct error *err)
{
	struct references work = {db, figure, each, state};

	return tally_each(counted->tally, give_reference, &work, err);
}
