/*
 * day_title.c - which days they are and whose, in one line
 */
#include "day_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/report/day_form.h"
#include "frontdesk/report/summary.h"

void summary_add_place(const struct summary *summary, const char *between,
		       const char *before_part, struct str *out)
{
	str_addf(out, "%s%s%s", summary->city, between, summary->site);
	if (summary_is_part(summary))
		str_addf(out, "%s%s", before_part,
			 summary->topic != NULL ? summary->topic
						: summary->department);
}

static bool is_of(const struct summary_choice *choice,
		  const struct summary_scope *scope)
{
	return (choice->site_id != 0 && choice->site_id == scope->site_id) ||
	       (choice->department_id != 0 &&
		choice->department_id == scope->department_id) ||
	       (choice->topic_id != 0 && choice->topic_id == scope->topic_id);
}

bool day_form_add_title(struct desk *desk, const struct summary_scope *scope,
			bool is_corrections, struct str *out, struct error *err)
{
	struct summary_choices choices;

	if (!desk_list_scopes(desk, &choices, err))
		return false;
	str_add(out, is_corrections ? _("Frontdesk, what changed since, ")
				    : _("Frontdesk "));
	report_add_days(scope->from, scope->to, out);
	if (scope->is_all_sites)
		str_addf(out, ", %s", _("all sites"));
	for (size_t i = 0; i < choices.count; i++)
		if (is_of(&choices.items[i], scope))
			str_addf(out, ", %s", choices.items[i].name);
	summary_choices_release(&choices);
	return true;
}
