/*
 * names.c - names that many rows share
 *
 * A join would fetch the same few topics, departments and staff for each row
 * again, a walk down two or three indexes each time.
 */
#include "names.h"

#include <stdlib.h>

#include "frontdesk/base/mem.h"

static const char SQL_TOPIC[] =
    "SELECT tv.name, d.name FROM topic t JOIN topic_version tv "
    "ON tv.topic_version_id = t.topic_version_id "
    "LEFT JOIN department d ON d.department_id = tv.department_id "
    "WHERE t.topic_id = $1";
static const char SQL_TOPIC_VERSION[] =
    "SELECT name FROM topic_version WHERE topic_version_id = $1";
static const char SQL_STAFF[] = "SELECT name FROM staff WHERE staff_id = $1";
static const char SQL_STAFF_DEPARTMENT[] =
    "SELECT d.name FROM staff s "
    "JOIN department d ON d.department_id = s.department_id "
    "WHERE s.staff_id = $1";
static const char SQL_DEPARTMENT[] =
    "SELECT name FROM department WHERE department_id = $1";
static const char SQL_ORGANISATION[] =
    "SELECT name FROM organisation WHERE organisation_id = $1";

static const char *const asked[] = {
    [NAMES_OF_TOPIC] = SQL_TOPIC,
    [NAMES_OF_TOPIC_VERSION] = SQL_TOPIC_VERSION,
    [NAMES_OF_TOPIC_DEPARTMENT] = SQL_TOPIC,
    [NAMES_OF_STAFF] = SQL_STAFF,
    [NAMES_OF_STAFF_DEPARTMENT] = SQL_STAFF_DEPARTMENT,
    [NAMES_OF_DEPARTMENT] = SQL_DEPARTMENT,
    [NAMES_OF_ORGANISATION] = SQL_ORGANISATION,
};

void names_release(struct names *names)
{
	for (size_t i = 0; i < names->size; i++)
		free(names->places[i].text);
	free(names->places);
	*names = (struct names){0};
}

/* The place where it stands, or where it is to stand. */
static struct named *place_of(const struct names *names, enum names_of of,
			      int64_t id)
{
	size_t at =
	    (size_t)((uint64_t)id * 8 + of) * UINT64_C(0x9e3779b97f4a7c15) >>
	    32;

	for (;; at++) {
		struct named *place = &names->places[at % names->size];

		if (place->id == 0 || (place->id == id && place->of == of))
			return place;
	}
}

/* Makes room for two more: a topic comes with its department. */
static void make_room(struct names *names)
{
	const struct names before = *names;

	if ((names->count + 2) * 2 <= names->size)
		return;
	names->size = before.size == 0 ? 64 : before.size * 2;
	names->places = mem_new(names->size, sizeof(*names->places));
	for (size_t i = 0; i < before.size; i++) {
		const struct named *name = &before.places[i];

		if (name->id != 0)
			*place_of(names, name->of, name->id) = *name;
	}
	free(before.places);
}

/* Takes text; the name is not there yet, and there is room for it. */
static void put(struct names *names, struct named name)
{
	*place_of(names, name.of, name.id) = name;
	names->count++;
}

/* A topic is asked together with its department: lists have both. */
static bool read(struct names *names, enum names_of of, int64_t id,
		 struct error *err)
{
	bool is_topic = of == NAMES_OF_TOPIC || of == NAMES_OF_TOPIC_DEPARTMENT;
	char *text = NULL, *beside = NULL;
	struct query q;

	query_begin(&q, names->db, asked[of]);
	query_int(&q, 1, id);
	if (query_row(&q)) {
		text = row_copy(&q, 0);
		beside = is_topic ? row_copy(&q, 1) : NULL;
	}
	if (!query_end(&q, err)) {
		free(text);
		free(beside);
		return false;
	}
	put(names, (struct named){is_topic ? NAMES_OF_TOPIC : of, id, text});
	if (is_topic)
		put(names,
		    (struct named){NAMES_OF_TOPIC_DEPARTMENT, id, beside});
	return true;
}

bool names_get(struct names *names, enum names_of of, int64_t id,
	       const char **out, struct error *err)
{
	*out = NULL;
	if (id == 0)
		return true;
	make_room(names);
	if (place_of(names, of, id)->id == 0 && !read(names, of, id, err))
		return false;
	*out = place_of(names, of, id)->text;
	return true;
}
