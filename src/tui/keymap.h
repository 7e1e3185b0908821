/*
 * keymap.h - the keyboard: what the terminal sent, read as keys
 */
#ifndef FRONTDESK_TUI_KEYMAP_H
#define FRONTDESK_TUI_KEYMAP_H

#include "key.h"

struct keymap;

/* After the canvas is open; escape_delay in milliseconds. */
struct keymap *keymap_open(int escape_delay);
void keymap_close(struct keymap *keymap);

/*
 * The next key within timeout milliseconds; false: none came, or a signal
 * did. Never loses a byte.
 */
bool keymap_read(struct keymap *keymap, int timeout, struct key *out);

/* Whether more was typed already. */
bool keymap_is_pending(const struct keymap *keymap);

/* Whether Esc was the last key that was typed: it is taken away, and the keys
 * before it keep their turns. */
bool keymap_take_escape(struct keymap *keymap);

/* The terminal is gone. */
bool keymap_is_lost(const struct keymap *keymap);

#endif
