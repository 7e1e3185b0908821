/*
 * slip.c - a hand-off with its whole context on paper
 */
#include "frontdesk/report/slip.h"

#include <stdlib.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "slip_render.h"

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
	slip_add_title(slip, str_text(&title));
	slip_add_title(slip, city);
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
		slip_add_gap(slip);
		slip_add_blank(slip, _("What:"));
		slip_add_blank(slip, _("By when:"));
		slip_add_blank(slip, _("Name:"));
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

/* What means danger is read before anything else. */
static void add_danger(const struct slip *slip, const char *context, size_t len)
{
	char *lines;

	if (len == 0)
		return;
	lines = mem_copy_n(context, len);
	slip_add_warning(slip, lines);
	slip_add_rule(slip);
	free(lines);
}

struct said {
	const struct handoff *handoff;
	const char *city, *zone;
};

static void say(const struct slip *slip, const void *of)
{
	const struct said *said = of;
	const struct handoff *handoff = said->handoff;
	size_t danger = handoff_danger_len(handoff->context);

	add_danger(slip, handoff->context, danger);
	add_head(slip, handoff, said->city, said->zone);
	slip_add_rule(slip);
	slip_add_heading(slip, _("ASKED"));
	slip_add_lead(slip, handoff->asked);
	slip_add_rule(slip);
	if (handoff->context != NULL)
		slip_add_facts(slip, handoff->context + danger);
	add_answer(slip, handoff, said->zone);
}

void slip_format(const struct handoff *handoff, const char *city,
		 const char *zone, int columns, struct str *out)
{
	const struct slip slip = {.out = out, .columns = columns};
	const struct said said = {handoff, city, zone};

	say(&slip, &said);
}

/* Its date is that of the last thing that it tells of. */
bool slip_make(const struct handoff *handoff, const char *city,
	       const char *zone, const struct slip_form *form, struct str *out,
	       struct error *err)
{
	const struct said said = {handoff, city, zone};
	struct slip_about about = {.city = city, .is_for_staff = true};
	struct str title = STR_INIT;
	bool is_done;

	str_addf(&title, _("Hand-off %s"), handoff->reference);
	about.title = str_text(&title);
	about.day =
	    zone_day(zone, handoff->decided_at != 0 ? handoff->decided_at
						    : handoff->offered_at);
	is_done = slip_render(form, &about, say, &said, out, err);
	str_release(&title);
	return is_done;
}
