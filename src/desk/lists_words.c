/*
 * lists_words.c - which lists there are for whom, and what they are called
 */
#include "frontdesk/desk/lists.h"

#include "desk_private.h"
#include "frontdesk/base/intl.h"

static const struct {
	const char *words, *empty;
} texts[] = {
#define DESK_LIST_TEXTS(suffix, words, empty) [LIST_##suffix] = {words, empty},
    DESK_LISTS(DESK_LIST_TEXTS)
#undef DESK_LIST_TEXTS
};

const char *desk_list_words(enum desk_list list)
{
	return _(texts[list].words);
}

const char *desk_list_empty(enum desk_list list)
{
	return _(texts[list].empty);
}

bool desk_has_list(const struct desk *desk, enum desk_list list)
{
	return list != LIST_UNACCEPTED ||
	       desk->session.role == ROLE_SUPERVISOR ||
	       desk->session.role == ROLE_ADMINISTRATOR;
}
