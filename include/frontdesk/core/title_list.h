/*
 * title_list.h - titles that somebody asked not to be called by
 *
 * "Mrs.", "mrs" and "MRS." are one title.
 */
#ifndef FRONTDESK_CORE_TITLE_LIST_H
#define FRONTDESK_CORE_TITLE_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"

/* In the order they were refused. The struct owns its texts. */
struct title_list {
	char **items;
	size_t count;
};

void title_list_release(struct title_list *list);
void title_list_copy(struct title_list *out, const struct title_list *list);

bool title_list_has(const struct title_list *list, const char *title);
/* Once; a blank one is none. */
void title_list_add(struct title_list *list, const char *title);
void title_list_remove(struct title_list *list, const char *title);

/* Adds those of "Mrs.|Miss", as stores and files have them. */
void title_list_parse(const char *text, struct title_list *list);
#define TITLE_LIST_MARK "|"
/* Adds all of them, between each two what is given. */
void title_list_format(const struct title_list *list, const char *between,
		       struct str *out);

/* A title that can be refused: text of at most 40 characters, without the mark
 * between two. err.field: title. */
bool title_list_check(const char *title, struct error *err);

#endif
