/*
 * topic_card.c - a topic's card on paper, for the visitor to take home
 */
#include "frontdesk/report/topic_card.h"

#include "frontdesk/base/intl.h"
#include "slip_render.h"

/* A text of several lines under its label. */
static void add_part(const struct slip *slip, const char *label,
		     const char *text)
{
	if (str_is_blank(text))
		return;
	slip_add_gap(slip);
	slip_add_label(slip, label);
	slip_add_lines(slip, text, 2, 2);
}

/* What was not looked over in time is not handed out as if it were. */
static void add_verified(const struct slip *slip, const struct topic *topic,
			 struct day today)
{
	struct str text = STR_INIT;
	char day[24];

	if (topic->verified_on.text[0] != '\0') {
		day_format(topic->verified_on, day);
		str_addf(&text, _("As of %s, %.4s."), day,
			 topic->verified_on.text);
	}
	if (topic_is_stale(topic, today))
		str_addf(&text, "%s%s", text.len > 0 ? " " : "",
			 _("Please ask by telephone whether it is still so."));
	slip_add_wrapped(slip, str_text(&text), 0, 0);
	str_release(&text);
}

struct said {
	const struct topic *topic;
	const char *city;
	struct day today;
};

static void say(const struct slip *slip, const void *of)
{
	const struct said *said = of;
	const struct topic *topic = said->topic;

	slip_add_title(slip, topic->name);
	slip_add_title(slip, said->city);
	slip_add_title(slip, topic->department);
	slip_add_rule(slip);
	add_part(slip, _("What to bring"), topic->bring);
	add_part(slip, _("Fee"), topic->fee);
	add_part(slip, _("How it goes"), topic->steps);
	add_part(slip, _("Other ways to get it done"), topic->other_ways);
	add_part(slip, _("Where instead"), topic->not_ours_where);
	add_part(slip, _("What else there is"), topic->alternative);
	add_part(slip, _("If the answer was no"), topic->appeal);
	add_part(slip, _("What others asked"), topic->also_asked);
	add_part(slip, _("Telephone"), topic->contact);
	slip_add_gap(slip);
	slip_add_rule(slip);
	add_verified(slip, topic, said->today);
}

void topic_card_format(const struct topic *topic, const char *city,
		       struct day today, int columns, struct str *out)
{
	const struct slip slip = {.out = out, .columns = columns};
	const struct said said = {topic, city, today};

	say(&slip, &said);
}

bool topic_card_make(const struct topic *topic, const char *city,
		     struct day today, const struct slip_form *form,
		     struct str *out, struct error *err)
{
	const struct said said = {topic, city, today};
	const struct slip_about about = {
	    .city = city,
	    .title = topic->name,
	    .day =
		topic->verified_on.text[0] != '\0' ? topic->verified_on : today,
	};

	return slip_render(form, &about, say, &said, out, err);
}

struct print_job *topic_card_start(struct desk *desk, const struct topic *topic,
				   const struct settings *settings,
				   struct error *err)
{
	struct str paper = STR_INIT, words = STR_INIT;
	struct slip_form form = slip_form_of(settings);
	struct print_job *job = NULL;

	form.words = &words;
	if (topic_card_make(topic, desk_city(desk), desk_today(desk), &form,
			    &paper, err))
		job = slip_form_start(&form, &paper, settings->printer,
				      topic->name, err);
	str_release(&paper);
	str_release(&words);
	return job;
}
