/*
 * cue.h - what a cue is made of: who stands here, and what is open with them
 */
#ifndef FRONTDESK_STORE_CUE_H
#define FRONTDESK_STORE_CUE_H

#include "frontdesk/core/resident.h"
#include "frontdesk/store/db.h"

#define CUE_PEOPLE 6

/* People of one visit, 0 where there are fewer. */
struct cue_people {
	int64_t resident_ids[CUE_PEOPLE];
	int64_t organisation_ids[CUE_PEOPLE];
};

/* Name, language and permissions; the caller releases each. In no order.
 * was_here has as many: whether another visit of theirs is on record. */
bool cue_list_residents(struct db *db, const struct cue_people *people,
			int64_t visit_id, struct resident *out, bool *was_here,
			size_t *count, struct error *err);

/* One request of theirs that is open or whose result is to tell, or the one
 * this visit is about. */
struct cue_matter {
	int64_t request_id;
	char *topic;	     /* or NULL */
	int contacts_before; /* in other visits */
	char *promised;	     /* the open promise that is due first, or NULL */
	int64_t due_at;
	/* One that was missed and settled after its hour, of which nobody has
	 * spoken with them since; or NULL. */
	char *missed;
	int64_t missed_due_at;
	char *to_tell; /* a result nobody has told them, or NULL */
	enum { MATTER_HERE, MATTER_OFFERED, MATTER_WITH } passed;
	int64_t passed_at;	  /* offered, or accepted */
	char *department, *staff; /* that has it, or was offered it */
	int in_until_minute;	  /* of staff, -1: not known */
	char *concern; /* the latest that was said of it in other visits */
	struct day away_until; /* of staff, "": in, or nothing noted */
};
void cue_matter_release(struct cue_matter *matter);

/* Who is away is asked of this day; began_at is its first instant. */
struct cue_day {
	struct day today;
	int64_t began_at;
};

/* The one that has request_id first, then what is to tell, then by the day a
 * promise is due; at most 20. The caller frees *out and releases each. */
bool cue_list_matters(struct db *db, const struct cue_people *people,
		      int64_t request_id, int64_t visit_id,
		      const struct cue_day *day, struct cue_matter **out,
		      size_t *count, struct error *err);

#endif
