/* ^Y: the answer to "how may I address you", noted at once. */
#include <stdlib.h>

#include "../dialog.h"
#include "address.h"
#include "frontdesk/base/mem.h"
#include "screens.h"

static const char *permission_said(enum permission permission)
{
	switch (permission) {
	case PERMISSION_YES:
		return _("the first name may be used");
	case PERMISSION_NO:
		return _("not the first name");
	default:
		return _("whether the first name may be used was not asked");
	}
}

static void note_permission(struct app *app, struct asking *asking,
			    enum permission permission)
{
	struct error err = {0};

	if (desk_note_permission(app_desk(app), asking->resident.resident_id,
				 permission, &err))
		address_noted(app, asking, permission_said(permission), false);
	else
		address_failed(app, asking, &err);
}

static bool answered(struct app *app, void *state, const char *text,
		     struct error *err)
{
	struct asking *asking = state;
	struct str words = STR_INIT;

	if (!desk_note_address_as(app_desk(app), asking->resident.resident_id,
				  text, err))
		return false;
	str_addf(&words, _("called “%s”"), text);
	address_noted(app, asking, str_text(&words), false);
	str_release(&words);
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

/* The same letter takes it back. */
static void turn_as_it_stands(struct app *app, struct asking *asking)
{
	bool as_it_stands = !asking->resident.as_it_stands;
	struct error err = {0};

	if (desk_note_as_it_stands(app_desk(app), asking->resident.resident_id,
				   as_it_stands, &err))
		address_noted(app, asking,
			      as_it_stands
				  ? _("as it stands, nobody asks again")
				  : _("as it stands no more, they are asked"),
			      false);
	else
		address_failed(app, asking, &err);
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
		turn_as_it_stands(app, asking);
		break;
	}
}

/* What can be taken back is offered where it was said. */
static bool is_offered(const struct asking *asking, enum reply reply)
{
	return reply != NOT_ASKED ||
	       asking->resident.first_name_ok != PERMISSION_UNKNOWN;
}

static bool holds(const struct resident *resident, enum reply reply)
{
	switch (reply) {
	case FIRST_NAME:
		return resident->first_name_ok == PERMISSION_YES;
	case NOT_FIRST_NAME:
		return resident->first_name_ok == PERMISSION_NO;
	case AS_IT_STANDS:
		return resident->as_it_stands;
	default:
		return false;
	}
}

/* What holds now, else what the answer would change. */
static void add_hint(const struct resident *resident, enum reply reply,
		     struct str *out)
{
	const char *title = resident->name.title;
	const char *words = reply == TITLE   ? title
			    : reply == WORDS ? resident->name.address_as
					     : NULL;

	if (holds(resident, reply)) {
		str_add(out, reply == AS_IT_STANDS ? _("now: nobody asks")
						   : _("now"));
	} else if (!str_is_blank(words)) {
		str_addf(out, _("now: %s"), words);
	} else if (reply == NOT_THIS_TITLE && !str_is_blank(title)) {
		str_addf(out, _("%s, or another; never said again"), title);
	} else if (reply == NOT_THIS_TITLE && resident->refused_titles.count) {
		str_add(out, _("now: not "));
		title_list_format(&resident->refused_titles, _(", not "), out);
	} else if (choices[reply].hint) {
		str_add(out, _(choices[reply].hint));
	}
}

/* Those that are offered, each with its hint, which is the caller's. */
static size_t offer(struct asking *asking, struct str hints[REPLY_COUNT],
		    struct dialog_choice out[REPLY_COUNT])
{
	const struct resident *resident = &asking->resident;
	size_t count = 0;

	for (enum reply reply = 0; reply < REPLY_COUNT; reply++) {
		const char *label = choices[reply].label;

		if (!is_offered(asking, reply))
			continue;
		if (reply == AS_IT_STANDS && resident->as_it_stands)
			label = N_("As it stands no more: ask again");
		add_hint(resident, reply, &hints[reply]);
		asking->replies[count] = reply;
		out[count++] = (struct dialog_choice){
		    choices[reply].letter, _(label),
		    hints[reply].len ? str_text(&hints[reply]) : NULL};
	}
	return count;
}

void address_ask(struct app *app, int64_t resident_id,
		 void (*done)(struct app *app, void *state), void *state)
{
	struct asking *asking = mem_new(1, sizeof(*asking));
	struct dialog_choice shown[REPLY_COUNT];
	struct str hints[REPLY_COUNT] = {0}, title = STR_INIT;
	struct error err = {0};
	char *question;

	if (!desk_get_resident(app_desk(app), resident_id, &asking->resident,
			       &err) ||
	    !desk_cue_resident(app_desk(app), resident_id, &asking->cue,
			       &err) ||
	    !desk_word_question(app_desk(app), &asking->cue, &question, &err)) {
		app_problem(app, &err);
		resident_release(&asking->resident);
		cue_release(&asking->cue);
		free(asking);
		return;
	}
	asking->done = done;
	asking->state = state;
	str_addf(&title, "“%s”", question);
	free(question);
	dialog_choose(app, str_text(&title), shown, offer(asking, hints, shown),
		      chosen, address_cancelled, asking);
	str_release(&title);
	for (size_t i = 0; i < REPLY_COUNT; i++)
		str_release(&hints[i]);
}
