/*
 * export.c - every table as rows of JSON
 */
#include "frontdesk/store/export.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"

/*
 * The columns once, for the statement and for the keys. A kind is one letter a
 * column: i a number, b a yes or no, t a text.
 */
struct export_table {
	const char *name, *sql, *columns, *kinds;
};
#define TABLE(name, columns, kinds)                                            \
	{                                                                      \
		name, "SELECT " columns " FROM " name " ORDER BY 1, 2",        \
		    columns, kinds                                             \
	}

static const struct export_table tables[] = {
    TABLE("city", "city_id, uuid, name, language, language2, is_demo",
	  "ittttb"),
    TABLE("site",
	  "site_id, uuid, name, time_zone, opens_minute, closes_minute, "
	  "wait_target, handoff_wait",
	  "itttiiii"),
    TABLE("department",
	  "department_id, uuid, name, telephone, place, delivery, "
	  "delivery_to, deputy_id, deputy_staff_id",
	  "ittttttii"),
    TABLE("counter_window", "counter_window_id, uuid, site_id, label, is_open",
	  "ititb"),
    TABLE("site_hours",
	  "site_hours_id, site_id, weekday, opens_minute, closes_minute, "
	  "opens2_minute, closes2_minute, other_from",
	  "iiiiiiit"),
    TABLE("holiday", "holiday_id, name, day_rule, observed, is_active",
	  "itttb"),
    TABLE("site_day",
	  "site_day_id, uuid, site_id, day_on, reason, opens_minute, "
	  "closes_minute, opens2_minute, closes2_minute, made_at, made_by, "
	  "withdrawn_at, withdrawn_by",
	  "itittiiiiiiii"),
    TABLE("staff",
	  "staff_id, uuid, login, name, formal_name, role, department_id, "
	  "telephone, is_active",
	  "itttttitb"),
    TABLE("absence",
	  "absence_id, uuid, staff_id, from_on, to_on, made_at, made_by, "
	  "withdrawn_at, withdrawn_by",
	  "itittiiii"),
    TABLE("notice",
	  "notice_id, uuid, site_id, words, from_at, until_at, made_by, "
	  "ended_at, ended_by",
	  "ititiiiii"),
    TABLE("briefing",
	  "briefing_id, staff_id, site_id, shown_on, shown_at, "
	  "counter_window_id, seen_at",
	  "iiitiii"),
    TABLE("day_closing",
	  "day_closing_id, uuid, site_id, day_on, closed_at, closed_by, "
	  "audit_count, audit_head",
	  "ititiiit"),
    TABLE("day_remark",
	  "day_remark_id, day_closing_id, is_later, text, noted_at, noted_by",
	  "iibtii"),
    TABLE("staff_language", "staff_id, language", "it"),
    TABLE("topic",
	  "topic_id, uuid, code, topic_version_id, is_active, retired_at",
	  "ittibi"),
    TABLE("topic_version",
	  "topic_version_id, topic_id, name, words, department_id, staff_id, "
	  "quick_result, quick_words, bring, fee, steps, other_ways, "
	  "not_ours_where, alternative, appeal, contact, verified_on, "
	  "verified_by, review_days, made_at, made_by, also_asked, "
	  "taken_back_at",
	  "iittiitttttttttttiiiiti"),
    TABLE("question",
	  "question_id, topic_version_id, position, label, ask, kind, "
	  "choices, is_required, first_id, danger, notice",
	  "iiittttbitt"),
    TABLE("resident",
	  "resident_id, uuid, reference, survivor_id, language, "
	  "needs_interpreter, first_name_ok, as_it_stands, refused_titles, "
	  "note, made_at, made_by",
	  "ittitbtbttii"),
    TABLE("resident_name",
	  "resident_name_id, resident_id, kind, title, given, given2, "
	  "known_as, address_as, surname_prefix, surname, surname2, "
	  "generation, credentials, rank, service, office, pronouns, say_as, "
	  "name_locale, legal_given, chaplain, retired, noted_at, noted_by",
	  "iittttttttttttttttttbbii"),
    TABLE("permission",
	  "permission_id, resident_id, kind, value, noted_at, noted_by",
	  "iittii"),
    TABLE("resident_merge",
	  "resident_merge_id, survivor_id, merged_id, at, staff_id, "
	  "undone_at, undone_by",
	  "iiiiiii"),
    TABLE("resident_merge_part",
	  "resident_merge_part_id, resident_merge_id, field, was, became",
	  "iittt"),
    TABLE("organisation", "organisation_id, uuid, name, note, made_at, made_by",
	  "itttii"),
    TABLE("organisation_person", "organisation_id, resident_id, part", "iit"),
    TABLE("reach",
	  "reach_id, resident_id, organisation_id, kind, value, is_current, "
	  "noted_at, noted_by",
	  "iiittbii"),
    TABLE("visit",
	  "visit_id, uuid, reference, site_id, channel, state, arrived_at, "
	  "arrived_on, priority, label, topic_id, is_timed, "
	  "counter_window_id, staff_id, first_called_at, begun_at, ended_at, "
	  "ended_on, left_when, wait_length, service_length, entered_at, "
	  "voided_at, voided_by, void_reason, asked_address_at, address_known",
	  "ittittititibiiiiittiiiiitib"),
    TABLE("period",
	  "period_id, visit_id, kind, reason, began_at, ended_at, "
	  "counter_window_id, staff_id",
	  "iittiiii"),
    TABLE("visit_person",
	  "visit_person_id, visit_id, resident_id, organisation_id, part, "
	  "part_note, is_absent, noted_at, noted_by",
	  "iiiittbii"),
    TABLE("visit_interpreter",
	  "visit_interpreter_id, visit_id, staff_id, at, noted_by, "
	  "taken_back_at",
	  "iiiiii"),
    TABLE("request",
	  "request_id, uuid, reference, topic_id, topic_version_id, place, "
	  "state, result, owner_staff_id, owner_department_id, channel, "
	  "site_id, received_at, received_on, first_visit_id, contact_text, "
	  "first_acknowledged_at, first_acknowledged_on, resolved_at, "
	  "resolved_on",
	  "ittiitttiitiitititit"),
    TABLE("request_party", "request_id, resident_id, organisation_id, part",
	  "iiit"),
    TABLE("request_number", "request_number_id, request_id, kind, value",
	  "iitt"),
    TABLE("contact",
	  "contact_id, uuid, visit_id, request_id, at, staff_id, words, "
	  "concern, done, result, result_text, tried, alternative, appeal, "
	  "new_place, required_count, asked_count",
	  "itiiiitttttttttii"),
    TABLE("answer", "contact_id, question_id, value", "iit"),
    TABLE("touch", "request_id, staff_id, first_at", "iii"),
    TABLE("acknowledgement",
	  "acknowledgement_id, request_id, at, acknowledged_on, staff_id, "
	  "how, taken_back_at",
	  "iiititi"),
    TABLE("handoff",
	  "handoff_id, uuid, request_id, visit_id, from_staff_id, "
	  "to_staff_id, to_department_id, hop, asked, context, state, "
	  "offered_at, offered_on, site_id, decided_at, urgency, manner",
	  "itiiiiiitttitiitt"),
    TABLE("handoff_event",
	  "handoff_event_id, handoff_id, kind, at, staff_id, noted_by, note",
	  "iitiiit"),
    TABLE("joining",
	  "joining_id, request_id, visit_id, staff_id, at, noted_by, "
	  "taken_back_at",
	  "iiiiiii"),
    TABLE("promise",
	  "promise_id, uuid, request_id, what, due_at, due_on, site_id, "
	  "owner_staff_id, state, made_at, made_by, settled_at, renews_id, "
	  "taken_back_at",
	  "itititiitiiiii"),
    TABLE("promise_event",
	  "promise_event_id, promise_id, kind, at, staff_id, note, "
	  "taken_back_at",
	  "iitiiti"),
    TABLE("told",
	  "told_id, request_id, owed_at, staff_id, told_at, told_by, note, "
	  "taken_back_at",
	  "iiiiiiti"),
    TABLE("told_event",
	  "told_event_id, told_id, kind, at, staff_id, visit_id, note, "
	  "taken_back_at",
	  "iitiiiti"),
    TABLE("feedback",
	  "feedback_id, uuid, visit_id, kind, site_id, at, noted_on, noted_by, "
	  "satisfaction, trust, effectiveness, ease, speed, fairness, "
	  "courtesy, comment, taken_back_at",
	  "ititiitiiiiiiiiti"),
    TABLE("idea",
	  "idea_id, uuid, staff_id, visit_id, text, noted_at, "
	  "state, taken_back_at",
	  "itiititi"),
    TABLE("idea_event",
	  "idea_event_id, idea_id, kind, site_id, at, happened_on, staff_id, "
	  "text, taken_back_at",
	  "iitiititi"),
    TABLE("thanks",
	  "thanks_id, uuid, site_id, to_staff_id, is_from_visitor, visit_id, "
	  "text, at, thanked_on, noted_by, read_at, taken_back_at",
	  "itiibititiii"),
    TABLE("resolution",
	  "resolution_id, request_id, at, staff_id, done, result_before, "
	  "told_id, taken_back_at",
	  "iiiittii"),
    TABLE("unanswered",
	  "unanswered_id, uuid, site_id, topic_id, request_id, words, "
	  "asked_at, asked_on, asked_by, owner_staff_id, "
	  "owner_department_id, answer, answered_at, answered_on, "
	  "answered_by, topic_version_id, told_id, taken_back_at, "
	  "passed_at",
	  "itiiititiiititiiiii"),
};

static void put_column(struct json *object, const struct query *q, int column,
		       const char *key, char kind)
{
	if (row_is_null(q, column))
		json_put_null(object, key);
	else if (kind == 't')
		json_put_text(object, key, row_text(q, column));
	else if (kind == 'b')
		json_put_bool(object, key, row_int(q, column) != 0);
	else
		json_put_int(object, key, row_int(q, column));
}

static struct json *make_row(const struct export_table *table,
			     const struct query *q)
{
	struct json *object = json_new_object();
	const char *name = table->columns;

	json_put_text(object, "record", table->name);
	for (int i = 0; *name != '\0'; i++) {
		size_t len = strcspn(name, ",");
		char *key = mem_copy_n(name, len);

		put_column(object, q, i, key, table->kinds[i]);
		free(key);
		name += len;
		name += strspn(name, ", ");
	}
	return object;
}

static bool export_table(struct db *db, const struct export_table *table,
			 export_row_fn *each, void *state, struct error *err)
{
	struct query q;
	bool is_going = true;

	query_begin(&q, db, table->sql);
	while (is_going && query_row(&q)) {
		struct json *row = make_row(table, &q);

		is_going = each(row, state, err);
		json_free(row);
	}
	return is_going ? query_end(&q, err)
			: (query_end(&q, &(struct error){0}), false);
}

bool export_tables(struct db *db, export_row_fn *each, void *state,
		   struct error *err)
{
	for (size_t i = 0; i < MEM_COUNT(tables); i++)
		if (!export_table(db, &tables[i], each, state, err))
			return false;
	return true;
}
