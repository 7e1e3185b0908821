/*
 * day_charts.c - arrivals and topics as bars, and the lists
 */
#include "day_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/text.h"

#define OPENS 8 /* hours that are shown even where nobody came */
#define CLOSES 17

void day_table_hours(const struct day_table *table)
{
	const int64_t *hours = table->summary->hours;
	int first = OPENS, last = CLOSES - 1;
	int64_t most = 0;

	for (int i = 0; i < 24; i++) {
		if (hours[i] == 0)
			continue;
		first = i < first ? i : first;
		last = i > last ? i : last;
		most = hours[i] > most ? hours[i] : most;
	}
	day_table_heading(table, "%s", _("ARRIVALS BY HOUR"));
	for (int i = first; i <= last; i++) {
		struct str text = STR_INIT;

		str_addf(&text, "%d %s", i % 12 == 0 ? 12 : i % 12,
			 i < 12 ? _("am") : _("pm"));
		table->sink->bar(table->state, DAY_BAR_HOUR, str_text(&text),
				 hours[i], most);
		str_release(&text);
	}
}

void day_table_topics(const struct day_table *table)
{
	const struct named_counts *topics = &table->summary->topics;

	day_table_heading(table, "%s", _("REQUESTS BY TOPIC"));
	if (topics->count == 0)
		day_table_none(table);
	for (size_t i = 0; i < topics->count; i++) {
		const struct named_count *topic = &topics->items[i];
		struct str name = STR_INIT;

		text_clean(topic->name, false, &name);
		table->sink->bar(table->state, DAY_BAR_TOPIC, str_text(&name),
				 topic->count, topics->items[0].count);
		str_release(&name);
	}
}

/* "  R-4K7-2M9X  Fence permit, Planning: not yet" */
static void add_listed(const struct day_table *table, const struct listed *item,
		       bool with_detail)
{
	struct str text = STR_INIT;

	str_add(&text, item->topic);
	if (!str_is_blank(item->department))
		str_addf(&text, ", %s", item->department);
	if (with_detail)
		str_addf(&text, ": %s", item->detail);
	day_table_entry(table, item->reference, str_text(&text));
	str_release(&text);
	if (table->with_names && item->who != NULL)
		day_table_detail(table, _("For"), item->who);
}

static void add_words(const struct day_table *table, const char *label,
		      const char *words)
{
	day_table_detail(table, label,
			 str_is_blank(words) ? _("none noted") : words);
}

static void list_heading(const struct day_table *table, const char *words,
			 const struct listed_list *list)
{
	day_table_heading(table, "%s (%zu)", words, list->count);
	if (list->count == 0)
		day_table_none(table);
}

void day_table_lists(const struct day_table *table)
{
	const struct summary *summary = table->summary;

	list_heading(table, _("NOT ACKNOWLEDGED THE SAME DAY"),
		     &summary->not_acknowledged);
	for (size_t i = 0; i < summary->not_acknowledged.count; i++)
		add_listed(table, &summary->not_acknowledged.items[i], true);

	list_heading(table, _("COULD NOT"), &summary->could_not);
	for (size_t i = 0; i < summary->could_not.count; i++) {
		const struct listed *item = &summary->could_not.items[i];

		add_listed(table, item, false);
		add_words(table, _("Reason"), item->detail);
		add_words(table, _("Tried"), item->tried);
		add_words(table, _("Alternative"), item->alternative);
		add_words(table, _("Appeal"), item->appeal);
	}

	list_heading(table, _("TWO HOPS OR MORE"), &summary->two_hops);
	for (size_t i = 0; i < summary->two_hops.count; i++)
		add_listed(table, &summary->two_hops.items[i], true);
}
