/*
 * namesake.h - two people of one name are told apart by asking
 */
#ifndef NAMESAKE_H
#define NAMESAKE_H

#include "desk_private.h"
#include "frontdesk/desk/find.h"

/* Marks the rows whose name another row bears too. */
void namesakes_mark(struct find *find);

/*
 * Which question tells this row from the others of its name: the street, the
 * last digits of the telephone, the organisation. *out is NULL where no answer
 * would help, and where nobody has this name.
 */
bool namesake_ask(struct desk *desk, const struct find_row *row, char **out,
		  struct error *err);

#endif
