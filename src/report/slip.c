/*
 * slip.c - a hand-off with its whole context on paper
 */
#include "frontdesk/report/slip.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "slip_lines.h"

static void blanks(struct str *out, int count)
{
	for (int i = 0; i < count; i++)
		str_add_char(out, ' ');
}

void slip_add_wrapped(const struct slip *slip, const char *text, int first,
		      int hanging)
{
	struct str clean = STR_INIT;
	const char *line;
	size_t at = 0;

	text_clean(text, false, &clean);
	line = str_text(&clean);
	while (line[at] != '\0') {
		int indent = at == 0 ? first : hanging;
		size_t len,
		    next = text_wrap(line, at, slip->columns - indent, &len);

		if (next <= at)
			break;
		blanks(slip->out, indent);
		str_add_n(slip->out, line + at, len);
		str_add_char(slip->out, '\n');
		at = next;
	}
	str_release(&clean);
}

void slip_add_rule(const struct slip *slip)
{
	for (int i = 0; i < slip->columns; i++)
		str_add_char(slip->out, '-');
	str_add_char(slip->out, '\n');
}

void slip_add_labelled(const struct slip *slip, const char *label,
		       const char *text)
{
	struct str line = STR_INIT;

	if (str_is_blank(text))
		return;
	str_addf(&line, "%s: %s", label, text);
	slip_add_wrapped(slip, str_text(&line), 0, 4);
	str_release(&line);
}

static void add_when(const struct slip *slip, const char *label,
		     const char *zone, int64_t at)
{
	struct local local;
	char text[24];

	if (at == 0)
		return;
	zone_local(zone, at, &local);
	local_format(&local, text);
	slip_add_labelled(slip, label, text);
}

static void add_head(const struct slip *slip, const struct handoff *handoff,
		     const char *city, const char *zone)
{
	struct str title = STR_INIT;

	str_addf(&title, _("HAND-OFF %s"), handoff->reference);
	slip_add_wrapped(slip, str_text(&title), 0, 4);
	slip_add_wrapped(slip, city != NULL ? city : "", 0, 4);
	slip_add_rule(slip);
	slip_add_labelled(slip, _("About"), handoff->topic);
	slip_add_labelled(slip, _("From"), handoff->from);
	slip_add_labelled(slip, _("To"), handoff->to);
	add_when(slip, _("Offered"), zone, handoff->offered_at);
	slip_add_labelled(slip, _("How soon"),
			  handoff_urgency_words(handoff->urgency));
	slip_add_labelled(slip, _("How"),
			  handoff_manner_words(handoff->manner));
	str_release(&title);
}

static void add_answer(const struct slip *slip, const struct handoff *handoff,
		       const char *zone)
{
	slip_add_rule(slip);
	if (handoff->state == HANDOFF_OFFERED) {
		slip_add_wrapped(
		    slip,
		    _("Accepting is reading back what will be done, "
		      "and by when:"),
		    0, 0);
		str_add(slip->out, "\n");
		slip_add_wrapped(slip, _("What:"), 0, 0);
		str_add(slip->out, "\n");
		slip_add_wrapped(slip, _("By when:"), 0, 0);
		str_add(slip->out, "\n");
		slip_add_wrapped(slip, _("Name:"), 0, 0);
		return;
	}
	add_when(slip,
		 handoff->state == HANDOFF_ACCEPTED ? _("Accepted")
						    : _("Returned"),
		 zone, handoff->decided_at);
	slip_add_labelled(slip, _("By"), handoff->answered_by);
	slip_add_labelled(slip, _("Noted by"), handoff->noted_by);
	slip_add_labelled(slip, _("In their words"), handoff->note);
}

/* Each line of the context on its own; its labels stand in it already. */
static void add_context(const struct slip *slip, const char *context)
{
	while (context != NULL && *context != '\0') {
		size_t len = strcspn(context, "\n");
		char *line = mem_copy_n(context, len);

		slip_add_wrapped(slip, line, 0, 4);
		free(line);
		context += len + (context[len] == '\n');
	}
}

/* What means danger is read before anything else. */
static void add_danger(const struct slip *slip, const char *context, size_t len)
{
	char *lines;

	if (len == 0)
		return;
	lines = mem_copy_n(context, len);
	add_context(slip, lines);
	slip_add_rule(slip);
	free(lines);
}

void slip_format(const struct handoff *handoff, const char *city,
		 const char *zone, int columns, struct str *out)
{
	const struct slip slip = {out, columns};

	size_t danger = handoff_danger_len(handoff->context);

	add_danger(&slip, handoff->context, danger);
	add_head(&slip, handoff, city, zone);
	slip_add_rule(&slip);
	slip_add_wrapped(&slip, _("ASKED"), 0, 0);
	slip_add_wrapped(&slip, handoff->asked, 2, 2);
	slip_add_rule(&slip);
	if (handoff->context != NULL)
		add_context(&slip, handoff->context + danger);
	add_answer(&slip, handoff, zone);
}
