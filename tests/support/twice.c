/*
 * twice.c - somebody who is in the store twice
 */
#include "twice.h"

#include <string.h>

#include "frontdesk/base/mem.h"

int64_t twice_add_one(struct fixture *fixture, const char *title,
		      const char *given, const char *telephone,
		      const char *note)
{
	struct resident resident = {0};
	struct error err = {0};
	int64_t id;

	resident.name.title = mem_copy(title);
	resident.name.given = mem_copy(given);
	resident.name.surname = mem_copy("Garcia");
	resident.note = mem_copy(note);
	if (telephone != NULL)
		resident_add_reach(&resident, REACH_TELEPHONE, telephone);
	fixture_ok(desk_save_resident(fixture->desk, &resident, &err));
	id = resident.resident_id;
	resident_release(&resident);
	return id;
}

struct twice twice_add(struct fixture *fixture)
{
	return (struct twice){
	    twice_add_one(fixture, NULL, "Maria", "951-555-0106", "Has a dog."),
	    twice_add_one(fixture, "Ms.", "Mary", "951-555-0107", NULL),
	};
}

void twice_merge(struct fixture *fixture, int64_t left, int64_t right)
{
	struct merge_page page;
	struct error err = {0};

	fixture_ok(desk_read_merge(fixture->desk, left, right, &page, &err));
	fixture_ok(desk_merge(fixture->desk, &page, &err));
	merge_page_release(&page);
}

void twice_compare(struct fixture *fixture, int64_t left, int64_t right,
		   struct merge_page *out)
{
	struct error err = {0};

	fixture_ok(desk_read_merge(fixture->desk, left, right, out, &err));
}

struct merge_row *twice_row(const struct merge_page *page, const char *field)
{
	for (size_t i = 0; i < page->count; i++)
		if (strcmp(page->rows[i].field, field) == 0)
			return &page->rows[i];
	fail_msg("no row %s", field);
	return NULL;
}

struct resident_page twice_read(struct fixture *fixture, int64_t id)
{
	struct resident_page page;
	struct error err = {0};

	fixture_ok(desk_read_resident(fixture->desk, id, 20, &page, &err));
	return page;
}

void twice_has_name(struct fixture *fixture, int64_t id, const char *title,
		    const char *given)
{
	struct resident_page page = twice_read(fixture, id);

	assert_int_equal(page.resident.resident_id, id);
	if (title == NULL)
		assert_null(page.resident.name.title);
	else
		assert_string_equal(page.resident.name.title, title);
	assert_string_equal(page.resident.name.given, given);
	resident_page_release(&page);
}
