#include "decode.h"

#include <stdlib.h>
#include <string.h>

#include "decode_action.h"
#include "frontdesk/base/text.h"

#define ESC '\033'
#define PASTE_END "\033[201~"

/* What the bytes at the front turned out to be. */
enum found {
	FOUND_NOTHING, /* and len bytes are passed over */
	FOUND_KEY,
	FOUND_MORE, /* more bytes are needed */
};

void decode_init(struct decode *decode, const struct decode_sequence *extra,
		 size_t extra_count)
{
	memset(decode, 0, sizeof(*decode));
	decode->extra = extra;
	decode->extra_count = extra_count;
}

void decode_release(struct decode *decode)
{
	str_release(&decode->bytes);
	str_release(&decode->text);
}

void decode_feed(struct decode *decode, const char *bytes, size_t len)
{
	if (decode->at > 0) {
		str_remove(&decode->bytes, 0, decode->at);
		decode->at = 0;
	}
	str_add_n(&decode->bytes, bytes, len);
}

bool decode_is_waiting(const struct decode *decode)
{
	return decode->at < decode->bytes.len;
}

bool decode_ends_in_escape(const struct decode *decode)
{
	return decode_is_waiting(decode) && !decode->is_pasting &&
	       decode->bytes.text[decode->bytes.len - 1] == ESC;
}

bool decode_take_escape(struct decode *decode)
{
	bool is_there = decode_ends_in_escape(decode);

	while (decode_ends_in_escape(decode))
		str_cut(&decode->bytes, decode->bytes.len - 1);
	return is_there;
}

void decode_end_paste(struct decode *decode)
{
	decode_feed(decode, PASTE_END, strlen(PASTE_END));
}

/* ESC [ parameters final: ECMA-48 5.4. */
static enum found csi(struct decode *decode, const char *bytes, size_t len,
		      size_t *used, struct key *out)
{
	size_t end = 2;
	int number, modifier = 0;
	const char *semicolon;

	if (len > 2 && bytes[2] == '[') { /* the Linux console's F1 to F5 */
		if (len < 4)
			return FOUND_MORE;
		*used = 4;
		out->action = decode_function(bytes[3] - 'A' + 1);
		return out->action ? FOUND_KEY : FOUND_NOTHING;
	}
	while (end < len && bytes[end] >= 0x20 && bytes[end] < 0x40)
		end++;
	if (end == len)
		return FOUND_MORE;
	*used = end;
	if ((unsigned char)bytes[end] < 0x20 ||
	    (unsigned char)bytes[end] > 0x7e)
		return FOUND_NOTHING; /* broken off; that byte is a new start */
	*used = end + 1;
	number = atoi(bytes + 2);
	semicolon = memchr(bytes + 2, ';', end - 2);
	if (semicolon)
		modifier = atoi(semicolon + 1);
	if (bytes[end] == '~' && number == 200) {
		decode->is_pasting = true;
		return FOUND_NOTHING;
	}
	out->action = bytes[end] == '~' ? decode_number(number, modifier)
					: decode_letter(bytes[end], modifier);
	return out->action ? FOUND_KEY : FOUND_NOTHING;
}

/* What terminfo knows of this terminal besides. */
static bool extra(const struct decode *decode, const char *bytes, size_t len,
		  size_t *used, struct key *out)
{
	for (size_t i = 0; i < decode->extra_count; i++) {
		size_t length = strlen(decode->extra[i].bytes);

		if (length > len ||
		    memcmp(bytes, decode->extra[i].bytes, length) != 0)
			continue;
		*used = length;
		out->action = decode->extra[i].action;
		return true;
	}
	return false;
}

static enum found escape(struct decode *decode, const char *bytes, size_t len,
			 bool is_quiet, size_t *used, struct key *out)
{
	enum found found = FOUND_MORE;

	out->kind = KEY_KIND_ACTION;
	if (len > 1 && bytes[1] == '[') {
		found = csi(decode, bytes, len, used, out);
	} else if (len > 2 && bytes[1] == 'O') {
		*used = 3;
		out->action = decode_letter(bytes[2], 0);
		return out->action ? FOUND_KEY : FOUND_NOTHING;
	} else if (len > 1 && bytes[1] >= '0' && bytes[1] <= '9') {
		/* Alt and a digit: one burst, for terminals that swallow F-keys
		 */
		*used = 2;
		out->action =
		    decode_function(bytes[1] == '0' ? 10 : bytes[1] - '0');
		return FOUND_KEY;
	} else if (len > 1 && bytes[1] != 'O') {
		is_quiet = true; /* Esc, and then something typed ahead */
	}
	if (found != FOUND_MORE)
		return found;
	if (!is_quiet)
		return FOUND_MORE;
	if (len > 2 && bytes[1] == '[') {
		*used = len; /* a sequence that never ended */
		return FOUND_NOTHING;
	}
	*used = 1;
	out->action = ACTION_ESCAPE;
	return FOUND_KEY;
}

/* The bytes that a UTF-8 character's first byte announces; 0: none does. */
static size_t announced(unsigned char first)
{
	if (first < 0x80)
		return 1;
	if (first >= 0xc2 && first <= 0xdf)
		return 2;
	if (first >= 0xe0 && first <= 0xef)
		return 3;
	if (first >= 0xf0 && first <= 0xf4)
		return 4;
	return 0;
}

static enum found text(struct decode *decode, const char *bytes, size_t len,
		       bool is_quiet, size_t *used, struct key *out)
{
	size_t run = 0, cluster;

	/* All whole characters up to the next control: a cluster lies within */
	while (run < len && run < 256) {
		size_t size = announced((unsigned char)bytes[run]);

		if ((unsigned char)bytes[run] < 0x20 || bytes[run] == 0x7f)
			break;
		if (size == 0 || size > len - run ||
		    !text_is_utf8(bytes + run, size))
			break;
		run += size;
	}
	if (run == 0) {
		size_t size = announced((unsigned char)bytes[0]);

		if (size > len && !is_quiet)
			return FOUND_MORE;
		out->kind = KEY_KIND_BROKEN;
		*used = 1;
		return FOUND_KEY;
	}
	str_clear(&decode->text);
	str_add_n(&decode->text, bytes, run);
	cluster = text_next(str_text(&decode->text), 0);
	str_cut(&decode->text, cluster);
	out->kind = KEY_KIND_TEXT;
	out->text = str_text(&decode->text);
	*used = cluster;
	return FOUND_KEY;
}

/* Adds pasted bytes: lines end with '\n', whatever the terminal sent. */
static void add_pasted(struct str *out, const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (bytes[i] == '\r') {
			str_add_char(out, '\n');
			if (i + 1 < len && bytes[i + 1] == '\n')
				i++;
		} else if (bytes[i] != '\0') {
			str_add_char(out, bytes[i]);
		}
	}
}

/* Whether there was anything in it that is not UTF-8. */
static bool drop_broken(struct str *text)
{
	struct str good = STR_INIT;
	size_t at = 0;
	bool is_cut;

	while (at < text->len) {
		size_t size = announced((unsigned char)text->text[at]);
		bool is_good = size > 0 && size <= text->len - at &&
			       text_is_utf8(text->text + at, size);

		if (is_good)
			str_add_n(&good, text->text + at, size);
		at += is_good ? size : 1;
	}
	is_cut = good.len < text->len;
	str_release(text);
	*text = good;
	return is_cut;
}

/* A paste is handed on whole at its end, so that it can be refused whole. */
static enum found paste(struct decode *decode, const char *bytes, size_t len,
			size_t *used, struct key *out)
{
	const char *end = NULL;
	size_t size = strlen(PASTE_END);

	for (const char *at = bytes; !end && at + size <= bytes + len; at++) {
		at = memchr(at, ESC, (size_t)(bytes + len - at));
		if (!at || at + size > bytes + len)
			break;
		if (memcmp(at, PASTE_END, size) == 0)
			end = at;
	}
	if (!end)
		return FOUND_MORE;
	decode->is_pasting = false;
	*used = (size_t)(end - bytes) + size;
	str_clear(&decode->text);
	add_pasted(&decode->text, bytes, (size_t)(end - bytes));
	out->is_cut = drop_broken(&decode->text);
	out->kind = decode->text.len > 0 ? KEY_KIND_PASTE : KEY_KIND_BROKEN;
	out->text = str_text(&decode->text);
	return decode->text.len > 0 || out->is_cut ? FOUND_KEY : FOUND_NOTHING;
}

static enum found front(struct decode *decode, bool is_quiet, size_t *used,
			struct key *out)
{
	const char *bytes = decode->bytes.text + decode->at;
	size_t len = decode->bytes.len - decode->at;
	unsigned char first = (unsigned char)bytes[0];

	if (decode->is_pasting)
		return paste(decode, bytes, len, used, out);
	if (first == ESC) {
		out->kind = KEY_KIND_ACTION;
		if (extra(decode, bytes, len, used, out))
			return FOUND_KEY;
		return escape(decode, bytes, len, is_quiet, used, out);
	}
	if (first < 0x20 || first == 0x7f) {
		*used = 1;
		out->kind = KEY_KIND_ACTION;
		out->action = decode_control(first);
		return out->action ? FOUND_KEY : FOUND_NOTHING;
	}
	return text(decode, bytes, len, is_quiet, used, out);
}

bool decode_next(struct decode *decode, bool is_quiet, struct key *out)
{
	while (decode_is_waiting(decode)) {
		size_t used = 0;
		enum found found;

		memset(out, 0, sizeof(*out));
		found = front(decode, is_quiet, &used, out);
		if (found == FOUND_MORE)
			break;
		decode->at += used;
		if (found == FOUND_KEY)
			return true;
	}
	memset(out, 0, sizeof(*out));
	return false;
}
