/*
 * namesake.c - two people of one name are told apart by asking
 */
#include "namesake.h"

#include <stdlib.h>

#include "cues.h"
#include "find_row.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/core/resident.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/store/organisation.h"
#include "frontdesk/store/resident.h"

/* Of one name, as far as somebody is looked for among them. */
#define NAMESAKES_READ 20

/* The street of the one row tells nothing of the other: ask another thing. */
static void mark_pair(struct find_row *a, struct find_row *b)
{
	a->has_namesake = b->has_namesake = true;
	if (!str_same(a->detail, b->detail)) {
		a->has_street_apart = b->has_street_apart = true;
		return;
	}
	a->twin_id = b->id;
	b->twin_id = a->id;
}

void namesakes_mark(struct find *find)
{
	for (size_t i = 0; i < find->people_count; i++)
		for (size_t k = i + 1; k < find->people_count; k++)
			if (find->rows[i].kind == FIND_RESIDENT &&
			    find->rows[k].kind == FIND_RESIDENT &&
			    !str_is_blank(find->rows[i].name) &&
			    str_same(find->rows[i].name, find->rows[k].name))
				mark_pair(&find->rows[i], &find->rows[k]);
}

/* Whether a telephone of the one is no telephone of the other. */
static bool differ_in_telephone(const struct resident *a,
				const struct resident *b)
{
	for (size_t i = 0; i < a->reach_count; i++) {
		bool is_shared = false;

		if (a->reaches[i].kind != REACH_TELEPHONE)
			continue;
		for (size_t k = 0; k < b->reach_count; k++)
			is_shared = is_shared || str_same(a->reaches[i].value,
							  b->reaches[k].value);
		if (!is_shared)
			return true;
	}
	return false;
}

static void free_texts(char **texts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(texts[i]);
	free(texts);
}

static bool differ_in_organisation(struct db *db, int64_t a, int64_t b,
				   bool *out, struct error *err)
{
	char **of_a, **of_b;
	size_t a_count, b_count;

	*out = false;
	if (!organisation_list_of_resident(db, a, true, &of_a, &a_count, err))
		return false;
	if (!organisation_list_of_resident(db, b, true, &of_b, &b_count, err)) {
		free_texts(of_a, a_count);
		return false;
	}
	*out =
	    a_count != b_count || (a_count > 0 && !str_same(of_a[0], of_b[0]));
	free_texts(of_a, a_count);
	free_texts(of_b, b_count);
	return true;
}

/* The two live in one street, or in none that is known. */
static bool tell_twins(struct db *db, int64_t id, int64_t twin_id,
		       struct cue_frame *frame, struct error *err)
{
	struct resident one = {0}, twin = {0};
	bool is_read, differ = false, is_apart;

	is_read =
	    reach_list(db, id, 0, &one.reaches, &one.reach_count, err) &&
	    reach_list(db, twin_id, 0, &twin.reaches, &twin.reach_count, err);
	is_apart = is_read && (differ_in_telephone(&one, &twin) ||
			       differ_in_telephone(&twin, &one));
	if (is_read && !is_apart)
		is_read = differ_in_organisation(db, id, twin_id, &differ, err);
	cue_hold(frame, CUE_IF_TELEPHONE, is_apart);
	cue_hold(frame, CUE_IF_ORGANISATION, differ);
	resident_release(&one);
	resident_release(&twin);
	return is_read;
}

bool namesake_tell(struct desk *desk, const struct find_row *row,
		   struct cue_frame *frame, struct error *err)
{
	if (row->kind != FIND_RESIDENT || !row->has_namesake)
		return true;
	cue_hold(frame, CUE_IF_NAMESAKE, true);
	cue_hold(frame, CUE_IF_STREET, row->has_street_apart);
	frame->places[CUE_PUT_NAMESAKE] = row->name;
	return row->twin_id == 0 ||
	       tell_twins(desk->db, row->id, row->twin_id, frame, err);
}

struct looking {
	struct desk *desk;
	int64_t resident_id;
	char **out;
};

/* By the same index that the box asks; then word by word in C. */
static bool read_namesakes(struct desk *desk, const struct person_name *name,
			   struct find *out, struct error *err)
{
	struct search_hits hits = {0};
	struct str folded = STR_INIT, plain = STR_INIT;
	bool is_read;

	person_name_add_plain(name, &plain);
	text_fold(str_text(&plain), &folded);
	is_read = search_names(desk->db, str_text(&folded), NAMESAKES_READ,
			       &hits, err);
	out->rows = mem_new(hits.count + 1, sizeof(*out->rows));
	is_read =
	    is_read && find_rows_add(desk, &hits, out->rows, &out->count, err);
	search_hits_release(&hits);
	str_release(&folded);
	str_release(&plain);
	return is_read;
}

/* NULL where the city silenced it. */
static char *namesake_words(struct desk *desk, const struct find_row *other)
{
	struct cue_frame frame = {0};
	struct str text = STR_INIT;

	cue_hold(&frame, CUE_IF_NAMED, true);
	cue_hold(&frame, CUE_IF_NAMESAKE, true);
	frame.places[CUE_PUT_NAMESAKE] = other->name;
	frame.places[CUE_PUT_STREET] = other->detail;
	if (cue_pick(cues_of_rows(desk), CUE_BIT(CUE_AT_FINDING), &frame,
		     CUE_KNOW, cues_language(desk), &text) != NULL)
		return str_take(&text);
	str_release(&text);
	return NULL;
}

static bool look(struct db *db, void *state, struct error *err)
{
	struct looking *looking = state;
	struct resident resident;
	struct find found = {0};
	struct str plain = STR_INIT;
	bool is_read;

	mem_replace(looking->out, NULL);
	if (!resident_get_name(db, looking->resident_id, &resident, err))
		return false;
	person_name_add_plain(&resident.name, &plain);
	is_read = str_is_blank(str_text(&plain)) ||
		  read_namesakes(looking->desk, &resident.name, &found, err);
	for (size_t i = 0; is_read && i < found.count; i++) {
		const struct find_row *row = &found.rows[i];

		if (*looking->out != NULL || row->kind != FIND_RESIDENT ||
		    row->id == resident.resident_id ||
		    row->id == looking->resident_id ||
		    !str_same(row->name, str_text(&plain)))
			continue;
		*looking->out = namesake_words(looking->desk, row);
	}
	find_release(&found);
	resident_release(&resident);
	str_release(&plain);
	return is_read;
}

bool desk_find_namesake(struct desk *desk, int64_t resident_id, char **out,
			struct error *err)
{
	struct looking looking = {desk, resident_id, out};

	*out = NULL;
	if (desk_need_session(desk, err) &&
	    db_snapshot(desk->db, look, &looking, err))
		return true;
	mem_replace(out, NULL);
	return false;
}
