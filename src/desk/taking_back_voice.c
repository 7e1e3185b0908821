/*
 * taking_back_voice.c - what was noted of a visitor's words is taken back
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/store/feedback.h"
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
