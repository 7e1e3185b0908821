/*
 * who.c - whose request it is
 */
#include "who.h"

#include <string.h>

#include "frontdesk/base/intl.h"

void who_borrow_name(const struct query *query, int first,
		     struct person_name *out)
{
	memset(out, 0, sizeof(*out));
	/* The name only looks at its text; the statement keeps it. */
#define WHO_MEMBER(member, field, label, max)                                  \
	out->member = (char *)row_text(query, first++);
	NAME_TEXTS(WHO_MEMBER)
#undef WHO_MEMBER
	out->chaplain = row_int(query, first) == 1;
	out->retired = row_int(query, first + 1) == 1;
}

void who_add(const struct query *query, int first, struct str *out)
{
	const char *organisation = row_text(query, first + WHO_NAME_COUNT + 1);
	struct person_name name;
	size_t before = out->len;

	if (who_resident(query, first) != 0) {
		who_borrow_name(query, first, &name);
		person_name_add_full(&name, out);
	}
	if (!str_is_blank(organisation)) {
		if (out->len > before)
			str_add(out, " · ");
		str_add(out, organisation);
	}
	if (out->len == before)
		str_add(out, _("unnamed"));
}

int64_t who_resident(const struct query *query, int first)
{
	return row_int(query, first + WHO_NAME_COUNT);
}

const char *topic_words(const struct query *query, int column)
{
	const char *name = row_text(query, column);

	return name != NULL ? name : _("No topic yet");
}
