/*
 * context.c - what goes along with a hand-off, gathered from the records
 */
#include "frontdesk/store/context.h"

#include <stdlib.h>
#include <string.h>

#include "cluster.h"
#include "context_private.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/present.h"
#include "who.h"

/* Where this visit says nothing, what was said before still stands. */
static const char SQL_HEAD[] =
    "SELECT r.reference, tv.name, CASE WHEN c.visit_id = $2"
    " THEN COALESCE(c.new_place, r.place) ELSE r.place END, r.contact_text,"
    " w.language, w.needs_interpreter, w.first_name_ok, w.as_it_stands,"
    " (SELECT z.value FROM reach z"
    "  WHERE z.resident_id IN " CLUSTER_OF_N
    "  AND z.is_current = 1 ORDER BY CASE z.kind WHEN 'telephone' THEN 0"
    "  WHEN 'email' THEN 1 ELSE 2 END, z.reach_id DESC LIMIT 1),"
    " c.contact_id, c.visit_id, c.words, c.done,"
    " CASE WHEN c.concern <> '' THEN c.concern ELSE"
    "  (SELECT k.concern FROM contact k JOIN visit kv"
    "   ON kv.visit_id = k.visit_id WHERE k.request_id = r.request_id"
    "   AND k.concern <> '' AND kv.voided_at IS NULL"
    "   ORDER BY k.contact_id DESC LIMIT 1) END, w.refused_titles, " WHO_COLUMNS
    " FROM request r" TOPIC_OF_REQUEST WHO_OF_REQUEST
    " LEFT JOIN resident w ON w.resident_id = n.resident_id"
    " LEFT JOIN contact c ON c.contact_id = (SELECT k.contact_id"
    "  FROM contact k JOIN visit kv ON kv.visit_id = k.visit_id"
    "  WHERE k.request_id = r.request_id AND kv.voided_at IS NULL"
    "  ORDER BY CASE WHEN k.visit_id = $2 THEN 0 ELSE 1 END,"
    "  k.contact_id DESC LIMIT 1)"
    " WHERE r.request_id = $1";
#define HEAD_WHO 15

static const char SQL_NUMBERS[] =
    "SELECT kind, value FROM request_number WHERE request_id = $1"
    " ORDER BY request_number_id";

static void read_resident(const struct query *q, struct handoff_context *out)
{
	struct error ignored;

	out->is_named = who_resident(q, HEAD_WHO) != 0;
	if (!out->is_named)
		return;
	row_name(q, HEAD_WHO, &out->name);
	out->language = row_copy(q, 4);
	out->needs_interpreter = row_int(q, 5) == 1;
	/* A CHECK of the schema keeps the word one of the three. */
	permission_parse(row_text(q, 6), &out->first_name_ok, &ignored);
	out->as_it_stands = row_int(q, 7) == 1;
	title_list_parse(row_text(q, 14), &out->refused_titles);
}

static bool read_head(struct db *db, int64_t request_id, int64_t visit_id,
		      struct handoff_context *out, struct context_head *head,
		      struct error *err)
{
	struct query q;
	bool is_there;

	query_begin(&q, db, SQL_HEAD);
	query_int(&q, 1, request_id);
	query_int(&q, 2, visit_id);
	is_there = query_row(&q);
	if (is_there) {
		out->reference = row_copy(&q, 0);
		out->topic = row_copy(&q, 1);
		out->place = row_copy(&q, 2);
		out->reach =
		    row_copy(&q, str_is_blank(row_text(&q, 3)) ? 8 : 3);
		head->contact_id = row_int(&q, 9);
		head->visit_id = row_int(&q, 10);
		out->words = row_copy(&q, 11);
		out->done = row_copy(&q, 12);
		out->concern = row_copy(&q, 13);
		head->resident_id = who_resident(&q, HEAD_WHO);
		out->organisation = mem_copy(who_organisation(&q, HEAD_WHO));
		read_resident(&q, out);
	}
	return query_end(&q, err) &&
	       (is_there || error_set(err, ERROR_NOT_FOUND, "", "%s", ""));
}

/* Whoever speaks for them can be reached too. */
static bool read_reach(struct db *db, int64_t request_id,
		       struct handoff_context *out, struct error *err)
{
	char *reach;

	if (!request_get_reach(db, request_id, &reach, err))
		return false;
	if (reach != NULL)
		mem_replace(&out->reach, reach);
	free(reach);
	return true;
}

void *context_grow(void *items, size_t *count, size_t size)
{
	char *grown = mem_resize(items, *count + 1, size);

	memset(grown + *count * size, 0, size);
	++*count;
	return grown;
}

static bool read_numbers(struct db *db, int64_t request_id,
			 struct handoff_context *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_NUMBERS);
	query_int(&q, 1, request_id);
	while (query_row(&q)) {
		struct str text = STR_INIT;

		str_addf(&text, "%s %s", row_text(&q, 0), row_text(&q, 1));
		out->numbers = context_grow(out->numbers, &out->number_count,
					    sizeof(*out->numbers));
		out->numbers[out->number_count - 1] = str_take(&text);
	}
	return query_end(&q, err);
}

bool context_read(struct db *db, int64_t request_id, int64_t visit_id,
		  struct handoff_context *out, struct error *err)
{
	struct context_head head = {0};

	memset(out, 0, sizeof(*out));
	if (read_head(db, request_id, visit_id, out, &head, err) &&
	    read_reach(db, request_id, out, err) &&
	    context_read_people(db, &head, out, err) &&
	    context_read_interpreters(db, &head, out, err) &&
	    read_numbers(db, request_id, out, err) &&
	    context_read_answers(db, request_id, out, err) &&
	    context_read_promises(db, request_id, out, err) &&
	    context_read_contacts(db, request_id, &head, out, err) &&
	    context_read_hops(db, request_id, out, err) &&
	    context_read_joined(db, request_id, out, err))
		return true;
	handoff_context_release(out);
	return false;
}
