#include "keymap.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <term.h>

#include "decode.h"
#include "frontdesk/base/mem.h"

/* A paste whose end was lost on the way holds the keyboard for so long. */
#define PASTE_PATIENCE 2000

static const struct {
	const char *capability;
	enum action action;
} capabilities[] = {
    {"kf1", ACTION_HELP},	{"kf2", ACTION_NEXT},
    {"kf3", ACTION_BACK},	{"kf4", ACTION_CHOOSE},
    {"kf5", ACTION_HOLD},	{"kf6", ACTION_JOIN},
    {"kf7", ACTION_HAND_OFF},	{"kf8", ACTION_PROMISE},
    {"kf9", ACTION_FINISH},	{"kf10", ACTION_LISTS},
    {"kcuu1", ACTION_UP},	{"kcud1", ACTION_DOWN},
    {"kcub1", ACTION_LEFTWARD}, {"kcuf1", ACTION_RIGHTWARD},
    {"kpp", ACTION_PAGE_UP},	{"knp", ACTION_PAGE_DOWN},
    {"khome", ACTION_HOME},	{"kend", ACTION_END},
    {"kdch1", ACTION_DELETE},	{"kcbt", ACTION_BACK_TAB},
};

struct keymap {
	struct decode decode;
	struct decode_sequence sequences[MEM_COUNT(capabilities)];
	int escape_delay;
	bool is_lost;
};

struct keymap *keymap_open(int escape_delay)
{
	struct keymap *keymap = mem_new(1, sizeof(*keymap));
	size_t count = 0;

	for (size_t i = 0; i < MEM_COUNT(capabilities); i++) {
		char *bytes = tigetstr((char *)capabilities[i].capability);

		/* One byte, as of some old terminals, is a letter or Ctrl. */
		if (!bytes || bytes == (char *)-1 || strlen(bytes) < 2 ||
		    bytes[0] != '\033')
			continue;
		keymap->sequences[count].bytes = bytes;
		keymap->sequences[count].action = capabilities[i].action;
		count++;
	}
	decode_init(&keymap->decode, keymap->sequences, count);
	keymap->escape_delay = escape_delay;
	return keymap;
}

void keymap_close(struct keymap *keymap)
{
	decode_release(&keymap->decode);
	free(keymap);
}

bool keymap_is_lost(const struct keymap *keymap)
{
	return keymap->is_lost;
}

bool keymap_is_pending(const struct keymap *keymap)
{
	struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};

	return decode_is_waiting(&keymap->decode) || poll(&in, 1, 0) > 0;
}

enum fed { FED_BYTES, FED_NOTHING, FED_SIGNAL };

static enum fed feed(struct keymap *keymap, int timeout)
{
	struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};
	char bytes[4096];
	ssize_t len;
	int ready = poll(&in, 1, timeout);

	if (ready < 0)
		return FED_SIGNAL;
	if (ready == 0)
		return FED_NOTHING;
	len = read(STDIN_FILENO, bytes, sizeof(bytes));
	if (len > 0) {
		decode_feed(&keymap->decode, bytes, (size_t)len);
		return FED_BYTES;
	}
	if (len < 0 && (errno == EINTR || errno == EAGAIN))
		return FED_SIGNAL;
	keymap->is_lost = true;
	return FED_SIGNAL;
}

bool keymap_read(struct keymap *keymap, int timeout, struct key *out)
{
	struct decode *decode = &keymap->decode;

	while (!keymap->is_lost) {
		bool is_waiting;
		int patience = timeout;

		if (decode_next(decode, false, out))
			return true;
		is_waiting = decode_is_waiting(decode);
		if (is_waiting)
			patience = decode->is_pasting ? PASTE_PATIENCE
						      : keymap->escape_delay;
		switch (feed(keymap, patience)) {
		case FED_BYTES:
			continue;
		case FED_SIGNAL:
			return false;
		case FED_NOTHING:
			break;
		}
		if (decode->is_pasting)
			decode_end_paste(decode);
		return is_waiting && decode_next(decode, true, out);
	}
	return false;
}

bool keymap_take_escape(struct keymap *keymap)
{
	int patience = 0;

	/* It may be the beginning of another key: then more follows soon. */
	while (!keymap->is_lost && feed(keymap, patience) == FED_BYTES)
		patience = decode_ends_in_escape(&keymap->decode)
			       ? keymap->escape_delay
			       : 0;
	return decode_take_escape(&keymap->decode);
}
