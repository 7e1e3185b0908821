/*
 * tongue.h - languages by the names that their speakers give them
 */
#ifndef FRONTDESK_TUI_SCREENS_TONGUE_H
#define FRONTDESK_TUI_SCREENS_TONGUE_H

#include <stddef.h>

/* The tag of the index-th language that is offered, and its name; or NULL. */
const char *tongue_at(size_t index, const char **name);

/* The name of a tag, or the tag itself where it is not one of them. */
const char *tongue_name(const char *tag);

#endif
