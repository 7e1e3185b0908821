/*
 * said_case.h - what somebody is called, for tests of the ladder; every name
 * in them is invented
 */
#ifndef SAID_CASE_H
#define SAID_CASE_H

#include "frontdesk/core/address.h"

#define NAME(...) (&(const struct person_name){__VA_ARGS__})

/* The phrases of the tree, for a group of tests: setup and teardown. */
int said_setup(void **state);
int said_teardown(void **state);
const struct phrases *said_phrases(void);

/* Composed anew into one struct, as the desk does; fails the test with the
 * error's words where it cannot be. */
const struct address *said_to(const struct address_request *request);

/* In the morning: what they are called ("" for nothing), and whether the wish
 * is asked for. */
void expect_called(const struct person_name *name, enum permission permission,
		   const char *language, const char *called, bool asks);

/* The same in English, without permission, and nothing is asked. */
void expect_titled(const struct person_name *name, const char *called);

#endif
