/*
 * calendar.h - the hours, holidays and closures of a site
 */
#ifndef FRONTDESK_STORE_CALENDAR_H
#define FRONTDESK_STORE_CALENDAR_H

#include "frontdesk/core/calendar.h"
#include "frontdesk/store/db.h"

/* All of it, but for what was taken back; the caller releases *out. */
bool calendar_get(struct db *db, int64_t site_id, struct calendar *out,
		  struct error *err);

/* Monday to Friday at these minutes, for a new site. */
bool site_hours_insert(struct db *db, int64_t site_id, int opens_minute,
		       int closes_minute, struct error *err);
bool site_hours_set(struct db *db, int64_t site_id, int weekday,
		    const struct opening *opening, struct error *err);

/* By its name: added, changed, or taken up again. */
bool holiday_save(struct db *db, const struct holiday *holiday,
		  struct error *err);
/* ERROR_NOT_FOUND without a text where it is none. */
bool holiday_retire(struct db *db, const char *name, struct error *err);

/* One day is set apart once; the caller has looked. */
bool site_day_insert(struct db *db, int64_t site_id,
		     const struct special_day *day, struct error *err);
/* What was set for the day, taken back; *is_found: something was. */
bool site_day_withdraw(struct db *db, int64_t site_id, struct day day,
		       bool *is_found, struct error *err);

#endif
