/* A question that nobody knew goes to another topic or department. */
#include "nobody.h"

#include <stdio.h>
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/signin.h"
#include "frontdesk/desk/unanswered.h"

#define TOPICS 100

struct going {
	int64_t unanswered_id;
};

bool nobody_find_topics(struct app *app, void *state, const char *typed,
			struct pick_rows *out, struct error *err)
{
	struct find found;
	char id[24];

	(void)state;
	if (!desk_find_topics(app_desk(app), typed, TOPICS, &found, err))
		return false;
	for (size_t i = 0; i < found.count; i++) {
		snprintf(id, sizeof(id), "%lld", (long long)found.rows[i].id);
		pick_add(out, id, found.rows[i].title, _("topic"));
	}
	find_release(&found);
	return true;
}

/* Departments have a d before their id. */
static bool find_places(struct app *app, void *state, const char *typed,
			struct pick_rows *out, struct error *err)
{
	struct department_list list;
	char id[24];

	if (!desk_list_departments(app_desk(app), &list, err))
		return false;
	for (size_t i = 0; i < list.count; i++) {
		snprintf(id, sizeof(id), "d%lld",
			 (long long)list.items[i].department_id);
		if (pick_meets(typed, list.items[i].name))
			pick_add(out, id, list.items[i].name, _("department"));
	}
	department_list_release(&list);
	return nobody_find_topics(app, state, typed, out, err);
}

static bool picked(struct app *app, void *state, const char *id,
		   const char *typed, struct error *err)
{
	struct going *going = state;
	bool is_department = id[0] == 'd';
	int64_t place = strtoll(id + (is_department ? 1 : 0), NULL, 10);
	char *owner;

	(void)typed;
	if (!desk_pass_unanswered(app_desk(app), going->unanswered_id,
				  is_department ? 0 : place,
				  is_department ? place : 0, &owner, err))
		return false;
	app_news(app, _("Passed on: %s has it to answer.  ^Z takes it back"),
		 owner);
	app_reload(app);
	free(owner);
	free(going);
	return true;
}

static void cancelled(struct app *app, void *state)
{
	(void)app;
	free(state);
}

void nobody_pass(struct app *app, int64_t unanswered_id)
{
	struct going *going = mem_new(1, sizeof(*going));
	const struct pick pick = {
	    .title = _("Who can answer it?"),
	    .label = _("Topic or department"),
	    .find = find_places,
	    .picked = picked,
	    .cancelled = cancelled,
	    .state = going,
	};

	going->unanswered_id = unanswered_id;
	pick_open(app, &pick);
}
