/*
 * demo_deed_voice.c - ideas of the demo's staff, what became of them, thanks
 */
#include <string.h>

#include "demo_deed.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/idea.h"
#include "frontdesk/desk/thanks.h"

static bool do_decide(const struct deed *deed, struct error *err)
{
	enum idea_state decision;

	return idea_state_parse(deed_text(deed, "result"), &decision, err) &&
	       desk_decide_idea(deed->desk, *deed->request_id, decision,
				deed_text(deed, "text"), err);
}

static bool do_read(const struct deed *deed, struct error *err)
{
	struct idea idea;
	bool is_read =
	    desk_open_idea(deed->desk, *deed->request_id, &idea, err);

	idea_release(&idea);
	return is_read;
}

/* From a visitor where a channel is named, else from who notes it. */
static bool do_thank(const struct deed *deed, struct error *err)
{
	const char *to = deed_text(deed, "to");
	const struct demo_person *person =
	    to != NULL ? demo_staff(deed->demo, to) : NULL;

	if (person == NULL)
		return deed_wrong(deed, err,
				  _("nobody of that name works here"));
	return desk_thank(deed->desk, person->staff_id,
			  deed_text(deed, "channel") != NULL, 0,
			  deed_text(deed, "text"), err);
}

bool deed_is_voice(const char *what)
{
	return str_same(what, "idea") || str_same(what, "remark") ||
	       str_same(what, "decide") || str_same(what, "read") ||
	       str_same(what, "thank");
}

bool deed_voice(const struct deed *deed, const char *what, struct error *err)
{
	if (strcmp(what, "idea") == 0)
		return desk_note_idea(deed->desk, 0, deed_text(deed, "text"),
				      deed->request_id, err);
	if (strcmp(what, "remark") == 0)
		return desk_remark_idea(deed->desk, *deed->request_id,
					deed_text(deed, "text"), err);
	if (strcmp(what, "decide") == 0)
		return do_decide(deed, err);
	if (strcmp(what, "thank") == 0)
		return do_thank(deed, err);
	return do_read(deed, err);
}
