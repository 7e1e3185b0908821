/*
 * import_contact.c - what a row of visits says about a request
 */
#include "import_contact.h"

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/request.h"
#include "frontdesk/store/search.h"
#include "frontdesk/store/topic.h"

static bool read_request(struct db *db, const char *text,
			 struct contact *contact, struct error *err)
{
	struct search_hits hits = {0};
	struct reference reference;
	int64_t id = 0;
	bool is_read;

	if (!reference_parse(text, &reference, err))
		return error_set(err, ERROR_INVALID, "request",
				 _("\"%.40s\" is no reference, or was misread: "
				   "leave it blank for a new request"),
				 text);
	is_read = search_reference(db, reference.text, &hits, err);
	if (is_read && hits.count > 0)
		id = hits.items[0].request_id;
	search_hits_release(&hits);
	if (!is_read)
		return false;
	if (id == 0)
		return error_set(err, ERROR_NOT_FOUND, "request",
				 _("there is no request %s"), reference.text);
	return request_fill_contact(db, id, contact, err);
}

static bool read_topic(struct db *db, const char *code, struct contact *contact,
		       struct topic *topic, struct error *err)
{
	if (!topic_find_code(db, code, &contact->topic_id, err))
		return false;
	if (contact->topic_id == 0)
		return error_set(err, ERROR_NOT_FOUND, "topic",
				 _("there is no topic with the code \"%.60s\""),
				 code);
	return topic_get(db, contact->topic_id, topic, err);
}

static void fill_text(const struct import *import, size_t row,
		      const char *column, char **slot)
{
	const char *text = import_text(import, row, column);

	if (text != NULL)
		mem_replace(slot, text);
}

static void fill_texts(const struct import *import, size_t row,
		       struct contact *contact)
{
	static const struct {
		const char *column;
		enum number_kind kind;
	} numbers[] = {{"permit", NUMBER_PERMIT},
		       {"account", NUMBER_ACCOUNT},
		       {"licence", NUMBER_LICENCE},
		       {"number", NUMBER_OTHER}};

	fill_text(import, row, "place", &contact->place);
	fill_text(import, row, "telephone", &contact->contact_text);
	fill_text(import, row, "words", &contact->words);
	fill_text(import, row, "concern", &contact->concern);
	fill_text(import, row, "done", &contact->done);
	fill_text(import, row, "result_text", &contact->result_text);
	fill_text(import, row, "tried", &contact->tried);
	fill_text(import, row, "alternative", &contact->alternative);
	fill_text(import, row, "appeal", &contact->appeal);
	for (size_t i = 0; i < MEM_COUNT(numbers); i++) {
		const char *text = import_text(import, row, numbers[i].column);

		if (text != NULL)
			contact_add_number(contact, numbers[i].kind, text);
	}
}

/* Without a result the topic's usual one, as F9 on the first screen logs it. */
static bool fill_result(const struct import *import, size_t row, bool has_left,
			const struct topic *topic, struct contact *contact,
			struct error *err)
{
	const char *result = import_text(import, row, "result");

	if (has_left)
		return result == NULL ||
		       error_set(err, ERROR_INVALID, "result",
				 _("somebody who left has no result: leave it "
				   "blank"));
	if (result != NULL)
		return result_parse(result, &contact->result, err);
	if (topic->topic_id == 0)
		return error_set(err, ERROR_INVALID, "result",
				 _("say what came of it, or name a topic with "
				   "its usual result"));
	contact->result = topic->quick_result;
	if (contact->done == NULL)
		mem_replace(&contact->done, topic->quick_words);
	if (contact->result == RESULT_NOT_OURS && contact->result_text == NULL)
		mem_replace(&contact->result_text, topic->not_ours_where);
	return true;
}

bool import_contact(struct import *import, struct db *db, size_t row,
		    struct visit *visit, struct error *err)
{
	const char *request = import_text(import, row, "request");
	const char *code = import_text(import, row, "topic");
	struct contact *contact;
	struct topic topic = {0};
	bool is_read;

	import->bad_row = row;
	if (code == NULL && request == NULL && visit->state != VISIT_LEFT)
		return error_set(err, ERROR_INVALID, "topic",
				 _("say what the visit was about: a topic's "
				   "code, or the request that was taken up"));
	contact = visit_add_contact(visit);
	is_read =
	    (request == NULL || read_request(db, request, contact, err)) &&
	    (code == NULL || read_topic(db, code, contact, &topic, err));
	if (is_read)
		fill_texts(import, row, contact);
	is_read = is_read &&
		  fill_result(import, row, visit->state == VISIT_LEFT, &topic,
			      contact, err) &&
		  contact_check(contact, err);
	topic_release(&topic);
	return is_read;
}
