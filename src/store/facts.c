/*
 * facts.c - what records give to the totals of their days, in memory
 */
#include "facts.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"

void facts_add(struct facts *facts, const struct fact *fact, const char *day,
	       const char *figure, const char *part)
{
	struct fact *item;

	if (facts->count == facts->size) {
		facts->size = facts->size == 0 ? 64 : facts->size * 2;
		facts->items = mem_resize(facts->items, facts->size,
					  sizeof(facts->items[0]));
	}
	item = &facts->items[facts->count++];
	*item = *fact;
	item->text = facts->texts.len;
	str_add_n(&facts->texts, day, strlen(day) + 1);
	str_add_n(&facts->texts, figure, strlen(figure) + 1);
	str_add_n(&facts->texts, part, strlen(part) + 1);
}

static int compare_place(const struct fact *a, const struct fact *b)
{
	int order;

	if (a->site_id != b->site_id)
		return a->site_id < b->site_id ? -1 : 1;
	order = strcmp(a->day, b->day);
	if (order == 0)
		order = strcmp(a->figure, b->figure);
	return order != 0 ? order : strcmp(a->part, b->part);
}

static int compare(const void *a, const void *b)
{
	const struct fact *one = a, *other = b;
	int order = compare_place(one, other);

	if (order == 0 && one->length != other->length)
		order = one->length < other->length ? -1 : 1;
	return order;
}

bool fact_is_beside(const struct fact *a, const struct fact *b)
{
	return compare_place(a, b) == 0;
}

void facts_settle(struct facts *facts)
{
	size_t kept = 0;

	for (size_t i = 0; i < facts->count; i++) {
		struct fact *fact = &facts->items[i];

		fact->day = facts->texts.text + fact->text;
		fact->figure = fact->day + strlen(fact->day) + 1;
		fact->part = fact->figure + strlen(fact->figure) + 1;
	}
	if (facts->count > 1)
		qsort(facts->items, facts->count, sizeof(facts->items[0]),
		      compare);
	for (size_t i = 0; i < facts->count;) {
		struct fact sum = facts->items[i++];

		while (i < facts->count && compare(&sum, &facts->items[i]) == 0)
			sum.n += facts->items[i++].n;
		if (sum.n != 0)
			facts->items[kept++] = sum;
	}
	facts->count = kept;
}

void facts_clear(struct facts *facts)
{
	facts->count = 0;
	str_clear(&facts->texts);
}

void facts_release(struct facts *facts)
{
	free(facts->items);
	str_release(&facts->texts);
	*facts = (struct facts){0};
}
