/*
 * id.h - UUIDs of version 7 (RFC 9562)
 */
#ifndef FRONTDESK_BASE_ID_H
#define FRONTDESK_BASE_ID_H

#include <stdbool.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/base/error.h"

struct id {
	char text[37]; /* lower case, "" for none */
};

/*
 * A new id: 48 bits of the clock's milliseconds, a counter of 12 bits in
 * rand_a (RFC 9562 section 6.2, method 1), 62 random bits from libuuid.
 * Strictly ascending within the process, also when the clock steps back.
 */
void id_new(const struct clock *clock, struct id *out);

/* Any UUID in its text form; ERROR_INVALID otherwise. */
bool id_parse(const char *text, struct id *out, struct error *err);

#endif
