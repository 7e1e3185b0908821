/*
 * request.c - requests: adding, changing, settling
 */
#include "frontdesk/store/request.h"

#include <string.h>

#include "frontdesk/base/id.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"

static const char SQL_INSERT[] =
    "INSERT INTO request (uuid, reference, topic_id, topic_version_id, place,"
    " place_key, state, result, owner_staff_id, owner_department_id, channel,"
    " site_id, received_at, received_on, first_visit_id, contact_text,"
    " first_acknowledged_at, first_acknowledged_on, resolved_at, resolved_on)"
    " VALUES ($1, $2, CAST($3 AS INTEGER), (SELECT t.topic_version_id"
    " FROM topic t WHERE t.topic_id = CAST($3 AS INTEGER)), $4, $5, $6, $7,"
    " $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)"
    " ON CONFLICT (reference) DO NOTHING";

/* The version stays that of the day the topic was chosen. */
static const char SQL_UPDATE[] =
    "UPDATE request SET topic_id = CAST($2 AS INTEGER),"
    " topic_version_id = CASE WHEN topic_id = CAST($2 AS INTEGER)"
    " THEN topic_version_id ELSE (SELECT t.topic_version_id FROM topic t"
    " WHERE t.topic_id = CAST($2 AS INTEGER)) END,"
    " place = COALESCE(CAST($3 AS TEXT), place),"
    " place_key = COALESCE(CAST($4 AS TEXT), place_key), contact_text = $5,"
    " edition = edition + 1"
    " WHERE request_id = $1 AND (COALESCE(topic_id, 0) <>"
    " COALESCE(CAST($2 AS INTEGER), 0)"
    " OR place <> COALESCE(CAST($3 AS TEXT), place) OR contact_text <> $5)";

static const char SQL_NUMBER_LIST[] =
    "SELECT request_number_id, kind, value FROM request_number"
    " WHERE request_id = $1";

static const char SQL_NUMBER_INSERT[] =
    "INSERT INTO request_number (request_id, kind, value, search_key)"
    " VALUES ($1, $2, $3, $4)";

static const char SQL_NUMBER_DELETE[] =
    "DELETE FROM request_number WHERE request_number_id = $1";

static const char SQL_SETTLE[] =
    "UPDATE request SET state = $2, result = $3, resolved_at = $4,"
    " resolved_on = $5,"
    " first_acknowledged_at = COALESCE(first_acknowledged_at,"
    "  CAST($6 AS INTEGER)),"
    " first_acknowledged_on = COALESCE(first_acknowledged_on,"
    "  CAST($7 AS TEXT)), edition = edition + 1 WHERE request_id = $1";

static const char *text_or_empty(const char *text)
{
	return text != NULL ? text : "";
}

static void bind_day(struct query *q, int parameter, struct day day)
{
	query_text(q, parameter, day.text[0] != '\0' ? day.text : NULL);
}

static void bind_result(struct query *q, int parameter, enum result result)
{
	query_text(q, parameter,
		   result != RESULT_NONE ? result_name(result) : NULL);
}

bool request_insert(struct db *db, struct request_row *row, bool *is_taken,
		    struct error *err)
{
	struct str key = STR_INIT;
	struct query q;
	struct id id;

	id_new(db_clock(db), &id);
	text_fold(text_or_empty(row->place), &key);
	query_begin(&q, db, SQL_INSERT);
	query_text(&q, 1, id.text);
	query_text(&q, 2, row->reference);
	query_key(&q, 3, row->topic_id);
	query_text(&q, 4, text_or_empty(row->place));
	query_text(&q, 5, str_text(&key));
	query_text(&q, 6, request_state_name(row->state));
	bind_result(&q, 7, row->result);
	query_key(&q, 8, row->owner_staff_id);
	query_key(&q, 9, row->owner_department_id);
	query_text(&q, 10, channel_name(row->channel));
	query_int(&q, 11, row->site_id);
	query_int(&q, 12, row->received_at);
	query_text(&q, 13, row->received_on.text);
	query_key(&q, 14, row->first_visit_id);
	query_text(&q, 15, text_or_empty(row->contact_text));
	query_key(&q, 16, row->first_acknowledged_at);
	bind_day(&q, 17, row->first_acknowledged_on);
	query_key(&q, 18, row->resolved_at);
	bind_day(&q, 19, row->resolved_on);
	str_release(&key);
	if (!query_insert(&q, &row->request_id, err))
		return false;
	*is_taken = row->request_id == 0;
	return true;
}

bool request_update(struct db *db, const struct contact *contact,
		    bool has_place, struct error *err)
{
	struct str key = STR_INIT;
	struct query q;
	bool is_done;

	text_fold(text_or_empty(contact->place), &key);
	query_begin(&q, db, SQL_UPDATE);
	query_int(&q, 1, contact->request_id);
	query_key(&q, 2, contact->topic_id);
	query_text(&q, 3, has_place ? text_or_empty(contact->place) : NULL);
	query_text(&q, 4, has_place ? str_text(&key) : NULL);
	query_text(&q, 5, text_or_empty(contact->contact_text));
	is_done = query_run(&q, err);
	str_release(&key);
	return is_done;
}

/* "BLD-26-0412" is found as bld260412: folded, without blanks. */
static bool number_insert(struct db *db, int64_t request_id,
			  const struct request_number *number,
			  struct error *err)
{
	struct str folded = STR_INIT, key = STR_INIT;
	struct query q;
	bool is_done;

	text_fold(number->value, &folded);
	for (const char *c = str_text(&folded); *c != '\0'; c++)
		if (*c != ' ')
			str_add_char(&key, *c);
	query_begin(&q, db, SQL_NUMBER_INSERT);
	query_int(&q, 1, request_id);
	query_text(&q, 2, number_kind_name(number->kind));
	query_text(&q, 3, number->value);
	query_text(&q, 4, str_text(&key));
	is_done = query_run(&q, err);
	str_release(&folded);
	str_release(&key);
	return is_done;
}

static bool number_delete(struct db *db, int64_t request_number_id,
			  struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_NUMBER_DELETE);
	query_int(&q, 1, request_number_id);
	return query_run(&q, err);
}

#define NUMBERS_MOST 64

/* Which of the contact's numbers are stored, and which stored are not its. */
static bool compare_numbers(struct db *db, const struct contact *contact,
			    bool *is_stored, int64_t *gone, size_t *gone_count,
			    struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_NUMBER_LIST);
	query_int(&q, 1, contact->request_id);
	while (query_row(&q)) {
		bool is_wanted = false;

		for (size_t i = 0; i < contact->number_count; i++) {
			const struct request_number *number =
			    &contact->numbers[i];

			if (strcmp(row_text(&q, 1),
				   number_kind_name(number->kind)) == 0 &&
			    strcmp(row_text(&q, 2), number->value) == 0) {
				is_wanted = true;
				if (i < NUMBERS_MOST)
					is_stored[i] = true;
			}
		}
		if (!is_wanted && *gone_count < NUMBERS_MOST)
			gone[(*gone_count)++] = row_int(&q, 0);
	}
	return query_end(&q, err);
}

bool request_sync_numbers(struct db *db, const struct contact *contact,
			  bool is_whole, struct error *err)
{
	bool is_stored[NUMBERS_MOST] = {false};
	int64_t gone[NUMBERS_MOST];
	size_t gone_count = 0;
	bool is_done =
	    compare_numbers(db, contact, is_stored, gone, &gone_count, err);

	for (size_t i = 0; is_done && is_whole && i < gone_count; i++)
		is_done = number_delete(db, gone[i], err);
	for (size_t i = 0; is_done && i < contact->number_count; i++)
		if (i >= NUMBERS_MOST || !is_stored[i])
			is_done = number_insert(db, contact->request_id,
						&contact->numbers[i], err);
	return is_done;
}

bool request_settle(struct db *db, int64_t request_id,
		    const struct request_settlement *settlement,
		    struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_SETTLE);
	query_int(&q, 1, request_id);
	query_text(&q, 2, request_state_name(settlement->state));
	bind_result(&q, 3, settlement->result);
	query_key(&q, 4, settlement->resolved_at);
	bind_day(&q, 5, settlement->resolved_on);
	query_key(&q, 6, settlement->acknowledged_at);
	bind_day(&q, 7, settlement->acknowledged_on);
	return query_run(&q, err);
}
