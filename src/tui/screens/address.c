/* ^Y: the answer to "how may I address you", noted at once. */
#include <stdlib.h>

#include "../dialog.h"
#include "address.h"
#include "frontdesk/base/mem.h"
#include "screens.h"

static void end(struct app *app, struct asking *asking)
{
	if (asking->done)
		asking->done(app, asking->state);
	app_reload(app);
	resident_release(&asking->resident);
	free(asking);
}

void address_finish(struct app *app, struct asking *asking, bool is_noted,
		    const struct error *err)
{
	if (is_noted)
		app_news(app, _("Noted, with who heard it and when."));
	else
		app_problem(app, err);
	end(app, asking);
}

void address_cancelled(struct app *app, void *state)
{
	end(app, state);
}

static void note_permission(struct app *app, struct asking *asking,
			    enum permission permission)
{
	struct error err = {0};
	bool is_noted = desk_note_permission(
	    app_desk(app), asking->resident.resident_id, permission, &err);

	address_finish(app, asking, is_noted, &err);
}

static bool answered(struct app *app, void *state, const char *text,
		     struct error *err)
{
	struct asking *asking = state;

	if (!desk_note_address_as(app_desk(app), asking->resident.resident_id,
				  text, err))
		return false;
	address_finish(app, asking, true, err);
	return true;
}

static void ask_words(struct app *app, struct asking *asking)
{
	const struct dialog_question question = {
	    .kind = "address",
	    .about = asking->resident.resident_id,
	    .title = _("How do they wish to be addressed?"),
	    .label = _("Address as"),
	    .hint = _("In their words; it is said just so."),
	    .limit = {.field = "address_as",
		      .label = _("how they wish to be addressed"),
		      .max = 100,
		      .is_required = true},
	};

	dialog_ask(app, &question, answered, address_cancelled, asking);
}

static void note_as_it_stands(struct app *app, struct asking *asking)
{
	struct error err = {0};
	bool is_noted = desk_note_as_it_stands(
	    app_desk(app), asking->resident.resident_id, &err);

	address_finish(app, asking, is_noted, &err);
}

static const struct dialog_choice choices[REPLY_COUNT] = {
    [TITLE] = {'t', N_("A title"), N_("Ms., Mr., Dr., Sra. …")},
    [FIRST_NAME] = {'y', N_("The first name may be used"), NULL},
    [NOT_FIRST_NAME] = {'n', N_("Not the first name"), NULL},
    [NOT_ASKED] = {'a', N_("First name: not asked"),
		   N_("what they said is taken back")},
    [NOT_THIS_TITLE] = {'r', N_("Not this title"), N_("never said again")},
    [WORDS] = {'c', N_("Called something else"), N_("in their own words")},
    [AS_IT_STANDS] = {'s', N_("As it stands"), N_("and do not ask again")},
};

static void chosen(struct app *app, void *state, size_t index)
{
	struct asking *asking = state;

	switch (asking->replies[index]) {
	case TITLE:
		address_ask_title(app, asking);
		break;
	case FIRST_NAME:
		note_permission(app, asking, PERMISSION_YES);
		break;
	case NOT_FIRST_NAME:
		note_permission(app, asking, PERMISSION_NO);
		break;
	case NOT_ASKED:
		note_permission(app, asking, PERMISSION_UNKNOWN);
		break;
	case NOT_THIS_TITLE:
		address_ask_refused(app, asking);
		break;
	case WORDS:
		ask_words(app, asking);
		break;
	default:
		note_as_it_stands(app, asking);
		break;
	}
}

/* What can be taken back is offered where it was said. */
static bool is_offered(const struct asking *asking, enum reply reply)
{
	return reply != NOT_ASKED ||
	       asking->resident.first_name_ok != PERMISSION_UNKNOWN;
}

/* Those that are offered, with what each would change. */
static size_t offer(struct asking *asking, struct str *titles,
		    struct dialog_choice out[REPLY_COUNT])
{
	const char *title = asking->resident.name.title;
	size_t count = 0;

	if (!str_is_blank(title))
		str_addf(titles, _("%s, or another; never said again"), title);
	for (enum reply reply = 0; reply < REPLY_COUNT; reply++) {
		const struct dialog_choice *choice = &choices[reply];

		if (!is_offered(asking, reply))
			continue;
		asking->replies[count] = reply;
		out[count] = *choice;
		out[count].label = _(choice->label);
		out[count].hint = choice->hint ? _(choice->hint) : NULL;
		if (reply == NOT_THIS_TITLE && titles->len)
			out[count].hint = str_text(titles);
		count++;
	}
	return count;
}

void address_ask(struct app *app, int64_t resident_id,
		 void (*done)(struct app *app, void *state), void *state)
{
	struct asking *asking = mem_new(1, sizeof(*asking));
	struct dialog_choice shown[REPLY_COUNT];
	struct str titles = STR_INIT;
	struct error err = {0};

	if (!desk_get_resident(app_desk(app), resident_id, &asking->resident,
			       &err)) {
		app_problem(app, &err);
		free(asking);
		return;
	}
	asking->done = done;
	asking->state = state;
	dialog_choose(app, _("“How would you like me to address you?”"), shown,
		      offer(asking, &titles, shown), chosen, address_cancelled,
		      asking);
	str_release(&titles);
}
