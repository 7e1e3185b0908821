/*
 * taking_back_voice.c - what was noted of somebody's words is taken back
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/store/feedback.h"
#include "frontdesk/store/idea.h"
#include "frontdesk/store/thanks.h"
#include "passing.h"

bool take_back_feedback(struct db *db, struct taking_back *work,
			struct error *err)
{
	if (!feedback_take_back(db, work->act->id, work->at, err))
		return passing_missing(err, ERROR_CONFLICT,
				       _("It was taken back already."));
	str_add(&work->said,
		_("Taken back: it is not noted any more. Its card can be "
		  "entered again."));
	return true;
}

static bool went_on(struct error *err)
{
	return passing_missing(err, ERROR_CONFLICT,
			       _("Somebody read it, or went on with it, "
				 "meanwhile: read the idea anew."));
}

bool take_back_idea(struct db *db, struct taking_back *work, struct error *err)
{
	if (!idea_take_back(db, work->act->id, work->at, err))
		return went_on(err);
	str_add(&work->said, _("Taken back: the idea is not noted any more."));
	return true;
}

bool take_back_idea_step(struct db *db, struct taking_back *work,
			 struct error *err)
{
	if (!idea_take_back_step(db, work->act->id, work->at, err))
		return went_on(err);
	str_add(&work->said, _("Taken back: the idea stands as before."));
	return true;
}

bool take_back_thanks(struct db *db, struct taking_back *work,
		      struct error *err)
{
	if (!thanks_take_back(db, work->act->id, work->at, err))
		return passing_missing(err, ERROR_CONFLICT,
				       _("It was read already: thanks stay."));
	str_add(&work->said, _("Taken back: nobody reads these thanks."));
	return true;
}
