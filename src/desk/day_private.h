/*
 * day_private.h - how the totals of a range of days become its figures
 */
#ifndef FRONTDESK_DESK_DAY_PRIVATE_H
#define FRONTDESK_DESK_DAY_PRIVATE_H

#include "frontdesk/desk/day.h"
#include "frontdesk/store/summary.h"

/* Lengths in milliseconds, gathered to find their middle. */
struct lengths {
	int64_t *items;
	size_t count, size;
};
void lengths_add(struct lengths *lengths, const int64_t *more, size_t count);
void lengths_release(struct lengths *lengths);

/*
 * Gives n, median, mean and longest, and changes the order. The median of an
 * even number is the mean of the two in the middle; both means are rounded to
 * the nearest millisecond, halves up.
 */
void lengths_sum_up(struct lengths *lengths, struct length_figures *out);

void day_add_name(struct named_counts *counts, const char *name, int64_t count,
		  int64_t length);

/* What the counts of a range give: false where the figure is another's. */
bool day_count_visits(struct summary *out, const char *figure, const char *part,
		      int64_t n);
bool day_count_requests(struct summary *out, const char *figure,
			const char *part, int64_t n);

bool day_count_voices(struct summary *out, const char *figure, const char *part,
		      int64_t n);

/* What the scope asks of the store; its instants are still to be read. */
struct summary_range day_range(const struct desk *desk,
			       const struct summary_scope *scope);

/* What a range of days may be; else ERROR_INVALID of "to", in words. */
bool day_check_range(struct day from, struct day to, struct error *err);

/* Each fills its part of the summary. */
bool day_read_totals(struct db *db, const struct summary_range *range,
		     struct summary *out, struct error *err);
bool day_read_lengths(struct db *db, const struct summary_range *range,
		      struct summary *out, struct error *err);
bool day_read_compared(struct db *db, const struct summary_range *range,
		       struct summary *out, struct error *err);
bool day_read_knowledge(struct db *db, const struct summary_range *range,
			bool with_names, struct summary *out,
			struct error *err);
bool day_read_lists(struct db *db, const struct summary_range *range,
		    bool with_names, struct summary *out, struct error *err);
bool day_read_audit(struct db *db, int64_t number, struct audit_figures *out,
		    struct error *err);
bool day_read_comments(struct db *db, const struct summary_range *range,
		       struct summary *out, struct error *err);
/* notice.c: those that stood in these days, within the caller's snapshot; the
 * same whenever it is asked after the last of them. */
bool notices_of_days(struct db *db, const struct desk *desk, struct day from,
		     struct day to, struct notice_list *out, struct error *err);

/* Names too, within the caller's transaction or snapshot. */
bool day_read_within(struct desk *desk, struct db *db,
		     const struct summary_scope *scope, struct summary *out,
		     struct error *err);

/* day_scope.c: the names of what it is of; ERROR_NOT_FOUND in words. site_id 0:
 * all sites. */
bool day_name_scope(struct db *db, const struct summary_scope *scope,
		    int64_t site_id, struct summary *out, struct error *err);

#endif
