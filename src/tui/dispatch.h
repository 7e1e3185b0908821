/*
 * dispatch.h - which screen, which function a key goes to
 */
#ifndef FRONTDESK_TUI_DISPATCH_H
#define FRONTDESK_TUI_DISPATCH_H

#include "app.h"

void dispatch_key(struct app *app, const struct key *key);

#endif
