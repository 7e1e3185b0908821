/*
 * json_text.c - JSON values written as text, and read from it
 */
#include "frontdesk/base/json.h"

#include <jansson.h>

#include "frontdesk/base/intl.h"
#include "text_private.h"

/* "%.6g": figures of a day are not measured more closely. */
#define REAL_DIGITS 6

static int add_piece(const char *piece, size_t len, void *out)
{
	str_add_n(out, piece, len);
	return 0;
}

static void add_escape(struct str *out, int32_t point)
{
	unsigned int rest = (unsigned int)point;

	if (rest < 0x10000) {
		str_addf(out, "\\u%04X", rest);
		return;
	}
	rest -= 0x10000;
	str_addf(out, "\\u%04X\\u%04X", 0xd800 + (rest >> 10),
		 0xdc00 + (rest & 0x3ff));
}

/*
 * Adds JSON with what may not reach a terminal written as \u: C1 controls,
 * bidi and hidden characters stand only within strings, so nothing is lost.
 */
static void add_harmless(struct str *out, const char *text, size_t len)
{
	size_t at, used, kept = 0;
	int32_t point;

	for (at = 0; at < len; at += used) {
		point = text_decode(text + at, len - at, &used);
		if (point < 0x7f || text_point_fault(point) == TEXT_FAULT_NONE)
			continue;
		str_add_n(out, text + kept, at - kept);
		add_escape(out, point);
		kept = at + used;
	}
	str_add_n(out, text + kept, len - kept);
}

void json_write(const struct json *value, bool is_indented, struct str *out)
{
	size_t flags = JSON_ENCODE_ANY | JSON_REAL_PRECISION(REAL_DIGITS);
	struct str raw = STR_INIT;

	flags |= is_indented ? JSON_INDENT(2) : JSON_COMPACT;
	json_dump_callback((const json_t *)value, add_piece, &raw, flags);
	add_harmless(out, str_text(&raw), raw.len);
	str_release(&raw);
}

/* In our words: jansson's own text repeats what was read. */
static const char *fault_words(const json_error_t *fault)
{
	switch (json_error_code(fault)) {
	case json_error_duplicate_key:
		return _("line %d, column %d: a key stands twice in one "
			 "object");
	case json_error_invalid_utf8:
		return _("line %d, column %d: this is not UTF-8");
	case json_error_premature_end_of_input:
		return _("line %d, column %d: the JSON ends too early");
	case json_error_end_of_input_expected:
		return _("line %d, column %d: something follows the JSON "
			 "value");
	case json_error_null_character:
	case json_error_null_byte_in_key:
		return _("line %d, column %d: a zero character");
	case json_error_numeric_overflow:
		return _("line %d, column %d: a number is too large");
	case json_error_stack_overflow:
		return _("line %d, column %d: too many values within values");
	default:
		return _("line %d, column %d: this is not JSON");
	}
}

bool json_parse(const char *text, size_t len, struct json **out,
		struct error *err)
{
	json_error_t fault;
	json_t *value;

	/* The first value sets jansson's memory up. */
	json_free(json_new_array());
	value = json_loadb(text, len, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY,
			   &fault);
	*out = (struct json *)value;
	if (value != NULL)
		return true;
	return error_set(err, ERROR_INVALID, "", fault_words(&fault),
			 fault.line, fault.column);
}
