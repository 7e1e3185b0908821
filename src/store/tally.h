/*
 * tally.h - the totals of every day at once, counted in memory
 *
 * For a recount: one entry for each place (a site, a day, a figure and a part
 * of it), its texts kept once. Ten million visits are some four million
 * entries of 32 bytes, and their lengths five bytes each.
 */
#ifndef FRONTDESK_STORE_TALLY_H
#define FRONTDESK_STORE_TALLY_H

#include "facts.h"
#include "frontdesk/base/error.h"
#include "length_pack.h"

struct tally;

struct tally *tally_new(void);
void tally_free(struct tally *tally);

/* n times where it is counted; a length once. */
void tally_add(struct tally *tally, const struct fact *fact);

/* Takes all stored lengths of a place away from what was added there. */
void tally_take(struct tally *tally, const struct fact *place,
		const void *bytes, size_t size);

/*
 * The first place, by day, site, figure and part, where anything is left or
 * too much was taken: false where there is none. Its texts live until the
 * next change of the tally; n says how much it is.
 */
bool tally_first_left(struct tally *tally, struct fact *out);

/* Each place once, sites apart and mostly day after day; pack: NULL where it
 * is counted. */
typedef bool tally_fn(void *state, const struct fact *fact,
		      const struct length_pack *pack, struct error *err);

/* The last thing that is done with a tally. False where the callback is. */
bool tally_each(struct tally *tally, tally_fn *each, void *state,
		struct error *err);

#endif
