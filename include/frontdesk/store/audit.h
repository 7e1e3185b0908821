/*
 * audit.h - who looked at or changed a record
 *
 * Changes are noted by the engine as they happen; this adds what no row
 * shows, and reads both back.
 */
#ifndef FRONTDESK_STORE_AUDIT_H
#define FRONTDESK_STORE_AUDIT_H

#include "frontdesk/base/secret.h"
#include "frontdesk/store/db.h"

/* The last link of the chain: whoever knows it can tell that no entry up to it
 * was changed, added or taken away since. */
struct audit_head {
	int64_t count; /* entries; the last one's number */
	char hash[2 * SECRET_DIGEST_LEN + 1]; /* in hex, "" where there is none
					       */
};
/* number 0 is the last entry; of another, the head as it stood then.
 * ERROR_NOT_FOUND, without a text, where there is no such entry. */
bool audit_read_head(struct db *db, int64_t number, struct audit_head *out,
		     struct error *err);

/* Within a transaction: "open" of a "resident", "request", "handoff"; "sign_in"
 * of a "staff". The actor is the db's. Both words are constants. */
bool audit_note(struct db *db, const char *action, const char *subject,
		int64_t subject_id, struct error *err);

struct audit_look {
	int64_t at;
	char *staff;  /* as signed, NULL: the system */
	char *action; /* open insert update */
};

/* Of a resident: openings of the record and changes to it, its names,
 * permissions and reaches, newest first. The caller frees each text. */
bool audit_list_resident(struct db *db, int64_t resident_id, size_t limit,
			 struct audit_look **out, size_t *count,
			 struct error *err);

#endif
