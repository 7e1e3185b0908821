/*
 * tui.h - the desk on a terminal
 */
#ifndef FRONTDESK_TUI_TUI_H
#define FRONTDESK_TUI_TUI_H

#include <stdbool.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/base/error.h"
#include "frontdesk/base/settings.h"

struct desk;

/*
 * Signs in (a demo store: as its clerk, without a PIN), shows the desk, and
 * returns when the person leaves. ERROR_SYSTEM where there is no terminal.
 */
bool tui_run(struct desk *desk, const struct settings *settings,
	     const struct clock *clock, struct error *err);

#endif
