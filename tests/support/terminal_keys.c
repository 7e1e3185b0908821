#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "terminal_private.h"

/* As xterm sends them in its usual modes. */
static const struct {
	const char *name, *bytes;
} named[] = {
    {"F1", "\033OP"},	   {"F2", "\033OQ"},	{"F3", "\033OR"},
    {"F4", "\033OS"},	   {"F5", "\033[15~"},	{"F6", "\033[17~"},
    {"F7", "\033[18~"},	   {"F8", "\033[19~"},	{"F9", "\033[20~"},
    {"F10", "\033[21~"},   {"F11", "\033[23~"}, {"F12", "\033[24~"},
    {"Enter", "\r"},	   {"Tab", "\t"},	{"S-Tab", "\033[Z"},
    {"Up", "\033OA"},	   {"Down", "\033OB"},	{"Right", "\033OC"},
    {"Left", "\033OD"},	   {"PgUp", "\033[5~"}, {"PgDn", "\033[6~"},
    {"Home", "\033OH"},	   {"End", "\033OF"},	{"Backspace", "\177"},
    {"Delete", "\033[3~"}, {"lt", "<"},
};

static void send_named(struct terminal *terminal, const char *name)
{
	char bytes[3] = {'\033', name[2], '\0'};

	if (strlen(name) == 3 && strncmp(name, "M-", 2) == 0) {
		terminal_send(terminal, bytes, 2);
		return;
	}
	if (strlen(name) == 3 && strncmp(name, "C-", 2) == 0) {
		bytes[0] = (char)(name[2] & 0x1f);
		terminal_send(terminal, bytes, 1);
		return;
	}
	if (strcmp(name, "Esc") == 0) {
		/*
		 * By itself, as a finger does it: with what follows in one
		 * burst it would be Alt. The program answers it, or stays as
		 * it is for longer than its escape delay.
		 */
		terminal_send(terminal, "\033", 1);
		terminal_pump(terminal, 300);
		return;
	}
	for (size_t i = 0; i < sizeof(named) / sizeof(named[0]); i++) {
		if (strcmp(name, named[i].name) != 0)
			continue;
		terminal_send(terminal, named[i].bytes, strlen(named[i].bytes));
		return;
	}
	fail_msg("<%s> is not a key", name);
}

void terminal_keys(struct terminal *terminal, const char *keys)
{
	while (*keys) {
		char name[16];
		size_t len = 1;

		terminal->keys++;
		if (*keys == '<') {
			len = strcspn(keys, ">");
			assert_true(keys[len] == '>' && len - 1 < sizeof(name));
			snprintf(name, sizeof(name), "%.*s", (int)len - 1,
				 keys + 1);
			send_named(terminal, name);
			keys += len + 1;
			continue;
		}
		while ((keys[len] & 0xc0) == 0x80)
			len++;
		terminal_send(terminal, keys, len);
		keys += len;
	}
}

void terminal_paste(struct terminal *terminal, const char *text)
{
	terminal->keys++;
	terminal_send(terminal, "\033[200~", 6);
	terminal_send(terminal, text, strlen(text));
	terminal_send(terminal, "\033[201~", 6);
}

int terminal_count_keys(struct terminal *terminal)
{
	int keys = terminal->keys;

	terminal->keys = 0;
	return keys;
}
