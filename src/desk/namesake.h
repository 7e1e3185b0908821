/*
 * namesake.h - two people of one name are told apart by asking
 */
#ifndef NAMESAKE_H
#define NAMESAKE_H

#include "desk_private.h"
#include "frontdesk/core/cue.h"
#include "frontdesk/desk/find.h"

/* Marks the rows whose name another row bears too. */
void namesakes_mark(struct find *find);

/*
 * Whether another row bears this one's name, and which question tells them
 * apart: the street, the last digits of the telephone, the organisation; none
 * where no answer would help.
 */
bool namesake_tell(struct desk *desk, const struct find_row *row,
		   struct cue_frame *frame, struct error *err);

#endif
