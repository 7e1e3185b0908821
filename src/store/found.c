/*
 * found.c - rows of the one box: twenty in one statement
 */
#include "frontdesk/store/found.h"

#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "wanted.h"
#include "who.h"

/* Open matters of each, a row for each promise of theirs, in the order of the
 * places. CROSS: from the twenty to their open requests, by the index that
 * has those first. */
#define STANDING(key)                                                          \
	WANTED " SELECT w.place, r.request_id, CASE WHEN m.state = 'missed' "  \
	       "OR m.state = 'open' AND m.due_at < $21 THEN 1 ELSE 0 END "     \
	       "FROM wanted w CROSS JOIN request_party p "                     \
	       "CROSS JOIN request r "                                         \
	       "LEFT JOIN promise m ON m.request_id = r.request_id "           \
	       "WHERE p." key " = w.id AND p.is_open = 1 "                     \
	       "AND r.request_id = p.request_id "                              \
	       "AND p.part <> 'interpreter' AND " REQUEST_STANDS

static const char SQL_STANDING[] = STANDING("resident_id");
/* The same of what was merged into them, but what is theirs already. */
static const char SQL_STANDING_MERGED[] = WANTED
    ", theirs AS (SELECT DISTINCT w.place AS place, p.request_id AS request_id "
    "FROM wanted w CROSS JOIN resident y CROSS JOIN request_party p "
    "WHERE y.survivor_id = w.id AND p.resident_id = y.resident_id "
    "AND p.is_open = 1 AND p.part <> 'interpreter' "
    "AND NOT EXISTS (SELECT 1 FROM request_party z "
    "WHERE z.request_id = p.request_id AND z.resident_id = w.id "
    "AND z.part <> 'interpreter')) "
    "SELECT t.place, r.request_id, CASE WHEN m.state = 'missed' "
    "OR m.state = 'open' AND m.due_at < $21 THEN 1 ELSE 0 END "
    "FROM theirs t CROSS JOIN request r "
    "LEFT JOIN promise m ON m.request_id = r.request_id "
    "WHERE r.request_id = t.request_id AND " REQUEST_STANDS;
static const char SQL_STANDING_ORGANISATION[] = STANDING("organisation_id");
static const char SQL_RESIDENTS[] =
    WANTED " SELECT w.place, " NAME_COLUMNS ", "
	   "coalesce((SELECT h.street FROM reach h "
	   "WHERE h.resident_id = w.id "
	   "AND h.kind = 'address' AND h.is_current = 1 "
	   "ORDER BY h.reach_id LIMIT 1), "
	   "(SELECT h.street FROM resident y CROSS JOIN reach h "
	   "WHERE y.survivor_id = w.id AND h.resident_id = y.resident_id "
	   "AND h.kind = 'address' AND h.is_current = 1 "
	   "ORDER BY h.reach_id LIMIT 1)), "
	   "x.language, x.reference "
	   "FROM wanted w JOIN resident x ON x.resident_id = w.id "
	   "LEFT JOIN resident_name n "
	   "ON n.resident_id = w.id AND n.kind = 'in_use'";
static const char SQL_ORGANISATIONS[] =
    WANTED " SELECT w.place, o.name, "
	   "(SELECT h.street FROM reach h WHERE h.organisation_id = w.id "
	   "AND h.kind = 'address' AND h.is_current = 1 "
	   "ORDER BY h.reach_id LIMIT 1) "
	   "FROM wanted w JOIN organisation o ON o.organisation_id = w.id";
static const char SQL_REQUESTS[] = WANTED
    " SELECT w.place, r.reference, tv.name, r.state, " WHO_COLUMNS
    " FROM wanted w JOIN request r ON r.request_id = w.id" TOPIC_OF_REQUEST
	WHO_OF_REQUEST;
static const char SQL_VISITS[] =
    WANTED " SELECT w.place, v.reference, v.arrived_on, " WHO_COLUMNS
	   " FROM wanted w JOIN visit v ON v.visit_id = w.id" WHO_OF_VISIT;

static void read_resident(const struct query *q, struct found *out)
{
	int next = 1 + NAME_COLUMN_COUNT;
	struct str title = STR_INIT, plain = STR_INIT;
	struct person_name name;

	row_name(q, 1, &name);
	person_name_add_sorted(&name, &title);
	person_name_add_plain(&name, &plain);
	out->known_as = name.known_as;
	name.known_as = NULL;
	person_name_release(&name);
	/* Without any part nobody is there: NULL, as everywhere. */
	out->title = title.len > 0 ? str_take(&title) : NULL;
	out->name = str_take(&plain);
	out->detail = row_copy(q, next);
	out->language = row_copy(q, next + 1);
	out->reference = row_copy(q, next + 2);
}

static void read_organisation(const struct query *q, struct found *out)
{
	out->title = row_copy(q, 1);
	out->detail = row_copy(q, 2);
}

/* "R-4K7-2M9X · Ms. Elena Alvarez" */
static char *reference_and_who(const struct query *q, int who)
{
	struct str title = STR_INIT;

	str_addf(&title, "%s · ", row_text(q, 1));
	who_add(q, who, &title);
	return str_take(&title);
}

static void read_request(const struct query *q, struct found *out)
{
	out->reference = row_copy(q, 1);
	out->title = reference_and_who(q, 4);
	out->detail = mem_copy(topic_words(q, 2));
	out->open_count = str_same(row_text(q, 3), "open");
}

static void read_visit(const struct query *q, struct found *out)
{
	out->reference = row_copy(q, 1);
	out->title = reference_and_who(q, 3);
	out->detail = row_copy(q, 2);
}

/* What the four kinds of hit differ in. */
struct kind {
	size_t id_at; /* of the id, in struct search_hit */
	const char *sql;
	const char *standing; /* open matters of each, or NULL */
	const char *standing_merged;
	void (*read)(const struct query *, struct found *);
};

static int64_t id_of(const struct kind *kind, const struct search_hit *hit)
{
	return *(const int64_t *)(const void *)((const char *)hit +
						kind->id_at);
}

static void bind_batch(struct query *q, const struct kind *kind,
		       const struct search_hits *hits, size_t first)
{
	for (size_t i = 0; i < WANTED_MAX; i++)
		query_int(q, (int)i + 1,
			  first + i < hits->count
			      ? id_of(kind, &hits->items[first + i])
			      : 0);
}

/* A request comes as a row for each promise, one after another; whoever has
 * two parts in it has it once. */
static bool read_standing(struct db *db, const struct kind *kind,
			  const char *sql, const struct search_hits *hits,
			  size_t first, struct found *out, struct error *err)
{
	int64_t place = -1, request_id = 0;
	struct query q;

	query_begin(&q, db, sql);
	bind_batch(&q, kind, hits, first);
	query_int(&q, WANTED_MAX + 1, db_now(db));
	while (query_row(&q)) {
		struct found *found = &out[first + (size_t)row_int(&q, 0)];

		if (row_int(&q, 0) != place || row_int(&q, 1) != request_id)
			found->open_count++;
		place = row_int(&q, 0);
		request_id = row_int(&q, 1);
		if (row_int(&q, 2) == 1)
			found->has_missed_promise = true;
	}
	return query_end(&q, err);
}

/* The hits of one kind from first on, a batch of them. */
static bool read_batch(struct db *db, const struct kind *kind,
		       const struct search_hits *hits, size_t first,
		       struct found *out, struct error *err)
{
	struct query q;
	bool has_any = false;

	for (size_t i = first; i < hits->count && i < first + WANTED_MAX; i++)
		has_any = has_any || id_of(kind, &hits->items[i]) != 0;
	if (!has_any)
		return true;
	query_begin(&q, db, kind->sql);
	bind_batch(&q, kind, hits, first);
	while (query_row(&q))
		kind->read(&q, &out[first + (size_t)row_int(&q, 0)]);
	return query_end(&q, err) &&
	       (kind->standing == NULL ||
		read_standing(db, kind, kind->standing, hits, first, out,
			      err)) &&
	       (kind->standing_merged == NULL || !hits->has_merged ||
		read_standing(db, kind, kind->standing_merged, hits, first, out,
			      err));
}

bool found_list(struct db *db, const struct search_hits *hits,
		struct found **out, struct error *err)
{
	static const struct kind kinds[] = {
	    {offsetof(struct search_hit, resident_id), SQL_RESIDENTS,
	     SQL_STANDING, SQL_STANDING_MERGED, read_resident},
	    {offsetof(struct search_hit, organisation_id), SQL_ORGANISATIONS,
	     SQL_STANDING_ORGANISATION, NULL, read_organisation},
	    {offsetof(struct search_hit, request_id), SQL_REQUESTS, NULL, NULL,
	     read_request},
	    {offsetof(struct search_hit, visit_id), SQL_VISITS, NULL, NULL,
	     read_visit},
	};
	bool is_read = true;

	*out = mem_new(hits->count + 1, sizeof(**out));
	for (size_t k = 0; k < MEM_COUNT(kinds); k++)
		for (size_t i = 0; is_read && i < hits->count; i += WANTED_MAX)
			is_read = read_batch(db, &kinds[k], hits, i, *out, err);
	if (is_read)
		return true;
	found_release(*out, hits->count);
	*out = NULL;
	return false;
}

void found_release(struct found *found, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		free(found[i].title);
		free(found[i].name);
		free(found[i].detail);
		free(found[i].reference);
		free(found[i].language);
		free(found[i].known_as);
	}
	free(found);
}
