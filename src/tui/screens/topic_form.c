/* A topic's card as rows: its texts, then its questions one below another. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "topic_screen.h"

#define LABEL_COLS 16
#define HANDLER_ID "handler_id"
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

static const struct form_choice kinds[] = {
    {'t', "text", N_("text")},	   {'n', "number", N_("number")},
    {'d', "date", N_("date")},	   {'c', "choice", N_("choice")},
    {'y', "yes_no", N_("yes/no")},
};

static const struct form_choice yes_or_no[] = {
    {'y', "yes", N_("yes")},
    {'n', "no", N_("no")},
};

static const char *const parts[] = {"label",	"ask",	  "kind",  "choices",
				    "required", "danger", "notice"};

static void row_id(int question, const char *part, char out[32])
{
	snprintf(out, 32, "q%d %s", question, part);
}

static char **text_of(const struct topic *topic, size_t at)
{
	return (char **)((char *)topic + texts[at].member);
}

static void add_question(struct form *form, int at)
{
	struct str label = STR_INIT;
	char id[32];

	row_id(at, "id", id);
	form_add_id(form, id);
	str_addf(&label, _("Question %d"), at + 1);
	row_id(at, "label", id);
	form_add_text(form, id, str_text(&label), 30, false);
	row_id(at, "ask", id);
	form_add_text(form, id, _("  is asked as"), 200, false);
	row_id(at, "kind", id);
	form_add_choice(form, id, _("  kind"), kinds, MEM_COUNT(kinds));
	row_id(at, "choices", id);
	form_add_text(form, id, _("  choices"), 500, false);
	form_note(form, id, _("parted by |"));
	row_id(at, "required", id);
	form_add_choice(form, id, _("  required"), yes_or_no,
			MEM_COUNT(yes_or_no));
	row_id(at, "danger", id);
	form_add_text(form, id, _("  danger if"), 200, false);
	form_note(form, id, _("yes, or a|b; ? not known"));
	row_id(at, "notice", id);
	form_add_text(form, id, _("  then at once"), 300, false);
	str_release(&label);
}

static void set_part(struct form *form, int at, const char *part,
		     const char *value)
{
	char id[32];

	row_id(at, part, id);
	form_set(form, id, value ? value : "");
}

static void fill_question(struct form *form, int at,
			  const struct question *question)
{
	char id[32];

	row_id(at, "id", id);
	form_set_id(form, id, question->question_id);
	set_part(form, at, "label", question->label);
	set_part(form, at, "ask", question->ask);
	set_part(form, at, "kind", question_kind_name(question->kind));
	set_part(form, at, "choices", question->choices);
	set_part(form, at, "required", question->is_required ? "yes" : "no");
	set_part(form, at, "danger", question->danger);
	set_part(form, at, "notice", question->notice);
}

static int question_slots(const struct form *form)
{
	char id[32];
	int count = 0;

	do
		row_id(count++, "label", id);
	while (form_find(form, id));
	return count - 1;
}

static const char *part_of(const struct form *form, int at, const char *part)
{
	char id[32];

	row_id(at, part, id);
	return form_value(form, id);
}

void topic_form_show(struct form *form)
{
	int slots = question_slots(form), spare = 0;
	char id[32];

	for (int at = 0; at < slots; at++) {
		bool is_blank = str_is_blank(part_of(form, at, "label"));

		spare += is_blank ? 1 : 0;
		row_id(at, "label", id);
		form_hide(form, id, is_blank && spare > 1);
		for (size_t i = 1; i < MEM_COUNT(parts); i++) {
			row_id(at, parts[i], id);
			form_hide(form, id,
				  is_blank ||
				      (str_same(parts[i], "choices") &&
				       !str_same(part_of(form, at, "kind"),
						 "choice")));
		}
	}
}

int topic_form_question(const struct form *form)
{
	const struct form_row *row = form_focused(form);
	int at;

	return row && sscanf(row->id, "q%d ", &at) == 1 ? at : -1;
}

static void swap_part(struct form *form, int a, int b, const char *part)
{
	char *value = mem_copy(part_of(form, a, part));

	set_part(form, a, part, part_of(form, b, part));
	set_part(form, b, part, value);
	free(value);
}

void topic_form_move(struct form *form, int question, int direction)
{
	int other = question + direction;
	char id[32];

	if (other < 0 || other >= question_slots(form) ||
	    str_is_blank(part_of(form, other, "label")))
		return;
	swap_part(form, question, other, "id");
	for (size_t i = 0; i < MEM_COUNT(parts); i++)
		swap_part(form, question, other, parts[i]);
	form->is_touched = true;
	topic_form_show(form);
	row_id(other, "label", id);
	form_focus(form, id);
}

void topic_form_remove(struct form *form, int question)
{
	int slots = question_slots(form);
	char id[32];

	for (int at = question; at + 1 < slots; at++) {
		swap_part(form, at, at + 1, "id");
		for (size_t i = 0; i < MEM_COUNT(parts); i++)
			swap_part(form, at, at + 1, parts[i]);
	}
	set_part(form, slots - 1, "id", "");
	for (size_t i = 0; i < MEM_COUNT(parts); i++)
		set_part(form, slots - 1, parts[i], "");
	form->is_touched = true;
	topic_form_show(form);
	row_id(question, "label", id);
	form_focus(form, id);
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
	form_add_id(form, HANDLER_ID);
	form_set_id(form, HANDLER_ID, topic->staff_id);
	form_add_text(form, "review_days", _("Looked over"), 5, false);
	snprintf(days, sizeof(days), "%d", topic->review_days);
	form_set(form, "review_days", days);
	form_note(form, "review_days", _("every so many days"));
	for (int at = 0; at < slots; at++)
		add_question(form, at);
	for (size_t i = 0; i < topic->question_count; i++)
		fill_question(form, (int)i, &topic->questions[i]);
	form_add_choice(form, "verified", _("Verified today"), yes_or_no,
			MEM_COUNT(yes_or_no));
	topic_form_show(form);
	form->is_touched = false;
	form_focus(form, topic->topic_id ? "name" : "code");
}

bool topic_form_is_verified(const struct form *form)
{
	return str_same(form_value(form, "verified"), "yes");
}

static bool read_question(const struct form *form, int at, struct topic *out,
			  struct error *err)
{
	char id[32];
	struct question *question = &out->questions[out->question_count];

	if (str_is_blank(part_of(form, at, "label")))
		return true;
	out->question_count++;
	row_id(at, "id", id);
	*question = (struct question){
	    .question_id = form_id(form, id),
	    .label = mem_copy(part_of(form, at, "label")),
	    .ask = mem_copy(part_of(form, at, "ask")),
	    .choices = mem_copy(part_of(form, at, "choices")),
	    .is_required = str_same(part_of(form, at, "required"), "yes"),
	    .danger = mem_copy(part_of(form, at, "danger")),
	    .notice = mem_copy(part_of(form, at, "notice")),
	};
	if (!str_is_blank(part_of(form, at, "kind")))
		question_kind_parse(part_of(form, at, "kind"), &question->kind,
				    err);
	if (question->kind != QUESTION_CHOICE)
		mem_replace(&question->choices, "");
	if (question_check(question, err))
		return true;
	row_id(at, err->field, id);
	snprintf(err->field, sizeof(err->field), "%s", id);
	return false;
}

static bool is_same_name(const char *typed, const char *name)
{
	struct str a = STR_INIT, b = STR_INIT;
	bool is_same;

	text_fold(typed, &a);
	text_fold(name ? name : "", &b);
	is_same = a.len > 0 && str_same(str_text(&a), str_text(&b));
	str_release(&a);
	str_release(&b);
	return is_same;
}

static bool find_department(struct desk *desk, const char *typed,
			    struct topic *out, struct error *err)
{
	struct department_list list;

	if (!desk_list_departments(desk, &list, err))
		return false;
	out->department_id = 0;
	for (size_t i = 0; i < list.count; i++) {
		if (!is_same_name(typed, list.items[i].name))
			continue;
		out->department_id = list.items[i].department_id;
		mem_replace(&out->department, list.items[i].name);
	}
	department_list_release(&list);
	return out->department_id ||
	       error_set(err, ERROR_INVALID, "department",
			 _("No department has that name: F4 shows all."));
}

void topic_form_set_handler(struct form *form, int64_t staff_id,
			    const char *name)
{
	form_set(form, "handler", name);
	form_set_id(form, HANDLER_ID, staff_id);
}

void topic_form_follow_handler(struct form *form, int64_t was, int64_t now)
{
	if (form_id(form, HANDLER_ID) == was)
		form_set_id(form, HANDLER_ID, now);
}

/* Whoever bears the name that is typed; the one who was picked before all. */
static size_t find_named(const struct staff_list *list, const char *typed,
			 int64_t picked, int64_t *staff_id)
{
	size_t count = 0;

	for (size_t i = 0; i < list->count; i++) {
		const struct staff *one = &list->items[i];

		if (!is_same_name(typed, one->formal_name) &&
		    !is_same_name(typed, one->name))
			continue;
		*staff_id = one->staff_id;
		if (one->staff_id == picked)
			return 1;
		count++;
	}
	return count;
}

static bool find_handler(struct desk *desk, const struct form *form,
			 const struct topic *was, struct topic *out,
			 struct error *err)
{
	const char *typed = form_value(form, "handler");
	int64_t picked = form_id(form, HANDLER_ID);
	struct staff_list list;
	size_t count;

	out->staff_id = picked;
	/* As it stood: also somebody who works here no more. */
	if (picked && picked == was->staff_id &&
	    is_same_name(typed, was->handler))
		return true;
	out->staff_id = 0;
	if (str_is_blank(typed))
		return true;
	if (!desk_list_staff(desk, &list, err))
		return false;
	count = find_named(&list, typed, picked, &out->staff_id);
	staff_list_release(&list);
	if (count > 1)
		return error_set(err, ERROR_INVALID, "handler",
				 _("More than one person here has that name: "
				   "F4 tells them apart."));
	return count == 1 ||
	       error_set(err, ERROR_INVALID, "handler",
			 _("Nobody here has that name: F4 shows all, or leave "
			   "it to the department."));
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
	int slots = question_slots(form);
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
		is_read = read_question(form, at, out, err);
	return is_read &&
	       (str_is_blank(form_value(form, "quick_result")) ||
		result_parse(form_value(form, "quick_result"),
			     &out->quick_result, err)) &&
	       find_department(desk, form_value(form, "department"), out,
			       err) &&
	       find_handler(desk, form, was, out, err) &&
	       read_days(form_value(form, "review_days"), out, err);
}
