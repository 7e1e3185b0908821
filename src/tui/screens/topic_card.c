/* Everything on a topic's card, as it is read. */
#include "frontdesk/base/mem.h"
#include "topic_screen.h"

/* "Gas? yes or no, required"; whatever means danger stands below it. */
static void add_questions(struct sheet *sheet, const struct topic *topic)
{
	struct str text = STR_INIT;

	for (size_t i = 0; i < topic->question_count; i++) {
		const struct question *question = &topic->questions[i];

		str_clear(&text);
		str_add(&text, question->ask);
		if (question->is_required)
			str_addf(&text, " (%s)", _("required"));
		sheet_add(sheet, i ? "" : _("Ask"), str_text(&text), STYLE_ASK);
		if (str_is_blank(question->danger))
			continue;
		str_clear(&text);
		str_addf(&text, _("DANGER if %s: %s"), question->danger,
			 question->notice);
		sheet_add(sheet, "", str_text(&text), STYLE_LATE);
	}
	str_release(&text);
}

static void add_verified(const struct desk *desk, const struct topic *topic,
			 struct sheet *sheet)
{
	bool is_stale = topic_is_stale(topic, desk_today(desk));
	struct str text = STR_INIT;
	char day[24];

	if (topic->verified_on.text[0]) {
		day_format(topic->verified_on, day);
		str_addf(&text, _("verified %s"), day);
		if (topic->verifier)
			str_addf(&text, _(" by %s"), topic->verifier);
	} else {
		str_add(&text, _("never verified"));
	}
	str_addf(&text, _(", looked over every %d days"), topic->review_days);
	if (is_stale)
		str_add(&text, _(" · STALE: check before you rely on it"));
	sheet_add(sheet, _("Card"), str_text(&text),
		  is_stale ? STYLE_LATE : STYLE_DIM);
	str_release(&text);
}

static void add_handled(const struct topic *topic, struct sheet *sheet)
{
	struct str text = STR_INIT;

	if (topic->handler)
		str_addf(&text, "%s, ", topic->handler);
	str_add(&text, topic->department ? topic->department : "");
	sheet_add(sheet, _("Handled by"), str_text(&text), STYLE_TEXT);
	str_release(&text);
}

void topic_card_add(const struct desk *desk, const struct topic *topic,
		    struct sheet *sheet)
{
	add_handled(topic, sheet);
	add_verified(desk, topic, sheet);
	add_questions(sheet, topic);
	sheet_add(sheet, _("Bring"), topic->bring, STYLE_TEXT);
	sheet_add(sheet, _("Fee"), topic->fee, STYLE_TEXT);
	sheet_add(sheet, _("Steps"), topic->steps, STYLE_TEXT);
	sheet_add(sheet, _("Other ways"), topic->other_ways, STYLE_TEXT);
	sheet_add(sheet, _("Not ours"), topic->not_ours_where, STYLE_TEXT);
	sheet_add(sheet, _("Alternative"), topic->alternative, STYLE_TEXT);
	sheet_add(sheet, _("Appeal"), topic->appeal, STYLE_TEXT);
	sheet_add(sheet, _("Contact"), topic->contact, STYLE_TEXT);
	sheet_add(sheet, _("Also asked"), topic->also_asked, STYLE_TEXT);
}
