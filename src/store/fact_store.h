/*
 * fact_store.h - facts read from the records, and written into the totals
 */
#ifndef FRONTDESK_STORE_FACT_STORE_H
#define FRONTDESK_STORE_FACT_STORE_H

#include "facts.h"
#include "frontdesk/store/db.h"
#include "given.h"
#include "length_pack.h"

enum fact_of {
	FACT_OF_VISIT,
	FACT_OF_REQUEST,
	FACT_OF_FEEDBACK, /* of one visit */
	FACT_OF_IDEA,
	FACT_OF_THANKS,
	FACT_OF_BRIEFING
};

/* Gives each of what the record gives now, one by one. */
bool facts_each(struct db *db, enum fact_of of, int64_t id, given_fn *give,
		void *state, struct error *err);
/* Adds what the records give now, n times. */
bool facts_read(struct db *db, enum fact_of of, int64_t id, int64_t n,
		struct facts *facts, struct error *err);

/* Adds what the record gave at an instant, as it is told now: what it did later
 * is left out, what was put right since is not. Of a visit or a request. */
bool facts_read_then(struct db *db, enum fact_of of, int64_t id,
		     int64_t then_at, struct facts *facts, struct error *err);

/* Adds settled facts to the totals. */
bool facts_write(struct db *db, const struct facts *facts, struct error *err);

/* For a recount: a place that has no total yet; pack: NULL where counted. */
bool facts_write_first(struct db *db, const struct fact *fact,
		       const struct length_pack *pack, struct error *err);

#endif
