/*
 * handed.h - what is handed to somebody: the list and its count ask the same
 *
 * $1 is the person, $2 their department. Each begins at FROM, with the
 * hand-off h and its request r.
 */
#ifndef HANDED_H
#define HANDED_H

#include "who.h"

/* Came back, and was neither passed on again, nor taken back, nor resolved. */
#define HANDED_RETURNED                                                        \
	" FROM handoff h JOIN request r ON r.request_id = h.request_id"        \
	" WHERE h.from_staff_id = $1 AND h.state = 'returned'"                 \
	" AND r.state = 'open' AND NOT EXISTS (SELECT 1 FROM handoff l"        \
	" WHERE l.request_id = h.request_id"                                   \
	" AND l.handoff_id > h.handoff_id) AND NOT EXISTS (SELECT 1"           \
	" FROM handoff_event g WHERE g.handoff_id = h.handoff_id"              \
	" AND g.kind = 'taken_back') AND " REQUEST_STANDS

#define HANDED_TO_ME                                                           \
	" FROM handoff h JOIN request r ON r.request_id = h.request_id"        \
	" WHERE h.to_staff_id = $1 AND h.state = 'offered'"                    \
	" AND " REQUEST_STANDS

#define HANDED_TO_DEPARTMENT                                                   \
	" FROM handoff h JOIN request r ON r.request_id = h.request_id"        \
	" WHERE h.to_department_id = $2 AND h.state = 'offered'"               \
	" AND h.to_staff_id IS NULL AND h.from_staff_id <> $1"                 \
	" AND " REQUEST_STANDS

/* Of a department that this person, or theirs, stands in for. */
#define HANDED_TO_DEPUTY                                                       \
	" FROM handoff h JOIN request r ON r.request_id = h.request_id"        \
	" WHERE h.to_department_id IN (SELECT k.department_id"                 \
	" FROM department k WHERE k.deputy_id = $2 OR k.deputy_staff_id = $1)" \
	" AND h.to_department_id <> $2 AND h.state = 'offered'"                \
	" AND h.to_staff_id IS NULL AND h.from_staff_id <> $1"                 \
	" AND " REQUEST_STANDS

/* The supervisor's: offered at this site before that, and not answered. */
#define HANDED_UNACCEPTED(site, before)                                        \
	" FROM handoff h JOIN request r ON r.request_id = h.request_id"        \
	" WHERE h.site_id = " site " AND h.state = 'offered'"                  \
	" AND h.offered_at < " before " AND " REQUEST_STANDS

#endif
