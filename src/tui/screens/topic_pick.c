/* The topics that meet what was typed, as rows to pick from. */
#include "topic_pick.h"

#include <stdio.h>

#include "frontdesk/desk/find.h"

#define TOPICS_MAX 100

bool topic_pick_find(struct app *app, void *state, const char *typed,
		     struct pick_rows *out, struct error *err)
{
	struct find found = {0};
	char id[24];

	(void)state;
	if (!desk_find_topics(app_desk(app), typed, TOPICS_MAX, &found, err))
		return false;
	for (size_t i = 0; i < found.count; i++) {
		snprintf(id, sizeof(id), "%lld", (long long)found.rows[i].id);
		pick_add(out, id, found.rows[i].title, found.rows[i].detail);
	}
	find_release(&found);
	return true;
}
