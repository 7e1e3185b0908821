/*
 * decode.h - the bytes of a terminal become keys: no curses
 *
 * Known by heart are the sequences of xterm and its kin, the VT100, the VT220,
 * rxvt and the Linux console; what terminfo says besides is given at init. An
 * unknown sequence is passed over whole and never becomes text.
 */
#ifndef FRONTDESK_TUI_DECODE_H
#define FRONTDESK_TUI_DECODE_H

#include "frontdesk/base/str.h"
#include "key.h"

struct decode_sequence {
	const char *bytes;
	enum action action;
};

struct decode {
	struct str bytes; /* that came, from at on not yet keys */
	size_t at;
	struct str text; /* of the last key */
	bool is_pasting;
	const struct decode_sequence *extra; /* borrowed */
	size_t extra_count;
};

void decode_init(struct decode *decode, const struct decode_sequence *extra,
		 size_t extra_count);
void decode_release(struct decode *decode);
void decode_feed(struct decode *decode, const char *bytes, size_t len);

/*
 * The next key; false: none is complete. is_quiet says that nothing followed
 * for as long as the escape delay: a lone Esc is the key then.
 */
bool decode_next(struct decode *decode, bool is_quiet, struct key *out);

/* Whether bytes wait for more: read on within the escape delay. */
bool decode_is_waiting(const struct decode *decode);

/* Whether the bytes end in Esc, alone or typed several times; and takes it
 * away. Never of a paste. */
bool decode_ends_in_escape(const struct decode *decode);
bool decode_take_escape(struct decode *decode);

/* The end of a paste was lost on the way: what came is the paste. */
void decode_end_paste(struct decode *decode);

#endif
