/*
 * visit_request.c - a request that is taken up in a visit, and what was told
 */
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/desk/visit.h"
#include "frontdesk/store/request.h"
#include "visit_private.h"

void earlier_answer_list_release(struct earlier_answer_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->items[i].value);
	free(list->items);
	*list = (struct earlier_answer_list){0};
}

struct taking_up {
	const struct desk *desk;
	int64_t request_id, visit_id;
	struct contact *contact;
	struct earlier_answer_list *earlier;
};

static bool list_earlier(struct db *db, void *state, struct error *err)
{
	struct taking_up *taking = state;
	struct request_answer *answers;
	size_t count;
	bool is_done;

	earlier_answer_list_release(taking->earlier);
	is_done = request_list_answers(db, taking->request_id, taking->visit_id,
				       &answers, &count, err);
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

static bool take_up_work(struct db *db, void *state, struct error *err)
{
	struct taking_up *taking = state;

	return request_fill_contact(db, taking->request_id, taking->contact,
				    err) &&
	       list_earlier(db, taking, err);
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

bool desk_list_earlier(struct desk *desk, int64_t request_id, int64_t visit_id,
		       struct earlier_answer_list *out, struct error *err)
{
	struct taking_up taking = {.desk = desk,
				   .request_id = request_id,
				   .visit_id = visit_id,
				   .earlier = out};

	*out = (struct earlier_answer_list){0};
	if (db_snapshot(desk->db, list_earlier, &taking, err))
		return true;
	earlier_answer_list_release(out);
	return false;
}

static bool has_answer(const struct earlier_answer_list *list,
		       int64_t question_id)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].question_id == question_id)
			return true;
	return false;
}

bool desk_add_told_before(struct desk *desk, int64_t resident_id,
			  int64_t topic_id, int64_t request_id,
			  struct earlier_answer_list *list, struct error *err)
{
	struct request_answer *answers;
	size_t count, kept = 0;
	bool is_read;

	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].is_of_other)
			free(list->items[i].value);
		else
			list->items[kept++] = list->items[i];
	list->count = kept;
	if (resident_id == 0 || topic_id == 0)
		return true;
	is_read = request_list_told_before(desk->db, resident_id, topic_id,
					   request_id, &answers, &count, err);
	list->items =
	    mem_resize(list->items, kept + count + 1, sizeof(*list->items));
	for (size_t i = 0; i < count; i++) {
		if (has_answer(list, answers[i].question_id)) {
			free(answers[i].value);
			continue;
		}
		list->items[list->count++] = (struct earlier_answer){
		    .question_id = answers[i].question_id,
		    .value = answers[i].value,
		    .told_on =
			zone_day(desk->site.time_zone, answers[i].told_at),
		    .is_of_other = true,
		};
	}
	free(answers);
	return is_read;
}
