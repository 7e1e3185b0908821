/*
 * present.c - what is known beforehand of those who are present
 */
#include "frontdesk/store/present.h"

#include <stdlib.h>

#include "cluster.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/resident.h"

/*
 * By the index of those who speak. Of the visit's people, the first for
 * themselves is whom they spoke for. Before who and when were kept, the
 * visit's own say it.
 */
#define SPOKE_FACTS                                                            \
	" a.visit_id AS visit_id, a.part_note AS what,"                        \
	" coalesce(a.noted_at, v.arrived_at) AS noted_at,"                     \
	" coalesce(a.noted_by, v.staff_id) AS noted_by,"                       \
	" (SELECT coalesce(y.survivor_id, y.resident_id) FROM visit_person b"  \
	"  JOIN resident y ON y.resident_id = b.resident_id"                   \
	"  WHERE b.visit_id = a.visit_id AND b.part = 'themselves'"            \
	"  ORDER BY b.visit_person_id LIMIT 1) AS whose_id"
#define SPOKE_WHERE                                                            \
	" CROSS JOIN visit v WHERE v.visit_id = a.visit_id"                    \
	" AND a.part = 'speaks_for' AND a.visit_id <> $7"                      \
	" AND a.part_note <> '' AND v.voided_at IS NULL"

/* Of them, and of what was merged into them. */
static const char SQL_SPOKE[] =
    "WITH spoke AS (SELECT a.resident_id AS who_id," SPOKE_FACTS
    " FROM visit_person a" SPOKE_WHERE
    " AND a.resident_id IN ($1, $2, $3, $4, $5, $6)"
    " UNION ALL SELECT m.survivor_id," SPOKE_FACTS
    " FROM resident m CROSS JOIN visit_person a" SPOKE_WHERE
    " AND m.survivor_id IN ($1, $2, $3, $4, $5, $6)"
    " AND a.resident_id = m.resident_id)"
    " SELECT p.who_id, p.what, p.noted_at, s.name, " NAME_COLUMNS
    " FROM spoke p JOIN resident_name n ON n.kind = 'in_use'"
    " AND n.resident_id = p.whose_id"
    " LEFT JOIN staff s ON s.staff_id = p.noted_by"
    " WHERE CAST($8 AS BIGINT) = 0 OR p.whose_id = $8"
    " ORDER BY p.visit_id DESC LIMIT 1";

static const char SQL_SPEAKERS[] =
    "SELECT s.formal_name, l.language, s.in_until_minute, z.session_id,"
    " w.label FROM staff s"
    " JOIN staff_language l ON l.staff_id = s.staff_id"
    " LEFT JOIN session z ON z.session_id ="
    "  (SELECT MAX(y.session_id) FROM session y"
    "   WHERE y.staff_id = s.staff_id AND y.ended_at IS NULL"
    "   AND y.began_at >= $2)"
    " LEFT JOIN counter_window w"
    " ON w.counter_window_id = z.counter_window_id"
    " WHERE s.is_active = 1 AND s.staff_id <> $1"
    " AND (z.session_id IS NOT NULL OR s.staff_id NOT IN"
    "  (SELECT a.staff_id FROM absence a WHERE a.withdrawn_at IS NULL"
    "   AND a.to_on >= $3 AND a.from_on <= $3))"
    " ORDER BY CASE WHEN z.session_id IS NULL THEN 1 ELSE 0 END,"
    " s.name, s.staff_id, l.language";

/* A telephone before an e-mail before an address, the latest of its kind. */
static const char SQL_REACH[] =
    "SELECT r.contact_text, p.part, " NAME_COLUMNS ","
    " (SELECT z.value FROM reach z WHERE z.is_current = 1"
    "  AND (z.resident_id IN " CLUSTER_OF_N
    "   OR z.organisation_id = p.organisation_id)"
    "  ORDER BY CASE z.kind WHEN 'telephone' THEN 0 WHEN 'email' THEN 1"
    "  ELSE 2 END, z.reach_id DESC LIMIT 1)"
    " FROM request r LEFT JOIN request_party p"
    " ON p.request_id = r.request_id"
    " AND p.part IN ('themselves', 'for_organisation', 'speaks_for')"
    " LEFT JOIN resident y ON y.resident_id = p.resident_id"
    " LEFT JOIN resident_name n ON n.kind = 'in_use'"
    " AND n.resident_id = coalesce(y.survivor_id, y.resident_id)"
    " WHERE r.request_id = $1"
    " ORDER BY CASE p.part WHEN 'themselves' THEN 0"
    " WHEN 'for_organisation' THEN 1 ELSE 2 END,"
    " p.resident_id ASC NULLS LAST";

void spoke_release(struct spoke *spoke)
{
	free(spoke->whose);
	free(spoke->what);
	free(spoke->staff);
	*spoke = (struct spoke){0};
}

bool spoke_get_latest(struct db *db, const int64_t resident_ids[SPOKE_PEOPLE],
		      int64_t whose_id, int64_t visit_id, struct spoke *out,
		      struct error *err)
{
	struct query q;

	*out = (struct spoke){0};
	query_begin(&q, db, SQL_SPOKE);
	for (int i = 0; i < SPOKE_PEOPLE; i++)
		query_int(&q, i + 1, resident_ids[i]);
	query_int(&q, 7, visit_id);
	query_int(&q, 8, whose_id);
	if (query_row(&q)) {
		out->resident_id = row_int(&q, 0);
		out->what = row_copy(&q, 1);
		out->at = row_int(&q, 2);
		out->staff = row_copy(&q, 3);
		out->whose = row_name_full(&q, 4);
	}
	if (query_end(&q, err))
		return true;
	spoke_release(out);
	return false;
}

bool speaker_each(struct db *db, int64_t but_staff_id, int64_t since_at,
		  struct day today, speaker_fn *each, void *state,
		  struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_SPEAKERS);
	query_int(&q, 1, but_staff_id);
	query_int(&q, 2, since_at);
	query_text(&q, 3, today.text);
	while (query_row(&q)) {
		const struct speaker speaker = {
		    .name = row_text(&q, 0),
		    .language = row_text(&q, 1),
		    .is_at_desk = !row_is_null(&q, 3),
		    .window = row_text(&q, 4),
		    .in_until_minute =
			row_is_null(&q, 2) ? -1 : (int)row_int(&q, 2),
		};

		each(&speaker, state);
	}
	return query_end(&q, err);
}

/* Of whoever asked the way alone; who speaks is named with theirs. */
static void add_reach(const struct query *q, struct str *out)
{
	const char *part = row_text(q, 1);
	const char *value = row_text(q, 2 + NAME_COLUMN_COUNT);
	char *name;

	if (str_is_blank(value))
		return;
	if (out->len > 0)
		str_add(out, " · ");
	if (str_same(part, "speaks_for")) {
		name = row_name_full(q, 2);
		str_addf(out, "%s ", name != NULL ? name : "");
		free(name);
	}
	str_add(out, value);
}

bool request_get_reach(struct db *db, int64_t request_id, char **out,
		       struct error *err)
{
	struct str text = STR_INIT;
	struct query q;
	bool is_first = true, is_read;

	*out = NULL;
	query_begin(&q, db, SQL_REACH);
	query_int(&q, 1, request_id);
	while (query_row(&q)) {
		if (is_first)
			str_add(&text, row_text(&q, 0));
		is_first = false;
		add_reach(&q, &text);
	}
	is_read = query_end(&q, err);
	if (is_read && text.len > 0)
		*out = str_take(&text);
	str_release(&text);
	return is_read;
}
