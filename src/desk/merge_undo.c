/*
 * merge_undo.c - one record becomes two again
 */
#include <stdlib.h>

#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/resident.h"
#include "merge_field.h"
#include "merge_private.h"

struct parts {
	struct part {
		char *field, *was, *became;
	} * items;
	size_t count;
};

static void add_part(const char *field, const char *was, const char *became,
		     void *state)
{
	struct parts *parts = state;

	parts->items =
	    mem_resize(parts->items, parts->count + 1, sizeof(*parts->items));
	parts->items[parts->count++] =
	    (struct part){mem_copy(field), mem_copy(was), mem_copy(became)};
}

static void parts_release(struct parts *parts)
{
	for (size_t i = 0; i < parts->count; i++) {
		free(parts->items[i].field);
		free(parts->items[i].was);
		free(parts->items[i].became);
	}
	free(parts->items);
}

/* What was changed since stays as it is. */
static void go_back(const struct part *part, struct resident *out)
{
	size_t field = merge_field_find(part->field);

	if (field < merge_field_count() &&
	    str_same(merge_field_get(out, field), part->became))
		merge_field_set(out, field, part->was);
}

static bool put_back(struct db *db, const struct merge_fact *fact,
		     struct error *err)
{
	struct parts parts = {0};
	struct resident survivor = {0};
	bool is_back =
	    merge_each_part(db, fact->merge_id, add_part, &parts, err) &&
	    resident_get(db, fact->survivor_id, &survivor, err);

	for (size_t i = 0; is_back && i < parts.count; i++) {
		const struct part *part = &parts.items[i];

		go_back(part, &survivor);
		is_back = merge_pass_on_part(db, fact, part->field, part->was,
					     part->became, err);
	}
	is_back = is_back && resident_put_back(db, &survivor, err);
	resident_release(&survivor);
	parts_release(&parts);
	return is_back;
}

bool merge_take_apart(struct db *db, const struct merge_fact *fact,
		      struct error *err)
{
	struct resident survivor;
	int64_t read_id;

	if (!resident_get_name(db, fact->survivor_id, &survivor, err))
		return false;
	read_id = survivor.resident_id;
	resident_release(&survivor);
	if (read_id != fact->survivor_id)
		return error_set(
		    err, ERROR_CONFLICT, "",
		    _("It was merged into a record that was merged "
		      "itself since: take that one apart first."));
	return merge_undo(db, fact, err) && put_back(db, fact, err);
}

static bool unmerge(struct db *db, void *state, struct error *err)
{
	const int64_t *merged_id = state;
	struct merge_fact fact;

	if (merge_get(db, *merged_id, &fact, err))
		return merge_take_apart(db, &fact, err);
	return err->code != ERROR_NOT_FOUND
		   ? false
		   : error_set(err, ERROR_CONFLICT, "",
			       _("That record is not merged: it stands by "
				 "itself already."));
}

bool desk_unmerge(struct desk *desk, int64_t merged_id, struct error *err)
{
	return desk_may(desk, DUTY_SERVE, err) &&
	       db_transaction(desk->db, unmerge, &merged_id, err);
}

bool take_back_merged(struct db *db, struct taking_back *work,
		      struct error *err)
{
	struct merge_fact fact;
	struct resident survivor, merged;

	if (!merge_get_standing(db, work->act->id, &fact, err))
		return err->code != ERROR_NOT_FOUND
			   ? false
			   : error_set(err, ERROR_CONFLICT, "",
				       _("They were taken apart already."));
	if (!merge_take_apart(db, &fact, err) ||
	    !resident_get_name(db, fact.survivor_id, &survivor, err))
		return false;
	if (!resident_get_name(db, fact.merged_id, &merged, err)) {
		resident_release(&survivor);
		return false;
	}
	str_addf(&work->said, _("Taken back: %s and %s are two records again."),
		 survivor.reference, merged.reference);
	resident_release(&survivor);
	resident_release(&merged);
	return true;
}
