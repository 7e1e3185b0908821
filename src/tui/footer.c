#include "footer.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"

void footer_add(struct footer *footer, const char *key, const char *label,
		const char *brief, int priority, bool is_kept)
{
	struct footer_item *item;

	footer->items = mem_resize(footer->items, footer->count + 1,
				   sizeof(struct footer_item));
	item = &footer->items[footer->count++];
	item->key = key;
	item->label = mem_copy(label);
	item->brief = brief;
	item->priority = priority;
	item->is_kept = is_kept;
	item->is_shown = true;
}

void footer_release(struct footer *footer)
{
	for (size_t i = 0; i < footer->count; i++)
		free(footer->items[i].label);
	free(footer->items);
	memset(footer, 0, sizeof(*footer));
}

const char *footer_label(const struct footer *footer,
			 const struct footer_item *item)
{
	if (item->brief && !item->brief[0])
		return footer->has_exit ? item->label : item->brief;
	return footer->is_brief && item->brief ? item->brief : item->label;
}

static int width(const struct footer *footer)
{
	int sum = 0;

	for (size_t i = 0; i < footer->count; i++) {
		const struct footer_item *item = &footer->items[i];
		const char *label = footer_label(footer, item);

		if (!item->is_shown)
			continue;
		sum += sum > 0 ? footer->gap : 0;
		sum += text_width(item->key);
		sum += label[0] ? 1 + text_width(label) : 0;
	}
	return sum;
}

/* The roomiest way in which what is shown fits. */
static bool fits(struct footer *footer, int cols)
{
	static const struct {
		int gap;
		bool is_brief, has_exit;
	} ways[] = {
	    {2, false, true},  {1, false, true}, {2, false, false},
	    {1, false, false}, {1, true, true},	 {1, true, false},
	};

	for (size_t i = 0; i < MEM_COUNT(ways); i++) {
		footer->gap = ways[i].gap;
		footer->is_brief = ways[i].is_brief;
		footer->has_exit = ways[i].has_exit;
		if (width(footer) <= cols)
			return true;
	}
	return false;
}

static bool drop_least(struct footer *footer)
{
	struct footer_item *least = NULL;

	for (size_t i = 0; i < footer->count; i++) {
		struct footer_item *item = &footer->items[i];

		if (item->is_shown && !item->is_kept &&
		    (!least || item->priority <= least->priority))
			least = item;
	}
	if (!least)
		return false;
	least->is_shown = false;
	return true;
}

void footer_fit(struct footer *footer, int cols)
{
	while (!fits(footer, cols) && drop_least(footer))
		;
}
