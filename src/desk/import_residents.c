/*
 * import_residents.c - residents from CSV: new ones, and those whose
 * reference is given
 */
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/resident.h"
#include "import_private.h"

#define NAME_COLUMN(member, field, label, max) {field, false},
static const struct import_column columns[] = {
    {"reference", false},	  NAME_TEXTS(NAME_COLUMN){"chaplain", false},
    {"retired", false},		  {"language", false},
    {"needs_interpreter", false}, {"first_name_ok", false},
    {"as_it_stands", false},	  {"refused_titles", false},
    {"telephone", false},	  {"email", false},
    {"address", false},		  {"note", false},
};

/* A column that is there counts, blank too; one that is not leaves what the
 * record has. */
static void fill_text(const struct import *import, size_t row,
		      const char *column, char **slot)
{
	if (import_has(import, column))
		mem_replace(slot, import_text(import, row, column));
}

static bool fill_name(const struct import *import, size_t row,
		      struct person_name *name, struct error *err)
{
#define NAME_FILL(member, field, label, max)                                   \
	fill_text(import, row, field, &name->member);
	NAME_TEXTS(NAME_FILL)
#undef NAME_FILL
	if (import_has(import, "chaplain"))
		name->chaplain = false;
	if (import_has(import, "retired"))
		name->retired = false;
	return import_yes(import, row, "chaplain", &name->chaplain, err) &&
	       import_yes(import, row, "retired", &name->retired, err);
}

static void drop_reaches(struct resident *resident, enum reach_kind kind)
{
	size_t kept = 0;

	for (size_t i = 0; i < resident->reach_count; i++) {
		if (resident->reaches[i].kind == kind)
			free(resident->reaches[i].value);
		else
			resident->reaches[kept++] = resident->reaches[i];
	}
	resident->reach_count = kept;
}

/* Several stand in one field with | between them. What stays as it was keeps
 * its place in the store. */
static void fill_reaches(const struct import *import, size_t row,
			 enum reach_kind kind, struct resident *resident)
{
	const char *column = reach_kind_name(kind);
	char *text, *rest = NULL;

	if (!import_has(import, column))
		return;
	drop_reaches(resident, kind);
	text = mem_copy(import_text(import, row, column));
	for (char *part =
		 text != NULL ? strtok_r(text, IMPORT_PARTS_MARK, &rest) : NULL;
	     part != NULL; part = strtok_r(NULL, IMPORT_PARTS_MARK, &rest)) {
		size_t len;

		part += strspn(part, " ");
		len = strlen(part);
		while (len > 0 && part[len - 1] == ' ')
			part[--len] = '\0';
		if (len > 0)
			resident_add_reach(resident, kind, part);
	}
	free(text);
}

void import_fill_reaches(const struct import *import, size_t row,
			 struct resident *resident)
{
	fill_reaches(import, row, REACH_TELEPHONE, resident);
	fill_reaches(import, row, REACH_EMAIL, resident);
	fill_reaches(import, row, REACH_ADDRESS, resident);
}

static bool fill(const struct import *import, size_t row,
		 struct resident *resident, struct error *err)
{
	const char *first_name = import_text(import, row, "first_name_ok");

	if (!fill_name(import, row, &resident->name, err))
		return false;
	fill_text(import, row, "language", &resident->language);
	fill_text(import, row, "note", &resident->note);
	/* Blank says nothing: what was refused is not allowed by silence. */
	title_list_parse(import_text(import, row, "refused_titles"),
			 &resident->refused_titles);
	import_fill_reaches(import, row, resident);
	if (import_has(import, "needs_interpreter"))
		resident->needs_interpreter = false;
	if (import_has(import, "as_it_stands"))
		resident->as_it_stands = false;
	/* Blank says nothing: a permission is never taken back by silence. */
	return (first_name == NULL ||
		permission_parse(first_name, &resident->first_name_ok, err)) &&
	       import_yes(import, row, "needs_interpreter",
			  &resident->needs_interpreter, err) &&
	       import_yes(import, row, "as_it_stands", &resident->as_it_stands,
			  err) &&
	       resident_check(resident, err);
}

static bool find_resident(struct db *db, const char *text, struct resident *out,
			  struct error *err)
{
	struct reference reference;
	int64_t id;

	if (!reference_parse(text, &reference, err))
		return error_set(err, ERROR_INVALID, "reference",
				 _("\"%.40s\" is no reference, or was misread: "
				   "leave it blank for somebody new"),
				 text);
	if (!resident_find_reference(db, reference.text, &id, err))
		return false;
	if (id == 0)
		return error_set(err, ERROR_NOT_FOUND, "reference",
				 _("there is no resident %s"), reference.text);
	return resident_get(db, id, out, err);
}

/* What they refuse is not taken from a file: the record's title stays. */
static void keep_title(struct import *import, size_t row, const char *before,
		       struct resident *resident)
{
	char *refused = resident_drop_refused(resident);

	if (refused == NULL)
		return;
	resident->name.title = mem_copy(before);
	free(resident_drop_refused(resident));
	import_remark(import, row, "title",
		      resident->name.title != NULL
			  ? _("they asked not to be called %s: kept as %s")
			  : _("they asked not to be called %s: kept without "
			      "it%.0s"),
		      refused,
		      resident->name.title != NULL ? resident->name.title : "");
	free(refused);
}

static bool take(struct import *import, struct db *db, size_t row, size_t count,
		 struct error *err)
{
	const char *reference = import_text(import, row, "reference");
	struct resident resident = {0};
	bool is_done;
	char *title;

	(void)count;
	if (reference != NULL && !find_resident(db, reference, &resident, err))
		return false;
	title = mem_copy(resident.name.title);
	is_done = fill(import, row, &resident, err);
	if (is_done)
		keep_title(import, row, title, &resident);
	if (is_done && reference != NULL)
		is_done = resident_update(db, &resident, err);
	else if (is_done)
		is_done = import_list_alike(import, row, &resident, err) &&
			  desk_insert_resident(db, &resident, err);
	if (is_done && reference == NULL)
		import_note_made(import, row, &resident);
	free(title);
	resident_release(&resident);
	if (is_done && reference != NULL)
		import->report->changed_count++;
	else if (is_done)
		import->report->new_count++;
	return is_done;
}

const struct import_rules import_residents = {columns, MEM_COUNT(columns), NULL,
					      take, NULL};
