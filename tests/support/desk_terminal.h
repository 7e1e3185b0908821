/*
 * desk_terminal.h - the whole program on a terminal, in the demo city
 *
 * The demo's store is made once for a test program, at Monday, November 23,
 * 2026, 2:14 pm in Los Angeles, and copied for each test. The clock stands
 * until a test moves it.
 */
#ifndef SUPPORT_DESK_TERMINAL_H
#define SUPPORT_DESK_TERMINAL_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "place.h"
#include "terminal.h"

#define DESK_TERMINAL_START INT64_C(1795472040000) /* 2026-11-23T22:14:00Z */
#define DESK_TERMINAL_MAX 2

struct desk_terminal {
	struct place place;
	const char *program; /* with the fixed clock */
	char made[96];	     /* the demo's store as it was made */
	char store[96];	     /* the copy that the test works on */
	char clock[96];
	int64_t now;
	struct terminal *open[DESK_TERMINAL_MAX]; /* closed by teardown */
};

/* Of the group: makes the store. The state is the struct desk_terminal. */
int desk_terminal_make_with(const char *program, void **state);
int desk_terminal_remove(void **state);
#ifdef FRONTDESK_FIXED
static inline int desk_terminal_make(void **state)
{
	return desk_terminal_make_with(FRONTDESK_FIXED, state);
}
#endif

/* Of each test: a fresh copy, no drafts; then all programs are ended. */
int desk_terminal_setup(void **state);
int desk_terminal_teardown(void **state);
#define DESK_TEST(name)                                                        \
	cmocka_unit_test_setup_teardown(name, desk_terminal_setup,             \
					desk_terminal_teardown)

/*
 * The desk as A. Ruiz at Window 2, at 80x24 or another size; the home screen
 * stands when it returns, and no key is counted.
 */
struct terminal *desk_terminal_open(struct desk_terminal *desk);
struct terminal *desk_terminal_open_sized(struct desk_terminal *desk, int cols,
					  int rows);

/* The same with a visit of Ms. Alvarez about her dog on the screen, in which
 * "The gate was open" is typed and nothing is saved. */
struct terminal *desk_terminal_type_visit(struct desk_terminal *desk);

/* Once more behind one that ended: without waiting for the home screen. */
struct terminal *desk_terminal_open_again(struct desk_terminal *desk);

/* The same without waiting, with more environment; for what starts otherwise.
 */
struct terminal *desk_terminal_start(struct desk_terminal *desk,
				     const char *const argv[],
				     const char *const env[], int cols,
				     int rows);

/* Whether a file of the drafts is there that holds the words; NULL: any. What
 * is only being written does not count: a kill takes it away. */
bool desk_terminal_has_draft(const struct desk_terminal *desk,
			     const char *words);
void desk_terminal_wait_draft(const struct desk_terminal *desk,
			      struct terminal *terminal, const char *words);

/* Ends one of them by SIGKILL where it runs, so that another fits. */
void desk_terminal_end(struct desk_terminal *desk, struct terminal *terminal);

/* After a sign-in: where the briefing of the day comes first, it is taken
 * away; then the desk. */
void desk_terminal_to_desk(struct terminal *terminal);

/* Changes the person: ^Q, the name, Enter, and waits for the desk. */
void desk_terminal_sign_in(struct terminal *terminal, const char *name);

/* Moves the clock of every program that runs. */
void desk_terminal_pass(struct desk_terminal *desk, int64_t length);

/* Runs the program with these words after --store; its exit status. */
int desk_terminal_run(struct desk_terminal *desk, const char *const words[]);

/* The first column of the first row of the store; NULL gives -1. */
int64_t desk_terminal_number(const struct desk_terminal *desk, const char *sql);

#endif
