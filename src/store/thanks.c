/*
 * thanks.c - what a colleague is thanked for
 */
#include "frontdesk/store/thanks.h"

#include "frontdesk/base/id.h"

static const char SQL_INSERT[] =
    "INSERT INTO thanks (uuid, site_id, to_staff_id, is_from_visitor,"
    " visit_id, text, at, thanked_on, noted_by)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

static const char SQL_IS_UNREAD[] =
    "SELECT COUNT(*) FROM thanks WHERE thanks_id = $1 AND to_staff_id = $2"
    " AND read_at IS NULL AND taken_back_at IS NULL";

static const char SQL_READ[] =
    "UPDATE thanks SET read_at = $2 WHERE thanks_id = $1";

static const char SQL_TAKE_BACK[] =
    "UPDATE thanks SET taken_back_at = $2 WHERE thanks_id = $1"
    " AND taken_back_at IS NULL AND read_at IS NULL";

#define THANKS_COLUMNS                                                         \
	"t.thanks_id, c.request_id, t.at, t.is_from_visitor,"                  \
	" CASE WHEN t.read_at IS NULL THEN 0 ELSE 1 END, t.text, s.name,"      \
	" v.reference, o.login, t.thanked_on"

#define THANKS_AROUND                                                          \
	" JOIN staff s ON s.staff_id = t.noted_by"                             \
	" JOIN staff o ON o.staff_id = t.to_staff_id"                          \
	" LEFT JOIN visit v ON v.visit_id = t.visit_id"                        \
	" LEFT JOIN contact c ON c.contact_id = (SELECT MIN(k.contact_id)"     \
	" FROM contact k WHERE k.visit_id = t.visit_id)"

static const char SQL_EACH[] =
    "WITH top AS (SELECT h.thanks_id AS thanks_id FROM thanks h"
    " WHERE h.to_staff_id = $1 AND h.taken_back_at IS NULL"
    " ORDER BY h.at DESC, h.thanks_id DESC LIMIT $2)"
    " SELECT " THANKS_COLUMNS " FROM top m"
    " JOIN thanks t ON t.thanks_id = m.thanks_id" THANKS_AROUND
    " ORDER BY CASE WHEN t.read_at IS NULL THEN 0 ELSE 1 END, t.at DESC,"
    " t.thanks_id DESC";

static const char SQL_WHOLE[] =
    "SELECT " THANKS_COLUMNS " FROM thanks t" THANKS_AROUND
    " WHERE t.taken_back_at IS NULL ORDER BY t.thanks_id";

bool thanks_insert(struct db *db, const struct thanks *thanks,
		   int64_t *thanks_id, struct error *err)
{
	struct query q;
	struct id id;

	id_new(db_clock(db), &id);
	query_begin(&q, db, SQL_INSERT);
	query_text(&q, 1, id.text);
	query_int(&q, 2, thanks->site_id);
	query_int(&q, 3, thanks->to_staff_id);
	query_int(&q, 4, thanks->is_from_visitor);
	query_key(&q, 5, thanks->visit_id);
	query_text(&q, 6, thanks->text);
	query_int(&q, 7, thanks->at);
	query_text(&q, 8, thanks->on.text);
	query_int(&q, 9, thanks->noted_by);
	return query_insert(&q, thanks_id, err);
}

bool thanks_read(struct db *db, int64_t thanks_id, int64_t staff_id, int64_t at,
		 bool *is_new, struct error *err)
{
	struct query q;
	int64_t count;

	query_begin(&q, db, SQL_IS_UNREAD);
	query_int(&q, 1, thanks_id);
	query_int(&q, 2, staff_id);
	if (!query_one(&q, &count, err))
		return false;
	*is_new = count > 0;
	if (!*is_new)
		return true;
	query_begin(&q, db, SQL_READ);
	query_int(&q, 1, thanks_id);
	query_int(&q, 2, at);
	return query_run(&q, err);
}

bool thanks_take_back(struct db *db, int64_t thanks_id, int64_t at,
		      struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_TAKE_BACK);
	query_int(&q, 1, thanks_id);
	query_int(&q, 2, at);
	return query_change(&q, err);
}

static struct thanks_row read_row(const struct query *q)
{
	return (struct thanks_row){
	    .thanks_id = row_int(q, 0),
	    .request_id = row_int(q, 1),
	    .at = row_int(q, 2),
	    .is_from_visitor = row_int(q, 3) == 1,
	    .is_read = row_int(q, 4) == 1,
	    .text = row_text(q, 5),
	    .staff = row_text(q, 6),
	    .reference = row_text(q, 7),
	    .to = row_text(q, 8),
	    .on = row_text(q, 9),
	};
}

bool thanks_each(struct db *db, int64_t staff_id, size_t limit,
		 thanks_row_fn *each, void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_EACH);
	query_int(&q, 1, staff_id);
	query_int(&q, 2, (int64_t)limit);
	while (query_row(&q)) {
		const struct thanks_row row = read_row(&q);

		each(&row, state);
	}
	return query_end(&q, err);
}

bool thanks_each_whole(struct db *db, thanks_whole_fn *each, void *state,
		       struct error *err)
{
	bool is_going = true;
	struct query q;

	query_begin(&q, db, SQL_WHOLE);
	while (is_going && query_row(&q)) {
		const struct thanks_row row = read_row(&q);

		is_going = each(&row, state, err);
	}
	return query_end_each(&q, is_going, err);
}
