/*
 * timeline.h - everything said so far, under the request it belongs to
 *
 * Each takes a few statements and opens no transaction: call it within the
 * snapshot of the record it is shown beside. *out is set each time and empty
 * on failure.
 */
#ifndef FRONTDESK_DESK_TIMELINE_PRIVATE_H
#define FRONTDESK_DESK_TIMELINE_PRIVATE_H

#include "frontdesk/desk/resident.h"
#include "frontdesk/store/timeline.h"

/* The requests of a resident or organisation, open first, then newest first,
 * at most limit; drafts are left out, and so are voided visits. */
bool timeline_of_resident(struct desk *desk, int64_t resident_id, size_t limit,
			  struct timeline *out, struct error *err);
bool timeline_of_organisation(struct desk *desk, int64_t organisation_id,
			      size_t limit, struct timeline *out,
			      struct error *err);

/* One request, a draft too. ERROR_NOT_FOUND where there is none. */
bool timeline_of_request(struct desk *desk, int64_t request_id,
			 struct timeline *out, struct error *err);

/* timeline_words.c: a row in words; kind, text, is_open and is_late of entry,
 * whose text is the caller's. */
void timeline_compose(const struct desk *desk, const struct timeline_row *row,
		      struct timeline_entry *entry);

#endif
