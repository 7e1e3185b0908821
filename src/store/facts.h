/*
 * facts.h - what records give to the totals of their days, in memory
 *
 * A fact is counted under a site, a day, a figure and a part; or it is a
 * length there. Facts taken and facts given are added alike and then settled:
 * what does not change cancels out.
 */
#ifndef FRONTDESK_STORE_FACTS_H
#define FRONTDESK_STORE_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frontdesk/base/str.h"

struct fact {
	int64_t site_id;
	int64_t length; /* FACT_COUNT: no length */
	int64_t n;	/* negative: taken away */
	/* Of a request, the contact, hand-off or promise that gives it; of a
	 * visit, the feedback; else 0. Not kept where facts are settled. */
	int64_t record_id;
	size_t text;			 /* of facts.texts: day, figure, part */
	const char *day, *figure, *part; /* once settled */
};
#define FACT_COUNT INT64_C(-1)

struct facts {
	struct fact *items;
	size_t count, size;
	struct str texts;
};

void facts_add(struct facts *facts, const struct fact *fact, const char *day,
	       const char *figure, const char *part);

/* Of what is settled: whether both stand in one place, a length apart. */
bool fact_is_beside(const struct fact *a, const struct fact *b);

/* In the order of site, day, figure, part and length, each once, none of
 * nothing. */
void facts_settle(struct facts *facts);
void facts_clear(struct facts *facts);
void facts_release(struct facts *facts);

#endif
