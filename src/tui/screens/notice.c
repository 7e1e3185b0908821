/* A notice for everybody at this site: its words, and until when. */
#include "frontdesk/desk/notice.h"
#include "due.h"
#include "frontdesk/base/intl.h"
#include "screens.h"
#include "short_form.h"

#define LABEL_COLS 10

static bool post(struct app *app, const struct form *form, int64_t about,
		 struct error *err)
{
	(void)about;
	return desk_post_notice(app_desk(app), form_value(form, "words"),
				form_value(form, "when"), err);
}

static void show_until(struct desk *desk, struct form *form)
{
	due_show(desk, form, _("3pm, tomorrow; blank: until somebody ends it"));
}

void notice_ask(struct app *app)
{
	const struct short_form ask = {
	    .kind = "notice",
	    .title = _("What must everybody here know for now?"),
	    .hint = _("As people say it: The permit system is down."),
	    .save = post,
	    .show = show_until,
	    .done = N_("It stands on every desk here, and in the briefing. "
		       "Enter on it there ends it."),
	};
	struct form form;

	form_init(&form, LABEL_COLS);
	form_add_text(&form, "words", _("Notice"), 120, false);
	form_add_text(&form, "when", _("Until"), 60, false);
	form_focus(&form, "words");
	short_form_open(app, &ask, &form);
}
