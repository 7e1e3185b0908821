/*
 * typed_left.h - what was typed on screens that are gone, for typed*.c alone
 *
 * Each is an object {"kind", "id", "form" or "text"}; kind and id together say
 * what it is about (typed.h).
 */
#ifndef FRONTDESK_TUI_TYPED_LEFT_H
#define FRONTDESK_TUI_TYPED_LEFT_H

#include "draft_file.h"
#include "typed.h"

/* The two lists in the file: what was on the screens, and what was left. */
#define TYPED_SCREENS "screens"
#define TYPED_LEFT "left"

struct typed_left {
	struct json *object;
	bool is_ended; /* the program ended over it */
};

struct typed {
	struct draft_file *file;
	struct typed_left *left;
	size_t left_count;
	struct str written; /* what stands in the file, but for its time */
	int64_t now;	    /* when it was opened */
};

/* The object becomes typed's. Of those left with Esc the oldest goes where they
 * are too many. */
void typed_left_add(struct typed *typed, struct json *object, bool is_ended);
void typed_left_forget(struct typed *typed, const char *kind, int64_t id);
/* The newest of this kind, or left_count; kind may be NULL. */
size_t typed_left_find(const struct typed *typed, const char *kind, int64_t id);
/* For draft_file_open: takes over what a file holds. state: the typed. */
void typed_left_read(const struct json *object, void *state);

/* Of a text that json_write made; NULL where it is none. */
struct json *typed_parse(const char *text);
struct json *typed_copy(const struct json *object);

#endif
