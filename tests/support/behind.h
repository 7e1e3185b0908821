/*
 * behind.h - as many records are behind each figure of a summary as it says
 */
#ifndef FRONTDESK_TESTS_BEHIND_H
#define FRONTDESK_TESTS_BEHIND_H

#include "frontdesk/desk/day.h"

/* Fails at the first figure whose list has more or fewer rows, or one of them
 * twice. How many rows there were in all. */
size_t behind_as_counted(struct desk *desk, const struct summary_scope *scope);

#endif
