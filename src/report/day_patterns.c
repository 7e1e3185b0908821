/*
 * day_patterns.c - the patterns of the week that ends with the day, and the
 * notices that stood
 */
#include <stdlib.h>
#include <string.h>

#include "day_private.h"
#include "figures.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"

/* Where somebody lives may be where the trouble is: with the names alone, and
 * else the references, by which whoever may see it finds it. */
static bool is_named(const struct pattern *pattern, bool with_names)
{
	return with_names || pattern->kind != PATTERN_PLACE;
}

void day_table_patterns(const struct day_table *table)
{
	const struct pattern_list *list = &table->summary->patterns;
	struct str text = STR_INIT;

	if (!summary_is_of_site(table->summary))
		return;
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
		if (!is_named(pattern, table->with_names))
			str_addf(&text, "; %s", pattern->references);
		day_table_entry(table, NULL, str_text(&text));
	}
	str_release(&text);
}

void day_table_notices(const struct day_table *table)
{
	const struct notice_list *list = &table->summary->notices;
	struct str text = STR_INIT;

	if (!summary_is_of_site(table->summary))
		return;
	day_table_heading(table, _("NOTICES (%zu)"), list->count);
	if (list->count == 0)
		day_table_none(table);
	for (size_t i = 0; i < list->count; i++) {
		str_clear(&text);
		str_addf(&text, "%s: %s", list->items[i].detail,
			 list->items[i].words);
		day_table_entry(table, NULL, str_text(&text));
	}
	str_release(&text);
}

static void walk_moment(const struct figures *figures, const char *key,
			const char *moment)
{
	if (moment != NULL)
		figures_text(figures, key, moment);
	else
		figures->sink->none(figures->state, key);
}

void figures_walk_notices(const struct figures *figures,
			  const struct summary *summary)
{
	const struct notice_list *list = &summary->notices;

	if (!summary_is_of_site(summary)) {
		figures->sink->none(figures->state, "notices");
		return;
	}
	figures_open_list(figures, "notices");
	for (size_t i = 0; i < list->count; i++) {
		figures_open(figures, NULL);
		figures_text(figures, "words", list->items[i].words);
		walk_moment(figures, "from", list->items[i].from);
		walk_moment(figures, "until", list->items[i].until);
		figures_close(figures);
	}
	figures_close(figures);
}

/* "R-4K7-2M9X R-…", one after the other. */
static void walk_references(const struct figures *figures,
			    const char *references)
{
	const char *at = references != NULL ? references : "";

	figures_open_list(figures, "references");
	while (*at != '\0') {
		size_t len = strcspn(at, " ");
		char *reference = mem_copy_n(at, len);

		figures_open(figures, NULL);
		figures_text(figures, "reference", reference);
		figures_close(figures);
		free(reference);
		at += len + (at[len] == ' ');
	}
	figures_close(figures);
}

void figures_walk_patterns(const struct figures *figures,
			   const struct summary *summary)
{
	const struct pattern_list *list = &summary->patterns;

	if (!summary_is_of_site(summary)) {
		figures->sink->none(figures->state, "patterns");
		return;
	}
	figures_open_list(figures, "patterns");
	for (size_t i = 0; i < list->count; i++) {
		const struct pattern *pattern = &list->items[i];

		figures_open(figures, NULL);
		figures_text(figures, "kind", pattern_kind_name(pattern->kind));
		if (is_named(pattern, figures->with_names))
			figures_text(figures, "what", pattern->title);
		walk_references(figures, pattern->references);
		figures_number(figures, "people", pattern->people);
		figures_number(figures, "unnamed", pattern->unnamed);
		figures_number(figures, "requests", pattern->requests);
		figures_number(figures, "open", pattern->open_count);
		figures_number(figures, "contacts", pattern->contacts);
		figures_number(figures, "questions", pattern->questions);
		figures_close(figures);
	}
	figures_close(figures);
}
