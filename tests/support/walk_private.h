/*
 * walk_private.h - what the steps of a walk share
 */
#ifndef FRONTDESK_TESTS_WALK_PRIVATE_H
#define FRONTDESK_TESTS_WALK_PRIVATE_H

#include "walk.h"

/* Another one each time: what the audit has grown to shuffles them. */
#define ANY(id, from)                                                          \
	"SELECT " id " FROM " from " ORDER BY (" id " * 7919 +"                \
	" (SELECT MAX(number) FROM audit) * 104729) % 100003 LIMIT 1"

/* 0 and up, below that; each of them its own of those there are. */
int walk_chance(struct walk *walk, int below);
int64_t walk_any_visit(struct walk *walk);
int64_t walk_any_open_visit(struct walk *walk);
int64_t walk_any_served_now(struct walk *walk);
int64_t walk_any_waiting(struct walk *walk);
int64_t walk_any_over(struct walk *walk);
int64_t walk_any_request(struct walk *walk);
int64_t walk_any_handoff(struct walk *walk);
int64_t walk_any_promise(struct walk *walk);
int64_t walk_topic(struct walk *walk);
int64_t walk_resident(struct walk *walk);

/* What a visit does, and what follows from it. */
extern const struct walk_step walk_visits[], walk_afters[];
extern const size_t walk_visit_count, walk_after_count;

#endif
