/*
 * fixture.h - a store of its own for each test: a small invented city
 *
 * The clock stands at Monday, November 23, 2026, 2:14 pm in Los Angeles and
 * moves only when a test moves it. City "Mesa Alta", site "City Hall" (8 am to
 * 5 pm), windows "Window 1" and "Window 2". Everybody's PIN is 2468:
 *
 *	aruiz  A. Ruiz  clerk, speaks en es        staff[FIXTURE_RUIZ]
 *	bchen  B. Chen  clerk                      staff[FIXTURE_CHEN]
 *	kosei  K. Osei  staff of Planning, en      staff[FIXTURE_OSEI]
 *	mhale  M. Hale  supervisor, made by init   staff[FIXTURE_HALE]
 *	sadmin S. Admin administrator              staff[FIXTURE_ADMIN]
 *
 * Departments Building, Planning, Animal Services; topics "Fence permit"
 * (questions Height, number, required; Side, choice), "Dog licence", "Garage
 * sale permit", "Garbage bins", "Passport" (not ours).
 */
#ifndef FRONTDESK_TESTS_FIXTURE_H
#define FRONTDESK_TESTS_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/desk.h"
#include "frontdesk/store/db.h"

#define FIXTURE_START INT64_C(1795472040000) /* 2026-11-23T22:14:00Z */
#define FIXTURE_PIN "2468"
#define FIXTURE_ZONE "America/Los_Angeles"

enum fixture_staff {
	FIXTURE_HALE,
	FIXTURE_RUIZ,
	FIXTURE_CHEN,
	FIXTURE_OSEI,
	FIXTURE_ADMIN,
	FIXTURE_STAFF_COUNT
};
enum fixture_department {
	FIXTURE_BUILDING,
	FIXTURE_PLANNING,
	FIXTURE_ANIMALS,
	FIXTURE_DEPARTMENT_COUNT
};
enum fixture_topic {
	FIXTURE_FENCE,
	FIXTURE_DOG,
	FIXTURE_GARAGE,
	FIXTURE_GARBAGE,
	FIXTURE_PASSPORT,
	FIXTURE_TOPIC_COUNT
};

struct fixture_clock {
	struct clock clock;
	int64_t now;
	int64_t tick; /* ms that pass with each reading, as in a real clock */
};

struct summary;

struct fixture {
	char dir[64];
	char path[96]; /* of the store */
	struct fixture_clock clock;
	struct desk *desk;  /* signed in: A. Ruiz at Window 1 */
	struct desk *desk2; /* B. Chen at Window 2; NULL until asked for */
	struct db *db; /* a third connection, to look; NULL until asked for */
	int64_t site_id;
	int64_t windows[2];
	int64_t staff[FIXTURE_STAFF_COUNT];
	int64_t departments[FIXTURE_DEPARTMENT_COUNT];
	int64_t topics[FIXTURE_TOPIC_COUNT];
	int64_t fence_height, fence_side; /* its questions */
};

/* cmocka setup and teardown: *state is the struct fixture. */
int fixture_setup(void **state);
int fixture_teardown(void **state);

/* A folder alone, with no store in it; teardown is the same. */
int fixture_setup_bare(void **state);

struct desk *fixture_desk2(struct fixture *fixture);
struct db *fixture_db(struct fixture *fixture);

void fixture_pass(struct fixture *fixture, int64_t length); /* ms */

/* These days of the signed-in site with their patterns and notices. */
bool fixture_sum_up_whole(struct fixture *fixture, struct day from,
			  struct day to, struct summary *out,
			  struct error *err);

/* Signs somebody else in on fixture->desk. */
void fixture_sign_in(struct fixture *fixture, enum fixture_staff who);

/* Whoever runs the test is somebody here, with a role: the command line acts as
 * them. A. Ruiz is signed in when it returns. */
void fixture_account(struct fixture *fixture, enum role role);

/* An invented resident: title and given may be NULL. Returns the id. */
int64_t fixture_resident(struct fixture *fixture, const char *title,
			 const char *given, const char *surname);

/* The first column of the first row; a query without rows gives -1. */
int64_t fixture_number(struct fixture *fixture, const char *sql);

/* Runs one constant statement, in a transaction of its own. */
void fixture_write(struct fixture *fixture, const char *sql);

/* Fails the test with the error's words. */
#define fixture_ok(call)                                                       \
	do {                                                                   \
		if (!(call))                                                   \
			fail_msg("%s: %s [%s] %s", #call, err.text, err.field, \
				 err.detail);                                  \
	} while (0)

/* The call fails with that code. */
#define fixture_refused(call, expected)                                        \
	do {                                                                   \
		if (call)                                                      \
			fail_msg("%s was not refused", #call);                 \
		if (err.code != (expected))                                    \
			fail_msg("%s: code %d: %s", #call, (int)err.code,      \
				 err.text);                                    \
	} while (0)

#endif
