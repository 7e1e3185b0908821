/*
 * board.h - the live board: who waits, who is where, what is due
 *
 * For a supervisor. It ranks nobody and times no clerk: a length is what a
 * visitor has waited, in line, since the call, or on hold.
 */
#ifndef FRONTDESK_DESK_BOARD_H
#define FRONTDESK_DESK_BOARD_H

#include "frontdesk/desk/line.h"
#include "frontdesk/desk/notice.h"

/* A window at which somebody sits, or a visit that somebody has. */
struct board_row {
	int64_t visit_id; /* 0: nobody is at this window */
	char *window;	  /* "Window 2", or NULL */
	char *staff;	  /* "A. Ruiz", or NULL */
	char *who;	  /* "Mr. Kowalski", "unnamed"; NULL: nobody */
	char *topic;	  /* or NULL */
	char *reason;	  /* of a hold, or NULL */
	enum visit_state state;
	int64_t since_at;
};
struct board_rows {
	struct board_row *items;
	size_t count;
};

struct board_due {
	int64_t promise_id, request_id, due_at;
	char *what, *topic, *reference, *owner, *who;
	bool is_late; /* its hour is over, today */
};

struct board {
	struct line line;	   /* waiting and called, as on the desk */
	struct board_rows windows; /* called and served, by window */
	struct board_rows holds;
	struct board_rows asides; /* put aside: staff has it */
	struct notice_list notices;
	struct board_due *due; /* within the hour, or late since this morning */
	size_t due_count;
	bool has_more_due;
};
void board_release(struct board *board);

/* All of one moment; ERROR_DENIED for others than supervisors. */
bool desk_read_board(struct desk *desk, struct board *out, struct error *err);

#endif
