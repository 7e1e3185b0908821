/* ^Y: the answer to "how may I address you", noted at once. */
#include <stdlib.h>

#include "../dialog.h"
#include "../pick.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/resident.h"
#include "honorific_pick.h"
#include "screens.h"

struct asking {
	int64_t resident_id;
	void (*done)(struct app *app, void *state);
	void *state;
};

static void finish(struct app *app, struct asking *asking, bool is_noted,
		   const struct error *err)
{
	if (!is_noted)
		app_problem(app, err);
	else
		app_news(app, _("Noted, with who heard it and when."));
	if (is_noted && asking->done)
		asking->done(app, asking->state);
	app_reload(app);
	free(asking);
}

static void cancelled(struct app *app, void *state)
{
	(void)app;
	free(state);
}

static void note_permission(struct app *app, struct asking *asking,
			    enum permission permission)
{
	struct error err = {0};
	bool is_noted = desk_note_permission(app_desk(app), asking->resident_id,
					     permission, &err);

	finish(app, asking, is_noted, &err);
}

/* The titles that are known, and what was typed as it is. */
static bool find_titles(struct app *app, void *state, const char *typed,
			struct pick_rows *out, struct error *err)
{
	(void)state;
	if (!honorific_offer(app, HONORIFIC_TITLE, honorific_pick_languages,
			     HONORIFIC_LANGUAGES, typed, out, err))
		return false;
	if (!str_is_blank(typed))
		pick_add(out, "as typed", typed, _("as it is typed"));
	return true;
}

static bool title_picked(struct app *app, void *state, const char *id,
			 const char *typed, struct error *err)
{
	struct asking *asking = state;

	if (!desk_note_title(app_desk(app), asking->resident_id,
			     str_same(id, "as typed") ? typed : id, err))
		return false;
	finish(app, asking, true, err);
	return true;
}

static void ask_title(struct app *app, struct asking *asking)
{
	struct pick pick = {
	    .title = _("Which title did they give?"),
	    .label = _("Title"),
	    .find = find_titles,
	    .picked = title_picked,
	    .cancelled = cancelled,
	    .state = asking,
	};

	pick_open(app, &pick);
}

static bool answered(struct app *app, void *state, const char *text,
		     struct error *err)
{
	struct asking *asking = state;

	if (!desk_note_address_as(app_desk(app), asking->resident_id, text,
				  err))
		return false;
	finish(app, asking, true, err);
	return true;
}

static void ask_words(struct app *app, struct asking *asking)
{
	const struct dialog_question question = {
	    .kind = "address",
	    .about = asking->resident_id,
	    .title = _("How do they wish to be addressed?"),
	    .label = _("Address as"),
	    .hint = _("In their words; it is said just so."),
	    .limit = {.field = "address_as",
		      .label = _("how they wish to be addressed"),
		      .max = 100,
		      .is_required = true},
	};

	dialog_ask(app, &question, answered, cancelled, asking);
}

static void note_as_it_stands(struct app *app, struct asking *asking)
{
	struct error err = {0};
	bool is_noted =
	    desk_note_as_it_stands(app_desk(app), asking->resident_id, &err);

	finish(app, asking, is_noted, &err);
}

enum reply { TITLE, FIRST_NAME, NOT_FIRST_NAME, WORDS, AS_IT_STANDS };

static const struct dialog_choice choices[] = {
    [TITLE] = {'t', N_("A title"), N_("Ms., Mr., Dr., Sra. …")},
    [FIRST_NAME] = {'y', N_("The first name may be used"), NULL},
    [NOT_FIRST_NAME] = {'n', N_("Not the first name"), NULL},
    [WORDS] = {'c', N_("Called something else"), N_("in their own words")},
    [AS_IT_STANDS] = {'s', N_("As it stands"), N_("and do not ask again")},
};

static void chosen(struct app *app, void *state, size_t index)
{
	struct asking *asking = state;

	switch ((enum reply)index) {
	case TITLE:
		ask_title(app, asking);
		break;
	case FIRST_NAME:
		note_permission(app, asking, PERMISSION_YES);
		break;
	case NOT_FIRST_NAME:
		note_permission(app, asking, PERMISSION_NO);
		break;
	case WORDS:
		ask_words(app, asking);
		break;
	case AS_IT_STANDS:
		note_as_it_stands(app, asking);
		break;
	}
}

void address_ask(struct app *app, int64_t resident_id,
		 void (*done)(struct app *app, void *state), void *state)
{
	struct asking *asking = mem_new(1, sizeof(*asking));
	struct dialog_choice shown[MEM_COUNT(choices)];

	asking->resident_id = resident_id;
	asking->done = done;
	asking->state = state;
	for (size_t i = 0; i < MEM_COUNT(choices); i++) {
		shown[i] = choices[i];
		shown[i].label = _(shown[i].label);
		shown[i].hint = shown[i].hint ? _(shown[i].hint) : NULL;
	}
	dialog_choose(app, _("“How would you like me to address you?”"), shown,
		      MEM_COUNT(shown), chosen, cancelled, asking);
}
