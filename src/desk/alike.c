/*
 * alike.c - who may be the same person: offered, never asserted
 */
#include <stdlib.h>
#include <string.h>

#include "alike_private.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/core/language.h"
#include "frontdesk/store/found.h"

#define ALIKE_MAX 20

void alike_release(struct alike *alike)
{
	for (size_t i = 0; i < alike->count; i++) {
		free(alike->rows[i].reference);
		free(alike->rows[i].title);
		free(alike->rows[i].street);
		free(alike->rows[i].language);
		free(alike->rows[i].known_as);
		free(alike->rows[i].last_visit);
	}
	free(alike->rows);
	*alike = (struct alike){0};
}

/* Who was found, and why: the first hits by telephone, and so on. */
struct looking {
	struct desk *desk;
	const struct resident *resident;
	size_t limit;
	struct search_hits hits;
	size_t ends[ALIKE_SIMILAR + 1];
};

static bool find_reaches(struct looking *looking, enum reach_kind kind,
			 struct error *err)
{
	const struct resident *resident = looking->resident;
	struct db *db = looking->desk->db;
	bool is_read = true;

	for (size_t i = 0; is_read && i < resident->reach_count; i++) {
		const struct reach *reach = &resident->reaches[i];
		struct str key = STR_INIT;

		if (reach->kind != kind)
			continue;
		reach_add_search_key(kind, reach->value, &key);
		if (kind == REACH_TELEPHONE)
			is_read =
			    search_telephone(db, reach->value, looking->limit,
					     &looking->hits, err);
		/* Half an address is nobody's yet. */
		else if (strchr(reach->value, '@') != NULL)
			is_read = search_reach(db, reach_kind_name(kind),
					       str_text(&key), looking->limit,
					       &looking->hits, err);
		str_release(&key);
	}
	return is_read;
}

static bool find_names(struct looking *looking, bool is_exact,
		       struct error *err)
{
	const struct person_name *name = &looking->resident->name;
	struct str given = STR_INIT, surname = STR_INIT;
	bool is_read;

	alike_add_given(name, &given);
	alike_add_surname(name, &surname);
	is_read = search_alike(looking->desk->db, str_text(&given),
			       str_text(&surname), is_exact, looking->limit,
			       &looking->hits, err);
	str_release(&given);
	str_release(&surname);
	return is_read;
}

/* Whoever was merged is there as the one who is read, for the likeliest reason
 * of either record. */
static bool close_kind(struct looking *looking, enum alike_why why,
		       struct error *err)
{
	if (!search_resolve(looking->desk->db, &looking->hits, err))
		return false;
	looking->ends[why] = looking->hits.count;
	return true;
}

static bool look(struct looking *looking, struct error *err)
{
	return find_reaches(looking, REACH_TELEPHONE, err) &&
	       close_kind(looking, ALIKE_TELEPHONE, err) &&
	       find_reaches(looking, REACH_EMAIL, err) &&
	       close_kind(looking, ALIKE_EMAIL, err) &&
	       find_names(looking, true, err) &&
	       close_kind(looking, ALIKE_NAME, err) &&
	       find_names(looking, false, err) &&
	       close_kind(looking, ALIKE_SIMILAR, err);
}

/* "Wed Nov 18"; of another year with it. */
static char *day_words(struct day day, struct day today)
{
	struct str text = STR_INIT;
	char shown[24];

	if (day.text[0] == '\0')
		return NULL;
	day_format(day, shown);
	str_add(&text, shown);
	if (strncmp(day.text, today.text, 4) != 0)
		str_addf(&text, ", %.4s", day.text);
	return str_take(&text);
}

static void take(const struct looking *looking, size_t place,
		 struct found *found, struct day last, struct alike_row *row)
{
	const struct desk *desk = looking->desk;

	*row = (struct alike_row){
	    .resident_id = looking->hits.items[place].resident_id,
	    .reference = found->reference,
	    .title = found->title,
	    .street = found->detail,
	    .known_as = found->known_as,
	    .last_visit = day_words(last, desk_today(desk)),
	};
	if (!language_is(found->language, desk->language))
		row->language = mem_copy(language_name(found->language));
	while (place >= looking->ends[row->why])
		row->why++;
	found->reference = NULL;
	found->title = NULL;
	found->detail = NULL;
	found->known_as = NULL;
}

static bool read_rows(const struct looking *looking, size_t limit,
		      struct alike *out, struct error *err)
{
	struct day last[ALIKE_MAX] = {{""}};
	struct found *found;

	if (!found_list(looking->desk->db, &looking->hits, &found, err))
		return false;
	if (!found_last_days(looking->desk->db, &looking->hits, last, err)) {
		found_release(found, looking->hits.count);
		return false;
	}
	out->rows = mem_new(limit, sizeof(*out->rows));
	for (size_t i = 0; i < looking->hits.count && out->count < limit; i++) {
		const struct search_hit *hit = &looking->hits.items[i];

		if (hit->resident_id != 0 && found[i].title != NULL &&
		    hit->resident_id != looking->resident->resident_id)
			take(looking, i, &found[i], last[i],
			     &out->rows[out->count++]);
	}
	found_release(found, looking->hits.count);
	return true;
}

bool alike_list(struct desk *desk, const struct resident *resident,
		size_t limit, struct alike *out, struct error *err)
{
	struct looking looking = {.desk = desk, .resident = resident};
	bool is_read;

	*out = (struct alike){0};
	/* One more: the resident's own record is passed over. */
	looking.limit = limit + (resident->resident_id != 0);
	if (looking.limit > ALIKE_MAX)
		looking.limit = ALIKE_MAX;
	is_read = look(&looking, err) && (looking.hits.count == 0 ||
					  read_rows(&looking, limit, out, err));
	search_hits_release(&looking.hits);
	if (!is_read)
		alike_release(out);
	return is_read;
}

struct listing {
	struct desk *desk;
	const struct resident *resident;
	size_t limit;
	struct alike *out;
};

static bool list_work(struct db *db, void *state, struct error *err)
{
	const struct listing *listing = state;

	(void)db;
	alike_release(listing->out);
	return alike_list(listing->desk, listing->resident, listing->limit,
			  listing->out, err);
}

bool desk_list_alike(struct desk *desk, const struct resident *resident,
		     size_t limit, struct alike *out, struct error *err)
{
	struct listing listing = {desk, resident, limit, out};

	*out = (struct alike){0};
	return desk_need_session(desk, err) &&
	       db_snapshot(desk->db, list_work, &listing, err);
}
