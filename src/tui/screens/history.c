#include "history.h"

#include <stdio.h>
#include <stdlib.h>

#include "frontdesk/base/mem.h"

void history_init(struct history *history, const struct desk *desk)
{
	*history = (struct history){.desk = desk};
	list_init(&history->list);
}

void history_release(struct history *history)
{
	free(history->rows);
	list_release(&history->list);
}

/* Kept by what it is about: an entry's place may change, its id does not. */
static const char *row_id(const void *rows, size_t index)
{
	static char id[96];
	const struct history_row *row =
	    &((const struct history *)rows)->rows[index];

	switch (row->kind) {
	case HISTORY_DEED:
		snprintf(id, sizeof(id), "deed %zu", row->deed);
		break;
	case HISTORY_REQUEST:
		snprintf(id, sizeof(id), "request %lld",
			 (long long)row->request->request_id);
		break;
	case HISTORY_ENTRY:
		/* The steps of a promise have its id, each at its hour. */
		snprintf(id, sizeof(id), "%lld %d %lld %lld",
			 (long long)row->request->request_id,
			 (int)row->entry->kind, (long long)row->entry->id,
			 (long long)row->entry->at);
		break;
	}
	return id;
}

static size_t count_rows(const struct timeline *timeline, size_t deed_count)
{
	size_t count = deed_count + timeline->count;

	for (size_t i = 0; i < timeline->count; i++)
		count += timeline->requests[i].entry_count;
	return count;
}

static void add_request(struct history *history,
			const struct timeline_request *request)
{
	if (!history->is_one)
		history->rows[history->count++] = (struct history_row){
		    .kind = HISTORY_REQUEST,
		    .request = request,
		};
	for (size_t i = 0; i < request->entry_count; i++)
		history->rows[history->count++] = (struct history_row){
		    .kind = HISTORY_ENTRY,
		    .request = request,
		    .entry = &request->entries[i],
		};
}

void history_set(struct history *history, const struct timeline *timeline,
		 const char *const *deeds, size_t deed_count)
{
	size_t count = count_rows(timeline, deed_count);

	free(history->rows);
	history->rows = mem_new(count + 1, sizeof(*history->rows));
	history->count = 0;
	history->deeds = deeds;
	for (size_t i = 0; i < deed_count; i++)
		history->rows[history->count++] =
		    (struct history_row){.kind = HISTORY_DEED, .deed = i};
	for (size_t i = 0; i < timeline->count; i++)
		add_request(history, &timeline->requests[i]);
	list_set(&history->list, history->count, row_id, history);
	if (history->list.selected == LIST_NONE && history->count)
		list_select(&history->list,
			    deed_count < history->count ? deed_count : 0,
			    row_id, history);
}

const struct history_row *history_selected(const struct history *history)
{
	size_t at = history->list.selected;

	return at < history->count ? &history->rows[at] : NULL;
}

bool history_handle(struct history *history, const struct key *key)
{
	return list_handle(&history->list, key, true, row_id, history);
}
