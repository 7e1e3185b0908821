/*
 * find_row.c - hits of the search as rows that a visitor may see
 */
#include "find_row.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/store/found.h"

/* A language by its own name: whoever speaks it can read it over the desk. */
static const struct {
	const char *tag, *name;
} language_names[] = {
    {"en", "English"},	  {"es", "español"},	  {"vi", "Tiếng Việt"},
    {"zh", "中文"},	  {"yue", "粵語"},	  {"ko", "한국어"},
    {"ja", "日本語"},	  {"tl", "Tagalog"},	  {"fil", "Filipino"},
    {"ar", "العربية"},	  {"fa", "فارسی"},	  {"hi", "हिन्दी"},
    {"pa", "ਪੰਜਾਬੀ"},	  {"hy", "հայերեն"},	  {"ru", "русский"},
    {"uk", "українська"}, {"sm", "Gagana Sāmoa"}, {"to", "lea faka-Tonga"},
    {"th", "ไทย"},	  {"km", "ខ្មែរ"},	  {"lo", "ລາວ"},
    {"pt", "português"},  {"fr", "français"},	  {"de", "Deutsch"},
    {"it", "italiano"},	  {"pl", "polski"},	  {"am", "አማርኛ"},
    {"so", "Soomaali"},	  {"sw", "Kiswahili"},	  {"ur", "اردو"},
    {"bn", "বাংলা"},	  {"ta", "தமிழ்"},	  {"te", "తెలుగు"},
    {"hmn", "Hmoob"},	  {"tr", "Türkçe"},	  {"el", "Ελληνικά"},
    {"he", "עברית"},	  {"ase", "ASL"},
};

/* NULL for the desk's own language, and where none is known. */
static char *language_shown(const struct desk *desk, const char *tag)
{
	size_t len = tag != NULL ? strcspn(tag, "-_") : 0;

	if (len == 0 || (strncmp(tag, desk->language, len) == 0 &&
			 desk->language[len] == '\0'))
		return NULL;
	for (size_t i = 0; i < MEM_COUNT(language_names); i++)
		if (strncmp(language_names[i].tag, tag, len) == 0 &&
		    language_names[i].tag[len] == '\0')
			return mem_copy(language_names[i].name);
	return mem_copy(tag);
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
	row->detail = found->detail;
	row->reference = found->reference;
	row->language = language_shown(desk, found->language);
	row->open_count = found->open_count;
	row->has_missed_promise = found->has_missed_promise;
	found->title = NULL;
	found->detail = NULL;
	found->reference = NULL;
}

bool find_rows_add(struct desk *desk, const struct search_hits *hits,
		   struct find_row *rows, size_t *count, struct error *err)
{
	struct found *found;

	if (!found_list(desk->db, hits, &found, err))
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
	free(row->detail);
	free(row->language);
	free(row->reference);
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
