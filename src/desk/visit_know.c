/*
 * visit_know.c - KNOW: how often they came, who has it, what to bring
 *
 * System lines speak of the matter, never of him or her.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "presence.h"
#include "visit_cue.h"

/* Longer ago than this, a weekday alone would be the wrong one. */
#define WEEKDAY_DAYS 6

char *visit_cue_topic(const char *name)
{
	char *text = mem_copy(name);

	if (text != NULL && text[0] >= 'A' && text[0] <= 'Z' &&
	    text[1] >= 'a' && text[1] <= 'z')
		text[0] = (char)(text[0] - 'A' + 'a');
	return text;
}

/* "Nov 18": without its weekday, which local_format_day puts in front. */
void visit_cue_month_day(struct day day, char out[24])
{
	char full[24];
	const char *blank;

	day_format(day, full);
	blank = strchr(full, ' ');
	snprintf(out, 24, "%s", blank != NULL ? blank + 1 : full);
}

static void add_ordinal(int number, struct str *out)
{
	static const char *const words[] = {
	    N_("%dth contact"), N_("%dst contact"), N_("%dnd contact"),
	    N_("%drd contact")};
	int last = number % 10;

	if (last > 3 || (number % 100 >= 11 && number % 100 <= 13))
		last = 0;
	str_addf(out, _(words[last]), number);
}

void visit_cue_add_line(struct visit_cue *out, struct str *line)
{
	if (line->len > 0 && out->know_count < MEM_COUNT(out->know))
		out->know[out->know_count++] = str_take(line);
	str_release(line);
}

/* "Plan check promised Tue Nov 24, after Fri Nov 20 was missed" */
static void add_promised(const struct desk *desk,
			 const struct cue_matter *matter, struct str *line)
{
	const char *zone = desk->site.time_zone;
	char day[24], missed[24];

	day_format(zone_day(zone, matter->missed_due_at), missed);
	if (matter->promised == NULL) {
		str_addf(line, _("%s promised %s: %s"), matter->missed, missed,
			 _("MISSED"));
		return;
	}
	day_format(zone_day(zone, matter->due_at), day);
	str_addf(line, _("%s promised %s"), matter->promised, day);
	if (matter->due_at < desk_now(desk))
		str_addf(line, ": %s", _("LATE"));
	else if (matter->missed != NULL)
		str_addf(line, _(", after %s was MISSED"), missed);
}

/* "4th contact. Plan check promised Fri Nov 20: LATE" */
static void know_contacts(const struct desk *desk,
			  const struct cue_matter *matter, bool is_about,
			  struct visit_cue *out)
{
	int contacts = matter->contacts_before + 1;
	bool is_promised = matter->promised != NULL || matter->missed != NULL;
	struct str line = STR_INIT;

	if (is_about && contacts > 1)
		add_ordinal(contacts, &line);
	if (!is_about && is_promised && matter->topic != NULL)
		str_add(&line, matter->topic);
	if (is_promised) {
		if (line.len > 0)
			str_add(&line, is_about ? ". " : ": ");
		add_promised(desk, matter, &line);
	} else if (is_about && contacts >= 3) {
		str_addf(&line, ". %s", _("Could this be simpler?"));
	}
	visit_cue_add_line(out, &line);
}

static int minute_now(const struct desk *desk)
{
	struct local now;

	desk_local(desk, desk_now(desk), &now);
	return now.hour * 60 + now.minute;
}

/* " in until 4 pm", " out until Dec 2" */
static void add_presence(const struct desk *desk,
			 const struct cue_matter *matter, struct str *line)
{
	char day[24];

	if (matter->away_until.text[0] != '\0') {
		visit_cue_month_day(matter->away_until, day);
		str_addf(line, _(" out until %s"), day);
	} else if (matter->in_until_minute >= 0) {
		str_add_char(line, ' ');
		presence_add(matter->in_until_minute, minute_now(desk), line);
	}
}

/* "With Planning since Nov 18 · Mr. Osei in until 4 pm" */
static void know_with(const struct desk *desk, const struct cue_matter *matter,
		      struct visit_cue *out)
{
	const char *whom =
	    matter->department != NULL ? matter->department : matter->staff;
	struct str line = STR_INIT;
	char day[24];

	if (matter->passed == MATTER_HERE || whom == NULL)
		return;
	visit_cue_month_day(zone_day(desk->site.time_zone, matter->passed_at),
			    day);
	if (matter->passed == MATTER_WITH)
		str_addf(&line, _("With %s since %s"), whom, day);
	else
		str_addf(&line, _("Offered to %s on %s, not accepted yet"),
			 whom, day);
	if (matter->staff != NULL && whom != matter->staff)
		str_addf(&line, " · %s", matter->staff);
	if (matter->staff != NULL)
		add_presence(desk, matter, &line);
	visit_cue_add_line(out, &line);
}

static void add_part(struct str *line, const char *text)
{
	if (str_is_blank(text))
		return;
	if (line->len > 0)
		str_add(line, " · ");
	str_add(line, text);
}

/* "Bring site plan, ID · $112, Window 4 · verified Aug 12" */
static void know_card(const struct desk *desk, const struct topic *topic,
		      struct visit_cue *out)
{
	struct str line = STR_INIT;
	char day[24];

	if (!str_is_blank(topic->bring))
		str_addf(&line, _("Bring %s"), topic->bring);
	add_part(&line, topic->fee);
	if (line.len == 0)
		add_part(&line, topic->contact);
	if (topic->verified_on.text[0] == '\0') {
		add_part(&line, _("never verified: STALE"));
	} else {
		visit_cue_month_day(topic->verified_on, day);
		if (line.len > 0)
			str_add(&line, " · ");
		str_addf(&line, _("verified %s"), day);
		if (topic_is_stale(topic, desk_today(desk)))
			str_addf(&line, ": %s", _("STALE"));
	}
	visit_cue_add_line(out, &line);
}

/* Another matter that is late is known too, when this one says little. */
static void know_other(const struct desk *desk, const struct cue_facts *facts,
		       struct visit_cue *out)
{
	for (size_t i = facts->is_about ? 1 : 0; i < facts->matter_count; i++)
		if ((facts->matters[i].promised != NULL ||
		     facts->matters[i].missed != NULL) &&
		    out->know_count < MEM_COUNT(out->know))
			know_contacts(desk, &facts->matters[i], false, out);
}

/* "To tell, sidewalk repair: edge ground down this morning" */
static void know_to_tell(const struct cue_facts *facts, struct visit_cue *out)
{
	struct str line = STR_INIT;

	for (size_t i = 0; i < facts->matter_count; i++) {
		const struct cue_matter *matter = &facts->matters[i];

		if (matter->to_tell == NULL)
			continue;
		str_addf(&line, _("TO TELL: %s%s%s"),
			 matter->topic != NULL ? matter->topic : "",
			 matter->topic != NULL ? " · " : "", matter->to_tell);
		break;
	}
	visit_cue_add_line(out, &line);
}

const char *visit_cue_news(const struct cue_facts *facts)
{
	for (size_t i = 0; i < facts->matter_count; i++)
		if (facts->matters[i].to_tell != NULL)
			return _("I have news for you.");
	return NULL;
}

void visit_cue_know(const struct desk *desk, const struct cue_facts *facts,
		    struct visit_cue *out)
{
	know_to_tell(facts, out);
	if (facts->is_about) {
		know_contacts(desk, &facts->matters[0], true, out);
		know_with(desk, &facts->matters[0], out);
	}
	if (facts->has_topic)
		know_card(desk, &facts->topic, out);
	know_other(desk, facts, out);
}

/* "Friday" of the last days, "today", else "Nov 18". */
static void format_spoken(const struct desk *desk, int64_t at, char out[24])
{
	static const char *const weekdays[] = {
	    N_("Sunday"),   N_("Monday"), N_("Tuesday"),  N_("Wednesday"),
	    N_("Thursday"), N_("Friday"), N_("Saturday"),
	};
	struct day day = zone_day(desk->site.time_zone, at);
	int distance = day_distance(day, desk_today(desk));

	if (distance == 0)
		snprintf(out, 24, "%s", _("today"));
	else if (distance <= WEEKDAY_DAYS)
		snprintf(out, 24, "%s", _(weekdays[day_weekday(day)]));
	else
		visit_cue_month_day(day, out);
}

/* What was missed of it, by the hour it was promised for; 0: nothing. */
static int64_t missed_at(const struct desk *desk,
			 const struct cue_matter *matter)
{
	if (matter->promised != NULL && matter->due_at < desk_now(desk))
		return matter->due_at;
	return matter->missed != NULL ? matter->missed_due_at : 0;
}

char *visit_cue_apology(const struct desk *desk, const struct cue_facts *facts)
{
	struct str apology = STR_INIT;
	char day[24];

	for (size_t i = 0; i < facts->matter_count; i++) {
		const struct cue_matter *matter = &facts->matters[i];
		int64_t missed = missed_at(desk, matter);

		if (missed == 0)
			continue;
		format_spoken(desk, missed, day);
		str_addf(&apology,
			 _("We promised you %s and missed it. I am sorry."),
			 day);
		break;
	}
	return apology.len > 0 ? str_take(&apology) : NULL;
}
