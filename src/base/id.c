/*
 * id.c - UUIDs of version 7 (RFC 9562)
 */
#include "frontdesk/base/id.h"

#include <stdint.h>
#include <string.h>
#include <uuid/uuid.h>

#include "frontdesk/base/intl.h"

#define COUNTER_MAX 0xfff
/* Half of the counter stays free for the ids of the same millisecond. */
#define COUNTER_SEED_MASK 0x7ff

static int64_t last_at;
static unsigned int counter;

/* The next pair of millisecond and counter: never equal, never lower. */
static void advance(int64_t at, const unsigned char *random)
{
	if (at <= last_at && counter < COUNTER_MAX) {
		counter++;
		return;
	}
	last_at = at > last_at ? at : last_at + 1;
	counter =
	    (((unsigned int)random[6] << 8) | random[7]) & COUNTER_SEED_MASK;
}

void id_new(const struct clock *clock, struct id *out)
{
	uuid_t bytes;
	int i;

	uuid_generate_random(bytes);
	advance(clock_now(clock), bytes);
	for (i = 0; i < 6; i++)
		bytes[i] = (unsigned char)(last_at >> (40 - 8 * i));
	bytes[6] = (unsigned char)(0x70 | (counter >> 8));
	bytes[7] = (unsigned char)counter;
	bytes[8] = (unsigned char)(0x80 | (bytes[8] & 0x3f));
	uuid_unparse_lower(bytes, out->text);
}

bool id_parse(const char *text, struct id *out, struct error *err)
{
	uuid_t bytes;

	memset(out, 0, sizeof(*out));
	if (text == NULL || uuid_parse(text, bytes) != 0)
		return error_set(err, ERROR_INVALID, "id",
				 _("this is not an id: it has 32 hexadecimal "
				   "digits in five groups"));
	uuid_unparse_lower(bytes, out->text);
	return true;
}
