/*
 * demo_deed.h - one line of stories.tsv, while it happens
 */
#ifndef FRONTDESK_DESK_DEMO_DEED_H
#define FRONTDESK_DESK_DEMO_DEED_H

#include "demo_private.h"
#include "frontdesk/core/visit.h"

struct deed {
	struct demo *demo;
	struct desk *desk;
	const struct table *stories;
	size_t row;
	int64_t *request_id; /* of the case, or its idea */
};

/* Its column, NULL for none. */
const char *deed_text(const struct deed *deed, const char *column);

/* Sets ERROR_INVALID with the line before what is wrong; returns false. */
bool deed_wrong(const struct deed *deed, struct error *err, const char *what);

/* demo_deed_visit.c: what is visit, unacknowledged, aside or serve. */
bool deed_visit(const struct deed *deed, const char *what, struct error *err);
/* Its channel, people and what it was about, of a visit that is not there yet.
 */
bool deed_fill_visit(const struct deed *deed, struct visit *visit,
		     struct error *err);
bool deed_join(const struct deed *deed, struct error *err);

/* demo_deed_voice.c: an idea, a remark on it, its decision, that it was read,
 * thanks;
 * the case keeps which. */
bool deed_is_voice(const char *what);
bool deed_voice(const struct deed *deed, const char *what, struct error *err);

/* demo_deed_day.c: a day is closed (its remarks parted by " / "); "to" tells of
 * which day a remark is added later, or when a visit came that is entered. */
bool deed_is_of_day(const char *what);
bool deed_day(const struct deed *deed, const char *what, struct error *err);

#endif
