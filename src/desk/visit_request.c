/*
 * visit_request.c - topics and open requests, to take up in a visit
 */
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/desk/visit.h"
#include "frontdesk/store/request.h"
#include "frontdesk/store/topic.h"
#include "visit_private.h"

bool desk_get_topic(struct desk *desk, int64_t topic_id, struct topic *out,
		    struct error *err)
{
	return topic_get(desk->db, topic_id, out, err);
}

void open_request_list_release(struct open_request_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		free(list->items[i].reference);
		free(list->items[i].topic);
		free(list->items[i].place);
		free(list->items[i].owner);
	}
	free(list->items);
	*list = (struct open_request_list){0};
}

/* Texts change hands. */
static void take_open(struct request_open *from, struct open_request *to)
{
	*to = (struct open_request){
	    .request_id = from->request_id,
	    .reference = from->reference,
	    .topic = from->topic,
	    .place = from->place,
	    .owner = from->owner,
	    .received_on = from->received_on,
	    .has_missed_promise = from->has_missed_promise,
	};
}

bool desk_open_requests(struct desk *desk, int64_t resident_id,
			int64_t organisation_id, struct open_request_list *out,
			struct error *err)
{
	struct request_open *open;
	bool is_done;

	*out = (struct open_request_list){0};
	if (resident_id == 0 && organisation_id == 0)
		return true;
	is_done = request_list_open(desk->db, resident_id, organisation_id,
				    desk_now(desk), &open, &out->count, err);
	out->items = mem_new(out->count, sizeof(*out->items));
	for (size_t i = 0; i < out->count; i++)
		take_open(&open[i], &out->items[i]);
	free(open);
	if (!is_done)
		open_request_list_release(out);
	return is_done;
}

void earlier_answer_list_release(struct earlier_answer_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->items[i].value);
	free(list->items);
	*list = (struct earlier_answer_list){0};
}

struct taking_up {
	const struct desk *desk;
	int64_t request_id;
	struct contact *contact;
	struct earlier_answer_list *earlier;
};

static bool take_up_work(struct db *db, void *state, struct error *err)
{
	struct taking_up *taking = state;
	struct request_answer *answers;
	size_t count;
	bool is_done;

	earlier_answer_list_release(taking->earlier);
	if (!request_fill_contact(db, taking->request_id, taking->contact, err))
		return false;
	is_done =
	    request_list_answers(db, taking->request_id, &answers, &count, err);
	taking->earlier->items =
	    mem_new(count, sizeof(*taking->earlier->items));
	taking->earlier->count = count;
	for (size_t i = 0; i < count; i++)
		taking->earlier->items[i] = (struct earlier_answer){
		    .question_id = answers[i].question_id,
		    .value = answers[i].value,
		    .told_on = zone_day(taking->desk->site.time_zone,
					answers[i].told_at),
		};
	free(answers);
	return is_done;
}

bool desk_take_up_request(struct desk *desk, int64_t request_id,
			  struct contact *contact,
			  struct earlier_answer_list *earlier,
			  struct error *err)
{
	struct taking_up taking = {.desk = desk,
				   .request_id = request_id,
				   .contact = contact,
				   .earlier = earlier};

	*earlier = (struct earlier_answer_list){0};
	if (db_snapshot(desk->db, take_up_work, &taking, err))
		return true;
	earlier_answer_list_release(earlier);
	return false;
}
