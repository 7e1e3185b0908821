/*
 * organisation.c - a business or an association: what the record may hold
 */
#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/text.h"
#include "frontdesk/core/resident.h"
#include "reach.h"

void organisation_release(struct organisation *organisation)
{
	free(organisation->name);
	free(organisation->note);
	reaches_release(organisation->reaches, organisation->reach_count);
	*organisation = (struct organisation){0};
}

void organisation_add_reach(struct organisation *organisation,
			    enum reach_kind kind, const char *value)
{
	reaches_add(&organisation->reaches, &organisation->reach_count, kind,
		    value);
}

bool organisation_check(const struct organisation *organisation,
			struct error *err)
{
	static const struct text_limit name = {
	    "name", N_("the organisation's name"), 120, false, true};
	static const struct text_limit note = {"note", N_("the note"), 2000,
					       true, false};

	return text_check(organisation->name, &name, err) &&
	       text_check(organisation->note, &note, err) &&
	       reaches_check(organisation->reaches, organisation->reach_count,
			     err);
}

bool organisation_check_part(const char *part, struct error *err)
{
	static const struct text_limit limit = {
	    "part", N_("what they are there"), 60, false, false};

	return text_check(part, &limit, err);
}
