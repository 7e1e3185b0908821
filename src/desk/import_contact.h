/*
 * import_contact.h - what a row of visits says about a request
 */
#ifndef FRONTDESK_DESK_IMPORT_CONTACT_H
#define FRONTDESK_DESK_IMPORT_CONTACT_H

#include "frontdesk/core/visit.h"
#include "import_private.h"

/* Adds the row's contact to visit, who was served or left by its state. */
bool import_contact(struct import *import, struct db *db, size_t row,
		    struct visit *visit, struct error *err);

#endif
