/* A topic's card as rows: its texts, then its questions. */
#include <stdio.h>
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "topic_screen.h"

#define LABEL_COLS 16
#define SPARE 3 /* blank questions beside those that there are */

/* The texts of a card that stand in its form as they are. */
static const struct {
	const char *id, *label;
	size_t member, max;
	bool many_lines;
} texts[] = {
    {"name", N_("Name"), offsetof(struct topic, name), 60, false},
    {"words", N_("Other words"), offsetof(struct topic, words), 300, false},
    {"bring", N_("What to bring"), offsetof(struct topic, bring), 500, true},
    {"fee", N_("Fee"), offsetof(struct topic, fee), 100, false},
    {"steps", N_("Steps"), offsetof(struct topic, steps), 2000, true},
    {"other_ways", N_("Other ways"), offsetof(struct topic, other_ways), 500,
     true},
    {"contact", N_("Telephone, link"), offsetof(struct topic, contact), 300,
     true},
    {"quick_words", N_("F9 writes"), offsetof(struct topic, quick_words), 200,
     false},
    {"not_ours_where", N_("Not ours: where"),
     offsetof(struct topic, not_ours_where), 300, true},
    {"alternative", N_("Alternative"), offsetof(struct topic, alternative), 500,
     true},
    {"appeal", N_("Appeal"), offsetof(struct topic, appeal), 500, true},
    {"also_asked", N_("Also asked"), offsetof(struct topic, also_asked), 4000,
     true},
};

static const struct form_choice results[] = {
    {'a', "answered", N_("answered")},
    {'g', "given", N_("item given")},
    {'n', "not_ours", N_("not ours")},
};

static char **text_of(const struct topic *topic, size_t at)
{
	return (char **)((char *)topic + texts[at].member);
}

void topic_form_make(struct form *form, const struct topic *topic,
		     const char *handler)
{
	char days[16];
	int slots = (int)topic->question_count + SPARE;

	form_init(form, LABEL_COLS);
	if (!topic->topic_id)
		form_add_text(form, "code", _("Code"), 40, false);
	for (size_t i = 0; i < MEM_COUNT(texts); i++) {
		form_add_text(form, texts[i].id, _(texts[i].label),
			      texts[i].max, texts[i].many_lines);
		form_set(form, texts[i].id,
			 *text_of(topic, i) ? *text_of(topic, i) : "");
	}
	form_add_choice(form, "quick_result", _("F9 logs"), results,
			MEM_COUNT(results));
	form_set(form, "quick_result", result_name(topic->quick_result));
	form_add_text(form, "department", _("Department"), 60, false);
	form_set(form, "department",
		 topic->department ? topic->department : "");
	form_add_text(form, "handler", _("Handled by"), 60, false);
	form_set(form, "handler", handler ? handler : "");
	form_add_id(form, TOPIC_HANDLER_ID);
	form_set_id(form, TOPIC_HANDLER_ID, topic->staff_id);
	form_add_text(form, "review_days", _("Looked over"), 5, false);
	snprintf(days, sizeof(days), "%d", topic->review_days);
	form_set(form, "review_days", days);
	form_note(form, "review_days", _("every so many days"));
	for (int at = 0; at < slots; at++)
		topic_form_add_question(form, at);
	for (size_t i = 0; i < topic->question_count; i++)
		topic_form_fill_question(form, (int)i, &topic->questions[i]);
	form_add_choice(form, "verified", _("Verified today"), topic_yes_or_no,
			MEM_COUNT(topic_yes_or_no));
	topic_form_show(form);
	form->is_touched = false;
	form_focus(form, topic->topic_id ? "name" : "code");
}

bool topic_form_is_verified(const struct form *form)
{
	return str_same(form_value(form, "verified"), "yes");
}

static bool read_days(const char *typed, struct topic *out, struct error *err)
{
	char *end;
	long days = strtol(typed, &end, 10);

	if (*typed == '\0' || *end != '\0' || days < 1 || days > 3660)
		return error_set(err, ERROR_INVALID, "review_days",
				 _("This is a number of days from 1 to 3660."));
	out->review_days = (int)days;
	return true;
}

bool topic_form_read(struct desk *desk, const struct form *form,
		     const struct topic *was, struct topic *out,
		     struct error *err)
{
	int slots = topic_form_slots(form);
	bool is_read = true;

	*out = (struct topic){.topic_id = was->topic_id,
			      .topic_version_id = was->topic_version_id,
			      .verified_on = was->verified_on,
			      .verified_by = was->verified_by};
	out->code =
	    mem_copy(was->topic_id ? was->code : form_value(form, "code"));
	for (size_t i = 0; i < MEM_COUNT(texts); i++)
		*text_of(out, i) = mem_copy(form_value(form, texts[i].id));
	out->questions = mem_new((size_t)slots + 1, sizeof(*out->questions));
	for (int at = 0; at < slots && is_read; at++)
		is_read = topic_form_read_question(form, at, out, err);
	return is_read &&
	       (str_is_blank(form_value(form, "quick_result")) ||
		result_parse(form_value(form, "quick_result"),
			     &out->quick_result, err)) &&
	       topic_form_find_department(desk, form_value(form, "department"),
					  out, err) &&
	       topic_form_find_handler(desk, form, was, out, err) &&
	       read_days(form_value(form, "review_days"), out, err);
}
