/*
 * help.h - F1: what every key does, the palette and the menu in one
 */
#ifndef FRONTDESK_TUI_HELP_H
#define FRONTDESK_TUI_HELP_H

#include "app.h"

/* Over the top screen, whose commands come first; Enter runs one on it. */
void help_open(struct app *app);

#endif
