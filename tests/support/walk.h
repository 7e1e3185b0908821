/*
 * walk.h - use cases in no order, some of them refused, over several days
 */
#ifndef FRONTDESK_TESTS_WALK_H
#define FRONTDESK_TESTS_WALK_H

#include "fixture.h"

struct walk {
	struct fixture *f;
	uint64_t random;
	int64_t residents[3];
};

struct walk_step {
	const char *name;
	bool (*step)(struct walk *walk, struct error *err);
	/* What was recorded before is recorded otherwise: taken back, voided,
	 * opened again, named, moved to another topic, entered later; or
	 * closed outside a visit, of which nothing tells once it is open
	 * again. */
	bool puts_right;
};

void walk_begin(struct walk *walk, struct fixture *fixture);
/* NULL behind the last one. */
const struct walk_step *walk_step(size_t which);
/* Any of them: its number. */
size_t walk_choose(struct walk *walk);

#endif
