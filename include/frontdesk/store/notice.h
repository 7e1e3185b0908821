/*
 * notice.h - what everybody at a site must know for now
 */
#ifndef FRONTDESK_STORE_NOTICE_H
#define FRONTDESK_STORE_NOTICE_H

#include "frontdesk/store/db.h"

struct notice_row {
	int64_t notice_id;
	const char *words, *staff; /* who noted it; borrowed */
	int64_t from_at, until_at; /* until_at 0: until somebody ends it */
};
typedef void notice_fn(const struct notice_row *notice, void *state);

/* Those that stand at an instant, the oldest first. */
bool notice_each(struct db *db, int64_t site_id, int64_t at, size_t limit,
		 notice_fn *each, void *state, struct error *err);

/* Those that stood at some time of a span, the oldest first; until_at is when
 * they ended, or will by themselves. */
bool notice_each_between(struct db *db, int64_t site_id, int64_t from_at,
			 int64_t until_at, notice_fn *each, void *state,
			 struct error *err);

/* until_at 0: until somebody ends it. */
bool notice_insert(struct db *db, int64_t site_id, const char *words,
		   int64_t from_at, int64_t until_at, int64_t *notice_id,
		   struct error *err);
/* ERROR_NOT_FOUND where it has ended already. */
bool notice_end(struct db *db, int64_t notice_id, struct error *err);

#endif
