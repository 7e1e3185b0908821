/*
 * tally.c - the totals of every day at once, counted in memory
 */
#include "tally.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "text_set.h"

/*
 * A part is mostly a number (a topic, a request), which is kept as such; any
 * other text is -1 minus its number in the set.
 */
struct entry {
	int64_t site_id, part;
	uint32_t day, figure; /* twice its number, and 1 of lengths */
	union {
		int64_t n;
		struct length_pack *pack;
	};
};

struct tally {
	struct entry *entries;
	size_t count, size;
	uint32_t *slots; /* open addressing, index + 1, a power of two */
	size_t slot_count;
	struct text_set texts;
	struct entry left; /* the first place where lengths differ, n of them */
	bool has_left;
	char part[24];
};

struct tally *tally_new(void)
{
	return mem_new(1, sizeof(struct tally));
}

static bool is_lengths(const struct entry *entry)
{
	return (entry->figure & 1) != 0;
}

static void drop_pack(struct entry *entry)
{
	if (entry->pack != NULL)
		length_pack_release(entry->pack);
	free(entry->pack);
	entry->pack = NULL;
}

void tally_free(struct tally *tally)
{
	if (tally == NULL)
		return;
	for (size_t i = 0; i < tally->count; i++)
		if (is_lengths(&tally->entries[i]))
			drop_pack(&tally->entries[i]);
	free(tally->entries);
	free(tally->slots);
	text_set_release(&tally->texts);
	free(tally);
}

/* Only what is written again as it was read: "7", and not "07". */
static bool number_of(const char *text, int64_t *out)
{
	int64_t number = 0;
	int digits = 0;

	for (; text[digits] >= '0' && text[digits] <= '9'; digits++) {
		if (digits == 18)
			return false;
		number = number * 10 + (text[digits] - '0');
	}
	*out = number;
	return digits > 0 && text[digits] == '\0' &&
	       (text[0] != '0' || digits == 1);
}

static const char *part_of(const struct tally *tally, const struct entry *entry,
			   char room[24])
{
	if (entry->part < 0)
		return text_set_get(&tally->texts,
				    (uint32_t)(-1 - entry->part));
	snprintf(room, 24, "%lld", (long long)entry->part);
	return room;
}

static const char *day_of(const struct tally *tally, const struct entry *entry)
{
	return text_set_get(&tally->texts, entry->day);
}

static const char *figure_of(const struct tally *tally,
			     const struct entry *entry)
{
	return text_set_get(&tally->texts, entry->figure >> 1);
}

static bool is_same(const struct entry *a, const struct entry *b)
{
	return a->part == b->part && a->day == b->day &&
	       a->figure == b->figure && a->site_id == b->site_id;
}

static uint32_t *slot_of(const struct tally *tally, const struct entry *place)
{
	uint64_t hash = (uint64_t)place->part * UINT64_C(0x9e3779b97f4a7c15);
	size_t slot;

	hash ^= (uint64_t)place->site_id;
	hash = (hash ^ hash >> 32) * UINT64_C(0xbf58476d1ce4e5b9);
	hash ^= (uint64_t)place->day << 32 | place->figure;
	hash = (hash ^ hash >> 29) * UINT64_C(0x94d049bb133111eb);
	slot = (hash ^ hash >> 32) & (tally->slot_count - 1);
	while (tally->slots[slot] != 0 &&
	       !is_same(&tally->entries[tally->slots[slot] - 1], place))
		slot = (slot + 1) & (tally->slot_count - 1);
	return &tally->slots[slot];
}

static void grow(struct tally *tally)
{
	tally->size = tally->size == 0 ? 4096 : tally->size * 2;
	tally->slot_count = tally->size * 2;
	tally->entries =
	    mem_resize(tally->entries, tally->size, sizeof(tally->entries[0]));
	free(tally->slots);
	tally->slots = mem_new(tally->slot_count, sizeof(tally->slots[0]));
	for (size_t i = 0; i < tally->count; i++)
		*slot_of(tally, &tally->entries[i]) = (uint32_t)i + 1;
}

/* Made with nothing in it where it is not there. */
static struct entry *entry_at(struct tally *tally, const struct fact *fact,
			      bool has_lengths)
{
	struct entry place = {.site_id = fact->site_id};
	uint32_t *slot;

	place.day = text_set_add(&tally->texts, fact->day);
	place.figure = text_set_add(&tally->texts, fact->figure) * 2 +
		       (has_lengths ? 1 : 0);
	if (!number_of(fact->part, &place.part))
		place.part =
		    -1 - (int64_t)text_set_add(&tally->texts, fact->part);
	if (tally->count == tally->size)
		grow(tally);
	slot = slot_of(tally, &place);
	if (*slot == 0) {
		if (has_lengths)
			place.pack = mem_new(1, sizeof(*place.pack));
		tally->entries[tally->count++] = place;
		*slot = (uint32_t)tally->count;
	}
	return &tally->entries[*slot - 1];
}

void tally_add(struct tally *tally, const struct fact *fact)
{
	bool has_lengths = fact->length != FACT_COUNT;
	struct entry *entry = entry_at(tally, fact, has_lengths);

	if (has_lengths)
		length_pack_add(entry->pack, fact->length);
	else
		entry->n += fact->n;
}

static int order_of(const struct tally *tally, const struct entry *a,
		    const struct entry *b)
{
	char one[24], other[24];
	int order = strcmp(day_of(tally, a), day_of(tally, b));

	if (order == 0 && a->site_id != b->site_id)
		order = a->site_id < b->site_id ? -1 : 1;
	if (order == 0)
		order = strcmp(figure_of(tally, a), figure_of(tally, b));
	if (order == 0)
		order =
		    strcmp(part_of(tally, a, one), part_of(tally, b, other));
	return order;
}

static void note_left(struct tally *tally, const struct entry *entry, int64_t n)
{
	if (tally->has_left && order_of(tally, &tally->left, entry) <= 0)
		return;
	tally->has_left = true;
	tally->left = *entry;
	tally->left.n = n;
}

static int compare_lengths(const void *a, const void *b)
{
	const int64_t *one = a, *other = b;

	return *one < *other ? -1 : *one > *other ? 1 : 0;
}

static int64_t *sorted(const void *bytes, size_t count)
{
	int64_t *lengths = mem_new(count, sizeof(*lengths));

	for (size_t i = 0; i < count; i++)
		lengths[i] = length_pack_get(bytes, i);
	if (count > 1)
		qsort(lengths, count, sizeof(*lengths), compare_lengths);
	return lengths;
}

static size_t run_of(const int64_t *lengths, size_t count, int64_t length)
{
	size_t run = 0;

	while (run < count && lengths[run] == length)
		run++;
	return run;
}

/* Of the shortest length that one has more often: how much more. */
static int64_t difference(const struct length_pack *pack, const void *bytes,
			  size_t size)
{
	size_t own_count = pack->count, i = 0, j = 0;
	size_t count = length_pack_count(bytes, size);
	int64_t *own = sorted(pack->bytes, own_count);
	int64_t *stored = sorted(bytes, count);
	int64_t more = 0;

	while (more == 0 && (i < own_count || j < count)) {
		int64_t least = i < own_count ? own[i] : stored[j];
		size_t ours, theirs;

		if (j < count && stored[j] < least)
			least = stored[j];
		ours = run_of(own + i, own_count - i, least);
		theirs = run_of(stored + j, count - j, least);
		more = (int64_t)ours - (int64_t)theirs;
		i += ours;
		j += theirs;
	}
	free(own);
	free(stored);
	return more;
}

void tally_take(struct tally *tally, const struct fact *place,
		const void *bytes, size_t size)
{
	struct entry *entry = entry_at(tally, place, true);
	const struct length_pack none = {0};
	int64_t n =
	    difference(entry->pack != NULL ? entry->pack : &none, bytes, size);

	if (n != 0)
		note_left(tally, entry, n);
	drop_pack(entry);
}

bool tally_first_left(struct tally *tally, struct fact *out)
{
	for (size_t i = 0; i < tally->count; i++) {
		const struct entry *entry = &tally->entries[i];
		int64_t n = entry->n;

		if (is_lengths(entry))
			n = entry->pack == NULL
				? 0
				: difference(entry->pack, NULL, 0);
		if (n != 0)
			note_left(tally, entry, n);
	}
	if (!tally->has_left)
		return false;
	*out = (struct fact){
	    .site_id = tally->left.site_id,
	    .length = FACT_COUNT,
	    .n = tally->left.n,
	    .day = day_of(tally, &tally->left),
	    .figure = figure_of(tally, &tally->left),
	    .part = part_of(tally, &tally->left, tally->part),
	};
	return true;
}

/* Days by when they were first seen, which is mostly their own order. */
static int compare_places(const void *a, const void *b)
{
	const struct entry *one = a, *other = b;

	if (one->site_id != other->site_id)
		return one->site_id < other->site_id ? -1 : 1;
	if (one->day != other->day)
		return one->day < other->day ? -1 : 1;
	if (one->figure != other->figure)
		return one->figure < other->figure ? -1 : 1;
	return one->part < other->part ? -1 : one->part > other->part ? 1 : 0;
}

bool tally_each(struct tally *tally, tally_fn *each, void *state,
		struct error *err)
{
	char part[24];
	bool is_done = true;

	if (tally->count > 1)
		qsort(tally->entries, tally->count, sizeof(tally->entries[0]),
		      compare_places);
	for (size_t i = 0; is_done && i < tally->count; i++) {
		const struct entry *entry = &tally->entries[i];
		const struct fact fact = {
		    .site_id = entry->site_id,
		    .length = FACT_COUNT,
		    .n = is_lengths(entry) ? 0 : entry->n,
		    .day = day_of(tally, entry),
		    .figure = figure_of(tally, entry),
		    .part = part_of(tally, entry, part),
		};

		is_done = each(state, &fact,
			       is_lengths(entry) ? entry->pack : NULL, err);
	}
	return is_done;
}
