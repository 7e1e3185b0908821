/*
 * lists.c - what waits for somebody, row by row
 */
#include "frontdesk/desk/lists.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/store/unanswered.h"
#include "frontdesk/store/visit.h"
#include "lists_private.h"
#include "passing.h"

void list_page_release(struct list_page *page)
{
	for (size_t i = 0; i < page->count; i++) {
		free(page->rows[i].who);
		free(page->rows[i].what);
		free(page->rows[i].note);
		free(page->rows[i].more);
	}
	free(page->rows);
	memset(page, 0, sizeof(*page));
}

struct list_row *list_page_add(struct list_page *page, size_t limit)
{
	if (page->count == limit) {
		page->has_more = true;
		return NULL;
	}
	page->rows =
	    mem_resize(page->rows, page->count + 1, sizeof(*page->rows));
	memset(&page->rows[page->count], 0, sizeof(*page->rows));
	return &page->rows[page->count++];
}

struct list_row *lists_add_row(struct list_reading *reading)
{
	return list_page_add(reading->page, reading->limit);
}

static bool read_list(struct desk *desk, const struct list_query *query,
		      struct list_reading *reading, struct error *err)
{
	struct db *db = desk->db;

	switch (reading->list) {
	case LIST_HANDED:
		return lists_read_handed(desk, query, reading, err);
	case LIST_ASIDE:
		return list_aside(db, query, lists_add_entry, reading, err);
	case LIST_PROMISES:
		return list_promises(db, query, lists_add_entry, reading, err);
	case LIST_TO_TELL:
		return list_to_tell(db, query, lists_add_entry, reading, err);
	case LIST_TO_ACKNOWLEDGE:
		return list_to_acknowledge(db, query, lists_add_entry, reading,
					   err);
	case LIST_OPEN:
		return list_open_requests(db, query, lists_add_entry, reading,
					  err);
	case LIST_UNANSWERED:
		return list_unanswered(db, query, lists_add_entry, reading,
				       err);
	case LIST_FEEDBACK:
		return lists_read_feedback(db, query, reading->page, err);
	case LIST_IDEAS:
		return lists_read_ideas(db, query, reading->page, err);
	case LIST_THANKS:
		return lists_read_thanks(db, query, reading->page, err);
	case LIST_UNACCEPTED:
		return list_unaccepted(db, query, lists_add_entry, reading,
				       err);
	default:
		return list_today(db, query, lists_add_entry, reading, err);
	}
}

static void take_people(int64_t visit_id, const struct visit *present,
			void *state)
{
	const struct list_page *page = state;
	struct str who = STR_INIT;

	visit_add_people(present, "·", &who);
	for (size_t i = 0; i < page->count; i++)
		if (page->rows[i].id == visit_id)
			mem_replace(&page->rows[i].who, str_text(&who));
	str_release(&who);
}

/* Of visits everybody who is present is shown, each with a part. */
static bool read_people(struct desk *desk, enum desk_list list,
			struct list_page *page, struct error *err)
{
	int64_t *ids;
	bool is_read;

	if ((list != LIST_ASIDE && list != LIST_TODAY) || page->count == 0)
		return true;
	ids = mem_new(page->count, sizeof(*ids));
	for (size_t i = 0; i < page->count; i++)
		ids[i] = page->rows[i].id;
	is_read = visit_each_present(desk->db, ids, page->count, take_people,
				     page, err);
	free(ids);
	return is_read;
}

bool desk_read_list(struct desk *desk, enum desk_list list, size_t limit,
		    struct list_page *out, struct error *err)
{
	struct list_reading reading = {
	    .desk = desk, .list = list, .page = out, .limit = limit};
	struct list_query query;

	memset(out, 0, sizeof(*out));
	if (!desk_need_session(desk, err))
		return false;
	if (!desk_has_list(desk, list))
		return true;
	passing_asks(desk, &query);
	query.limit = limit + 1;
	if (read_list(desk, &query, &reading, err) &&
	    read_people(desk, list, out, err))
		return true;
	list_page_release(out);
	return false;
}

bool desk_read_offered(struct desk *desk, size_t limit, struct list_page *out,
		       struct error *err)
{
	struct list_reading reading = {
	    .desk = desk, .list = LIST_UNACCEPTED, .page = out, .limit = limit};
	struct list_query query;

	*out = (struct list_page){0};
	if (!desk_need_session(desk, err))
		return false;
	passing_asks(desk, &query);
	query.offered_before = query.now + 1;
	query.limit = limit + 1;
	if (desk_has_list(desk, LIST_UNACCEPTED)
		? list_unaccepted(desk->db, &query, lists_add_entry, &reading,
				  err)
		: list_offered(desk->db, &query, lists_add_entry, &reading,
			       err))
		return true;
	list_page_release(out);
	return false;
}
