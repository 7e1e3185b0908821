/*
 * import_holds.h - times on the wall of a paper log, and its holds
 */
#ifndef FRONTDESK_DESK_IMPORT_HOLDS_H
#define FRONTDESK_DESK_IMPORT_HOLDS_H

#include "frontdesk/base/clock.h"
#include "frontdesk/core/visit.h"

/*
 * "10:05", "10:05:30" of that day, or a whole "2026-11-23T10:05" where a visit
 * goes past midnight. ERROR_INVALID names the column.
 */
bool import_instant(const char *zone, struct day day, const char *text,
		    const char *column, int64_t *out, struct error *err);

/* "10:05-10:12 copies; 10:20-10:25 telephone", added to times. */
bool import_holds_parse(const char *zone, struct day day, const char *text,
			struct visit_times *times, struct error *err);
void import_holds_release(struct visit_times *times);

#endif
