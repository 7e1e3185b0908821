/* The rows of two records side by side, and what both keep. */
#include <stdio.h>
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "merge.h"
#include "moment.h"

/* The reference, titles refused, the ways to be reached, and three figures. */
#define MORE_ITEMS 6

void merge_items_release(struct merge_screen *state)
{
	for (size_t i = 0; i < state->count; i++) {
		free(state->items[i].label);
		free(state->items[i].values[MERGE_LEFT]);
		free(state->items[i].values[MERGE_RIGHT]);
	}
	free(state->items);
	free(state->names[MERGE_LEFT]);
	free(state->names[MERGE_RIGHT]);
	state->items = NULL;
	state->count = state->different_count = 0;
}

static struct merge_item *add(struct merge_screen *state, const char *label,
			      const char *left, const char *right)
{
	struct merge_item *item = &state->items[state->count++];

	item->label = mem_copy(label);
	item->values[MERGE_LEFT] = mem_copy(left);
	item->values[MERGE_RIGHT] = mem_copy(right);
	return item;
}

static void add_field(struct merge_screen *state, struct merge_row *row)
{
	struct merge_item *item =
	    add(state, row->label, row->values[MERGE_LEFT],
		row->values[MERGE_RIGHT]);

	item->may_be_both = row->may_be_both;
	if (row->is_different) {
		item->chosen = &row->chosen;
		state->different_count++;
	}
}

static void add_reaches(const struct resident *resident, struct str *out)
{
	for (size_t i = 0; i < resident->reach_count; i++)
		str_addf(out, "%s%s", i ? ", " : "",
			 resident->reaches[i].value);
}

static void add_what_both_keep(struct merge_screen *state)
{
	const struct merge_record *records = state->page.records;
	struct str reach[2] = {STR_INIT, STR_INIT};
	struct str refused[2] = {STR_INIT, STR_INIT};
	struct str last[2] = {STR_INIT, STR_INIT};
	char visits[2][16], open[2][16];

	for (int side = MERGE_LEFT; side <= MERGE_RIGHT; side++) {
		const struct merge_record *record = &records[side];

		add_reaches(&record->resident, &reach[side]);
		title_list_format(&record->resident.refused_titles, ", ",
				  &refused[side]);
		if (record->last_visit_at)
			moment_add_day(state->desk, record->last_visit_at,
				       &last[side]);
		snprintf(visits[side], sizeof(visits[side]), "%d",
			 record->visit_count);
		snprintf(open[side], sizeof(open[side]), "%d",
			 record->open_count);
	}
	if (refused[0].len || refused[1].len)
		add(state, _("Refused titles"), str_text(&refused[0]),
		    str_text(&refused[1]));
	add(state, _("Reach"), str_text(&reach[0]), str_text(&reach[1]));
	add(state, _("Visits"), visits[0], visits[1]);
	add(state, _("Last visit"), str_text(&last[0]), str_text(&last[1]));
	add(state, _("Open requests"), open[0], open[1]);
	for (int side = MERGE_LEFT; side <= MERGE_RIGHT; side++) {
		str_release(&reach[side]);
		str_release(&refused[side]);
		str_release(&last[side]);
	}
}

void merge_items_make(struct merge_screen *state)
{
	struct merge_page *page = &state->page;

	merge_items_release(state);
	for (int side = MERGE_LEFT; side <= MERGE_RIGHT; side++) {
		struct str name = STR_INIT;

		person_name_add_full(&page->records[side].resident.name, &name);
		state->names[side] = str_take(&name);
	}
	state->items = mem_new(page->count + MORE_ITEMS, sizeof(*state->items));
	add(state, _("Reference"), page->records[MERGE_LEFT].resident.reference,
	    page->records[MERGE_RIGHT].resident.reference)
	    ->chosen = &page->survivor;
	for (size_t i = 0; i < page->count; i++)
		add_field(state, &page->rows[i]);
	add_what_both_keep(state);
	if (state->focus >= state->count)
		state->focus = 0;
}
