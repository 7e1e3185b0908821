#include "action.h"

#include <string.h>
#include <strings.h>

#include "frontdesk/base/str.h"
#include "match.h"

static const struct action_info infos[ACTION_COUNT] = {
    [ACTION_NONE] = {"", "", "", "", "", ""},
#define ACTION_INFO(name, id, key, label, brief, help, synonyms)               \
	[ACTION_##name] = {id, key, label, brief, help, synonyms},
    ACTION_COMMANDS(ACTION_INFO) ACTION_MOVES(ACTION_INFO)
#undef ACTION_INFO
};

const struct action_info *action_info(enum action action)
{
	if (action <= ACTION_NONE || action >= ACTION_COUNT)
		return &infos[ACTION_NONE];
	return &infos[action];
}

enum action action_find(const char *id)
{
	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
		if (strcmp(infos[action].id, id) == 0)
			return (enum action)action;
	return ACTION_NONE;
}

int action_match(enum action action, const char *typed)
{
	const struct action_info *info = action_info(action);
	struct str all = STR_INIT;
	int score = 0;

	str_addf(&all, "%s %s %s", _(info->name), _(info->synonyms), info->key);
	if (info->key[0] && strcasecmp(info->key, typed) == 0)
		score = 5;
	else if (match_start(typed, _(info->name)))
		score = 4;
	else if (match_words(typed, _(info->name)))
		score = 3;
	else if (match_words(typed, str_text(&all)))
		score = 2;
	else {
		str_addf(&all, " %s", _(info->help));
		score = match_words(typed, str_text(&all)) ? 1 : 0;
	}
	str_release(&all);
	return score;
}
