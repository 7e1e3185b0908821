/*
 * merge.h - two records of one person: which is read in place of which
 *
 * Nothing of either is moved. A merged record points at its survivor, which is
 * never merged itself; each merge is a fact that stays, also when it is undone.
 */
#ifndef FRONTDESK_STORE_MERGE_H
#define FRONTDESK_STORE_MERGE_H

#include "frontdesk/core/resident.h"
#include "frontdesk/store/db.h"

/*
 * From now on merged is read as the survivor, and so is whatever was merged
 * into it. ERROR_CONFLICT where its edition is another one by now, or it is
 * merged already. Within a transaction.
 */
bool merge_insert(struct db *db, int64_t survivor_id,
		  const struct resident *merged, int64_t *merge_id,
		  struct error *err);

/* What the survivor took over in it, field by field. */
bool merge_insert_part(struct db *db, int64_t merge_id, const char *field,
		       const char *was, const char *became, struct error *err);

struct merge_fact {
	int64_t merge_id;
	int64_t survivor_id; /* of this step; may be merged itself */
	int64_t merged_id;
};
/* The one that stands of a record that is merged; ERROR_NOT_FOUND without a
 * text where it is not. */
bool merge_get(struct db *db, int64_t merged_id, struct merge_fact *out,
	       struct error *err);
/* The merge by its own id, which stands; the same. */
bool merge_get_standing(struct db *db, int64_t merge_id, struct merge_fact *out,
			struct error *err);

/* Takes the record out again, with whatever was merged into it before. Within
 * a transaction. */
bool merge_undo(struct db *db, const struct merge_fact *fact,
		struct error *err);

typedef void merge_part_fn(const char *field, const char *was,
			   const char *became, void *state);
bool merge_each_part(struct db *db, int64_t merge_id, merge_part_fn *each,
		     void *state, struct error *err);
/* A later merge took the same field over from what this one had brought: what
 * it goes back to is what stood there before this one. */
bool merge_pass_on_part(struct db *db, const struct merge_fact *fact,
			const char *field, const char *was, const char *became,
			struct error *err);

/* Each record that is read as this one; text is borrowed for the call. */
struct merged_row {
	int64_t resident_id;
	const char *reference, *staff; /* staff may be NULL */
	int64_t at;
};
typedef void merged_row_fn(const struct merged_row *row, void *state);
bool merge_each_merged(struct db *db, int64_t survivor_id, merged_row_fn *each,
		       void *state, struct error *err);

/* What two records are told apart by, besides what stands in them. */
struct merge_figures {
	int visit_count, open_count;
	int64_t last_visit_at; /* 0: never */
};
bool merge_get_figures(struct db *db, int64_t resident_id,
		       struct merge_figures *out, struct error *err);

/* The reference of a visit that is not over where both are present, or NULL;
 * the caller frees. */
bool merge_find_shared_visit(struct db *db, int64_t resident_id,
			     int64_t other_id, char **reference,
			     struct error *err);

#endif
