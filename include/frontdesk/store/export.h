/*
 * export.h - whole tables and whole records out, row by row
 *
 * For one db_snapshot, so that all rows are of one moment.
 */
#ifndef FRONTDESK_STORE_EXPORT_H
#define FRONTDESK_STORE_EXPORT_H

#include "frontdesk/base/json.h"
#include "frontdesk/core/resident.h"
#include "frontdesk/store/db.h"
#include "frontdesk/store/organisation.h"

/* A row of any table, keys in the order of its columns, the table first. */
typedef bool export_row_fn(const struct json *row, void *state,
			   struct error *err);

/* Every record that people made, but for PINs, sessions, drafts, what is only
 * there to search by, and the audit. */
bool export_tables(struct db *db, export_row_fn *each, void *state,
		   struct error *err);

/* Residents with their current reaches, by id; merged ones left out. */
typedef bool export_resident_fn(const struct resident *resident, void *state,
				struct error *err);
bool export_residents(struct db *db, export_resident_fn *each, void *state,
		      struct error *err);

/* Organisations with their current reaches and their people, by id. */
typedef bool export_organisation_fn(const char *uuid,
				    const struct organisation *organisation,
				    const struct organisation_person *people,
				    size_t people_count, void *state,
				    struct error *err);
bool export_organisations(struct db *db, export_organisation_fn *each,
			  void *state, struct error *err);

#endif
