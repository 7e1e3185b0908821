/*
 * demo_people.c - the invented residents and organisations
 */
#include <stdlib.h>
#include <string.h>

#include "demo_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/core/resident.h"
#include "frontdesk/store/organisation.h"
#include "frontdesk/store/resident.h"

static void fill_name(const struct table *table, size_t row,
		      struct person_name *name)
{
#define FILL_PART(member, field, label, max)                                   \
	name->member = mem_copy(table_text(table, row, field));
	NAME_TEXTS(FILL_PART)
#undef FILL_PART
	name->chaplain = table_int(table, row, "chaplain", 0) == 1;
	name->retired = table_int(table, row, "retired", 0) == 1;
}

static void fill_reach(const struct table *table, size_t row,
		       struct resident *resident)
{
	static const char *const columns[] = {
	    [REACH_TELEPHONE] = "telephone",
	    [REACH_EMAIL] = "email",
	    [REACH_ADDRESS] = "address",
	};

	for (size_t i = 0; i < MEM_COUNT(columns); i++) {
		const char *value = table_text(table, row, columns[i]);

		if (value != NULL)
			resident_add_reach(resident, (enum reach_kind)i, value);
	}
}

static bool fill_resident(const struct table *table, size_t row,
			  struct resident *resident, struct error *err)
{
	const char *permission = table_text(table, row, "first_name_ok");
	const char *note = table_text(table, row, "note");

	fill_name(table, row, &resident->name);
	resident->language = mem_copy(table_text(table, row, "language"));
	resident->needs_interpreter =
	    table_int(table, row, "needs_interpreter", 0) == 1;
	resident->as_it_stands = table_int(table, row, "as_it_stands", 0) == 1;
	resident->note = mem_copy(note != NULL ? note : "");
	fill_reach(table, row, resident);
	if (permission == NULL ||
	    !permission_parse(permission, &resident->first_name_ok, err))
		return table_wrong(table, row, err,
				   _("first_name_ok must be yes, no or "
				     "unknown"));
	return resident_check(resident, err) ||
	       table_wrong(table, row, err, "%s", err->text);
}

/* The second of one name is told apart by a 2. */
static char *key_of(struct demo *demo, const struct person_name *name)
{
	struct str key = STR_INIT;

	str_add(&key, name->given);
	if (name->surname_prefix != NULL)
		str_addf(&key, " %s", name->surname_prefix);
	if (name->surname != NULL)
		str_addf(&key, " %s", name->surname);
	if (demo_resident(demo, str_text(&key)) != NULL)
		str_add(&key, " 2");
	return str_take(&key);
}

static bool add_resident(struct db *db, struct demo *demo,
			 const struct table *table, size_t row,
			 struct error *err)
{
	struct resident resident = {0};
	struct demo_resident *kept;
	bool is_added = fill_resident(table, row, &resident, err) &&
			desk_insert_resident(db, &resident, err);

	if (is_added) {
		char *key = key_of(demo, &resident.name);

		kept = &demo->residents[demo->resident_count++];
		kept->resident_id = resident.resident_id;
		kept->key = key;
	}
	resident_release(&resident);
	return is_added;
}

/* "Adam Kowalski (owner); Goran Petrović (foreman)" */
static bool add_people(struct db *db, struct demo *demo,
		       const struct table *table, size_t row,
		       struct demo_organisation *organisation,
		       struct error *err)
{
	char *people = mem_copy(table_text(table, row, "people"));
	char *rest = people;
	bool is_added = true;

	while (rest != NULL && is_added) {
		char *name = strsep(&rest, ";"), *part;
		struct demo_resident *resident;

		name += strspn(name, " ");
		part = strstr(name, " (");
		if (part == NULL) {
			is_added = table_wrong(table, row, err,
					       _("a person's part is missing"));
			break;
		}
		*part = '\0';
		part += 2;
		part[strcspn(part, ")")] = '\0';
		resident = demo_resident(demo, name);
		if (resident == NULL) {
			is_added = table_wrong(table, row, err,
					       _("there is no such resident"));
			break;
		}
		if (organisation->resident_id == 0)
			organisation->resident_id = resident->resident_id;
		is_added =
		    organisation_add_person(db, organisation->organisation_id,
					    resident->resident_id, part, err);
	}
	free(people);
	return is_added;
}

static void fill_organisation(const struct table *table, size_t row,
			      struct organisation *organisation)
{
	const char *note = table_text(table, row, "note");
	struct resident reaches = {0};

	organisation->name = mem_copy(table_text(table, row, "name"));
	organisation->note = mem_copy(note != NULL ? note : "");
	fill_reach(table, row, &reaches);
	organisation->reaches = reaches.reaches;
	organisation->reach_count = reaches.reach_count;
}

static bool add_organisation(struct db *db, struct demo *demo,
			     const struct table *table, size_t row,
			     struct error *err)
{
	struct organisation organisation = {0};
	struct demo_organisation *kept;
	bool is_added;

	fill_organisation(table, row, &organisation);
	is_added = organisation_check(&organisation, err) &&
		   organisation_insert(db, &organisation, err);
	if (is_added) {
		kept = &demo->organisations[demo->organisation_count++];
		kept->organisation_id = organisation.organisation_id;
		kept->name = mem_copy(organisation.name);
		is_added = add_people(db, demo, table, row, kept, err);
	}
	organisation_release(&organisation);
	return is_added;
}

typedef bool add_row_fn(struct db *db, struct demo *demo,
			const struct table *table, size_t row,
			struct error *err);

static bool add_rows(struct db *db, struct demo *demo,
		     const struct table *table, add_row_fn *add,
		     struct error *err)
{
	for (size_t i = 0; i < table->count; i++) {
		if (!add(db, demo, table, i, err))
			return false;
	}
	return true;
}

bool demo_add_people(struct db *db, void *state, struct error *err)
{
	struct demo *demo = state;
	struct table residents = {0}, organisations = {0};
	bool is_added =
	    table_load(demo->data_dir, "demo/residents.tsv", &residents, err) &&
	    table_load(demo->data_dir, "demo/organisations.tsv", &organisations,
		       err);

	if (is_added) {
		demo->resident_count = demo->organisation_count = 0;
		demo->residents =
		    mem_new(residents.count, sizeof(*demo->residents));
		demo->organisations =
		    mem_new(organisations.count, sizeof(*demo->organisations));
		is_added =
		    add_rows(db, demo, &residents, add_resident, err) &&
		    add_rows(db, demo, &organisations, add_organisation, err);
	}
	table_release(&residents);
	table_release(&organisations);
	return is_added;
}
