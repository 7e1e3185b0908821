/*
 * draft_file.h - where what is typed is kept: a file of the person and store
 *
 * In the state folder, readable by its owner alone, replaced as a whole. kind
 * parts one person's drafts: "visit", "resident". Failures go to the log.
 */
#ifndef FRONTDESK_TUI_SCREENS_DRAFT_FILE_H
#define FRONTDESK_TUI_SCREENS_DRAFT_FILE_H

#include "frontdesk/base/json.h"
#include "frontdesk/desk/desk.h"

void draft_file_write(struct desk *desk, const char *kind,
		      const struct json *object);

/* NULL where there is none that can be read; the caller frees. */
struct json *draft_file_read(struct desk *desk, const char *kind);

void draft_file_remove(struct desk *desk, const char *kind);

#endif
