/*
 * terminal.h - a program on a pseudo-terminal, its screen read with libvterm
 *
 * Nothing sleeps: every wait is for a condition, by poll() on the terminal, at
 * most TERMINAL_PATIENCE long, and a wait in vain fails the test with the
 * screen as it stands.
 */
#ifndef SUPPORT_TERMINAL_H
#define SUPPORT_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

#define TERMINAL_PATIENCE 10000 /* milliseconds */

struct terminal;

/*
 * Runs argv[0] with the environment of the test and what env adds ("A=b",
 * NULL-ended; may be NULL). Fails the test where it cannot be started.
 */
struct terminal *terminal_open(const char *const argv[],
			       const char *const env[], int cols, int rows);

/*
 * Types. Keys stand in <>: F1 to F12, Enter, Esc, Tab, S-Tab, Up, Down, Left,
 * Right, PgUp, PgDn, Home, End, Backspace, Delete, C-k (Ctrl), M-1 (Alt), lt
 * for "<" itself. An unknown name fails the test. Each counts as one key.
 */
void terminal_keys(struct terminal *terminal, const char *keys);

/* Pastes between the marks of bracketed paste; one key. */
void terminal_paste(struct terminal *terminal, const char *text);

/* Sends bytes as they are; they count as no key. */
void terminal_send(struct terminal *terminal, const char *bytes, size_t len);

/* How many keys were typed since the last time it was asked. */
int terminal_count_keys(struct terminal *terminal);

/* Waits for a condition; what names it in the failure. */
typedef bool terminal_condition_fn(struct terminal *terminal,
				   const void *state);
void terminal_wait(struct terminal *terminal, const char *what,
		   terminal_condition_fn *is_met, const void *state);

/* Waits until the text stands on the screen, in a row, or nowhere. */
void terminal_wait_text(struct terminal *terminal, const char *text);
void terminal_wait_row(struct terminal *terminal, int row, const char *text);
void terminal_wait_gone(struct terminal *terminal, const char *text);
void terminal_wait_cursor(struct terminal *terminal, int row, int col);

/* The screen as it is now; borrowed until the next call of the same. */
const char *terminal_row(struct terminal *terminal, int row);
const char *terminal_screen(struct terminal *terminal);
bool terminal_has(struct terminal *terminal, const char *text);

/* The row with the text, or -1; and the column where it begins, or -1. */
int terminal_find(struct terminal *terminal, const char *text, int *col);

void terminal_cursor(struct terminal *terminal, int *row, int *col);
bool terminal_is_reverse(struct terminal *terminal, int row, int col);
bool terminal_is_bold(struct terminal *terminal, int row, int col);
bool terminal_is_coloured(struct terminal *terminal, int row, int col);

void terminal_resize(struct terminal *terminal, int cols, int rows);

/* Sends a signal to the program. */
void terminal_kill(struct terminal *terminal, int number);

/* The line is cut: the program sees SIGHUP. */
void terminal_hang_up(struct terminal *terminal);

/* Waits for the program to end; its exit status, or 128 + the signal. */
int terminal_wait_exit(struct terminal *terminal);

/* After the end: echo and lines are on, the other screen is left. */
bool terminal_is_restored(struct terminal *terminal);

/* Ends the program where it runs, by SIGKILL, and frees all. */
void terminal_close(struct terminal *terminal);

#endif
