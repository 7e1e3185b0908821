/*
 * alike_private.h - who may be the same person, within somebody's transaction
 */
#ifndef FRONTDESK_DESK_ALIKE_PRIVATE_H
#define FRONTDESK_DESK_ALIKE_PRIVATE_H

#include "desk_private.h"
#include "frontdesk/desk/alike.h"

/* As desk_list_alike, without a snapshot of its own. */
bool alike_list(struct desk *desk, const struct resident *resident,
		size_t limit, struct alike *out, struct error *err);

/* The words of a name that others are compared by, folded: those of the given
 * names, and those of the surnames without their particles. */
void alike_add_given(const struct person_name *name, struct str *out);
void alike_add_surname(const struct person_name *name, struct str *out);

#endif
