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

static void grow(struct names *names)
{
	struct names larger = {.db = names->db, .count = names->count};

	larger.size = names->size == 0 ? 64 : names->size * 2;
	larger.places = mem_new(larger.size, sizeof(*larger.places));
	for (size_t i = 0; i < names->size; i++)
		if (names->places[i].id != 0)
			*place_of(&larger, names->places[i].of,
				  names->places[i].id) = names->places[i];
	free(names->places);
	*names = larger;
}

static void put(struct names *names, enum names_of of, int64_t id, char *text)
{
	struct named *place;

	if (names->count * 2 >= names->size)
		grow(names);
	place = place_of(names, of, id);
	names->count += place->id == 0;
	free(place->text);
	*place = (struct named){of, id, text};
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
	put(names, is_topic ? NAMES_OF_TOPIC : of, id, text);
	if (is_topic)
		put(names, NAMES_OF_TOPIC_DEPARTMENT, id, beside);
	return query_end(&q, err);
}

bool names_get(struct names *names, enum names_of of, int64_t id,
	       const char **out, struct error *err)
{
	*out = NULL;
	if (id == 0)
		return true;
	if ((names->size == 0 || place_of(names, of, id)->id == 0) &&
	    !read(names, of, id, err))
		return false;
	*out = place_of(names, of, id)->text;
	return true;
}
