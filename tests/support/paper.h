/*
 * paper.h - visits as a paper log has them, and the day they make
 */
#ifndef FRONTDESK_TESTS_PAPER_H
#define FRONTDESK_TESTS_PAPER_H

#include "fixture.h"
#include "frontdesk/desk/day.h"
#include "frontdesk/desk/visit.h"

#define MINUTES(n) ((n)*CLOCK_MINUTE)

/* The instant of a time on the wall on the fixture's day. */
int64_t paper_at(int hour, int minute);

/* A visit as a paper log has it; 0 is what it does not say. */
struct paper {
	enum channel channel;
	int64_t arrived_at, called_at, begun_at, ended_at;
	bool has_left;
	int64_t resident_id;
	enum fixture_topic topic;
	enum result result; /* RESULT_NONE: answered */
};

/* Arrived at nine, called and begun at five past, ended at a quarter past. */
struct paper paper_served(enum result result);

/* Enters it later; request_id, which may be NULL, is its one request. */
int64_t paper_enter(struct fixture *fixture, const struct paper *paper,
		    int64_t *request_id);

void paper_sum_up(struct fixture *fixture, struct day from, struct day to,
		  struct summary *out);

#endif
