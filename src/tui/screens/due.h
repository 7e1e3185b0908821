/*
 * due.h - "by when" in a form: what was understood, shown back as it is typed
 */
#ifndef FRONTDESK_TUI_SCREENS_DUE_H
#define FRONTDESK_TUI_SCREENS_DUE_H

#include "../form.h"
#include "frontdesk/desk/desk.h"

/* Beside the row "when" the time in full, or hint while it is blank; below it
 * that the site is not open then. */
void due_show(struct desk *desk, struct form *form, const char *hint);

#endif
