/*
 * who.c - whose request it is
 */
#include "who.h"

#include <stdlib.h>

#include "frontdesk/base/intl.h"

void who_add(const struct query *query, int first, struct str *out)
{
	const char *organisation = who_organisation(query, first);
	char *resident = row_name_full(query, first);
	size_t before = out->len;

	str_add(out, resident);
	if (!str_is_blank(organisation)) {
		if (out->len > before)
			str_add(out, " · ");
		str_add(out, organisation);
	}
	if (out->len == before)
		str_add(out, _("unnamed"));
	free(resident);
}

int64_t who_resident(const struct query *query, int first)
{
	return row_int(query, first + NAME_COLUMN_COUNT);
}

const char *who_organisation(const struct query *query, int first)
{
	return row_text(query, first + NAME_COLUMN_COUNT + 1);
}

const char *topic_words(const struct query *query, int column)
{
	const char *name = row_text(query, column);

	return name != NULL ? name : _("No topic yet");
}
