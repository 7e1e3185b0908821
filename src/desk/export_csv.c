/*
 * export_csv.c - records as the CSV that can be imported again
 */
#include "export_csv.h"

#include <stdio.h>

#include "frontdesk/base/csv.h"
#include "frontdesk/store/staff.h"
#include "frontdesk/store/topic.h"
#include "import_private.h"

static void add_header(const struct import_rules *rules, struct str *out)
{
	for (size_t i = 0; i < rules->column_count; i++)
		csv_add(out, rules->columns[i].name, i == 0);
	csv_end_row(out);
}

void export_add_resident_header(struct str *out)
{
	add_header(&import_residents, out);
}

static void add(struct str *out, const char *text)
{
	csv_add(out, text != NULL ? text : "", false);
}

static void add_yes(struct str *out, bool truth)
{
	csv_add(out, truth ? "yes" : "", false);
}

static void add_reaches(const struct reach *reaches, size_t count,
			enum reach_kind kind, struct str *out)
{
	struct str values = STR_INIT;

	for (size_t i = 0; i < count; i++) {
		if (reaches[i].kind != kind)
			continue;
		if (values.len > 0)
			str_add(&values, IMPORT_PARTS_MARK);
		str_add(&values, reaches[i].value);
	}
	add(out, str_text(&values));
	str_release(&values);
}

static void add_all_reaches(const struct reach *reaches, size_t count,
			    struct str *out)
{
	add_reaches(reaches, count, REACH_TELEPHONE, out);
	add_reaches(reaches, count, REACH_EMAIL, out);
	add_reaches(reaches, count, REACH_ADDRESS, out);
}

/* In the order of import_residents. */
void export_add_resident(const struct resident *resident, struct str *out)
{
	const struct person_name *name = &resident->name;
	struct str refused = STR_INIT;

	csv_add(out, resident->reference, true);
#define NAME_ADD(member, field, label, max) add(out, name->member);
	NAME_TEXTS(NAME_ADD)
#undef NAME_ADD
	add_yes(out, name->chaplain);
	add_yes(out, name->retired);
	add(out, resident->language);
	add_yes(out, resident->needs_interpreter);
	add(out, permission_name(resident->first_name_ok));
	add_yes(out, resident->as_it_stands);
	title_list_format(&resident->refused_titles, IMPORT_PARTS_MARK,
			  &refused);
	add(out, str_text(&refused));
	str_release(&refused);
	add_all_reaches(resident->reaches, resident->reach_count, out);
	add(out, resident->note);
	csv_end_row(out);
}

void export_add_organisation_header(struct str *out)
{
	add_header(&import_organisations, out);
}

/* "P-4K7-2M9X owner|P-7Q2-9D1C": whoever is there, and as what. */
static void add_people(const struct organisation_person *people, size_t count,
		       struct str *out)
{
	struct str text = STR_INIT;

	for (size_t i = 0; i < count; i++) {
		if (text.len > 0)
			str_add(&text, IMPORT_PARTS_MARK);
		str_add(&text, people[i].reference);
		if (!str_is_blank(people[i].part))
			str_addf(&text, " %s", people[i].part);
	}
	add(out, str_text(&text));
	str_release(&text);
}

/* In the order of import_organisations. */
void export_add_organisation(const char *uuid,
			     const struct organisation *organisation,
			     const struct organisation_person *people,
			     size_t people_count, struct str *out)
{
	csv_add(out, uuid, true);
	add(out, organisation->name);
	add_all_reaches(organisation->reaches, organisation->reach_count, out);
	add(out, organisation->note);
	add_people(people, people_count, out);
	csv_end_row(out);
}

static const char *login_of(const struct staff_list *staff, int64_t staff_id)
{
	for (size_t i = 0; i < staff->count; i++)
		if (staff->items[i].staff_id == staff_id)
			return staff->items[i].login;
	return NULL;
}

static void add_question(const struct question *question, struct str *out)
{
	add(out, question->label);
	add(out, question->ask);
	add(out, question_kind_name(question->kind));
	add(out, question->choices);
	add_yes(out, question->is_required);
	add(out, question->danger);
	add(out, question->notice);
}

/* In the order of import_topics, up to its first question. */
static void add_topic(const struct topic *topic, const struct staff_list *staff,
		      struct str *out)
{
	char days[16];

	snprintf(days, sizeof(days), "%d", topic->review_days);
	csv_add(out, topic->code, true);
	add(out, topic->name);
	add(out, topic->words);
	add(out, topic->department);
	add(out, login_of(staff, topic->staff_id));
	add(out, result_name(topic->quick_result));
	add(out, topic->quick_words);
	add(out, topic->bring);
	add(out, topic->fee);
	add(out, topic->steps);
	add(out, topic->other_ways);
	add(out, topic->not_ours_where);
	add(out, topic->alternative);
	add(out, topic->appeal);
	add(out, topic->contact);
	add(out, topic->verified_on.text);
	add(out, login_of(staff, topic->verified_by));
	add(out, days);
	add(out, topic->also_asked);
}

static void add_rows(const struct topic *topic, const struct staff_list *staff,
		     struct str *out)
{
	enum { BEFORE_QUESTION = 19, BEHIND_QUESTION = 26 };

	add_topic(topic, staff, out);
	if (topic->question_count == 0)
		for (size_t i = BEFORE_QUESTION; i < BEHIND_QUESTION; i++)
			add(out, NULL);
	else
		add_question(&topic->questions[0], out);
	add_yes(out, topic->is_retired);
	csv_end_row(out);
	for (size_t i = 1; i < topic->question_count; i++) {
		csv_add(out, topic->code, true);
		for (size_t j = 1; j < BEFORE_QUESTION; j++)
			add(out, NULL);
		add_question(&topic->questions[i], out);
		add(out, NULL);
		csv_end_row(out);
	}
}

bool export_add_topics(struct db *db, struct str *out, struct error *err)
{
	struct topic_brief_list topics = {0};
	struct staff_list staff = {0};
	bool is_read =
	    staff_list(db, true, &staff, err) && topic_list(db, &topics, err);

	add_header(&import_topics, out);
	for (size_t i = 0; i < topics.count && is_read; i++) {
		struct topic topic = {0};

		is_read = topic_get(db, topics.items[i].topic_id, &topic, err);
		if (is_read)
			add_rows(&topic, &staff, out);
		topic_release(&topic);
	}
	topic_brief_list_release(&topics);
	staff_list_release(&staff);
	return is_read;
}
