/*
 * title_list.c - titles that somebody asked not to be called by
 */
#include "frontdesk/core/title_list.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/core/name.h"

void title_list_release(struct title_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->items[i]);
	free(list->items);
	*list = (struct title_list){0};
}

void title_list_copy(struct title_list *out, const struct title_list *list)
{
	*out = (struct title_list){0};
	for (size_t i = 0; i < list->count; i++)
		title_list_add(out, list->items[i]);
}

/* SIZE_MAX: it is not there. */
static size_t find(const struct title_list *list, const char *title)
{
	struct str room = STR_INIT;
	size_t at = 0;

	while (at < list->count &&
	       !name_is_alike(list->items[at], title, &room))
		at++;
	str_release(&room);
	return at < list->count ? at : SIZE_MAX;
}

bool title_list_has(const struct title_list *list, const char *title)
{
	return !str_is_blank(title) && find(list, title) != SIZE_MAX;
}

void title_list_add(struct title_list *list, const char *title)
{
	if (str_is_blank(title) || title_list_has(list, title))
		return;
	list->items =
	    mem_resize(list->items, list->count + 1, sizeof(*list->items));
	list->items[list->count++] = mem_copy(title);
}

void title_list_remove(struct title_list *list, const char *title)
{
	size_t at = find(list, title);

	if (at == SIZE_MAX)
		return;
	free(list->items[at]);
	list->count--;
	memmove(&list->items[at], &list->items[at + 1],
		(list->count - at) * sizeof(*list->items));
}

void title_list_parse(const char *text, struct title_list *list)
{
	while (text != NULL && *text != '\0') {
		size_t len = strcspn(text, TITLE_LIST_MARK);
		size_t blanks = strspn(text, " ");
		size_t end = len;
		char *title;

		while (end > blanks && text[end - 1] == ' ')
			end--;
		title = end > blanks ? mem_copy_n(text + blanks, end - blanks)
				     : NULL;
		title_list_add(list, title);
		free(title);
		text += len + (text[len] != '\0');
	}
}

void title_list_format(const struct title_list *list, const char *between,
		       struct str *out)
{
	for (size_t i = 0; i < list->count; i++)
		str_addf(out, "%s%s", i > 0 ? between : "", list->items[i]);
}

bool title_list_check(const char *title, struct error *err)
{
	static const struct text_limit limit = {"title", N_("the title"), 40,
						false, true};

	if (!text_check(title, &limit, err))
		return false;
	return strpbrk(title, TITLE_LIST_MARK) == NULL ||
	       error_set(err, ERROR_INVALID, "title",
			 _("A title has no %s in it."), TITLE_LIST_MARK);
}
