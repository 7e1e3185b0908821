/*
 * holiday_files.h - the holidays of data/calendar/holidays.tsv
 */
#ifndef FRONTDESK_DESK_HOLIDAY_FILES_H
#define FRONTDESK_DESK_HOLIDAY_FILES_H

#include "frontdesk/store/db.h"

/*
 * Adds those of data_dir/calendar; a holiday that is there by name becomes
 * what the file says. *count (may be NULL) is how many the file has. Within a
 * transaction.
 */
bool holidays_add(struct db *db, const char *data_dir, size_t *count,
		  struct error *err);

/* The same from folder/file (file NULL: calendar/holidays.tsv there), and a
 * holiday that the file does not have is one no more. */
bool holidays_replace(struct db *db, const char *folder, const char *file,
		      size_t *count, struct error *err);

#endif
