/*
 * topic_files.h - the departments and topics that a new store begins with
 */
#ifndef FRONTDESK_DESK_TOPIC_FILES_H
#define FRONTDESK_DESK_TOPIC_FILES_H

#include "frontdesk/base/clock.h"
#include "frontdesk/store/db.h"

/* Who handles a topic, by its code; 0 nobody. May be NULL. */
typedef int64_t topic_handler_fn(const char *code, void *state);

/*
 * Adds those of data_dir/topics. verified_days counts back from today; with
 * today "" no card has been verified yet. Within a transaction.
 */
bool departments_add(struct db *db, const char *data_dir, struct error *err);
bool topics_add(struct db *db, const char *data_dir, struct day today,
		topic_handler_fn *handler, void *state, struct error *err);

#endif
