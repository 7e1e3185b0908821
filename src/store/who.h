/*
 * who.h - whose request it is, asked and read the same way everywhere
 */
#ifndef WHO_H
#define WHO_H

#include "cluster.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/resident.h"

/* n is the resident's name in use, o an organisation. */
#define WHO_COLUMNS NAME_COLUMNS ", n.resident_id, o.name"
#define WHO_COUNT (NAME_COLUMN_COUNT + 2)

/*
 * Of the request r: the resident themselves before whoever speaks for them or
 * came along, never the interpreter.
 */
#define WHO_OF_REQUEST                                                         \
	" LEFT JOIN resident_name n ON n.kind = 'in_use' AND n.resident_id ="  \
	" (SELECT coalesce(y.survivor_id, y.resident_id) FROM request_party x" \
	" JOIN resident y ON y.resident_id = x.resident_id"                    \
	" WHERE x.request_id = r.request_id AND x.part <> 'interpreter'"       \
	" ORDER BY CASE x.part WHEN 'themselves' THEN 0"                       \
	" WHEN 'for_organisation' THEN 1 WHEN 'speaks_for' THEN 2 ELSE 3 END," \
	" x.resident_id LIMIT 1)"                                              \
	" LEFT JOIN organisation o ON o.organisation_id ="                     \
	" (SELECT x.organisation_id FROM request_party x"                      \
	" WHERE x.request_id = r.request_id AND x.organisation_id IS NOT NULL" \
	" ORDER BY x.organisation_id LIMIT 1)"

/* The same of the visit v, by who is present. */
#define WHO_OF_VISIT                                                           \
	" LEFT JOIN resident_name n ON n.kind = 'in_use' AND n.resident_id ="  \
	" (SELECT coalesce(y.survivor_id, y.resident_id) FROM visit_person x"  \
	" JOIN resident y ON y.resident_id = x.resident_id"                    \
	" WHERE x.visit_id = v.visit_id AND x.part <> 'interpreter'"           \
	" ORDER BY CASE x.part WHEN 'themselves' THEN 0"                       \
	" WHEN 'for_organisation' THEN 1 WHEN 'speaks_for' THEN 2 ELSE 3 END," \
	" x.visit_person_id LIMIT 1)"                                          \
	" LEFT JOIN organisation o ON o.organisation_id ="                     \
	" (SELECT x.organisation_id FROM visit_person x"                       \
	" WHERE x.visit_id = v.visit_id AND x.organisation_id IS NOT NULL"     \
	" ORDER BY x.visit_person_id LIMIT 1)"

/* The topic's name as it stood when the request was made: tv.name. */
#define TOPIC_OF_REQUEST                                                       \
	" LEFT JOIN topic tt ON tt.topic_id = r.topic_id"                      \
	" LEFT JOIN topic_version tv ON tv.topic_version_id ="                 \
	" coalesce(r.topic_version_id, tt.topic_version_id)"

/* What the visit v is about first: its first contact, its request and topic,
 * or the topic of its label. */
#define FIRST_CONTACT                                                          \
	" LEFT JOIN contact c ON c.contact_id = (SELECT k.contact_id"          \
	" FROM contact k WHERE k.visit_id = v.visit_id"                        \
	" ORDER BY k.contact_id LIMIT 1)"                                      \
	" LEFT JOIN request r ON r.request_id = c.request_id"                  \
	" LEFT JOIN topic tt ON tt.topic_id = coalesce(r.topic_id, "           \
	"v.topic_id)"                                                          \
	" LEFT JOIN topic_version tv ON tv.topic_version_id ="                 \
	" coalesce(r.topic_version_id, tt.topic_version_id)"

/* A request whose every visit was voided is in no list. */
#define REQUEST_STANDS "r.is_gone = 0"

/* Of a promise p: it was made in a visit about its request that was voided
 * since. */
#define PROMISE_IS_VOIDED                                                      \
	"EXISTS (SELECT 1 FROM contact pc CROSS JOIN visit pv"                 \
	" WHERE pc.request_id = p.request_id AND pv.visit_id = pc.visit_id"    \
	" AND pv.voided_at IS NOT NULL AND p.made_at >= pv.begun_at"           \
	" AND p.made_at <= COALESCE(pv.ended_at, pv.voided_at))"

/*
 * The same, of one request, read by itself: cheaper than the joins above where
 * there are many rows of few people. Both ids are 0 where there is none, and
 * resident_id is of the party, not yet of who survived a merge. part is the
 * first by name of the parts that of has in it, "" where it has none; of NULL
 * is nobody.
 */
struct request_who {
	int64_t resident_id, organisation_id;
	char part[32];
};
bool who_of_request(struct db *db, int64_t request_id, const struct cluster *of,
		    struct request_who *out, struct error *err);

/* With the name in use, also after a merge; the caller releases it. */
bool who_named_of_request(struct db *db, int64_t request_id,
			  struct request_who *out, struct person_name *name,
			  struct error *err);

/* Adds "Ms. Elena Alvarez", "Mr. Kowalski · Kowalski Builders", or
 * "unnamed". Columns as WHO_COLUMNS from first on. */
void who_add(const struct query *query, int first, struct str *out);

/* The resident's id, 0 where there is none; the organisation's name. */
int64_t who_resident(const struct query *query, int first);
const char *who_organisation(const struct query *query, int first);

/* The topic's name, or what stands where none is known yet; borrowed. */
const char *topic_words(const struct query *query, int column);
const char *topic_none(void);

#endif
