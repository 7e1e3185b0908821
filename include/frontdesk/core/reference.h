/*
 * reference.h - references that can be read aloud over a telephone
 *
 * A kind letter, then seven Crockford base32 symbols in two groups, the last
 * a check character modulo 37 of the number: "R-4K7-2M9X". Numbers whose check
 * character would be one of * ~ $ = U are never issued, so that it is always
 * a digit or a letter. Reading accepts any case, blanks, missing dashes, and
 * O for 0, I and L for 1 (Crockford's base 32).
 */
#ifndef FRONTDESK_CORE_REFERENCE_H
#define FRONTDESK_CORE_REFERENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "frontdesk/base/error.h"

enum reference_kind {
	REFERENCE_REQUEST = 'R',
	REFERENCE_VISIT = 'V',
	REFERENCE_PERSON = 'P',
};

#define REFERENCE_MAX ((INT64_C(1) << 30) - 1)

struct reference {
	char text[13]; /* "R-4K7-2M9X" */
};

/* Whether the number has a check character that may be issued. */
bool reference_is_issued(int64_t number);

/* number 0..REFERENCE_MAX, issued. */
void reference_format(enum reference_kind kind, int64_t number,
		      struct reference *out);

/*
 * The reference in its written form from what somebody typed. ERROR_NOT_FOUND
 * when the text does not look like a reference at all, ERROR_INVALID when it
 * does and its check character is wrong ("was it misheard?").
 */
bool reference_parse(const char *text, struct reference *out,
		     struct error *err);

#endif
