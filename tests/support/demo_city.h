/*
 * demo_city.h - the demo city as a test's store, half way through a Monday
 */
#ifndef SUPPORT_DEMO_CITY_H
#define SUPPORT_DEMO_CITY_H

#include "fixture.h"
#include "place.h"

#define DEMO_SUPERVISOR "sjohnson"

/* On a bare fixture; A. Ruiz is signed in. */
void demo_city_make(struct fixture *fixture, int64_t now);

/* cmocka setup: the fixture's own instant; fixture_teardown ends it. */
int demo_city_setup(void **state);

/* The same for a program that is run: opens the place, puts the test's clock
 * there and makes the city with program, FRONTDESK_FIXED. */
void demo_city_open(struct place *place, const char *program);

#endif
