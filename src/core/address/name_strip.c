/*
 * name_strip.c - a name on its way into a sentence: text, or not there
 */
#include "name_strip.h"

#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"

void name_strip(const struct person_name *name, struct str *room,
		struct person_name *out)
{
	char **parts[] = {
#define LIST_PART(member, field, label, max) &out->member,
	    NAME_TEXTS(LIST_PART)
#undef LIST_PART
	};
	size_t at[MEM_COUNT(parts)];
	bool is_changed[MEM_COUNT(parts)] = {false};

	*out = *name;
	str_clear(room);
	for (size_t i = 0; i < MEM_COUNT(parts); i++) {
		if (!*parts[i] || text_is_stripped(*parts[i]))
			continue;
		is_changed[i] = true;
		at[i] = room->len;
		text_strip(*parts[i], room);
		str_add_n(room, "", 1);
	}
	/* Only now: the room has moved while it grew. */
	for (size_t i = 0; i < MEM_COUNT(parts); i++) {
		if (is_changed[i])
			*parts[i] = room->text + at[i];
		if (str_is_blank(*parts[i]))
			*parts[i] = NULL;
	}
}
