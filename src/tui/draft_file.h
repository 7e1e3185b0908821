/*
 * draft_file.h - where what is typed is kept: a file of the person and store
 *
 * In the state folder, readable by its owner alone, replaced as a whole and
 * synchronised, so that a power cut leaves the old one or the new one. Each
 * program that runs has a file of its own, locked for as long as it lives:
 * what no living program holds was left behind, and whoever opens gets it.
 * Failures go to the log: the next try is seconds away.
 */
#ifndef FRONTDESK_TUI_DRAFT_FILE_H
#define FRONTDESK_TUI_DRAFT_FILE_H

#include "frontdesk/base/json.h"
#include "frontdesk/desk/desk.h"

struct draft_file;

/* object is borrowed; the newest comes last. */
typedef void draft_found_fn(const struct json *object, void *state);

/*
 * Of the signed-in person; found gets each that was left behind. They lie
 * there until the first draft_file_write or _remove. Files of anybody that
 * nobody touched for DRAFT_FILE_DAYS are taken away. NULL where there is no
 * place for it.
 */
#define DRAFT_FILE_DAYS 14
struct draft_file *draft_file_open(const struct desk *desk,
				   draft_found_fn *found, void *state);
/* When it was opened, no other program of this person ran here. */
bool draft_file_is_alone(const struct draft_file *file);
/* What is in the file stays. */
void draft_file_close(struct draft_file *file);

bool draft_file_write(struct draft_file *file, const struct str *text);
void draft_file_remove(struct draft_file *file);

#endif
