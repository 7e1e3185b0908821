/*
 * day_patterns.c - the patterns of the week that ends with the day
 */
#include "day_private.h"
#include "figures.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"

/* Where somebody lives may be where the trouble is: with the names alone. */
static bool is_named(const struct pattern *pattern, bool with_names)
{
	return with_names || pattern->kind != PATTERN_PLACE;
}

void day_table_patterns(const struct day_table *table)
{
	const struct pattern_list *list = &table->summary->patterns;
	struct str text = STR_INIT;

	day_table_heading(table, _("PATTERNS OF THE WEEK (%zu)"), list->count);
	if (list->count == 0)
		day_table_none(table);
	for (size_t i = 0; i < list->count; i++) {
		const struct pattern *pattern = &list->items[i];

		str_clear(&text);
		str_add(&text, pattern_kind_words(pattern->kind));
		if (is_named(pattern, table->with_names))
			str_addf(&text, ", %s", pattern->title);
		str_addf(&text, ": %s", pattern->note);
		day_table_entry(table, NULL, str_text(&text));
	}
	str_release(&text);
}

void figures_walk_patterns(const struct figures *figures,
			   const struct summary *summary)
{
	const struct pattern_list *list = &summary->patterns;

	figures_open_list(figures, "patterns");
	for (size_t i = 0; i < list->count; i++) {
		const struct pattern *pattern = &list->items[i];

		figures_open(figures, NULL);
		figures_text(figures, "kind", pattern_kind_name(pattern->kind));
		if (is_named(pattern, figures->with_names))
			figures_text(figures, "what", pattern->title);
		figures_number(figures, "people", pattern->people);
		figures_number(figures, "requests", pattern->requests);
		figures_number(figures, "open", pattern->open_count);
		figures_number(figures, "contacts", pattern->contacts);
		figures_number(figures, "questions", pattern->questions);
		figures_close(figures);
	}
	figures_close(figures);
}
