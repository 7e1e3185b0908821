/*
 * day_fields.c - every field of a summary by name
 */
#include "day_fields.h"

#include <stddef.h>

#include "frontdesk/base/mem.h"

#define SIZE(in, member) sizeof(((struct in *)NULL)->member)
#define NUMBERS(in, member)                                                    \
	{                                                                      \
#member, DAY_FIELD_NUMBERS, offsetof(struct in, member),       \
		    SIZE(in, member) / sizeof(int64_t), 0, NULL                \
	}
#define TEXTS(in, member)                                                      \
	{                                                                      \
#member, DAY_FIELD_TEXTS, offsetof(struct in, member),         \
		    SIZE(in, member) / sizeof(char *), 0, NULL                 \
	}
#define ONE(kind, in, member)                                                  \
	{                                                                      \
#member, kind, offsetof(struct in, member), 1, 0, NULL         \
	}
#define PARTS(in, member, fields)                                              \
	{                                                                      \
#member, DAY_FIELD_PARTS, offsetof(struct in, member),         \
		    SIZE(in, member) / fields##_size, 0, &(fields)             \
	}
#define LIST(in, key, items, count, fields)                                    \
	{                                                                      \
		key, DAY_FIELD_LIST, offsetof(struct in, items), 1,            \
		    offsetof(struct in, count), &(fields)                      \
	}
#define FIELDS(name, in)                                                       \
	enum { name##_size = sizeof(struct in) };                              \
	static const struct day_fields name = {                                \
	    name##_items, MEM_COUNT(name##_items), name##_size}

static const struct day_field visits_items[] = {
    NUMBERS(visit_figures, arrived),
    NUMBERS(visit_figures, served),
    NUMBERS(visit_figures, left),
    NUMBERS(visit_figures, open),
    NUMBERS(visit_figures, left_waiting),
    NUMBERS(visit_figures, left_called),
    NUMBERS(visit_figures, left_served),
    NUMBERS(visit_figures, unnamed),
    NUMBERS(visit_figures, entered_later),
    NUMBERS(visit_figures, address_known),
    NUMBERS(visit_figures, address_unknown),
};
FIELDS(visits, visit_figures);

static const struct day_field lengths_items[] = {
    NUMBERS(length_figures, n),
    NUMBERS(length_figures, median),
    NUMBERS(length_figures, mean),
    NUMBERS(length_figures, max),
};
FIELDS(lengths, length_figures);

static const struct day_field named_items[] = {
    TEXTS(named_count, name),
    NUMBERS(named_count, count),
    NUMBERS(named_count, length),
};
FIELDS(named, named_count);

static const struct day_field listed_items[] = {
    NUMBERS(listed, id),   TEXTS(listed, reference),
    TEXTS(listed, topic),  TEXTS(listed, department),
    TEXTS(listed, detail), ONE(DAY_FIELD_DAY, listed, acknowledged_on),
    NUMBERS(listed, hops), TEXTS(listed, alternative),
    TEXTS(listed, appeal), TEXTS(listed, who),
    TEXTS(listed, tried),
};
FIELDS(listed, listed);

static const struct day_field pattern_items[] = {
    ONE(DAY_FIELD_ENUM, pattern, kind),
    NUMBERS(pattern, topic_id),
    NUMBERS(pattern, request_id),
    TEXTS(pattern, place_key),
    TEXTS(pattern, title),
    TEXTS(pattern, note),
    TEXTS(pattern, references),
    NUMBERS(pattern, unnamed),
    NUMBERS(pattern, people),
    NUMBERS(pattern, requests),
    NUMBERS(pattern, open_count),
    NUMBERS(pattern, contacts),
    NUMBERS(pattern, questions),
};
FIELDS(pattern, pattern);

static const struct day_field notice_items[] = {
    NUMBERS(notice, notice_id), TEXTS(notice, words),
    TEXTS(notice, staff),	TEXTS(notice, detail),
    NUMBERS(notice, from_at),	NUMBERS(notice, until_at),
    TEXTS(notice, from),	TEXTS(notice, until),
};
FIELDS(notice, notice);

static const struct day_field closing_items[] = {
    TEXTS(closing_note, at),
    TEXTS(closing_note, by),
    TEXTS(closing_note, remarks),
};
FIELDS(closing, closing_note);

static const struct day_field audit_items[] = {
    NUMBERS(audit_figures, entries),
    TEXTS(audit_figures, head),
};
FIELDS(audit, audit_figures);

static const struct day_field summary_items[] = {
    ONE(DAY_FIELD_DAY, summary, from),
    ONE(DAY_FIELD_DAY, summary, to),
    TEXTS(summary, site),
    TEXTS(summary, city),
    ONE(DAY_FIELD_TRUTH, summary, is_all_sites),
    TEXTS(summary, department),
    TEXTS(summary, topic),
    ONE(DAY_FIELD_TRUTH, summary, is_over),
    PARTS(summary, closing, closing),
    PARTS(summary, audit, audit),
    NUMBERS(summary, wait_target),

    PARTS(summary, visits, visits),
    PARTS(summary, by_channel, visits),
    NUMBERS(summary, carried_in),

    PARTS(summary, wait, lengths),
    PARTS(summary, wait_by_channel, lengths),
    NUMBERS(summary, wait_buckets),
    NUMBERS(summary, wait_within_target),
    NUMBERS(summary, wait_not_timed),
    PARTS(summary, service, lengths),
    PARTS(summary, service_by_channel, lengths),
    PARTS(summary, hold, lengths),
    LIST(summary, "holds", holds.items, holds.count, named),

    NUMBERS(summary, acknowledged_counter.received),
    NUMBERS(summary, acknowledged_counter.same_day),
    NUMBERS(summary, acknowledged_message.received),
    NUMBERS(summary, acknowledged_message.same_day),
    LIST(summary, "not_acknowledged", not_acknowledged.items,
	 not_acknowledged.count, listed),

    NUMBERS(summary, first_contact_n),
    NUMBERS(summary, first_contact_resolved),
    NUMBERS(summary, contacts_n),
    NUMBERS(summary, contacts),
    NUMBERS(summary, touches_n),
    NUMBERS(summary, touches),
    LIST(summary, "two_hops", two_hops.items, two_hops.count, listed),

    NUMBERS(summary, handoffs_offered),
    NUMBERS(summary, handoffs_accepted),
    NUMBERS(summary, handoffs_returned),
    NUMBERS(summary, handoffs_pending),
    PARTS(summary, handoff_accept, lengths),

    NUMBERS(summary, promises_due),
    NUMBERS(summary, promises_kept),
    NUMBERS(summary, promises_missed),
    NUMBERS(summary, promises_renewed),
    NUMBERS(summary, promises_withdrawn),

    NUMBERS(summary, results),
    LIST(summary, "could_not", could_not.items, could_not.count, listed),
    NUMBERS(summary, concerns_recorded),
    NUMBERS(summary, concerns_open),
    NUMBERS(summary, to_tell),

    NUMBERS(summary, required_n),
    NUMBERS(summary, required_asked),
    NUMBERS(summary, topic_cards),
    NUMBERS(summary, stale_cards),
    NUMBERS(summary, unanswered_noted),
    NUMBERS(summary, unanswered_answered),
    NUMBERS(summary, unanswered_open),
    LIST(summary, "unanswered", unanswered.items, unanswered.count, listed),

    NUMBERS(summary, cards),
    NUMBERS(summary, said),
    NUMBERS(summary, marks),
    LIST(summary, "comments", comments.items, comments.count, listed),
    NUMBERS(summary, ideas_new),
    NUMBERS(summary, ideas_decided),
    NUMBERS(summary, ideas_answered),
    NUMBERS(summary, ideas_by_decision),
    NUMBERS(summary, thanks),
    NUMBERS(summary, thanks_of_visitors),
    LIST(summary, "patterns", patterns.items, patterns.count, pattern),
    LIST(summary, "notices", notices.items, notices.count, notice),
    NUMBERS(summary, windows_opened),
    NUMBERS(summary, with_briefing),

    LIST(summary, "topics", topics.items, topics.count, named),
    NUMBERS(summary, hours),
    ONE(DAY_FIELD_ENUM, summary, compared.with),
    ONE(DAY_FIELD_DAY, summary, compared.from),
    ONE(DAY_FIELD_DAY, summary, compared.to),
    NUMBERS(summary, compared.days),
    NUMBERS(summary, compared.arrived),
    PARTS(summary, compared.wait, lengths),
};
const struct day_fields day_fields_summary = {
    summary_items, MEM_COUNT(summary_items), sizeof(struct summary)};

size_t day_field_size(const struct day_field *field)
{
	switch (field->kind) {
	case DAY_FIELD_NUMBERS:
		return field->count * sizeof(int64_t);
	case DAY_FIELD_TEXTS:
		return field->count * sizeof(char *);
	case DAY_FIELD_TRUTH:
		return sizeof(bool);
	case DAY_FIELD_ENUM:
		return sizeof(int);
	case DAY_FIELD_DAY:
		return sizeof(struct day);
	case DAY_FIELD_PARTS:
		return field->count * field->of->size;
	case DAY_FIELD_LIST:
		break;
	}
	return sizeof(void *);
}
