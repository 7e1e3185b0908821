/*
 * unanswered_of.h - what is somebody's to answer: the list and its count ask
 * the same
 *
 * $1 is the person, $2 their department, and the third is 1 for who sees what
 * is nobody's. Each begins at FROM.
 */
#ifndef UNANSWERED_OF_H
#define UNANSWERED_OF_H

#define UNANSWERED_IS_OPEN " AND answered_at IS NULL AND taken_back_at IS NULL"

#define UNANSWERED_OPEN " AND u.answered_at IS NULL AND u.taken_back_at IS NULL"

#define UNANSWERED_MINE                                                        \
	" FROM unanswered u WHERE u.owner_staff_id = $1" UNANSWERED_OPEN

#define UNANSWERED_OF_DEPARTMENT                                               \
	" FROM unanswered u WHERE u.owner_department_id = $2"                  \
	" AND (u.owner_staff_id IS NULL OR u.owner_staff_id <> "               \
	"$1)" UNANSWERED_OPEN

#define UNANSWERED_OF_NOBODY(sees)                                             \
	" FROM unanswered u WHERE u.owner_department_id IS NULL"               \
	" AND u.owner_staff_id IS NULL AND " sees " = 1" UNANSWERED_OPEN

#endif
