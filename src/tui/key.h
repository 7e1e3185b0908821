/*
 * key.h - one thing that the keyboard said
 */
#ifndef FRONTDESK_TUI_KEY_H
#define FRONTDESK_TUI_KEY_H

#include "action.h"

enum key_kind {
	KEY_KIND_NONE,
	KEY_KIND_TEXT,	 /* text: one cluster, never a control character */
	KEY_KIND_PASTE,	 /* text: a piece that was pasted, '\n' within it */
	KEY_KIND_ACTION, /* action */
	KEY_KIND_BROKEN, /* bytes that are not UTF-8 */
};

struct key {
	enum key_kind kind;
	enum action action;
	bool is_cut; /* of a paste: bytes that are not UTF-8 are left out */
	const char *text; /* borrowed until the next key is read; or NULL */
};

static inline bool key_is(const struct key *key, enum action action)
{
	return key->kind == KEY_KIND_ACTION && key->action == action;
}

static inline bool key_is_text(const struct key *key)
{
	return key->kind == KEY_KIND_TEXT || key->kind == KEY_KIND_PASTE;
}

#endif
