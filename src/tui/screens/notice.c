/* A notice for everybody at this site: its words, and until when. */
#include <stdlib.h>

#include "../dialog.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/calendar.h"
#include "frontdesk/desk/notice.h"
#include "screens.h"

struct posting {
	char *words;
};

static void posting_free(struct app *app, void *state)
{
	struct posting *posting = state;

	(void)app;
	free(posting->words);
	free(posting);
}

static bool until_given(struct app *app, void *state, const char *text,
			struct error *err)
{
	struct posting *posting = state;

	if (!desk_post_notice(app_desk(app), posting->words, text, err))
		return false;
	posting_free(app, posting);
	app_reload(app);
	app_news(app, _("It stands on every desk here, and in the briefing. "
			"Enter on it there ends it."));
	return true;
}

static bool words_given(struct app *app, void *state, const char *text,
			struct error *err)
{
	const struct dialog_question question = {
	    .kind = "notice until",
	    .title = _("Until when?"),
	    .label = _("Until"),
	    .hint = _("3pm, tomorrow; blank: until somebody ends it"),
	    .limit = {.field = "when", .label = _("the hour"), .max = 60},
	};
	struct posting *posting = mem_new(1, sizeof(*posting));

	(void)state;
	(void)err;
	posting->words = mem_copy(text);
	dialog_ask(app, &question, until_given, posting_free, posting);
	return true;
}

void notice_ask(struct app *app)
{
	const struct dialog_question question = {
	    .kind = "notice",
	    .title = _("What must everybody here know for now?"),
	    .label = _("Notice"),
	    .hint = _("The permit system is down"),
	    .limit = {.field = "words",
		      .label = _("the notice"),
		      .max = 120,
		      .is_required = true},
	};

	dialog_ask(app, &question, words_given, NULL, NULL);
}
