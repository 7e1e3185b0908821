#include "list.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"

void list_init(struct list *list)
{
	memset(list, 0, sizeof(*list));
	list->selected = LIST_NONE;
	list->view = mem_new(1, sizeof(*list->view));
	list->view->rows = 1;
}

void list_release(struct list *list)
{
	str_release(&list->id);
	free(list->view);
	memset(list, 0, sizeof(*list));
}

static size_t find(const struct list *list, list_id_fn *id, const void *rows)
{
	for (size_t i = 0; i < list->count; i++)
		if (str_same(id(rows, i), str_text(&list->id)))
			return i;
	return LIST_NONE;
}

void list_set(struct list *list, size_t count, list_id_fn *id, const void *rows)
{
	size_t was = list->selected;

	list->count = count;
	if (was == LIST_NONE)
		return;
	list->selected = find(list, id, rows);
	if (list->selected == LIST_NONE && count > 0)
		list_select(list, was < count ? was : count - 1, id, rows);
}

void list_select(struct list *list, size_t index, list_id_fn *id,
		 const void *rows)
{
	str_clear(&list->id);
	if (index == LIST_NONE || list->count == 0) {
		list->selected = LIST_NONE;
		return;
	}
	list->selected = index < list->count ? index : list->count - 1;
	str_add(&list->id, id(rows, list->selected));
}

/* The row that a move leads to. */
static size_t target(const struct list *list, enum action action)
{
	size_t last = list->count - 1, at = list->selected;
	size_t page = list->view->rows > 1 ? (size_t)list->view->rows - 1 : 1;
	bool is_none = at == LIST_NONE;

	switch (action) {
	case ACTION_UP:
		if (is_none)
			return list->may_be_none ? LIST_NONE : last;
		if (at == 0)
			return list->may_be_none ? LIST_NONE : 0;
		return at - 1;
	case ACTION_DOWN:
		return is_none ? 0 : at < last ? at + 1 : last;
	case ACTION_PAGE_UP:
		return is_none || at < page ? 0 : at - page;
	case ACTION_PAGE_DOWN:
		return is_none ? 0 : at + page < last ? at + page : last;
	case ACTION_HOME:
		return 0;
	default:
		return last;
	}
}

bool list_handle(struct list *list, const struct key *key, bool with_ends,
		 list_id_fn *id, const void *rows)
{
	if (key->kind != KEY_KIND_ACTION)
		return false;
	switch (key->action) {
	case ACTION_HOME:
	case ACTION_END:
		if (!with_ends)
			return false;
		break;
	case ACTION_UP:
	case ACTION_DOWN:
	case ACTION_PAGE_UP:
	case ACTION_PAGE_DOWN:
		break;
	default:
		return false;
	}
	if (list->count > 0)
		list_select(list, target(list, key->action), id, rows);
	return true;
}

size_t list_top(const struct list *list, int rows)
{
	size_t top = list->view->top, page = rows > 0 ? (size_t)rows : 1;
	size_t at = list->selected == LIST_NONE ? 0 : list->selected;

	if (top + page > list->count)
		top = list->count > page ? list->count - page : 0;
	if (at < top)
		top = at;
	if (at >= top + page)
		top = at - page + 1;
	list->view->top = top;
	list->view->rows = (int)page;
	return top;
}
