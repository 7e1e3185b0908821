/*
 * named_tests.h - whether the tests that a document names are there
 */
#ifndef FRONTDESK_TESTS_NAMED_TESTS_H
#define FRONTDESK_TESTS_NAMED_TESTS_H

#include <stdbool.h>
#include <stddef.h>

#include "frontdesk/base/str.h"

/* The whole file added to out; fails the test where it cannot be read. */
void named_tests_add_file(const char *path, struct str *out);

/* Reads all tests below a folder; releases them. */
void named_tests_open(const char *folder);
void named_tests_close(void);

/* Of those: a test of that name, which its file runs, too. */
bool named_tests_has(const char *name, size_t len);

/*
 * How many tests stand between at and end, each in back quotes. What is no
 * test is added to missing, a line each.
 */
size_t named_tests_count(const char *at, const char *end, struct str *missing);

#endif
