/*
 * closed_day.h - a small day that the supervisor closes
 */
#ifndef FRONTDESK_TESTS_CLOSED_DAY_H
#define FRONTDESK_TESTS_CLOSED_DAY_H

#include "fixture.h"
#include "frontdesk/report/day_form.h"

extern const struct day closed_day; /* the fixture's: 2026-11-23 */

/* Two visits served: an answer, and a "could not" of Ms. Elena Alvarez. */
void closed_day_log(struct fixture *fixture, int64_t visits[2]);

/* A visit that was served so many days before: the store's first record. */
void closed_day_begin_before(struct fixture *fixture, int days);

/* It is evening, and M. Hale is signed in. */
void closed_day_begin(struct fixture *fixture);

/* Closes it with two remarks. */
void closed_day_close(struct fixture *fixture);

/* The closed day in a form; the caller releases it. */
struct str closed_day_paper(struct fixture *fixture, const char *form,
			    bool with_names);

#endif
