/*
 * slips.h - ^P: what can be taken home, the likeliest first
 *
 * Where there is one slip alone it is printed at once; where there are several
 * a letter chooses. A slip for the visitor acknowledges a request that nobody
 * had, once the printer has taken it; ^Z takes that back.
 */
#ifndef FRONTDESK_TUI_SCREENS_SLIPS_H
#define FRONTDESK_TUI_SCREENS_SLIPS_H

#include "../app.h"
#include "frontdesk/core/visitor_slip.h"
#include "history.h"

struct slip_wish {
	int64_t request_id;
	int64_t promise_id; /* that one alone; 0: every open one */
	int64_t handoff_id; /* whose receiver's slip is meant; 0: the offer's */
	int64_t visit_id;   /* whose comment card goes along; 0: none */
	bool is_of_handoff; /* what is highlighted is a hand-off */
	bool is_for_receiver; /* the receiver's first */
};

void slips_ask(struct app *app, const struct slip_wish *wish);

/* Of a visit: its requests, and its comment card; what stays open before the
 * card, the card before what is done. */
void slips_ask_visit(struct app *app, int64_t visit_id);
/* The same of voice_visit(). */
void slips_ask_here(struct app *app, struct screen *screen);

/* Of a row of a timeline; request_id where the row is none of a request. */
void slips_ask_row(struct app *app, const struct history_row *row,
		   int64_t request_id);

/* slips_print.c: one of them at once; promise_id 0 is any. And the one for the
 * receiver of a hand-off. */
void slips_print(struct app *app, int64_t request_id, enum slip_kind kind,
		 int64_t promise_id);
void slips_print_receivers(struct app *app, int64_t handoff_id);

#endif
