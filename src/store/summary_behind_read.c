/*
 * summary_behind_read.c - what a line of the list behind a figure says
 */
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "summary_behind.h"
#include "summary_private.h"
#include "who.h"

/* Every question has these columns, and whose it is where somebody is. */
enum {
	AT_REFERENCE,
	AT_INSTANT,
	AT_ZONE,
	AT_TOPIC,
	AT_TOPIC_ID,
	AT_REQUEST,
	AT_VISIT,
	AT_WORDS,
	AT_ORGANISATION,
	AT_WHO
};
#define NOBODY ", 0"

#define OF_VISIT(words)                                                        \
	"SELECT v.reference, v.arrived_at, s.time_zone, tv.name, "             \
	"COALESCE(r.topic_id, v.topic_id), r.request_id, v.visit_id, " words   \
	", o.organisation_id, " WHO_COLUMNS                                    \
	" FROM visit v JOIN site s ON s.site_id = v.site_id" FIRST_CONTACT     \
	    WHO_OF_VISIT
static const char SQL_VISIT[] = OF_VISIT("''") " WHERE v.visit_id = $1";
static const char SQL_FEEDBACK[] = OF_VISIT(
    "f.comment") " JOIN feedback f ON f.feedback_id = $2 WHERE v.visit_id = $1";

#define OF_REQUEST(instant, words)                                             \
	"SELECT r.reference, " instant                                         \
	", s.time_zone, tv.name, r.topic_id, r.request_id, 0, " words          \
	", o.organisation_id, " WHO_COLUMNS                                    \
	" FROM request r JOIN site s ON s.site_id = r.site_id"                 \
	" " TOPIC_OF_REQUEST WHO_OF_REQUEST
static const char SQL_REQUEST[] =
    OF_REQUEST("r.received_at", "''") " WHERE r.request_id = $1";
static const char SQL_CONTACT[] =
    OF_REQUEST("c.at", "c.result_text") " JOIN contact c ON c.contact_id = $2"
					" WHERE r.request_id = $1";
static const char SQL_HANDOFF[] = OF_REQUEST(
    "h.offered_at",
    "COALESCE(hd.name, '')") " JOIN handoff h ON h.handoff_id = $2"
			     " LEFT JOIN staff hs"
			     " ON hs.staff_id = h.to_staff_id"
			     " LEFT JOIN department hd ON hd.department_id"
			     " = COALESCE(h.to_department_id,"
			     " hs.department_id)"
			     " WHERE r.request_id = $1";
static const char SQL_PROMISE[] =
    OF_REQUEST("p.due_at", "p.what") " JOIN promise p ON p.promise_id = $2"
				     " WHERE r.request_id = $1";

static const char SQL_IDEA[] =
    "SELECT '', i.noted_at, s.time_zone, '', 0, 0, i.visit_id, i.text" NOBODY
    " FROM idea i JOIN idea_event e ON e.idea_event_id ="
    " (SELECT MIN(m.idea_event_id) FROM idea_event m"
    " WHERE m.idea_id = i.idea_id) JOIN site s ON s.site_id = e.site_id"
    " WHERE i.idea_id = $1";
static const char SQL_THANKS[] =
    "SELECT '', t.at, s.time_zone, '', 0, 0, t.visit_id, t.text" NOBODY
    " FROM thanks t JOIN site s ON s.site_id = t.site_id"
    " WHERE t.thanks_id = $1";
static const char SQL_QUESTION[] =
    "SELECT r.reference, u.asked_at, s.time_zone, v.name, u.topic_id,"
    " u.request_id, 0, u.words" NOBODY
    " FROM unanswered u JOIN site s ON s.site_id = u.site_id"
    " LEFT JOIN topic t ON t.topic_id = u.topic_id"
    " LEFT JOIN topic_version v ON v.topic_version_id = t.topic_version_id"
    " LEFT JOIN request r ON r.request_id = u.request_id"
    " WHERE u.unanswered_id = $1";
static const char SQL_TOPIC[] =
    "SELECT '', 0, '', v.name, t.topic_id, 0, 0, d.name" NOBODY
    " FROM topic t JOIN topic_version v"
    " ON v.topic_version_id = t.topic_version_id"
    " LEFT JOIN department d ON d.department_id = v.department_id"
    " WHERE t.topic_id = $1";

void behind_record_release(struct behind_record *record)
{
	free(record->reference);
	free(record->topic);
	free(record->words);
	free(record->who);
	free(record->zone);
	*record = (struct behind_record){0};
}

static const char *sql_of_request(enum behind_source source)
{
	switch (source) {
	case BEHIND_ENDED:
		return SQL_CONTACT;
	case BEHIND_HANDED:
		return SQL_HANDOFF;
	case BEHIND_PROMISED:
		return SQL_PROMISE;
	default:
		return SQL_REQUEST;
	}
}

static const char *sql_of(const struct behind_figure *figure,
			  const struct behind_id *id)
{
	switch (id->kind) {
	case BEHIND_A_VISIT:
		return id->record_id != 0 ? SQL_FEEDBACK : SQL_VISIT;
	case BEHIND_A_REQUEST:
		return sql_of_request(figure->source);
	case BEHIND_AN_IDEA:
		return SQL_IDEA;
	case BEHIND_A_THANKS:
		return SQL_THANKS;
	case BEHIND_A_QUESTION:
		return SQL_QUESTION;
	case BEHIND_A_TOPIC:
		break;
	}
	return SQL_TOPIC;
}

static char *text_at(const struct query *q, int column)
{
	return row_is_null(q, column) ? mem_copy("") : row_copy(q, column);
}

static void take(const struct query *q, bool has_who, struct behind_record *out)
{
	struct str who = STR_INIT;

	out->reference = text_at(q, AT_REFERENCE);
	out->at = row_int(q, AT_INSTANT);
	out->zone = text_at(q, AT_ZONE);
	out->topic = text_at(q, AT_TOPIC);
	out->topic_id = row_int(q, AT_TOPIC_ID);
	out->request_id = row_int(q, AT_REQUEST);
	out->visit_id = row_int(q, AT_VISIT);
	out->words = text_at(q, AT_WORDS);
	out->organisation_id = row_int(q, AT_ORGANISATION);
	if (has_who) {
		who_add(q, AT_WHO, &who);
		out->resident_id = who_resident(q, AT_WHO);
	}
	out->who = str_take(&who);
}

bool behind_read(struct db *db, const struct behind_figure *figure,
		 const struct behind_id *id, struct behind_record *out,
		 struct error *err)
{
	const char *sql = sql_of(figure, id);
	bool has_who =
	    id->kind == BEHIND_A_VISIT || id->kind == BEHIND_A_REQUEST;
	bool has_record = has_who && sql != SQL_VISIT && sql != SQL_REQUEST;
	struct query q;

	*out = (struct behind_record){0};
	query_begin(&q, db, sql);
	query_int(&q, 1, id->id);
	if (has_record)
		query_int(&q, 2, id->record_id);
	if (query_row(&q))
		take(&q, has_who, out);
	if (query_end(&q, err))
		return true;
	behind_record_release(out);
	return false;
}
