/*
 * export_csv.h - records as the CSV that can be imported again
 */
#ifndef FRONTDESK_DESK_EXPORT_CSV_H
#define FRONTDESK_DESK_EXPORT_CSV_H

#include "frontdesk/base/str.h"
#include "frontdesk/core/resident.h"
#include "frontdesk/store/db.h"
#include "frontdesk/store/organisation.h"

void export_add_resident_header(struct str *out);
void export_add_resident(const struct resident *resident, struct str *out);

void export_add_organisation_header(struct str *out);
void export_add_organisation(const char *uuid,
			     const struct organisation *organisation,
			     const struct organisation_person *people,
			     size_t people_count, struct str *out);

/* All topics with their questions, the header first. */
bool export_add_topics(struct db *db, struct str *out, struct error *err);

#endif
