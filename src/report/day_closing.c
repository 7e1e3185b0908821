/*
 * day_closing.c - that a day is closed, with its remarks, and the audit that
 * its figures were read under
 */
#include "day_private.h"
#include "figures.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"

/* The last lines of all: whoever holds the paper can compare them. */
void day_table_audit(const struct day_table *table)
{
	const struct audit_figures *audit = &table->summary->audit;
	struct str name = STR_INIT, text = STR_INIT;

	str_addf(&name, _("AUDIT (entries: %lld)"), (long long)audit->entries);
	str_addf(&text, _("Head %s"),
		 str_is_blank(audit->head) ? _("none") : audit->head);
	table->sink->last(table->state, str_text(&name), str_text(&text));
	str_release(&name);
	str_release(&text);
}

void figures_walk_audit(const struct figures *figures,
			const struct summary *summary)
{
	figures_open(figures, "audit");
	figures_number(figures, "entries", summary->audit.entries);
	figures_text(figures, "head", summary->audit.head);
	figures_close(figures);
}

void figures_walk_closing(const struct figures *figures,
			  const struct summary *summary)
{
	const struct closing_note *closing = &summary->closing;

	if (closing->at == NULL) {
		figures->sink->none(figures->state, "closing");
		return;
	}
	figures_open(figures, "closing");
	figures_text(figures, "at", closing->at);
	figures_text(figures, "by", closing->by);
	figures_open_list(figures, "remarks");
	for (int i = 0; i < CLOSING_REMARKS; i++) {
		if (closing->remarks[i] == NULL)
			continue;
		figures_open(figures, NULL);
		figures_text(figures, "text", closing->remarks[i]);
		figures_close(figures);
	}
	figures_close(figures);
	figures_close(figures);
}
