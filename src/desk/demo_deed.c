/*
 * demo_deed.c - one line of stories.tsv happens
 */
#include "demo_deed.h"

#include <stdio.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/signin.h"

const char *deed_text(const struct deed *deed, const char *column)
{
	return table_text(deed->stories, deed->row, column);
}

bool deed_wrong(const struct deed *deed, struct error *err, const char *what)
{
	return table_wrong(deed->stories, deed->row, err, "%s", what);
}

static const struct handoff_target *target_of(const struct handoff_draft *draft,
					      int64_t staff_id)
{
	for (size_t i = 0; i < draft->target_count; i++)
		if (draft->targets[i].staff_id == staff_id)
			return &draft->targets[i];
	return NULL;
}

static bool do_offer(const struct deed *deed, struct error *err)
{
	const char *to = deed_text(deed, "to");
	const struct demo_person *person =
	    to != NULL ? demo_staff(deed->demo, to) : NULL;
	struct handoff_draft draft;
	const struct handoff_target *target;
	int64_t handoff_id;
	bool is_offered;

	if (!desk_prepare_handoff(deed->desk, *deed->request_id, 0, &draft,
				  err))
		return false;
	target = person != NULL ? target_of(&draft, person->staff_id) : NULL;
	is_offered =
	    target != NULL
		? desk_offer_handoff(deed->desk, &draft, target,
				     deed_text(deed, "text"), &handoff_id, err)
		: deed_wrong(deed, err, _("nobody is there to hand to"));
	handoff_draft_release(&draft);
	return is_offered;
}

/* By when, from the column "to", as desk_make_promise reads it. */
static bool read_when(const struct deed *deed, char when[32], struct error *err)
{
	const char *to = deed_text(deed, "to");
	struct local local;

	if (to == NULL || demo_when(deed->demo, to) == 0)
		return deed_wrong(deed, err, _("when is not understood"));
	zone_local(deed->demo->zone, demo_when(deed->demo, to), &local);
	snprintf(when, 32, "%04d-%02d-%02d %02d:%02d", local.year, local.month,
		 local.day, local.hour, local.minute);
	return true;
}

static bool do_accept(const struct deed *deed, struct error *err)
{
	struct handoff_list list;
	int64_t handoff_id = 0;
	char when[32];

	if (!read_when(deed, when, err) ||
	    !desk_list_handoffs(deed->desk, &list, err))
		return false;
	for (size_t i = 0; i < list.count; i++)
		if (list.items[i].request_id == *deed->request_id)
			handoff_id = list.items[i].handoff_id;
	handoff_list_release(&list);
	return desk_accept_handoff(deed->desk, handoff_id,
				   deed_text(deed, "text"), when, err);
}

static bool do_promise(const struct deed *deed, struct error *err)
{
	char when[32];
	int64_t promise_id;

	return read_when(deed, when, err) &&
	       desk_make_promise(deed->desk, *deed->request_id,
				 deed_text(deed, "text"), when, 0, &promise_id,
				 err);
}

/* The lines of one case share the request of the first. */
static int64_t *case_of(const struct table *stories, size_t row, int64_t *cases)
{
	const char *name = table_text(stories, row, "case");

	for (size_t i = 0; name != NULL && i < row; i++)
		if (str_same(table_text(stories, i, "case"), name))
			return &cases[i];
	return &cases[row];
}

static bool sign_in(const struct deed *deed, struct error *err)
{
	const char *login = deed_text(deed, "staff");
	const struct demo_person *person =
	    login != NULL ? demo_staff(deed->demo, login) : NULL;

	if (person == NULL)
		return deed_wrong(deed, err,
				  _("nobody of that name works here"));
	if (deed->desk->session.staff_id == person->staff_id)
		return true;
	return desk_sign_in(deed->desk, person->login, NULL, person->window_id,
			    err);
}

bool demo_do(struct demo *demo, const struct table *stories, size_t row,
	     int64_t *cases, struct error *err)
{
	const struct deed deed = {
	    .demo = demo,
	    .desk = demo->desk,
	    .stories = stories,
	    .row = row,
	    .request_id = case_of(stories, row, cases),
	};
	const char *what = deed_text(&deed, "deed");

	if (what == NULL)
		return deed_wrong(&deed, err, _("there is nothing to do"));
	/* The history acts as many; this is this person's own work. */
	if (!sign_in(&deed, err))
		return false;
	db_set_actor(demo->desk->db, demo->desk->session.staff_id);
	if (strcmp(what, "join") == 0)
		return deed_join(&deed, err);
	if (strcmp(what, "offer") == 0)
		return do_offer(&deed, err);
	if (strcmp(what, "accept") == 0)
		return do_accept(&deed, err);
	if (strcmp(what, "promise") == 0)
		return do_promise(&deed, err);
	if (strcmp(what, "resolve") == 0)
		return desk_resolve_request(demo->desk, *deed.request_id,
					    deed_text(&deed, "text"), err);
	if (deed_is_voice(what))
		return deed_voice(&deed, what, err);
	if (deed_is_of_day(what))
		return deed_day(&deed, what, err);
	return deed_visit(&deed, what, err);
}
