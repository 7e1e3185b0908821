/*
 * summary_corrections.c - what changed of closed days, beside what was given
 * out of them
 */
#include "summary_corrections.h"

#include <stdlib.h>

#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/json.h"
#include "frontdesk/report/corrections.h"
#include "frontdesk/report/summary.h"

struct telling {
	struct desk *desk;
	const struct summary_scope *scope;
	enum summary_format format;
	struct json *list; /* of JSON */
	struct str *out;
};

static void tell(const struct telling *telling,
		 const struct corrections *corrections)
{
	if (telling->format == SUMMARY_FORMAT_JSON) {
		json_push(telling->list,
			  corrections_json(telling->desk, corrections));
	} else if (telling->format == SUMMARY_FORMAT_CSV) {
		corrections_add_csv(corrections, telling->out);
	} else {
		if (telling->out->len > 0)
			str_add_char(telling->out, '\n');
		corrections_add_text(telling->desk, corrections, telling->out);
	}
}

static bool tell_days(const struct telling *telling, const struct day *days,
		      size_t count, struct error *err)
{
	for (size_t i = 0; i < count; i++) {
		struct corrections corrections;

		if (telling->scope->progress != NULL)
			telling->scope->progress(telling->scope->progress_state,
						 _("closed days"),
						 (int)(100 * i / count));
		if (!corrections_find_at(telling->desk, telling->scope->site_id,
					 days[i], &corrections, err))
			return false;
		tell(telling, &corrections);
		corrections_release(&corrections);
	}
	return true;
}

static void say_none(struct day from, struct day to, struct str *out)
{
	if (day_compare(from, to) == 0)
		str_addf(out, _("%s is not closed.\n"), from.text);
	else
		str_addf(out, _("No day from %s to %s is closed.\n"), from.text,
			 to.text);
}

bool summary_corrections(struct desk *desk, const struct summary_scope *scope,
			 enum summary_format format, struct str *out,
			 struct error *err)
{
	struct telling telling = {desk, scope, format, NULL, out};
	struct day *days;
	size_t count;
	bool is_done;

	if (!desk_list_closed_days_at(desk, scope->site_id, scope->from,
				      scope->to, &days, &count, err))
		return false;
	telling.list = json_new_array();
	if (format == SUMMARY_FORMAT_CSV)
		corrections_add_csv_head(out);
	else if (format == SUMMARY_FORMAT_TEXT && count == 0)
		say_none(scope->from, scope->to, out);
	is_done = tell_days(&telling, days, count, err);
	if (format == SUMMARY_FORMAT_JSON) {
		json_write(telling.list, true, out);
		str_add_char(out, '\n');
	}
	json_free(telling.list);
	free(days);
	return is_done;
}

bool summary_corrections_mention(const struct cli *cli, struct desk *desk,
				 const struct summary_scope *scope,
				 const char *site, struct error *err)
{
	struct str count = STR_INIT, of = STR_INIT;
	struct corrections found;

	if (!corrections_find_at(desk, scope->site_id, scope->from, &found,
				 err))
		return false;
	if (site != NULL)
		str_addf(&of, " --site \"%s\"", site);
	corrections_add_count(&found, &count);
	if (count.len > 0)
		cli_complain(cli,
			     _("this is %s as it was closed; %s: frontdesk "
			       "summary%s --day %s --corrections"),
			     scope->from.text, str_text(&count), str_text(&of),
			     scope->from.text);
	str_release(&count);
	str_release(&of);
	corrections_release(&found);
	return true;
}
