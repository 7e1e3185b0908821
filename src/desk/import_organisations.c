/*
 * import_organisations.c - organisations with their people from CSV: new ones,
 * and those whose uuid is given
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/core/resident.h"
#include "frontdesk/store/organisation.h"
#include "frontdesk/store/resident.h"
#include "import_private.h"

static const struct import_column columns[] = {
    {"uuid", false},	{"name", false}, {"telephone", false}, {"email", false},
    {"address", false}, {"note", false}, {"people", false},
};

/* A column that is there counts, blank too. */
static void fill_text(const struct import *import, size_t row,
		      const char *column, char **slot)
{
	if (import_has(import, column))
		mem_replace(slot, import_text(import, row, column));
}

static bool fill(const struct import *import, size_t row,
		 struct organisation *organisation, struct error *err)
{
	/* Its reaches are read as a resident's are. */
	struct resident reached = {.reaches = organisation->reaches,
				   .reach_count = organisation->reach_count};

	import_fill_reaches(import, row, &reached);
	organisation->reaches = reached.reaches;
	organisation->reach_count = reached.reach_count;
	fill_text(import, row, "name", &organisation->name);
	fill_text(import, row, "note", &organisation->note);
	return organisation_check(organisation, err);
}

static bool find_organisation(struct db *db, const char *uuid,
			      struct organisation *out, struct error *err)
{
	int64_t id;

	if (!organisation_find_uuid(db, uuid, &id, err))
		return false;
	if (id == 0)
		return error_set(err, ERROR_NOT_FOUND, "uuid",
				 _("there is no organisation \"%.40s\": leave "
				   "it blank for a new one"),
				 uuid);
	return organisation_get(db, id, out, err);
}

/* "P-4K7-2M9X owner" */
static bool read_person(struct db *db, char *text,
			struct organisation_person *out, struct error *err)
{
	struct reference reference;
	char *part;

	text += strspn(text, " ");
	part = text + strcspn(text, " ");
	if (*part != '\0')
		*part++ = '\0';
	part += strspn(part, " ");
	if (!reference_parse(text, &reference, err) ||
	    !resident_find_reference(db, reference.text, &out->resident_id,
				     err) ||
	    out->resident_id == 0)
		return error_set(err, ERROR_INVALID, "people",
				 _("\"%.40s\" is no resident's reference: "
				   "P-…, then what they are there"),
				 text);
	out->part = mem_copy(part);
	if (organisation_check_part(out->part, err))
		return true;
	snprintf(err->field, sizeof(err->field), "people");
	return false;
}

static bool read_people(const struct import *import, size_t row, struct db *db,
			struct organisation_person **out, size_t *count,
			struct error *err)
{
	char *text = mem_copy(import_text(import, row, "people"));
	char *rest = NULL;
	bool is_read = true;

	for (char *one = text != NULL ? strtok_r(text, IMPORT_PARTS_MARK, &rest)
				      : NULL;
	     one != NULL && is_read;
	     one = strtok_r(NULL, IMPORT_PARTS_MARK, &rest)) {
		if (str_is_blank(one))
			continue;
		*out = mem_resize(*out, *count + 1, sizeof(**out));
		(*out)[*count] = (struct organisation_person){0};
		is_read = read_person(db, one, &(*out)[(*count)++], err);
	}
	free(text);
	return is_read;
}

static bool is_among(const struct organisation_person *people, size_t count,
		     int64_t resident_id)
{
	for (size_t i = 0; i < count; i++)
		if (people[i].resident_id == resident_id)
			return true;
	return false;
}

/* The people become those of the row. */
static bool take_people(const struct import *import, size_t row, struct db *db,
			int64_t organisation_id, struct error *err)
{
	struct organisation_person *wanted = NULL, *stored = NULL;
	size_t wanted_count = 0, stored_count = 0;
	bool is_done;

	if (!import_has(import, "people"))
		return true;
	is_done = read_people(import, row, db, &wanted, &wanted_count, err) &&
		  organisation_list_people(db, organisation_id, &stored,
					   &stored_count, err);
	for (size_t i = 0; is_done && i < stored_count; i++)
		if (!is_among(wanted, wanted_count, stored[i].resident_id))
			is_done = organisation_remove_person(
			    db, organisation_id, stored[i].resident_id, err);
	for (size_t i = 0; is_done && i < wanted_count; i++)
		is_done = organisation_add_person(db, organisation_id,
						  wanted[i].resident_id,
						  wanted[i].part, err);
	organisation_people_release(wanted, wanted_count);
	organisation_people_release(stored, stored_count);
	return is_done;
}

static bool take(struct import *import, struct db *db, size_t row, size_t count,
		 struct error *err)
{
	const char *uuid = import_text(import, row, "uuid");
	struct organisation organisation = {0};
	bool is_done;

	(void)count;
	if (uuid != NULL && !find_organisation(db, uuid, &organisation, err))
		return false;
	is_done =
	    fill(import, row, &organisation, err) &&
	    (uuid != NULL ? organisation_update(db, &organisation, err)
			  : organisation_insert(db, &organisation, err)) &&
	    take_people(import, row, db, organisation.organisation_id, err);
	organisation_release(&organisation);
	if (is_done && uuid != NULL)
		import->report->changed_count++;
	else if (is_done)
		import->report->new_count++;
	return is_done;
}

const struct import_rules import_organisations = {columns, MEM_COUNT(columns),
						  NULL, take, NULL};
