/* What was noted, in words, and what it does not change. */
#include <stdlib.h>
#include <string.h>

#include "address.h"
#include "frontdesk/desk/find.h"

static void end(struct app *app, struct asking *asking)
{
	if (asking->done)
		asking->done(app, asking->state);
	app_reload(app);
	cue_release(&asking->cue);
	resident_release(&asking->resident);
	free(asking);
}

/* SAY is as it was: something comes before what they said now. */
static bool is_said_as_before(struct app *app, const struct asking *asking)
{
	struct error err = {0};
	struct cue cue;
	bool is_same;

	if (!desk_cue_resident(app_desk(app), asking->resident.resident_id,
			       &cue, &err)) {
		error_clear(&err);
		return false;
	}
	is_same = str_same(cue.say, asking->cue.say);
	cue_release(&cue);
	return is_same;
}

static void add_what_comes_first(struct app *app, const struct asking *asking,
				 struct str *out)
{
	const struct resident *resident = &asking->resident;
	bool is_called = !str_is_blank(resident->name.address_as);

	if ((!is_called && resident->first_name_ok != PERMISSION_YES) ||
	    !is_said_as_before(app, asking))
		return;
	str_add(out, is_called
			 ? _(" What they asked to be called comes first.")
			 : _(" The first name still comes first; ^Y n ends "
			     "that."));
}

/* "Noted: not Mrs. ^Z takes it back." */
static void add_noted(const char *words, struct str *out)
{
	size_t len = strlen(words);
	bool is_ended = len && words[len - 1] == '.';

	str_addf(out,
		 is_ended ? _("Noted: %s ^Z takes it back.")
			  : _("Noted: %s. ^Z takes it back."),
		 words);
}

void address_noted(struct app *app, struct asking *asking, const char *words,
		   bool is_title)
{
	struct str text = STR_INIT;

	add_noted(words, &text);
	if (is_title)
		add_what_comes_first(app, asking, &text);
	app_news(app, "%s", str_text(&text));
	str_release(&text);
	end(app, asking);
}

void address_failed(struct app *app, struct asking *asking,
		    const struct error *err)
{
	app_problem(app, err);
	end(app, asking);
}

void address_cancelled(struct app *app, void *state)
{
	end(app, state);
}
