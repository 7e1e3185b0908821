/*
 * find_row.c - hits of the search as rows that a visitor may see
 */
#include "find_row.h"

#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/core/language.h"
#include "frontdesk/store/found.h"

/* NULL for the desk's own language, and where none is known. */
static char *language_shown(const struct desk *desk, const char *tag)
{
	return language_is(tag, desk->language) ? NULL
						: mem_copy(language_name(tag));
}

static void set_kind(const struct search_hit *hit, struct find_row *row)
{
	if (hit->resident_id != 0) {
		row->kind = FIND_RESIDENT;
		row->id = hit->resident_id;
	} else if (hit->organisation_id != 0) {
		row->kind = FIND_ORGANISATION;
		row->id = hit->organisation_id;
	} else if (hit->request_id != 0) {
		row->kind = FIND_REQUEST;
		row->id = hit->request_id;
	} else {
		row->kind = FIND_VISIT;
		row->id = hit->visit_id;
	}
}

/* What stands in the row is handed over, not copied. */
static void take(const struct desk *desk, const struct search_hit *hit,
		 struct found *found, struct find_row *row)
{
	*row = (struct find_row){0};
	set_kind(hit, row);
	row->title = found->title;
	row->name = found->name;
	row->detail = found->detail;
	row->reference = found->reference;
	row->language = language_shown(desk, found->language);
	row->open_count = found->open_count;
	row->has_missed_promise = found->has_missed_promise;
	found->title = NULL;
	found->name = NULL;
	found->detail = NULL;
	found->reference = NULL;
}

bool find_rows_add(struct desk *desk, struct search_hits *hits,
		   struct find_row *rows, size_t *count, struct error *err)
{
	struct found *found;

	if (!search_resolve(desk->db, hits, err) ||
	    !found_list(desk->db, hits, &found, err))
		return false;
	for (size_t i = 0; i < hits->count; i++)
		if (found[i].title != NULL)
			take(desk, &hits->items[i], &found[i],
			     &rows[(*count)++]);
	found_release(found, hits->count);
	return true;
}

void find_row_release(struct find_row *row)
{
	free(row->title);
	free(row->name);
	free(row->detail);
	free(row->language);
	free(row->reference);
	free(row->merged);
	*row = (struct find_row){0};
}

void find_release(struct find *find)
{
	for (size_t i = 0; i < find->count; i++)
		find_row_release(&find->rows[i]);
	free(find->rows);
	free(find->complaint);
	*find = (struct find){0};
}
