/*
 * moment.h - when something was, as short as it can be and still be clear
 */
#ifndef FRONTDESK_TUI_SCREENS_MOMENT_H
#define FRONTDESK_TUI_SCREENS_MOMENT_H

#include "frontdesk/base/str.h"
#include "frontdesk/desk/desk.h"

/* "Nov 18", or "Nov 18, 2025" of another year. Adds to out. */
void moment_add_day(const struct desk *desk, int64_t at, struct str *out);

/* The day with its time: "Nov 18, 2:14 pm". Adds to out. */
void moment_add(const struct desk *desk, int64_t at, struct str *out);

/* The time alone where it is today's, else the day. Adds to out. */
void moment_add_short(const struct desk *desk, int64_t at, struct str *out);

#endif
