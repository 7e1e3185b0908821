/* The questions of a topic's card, as rows one below another. */
#include <stdio.h>
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "topic_screen.h"

static const struct form_choice kinds[] = {
    {'t', "text", N_("text")},	   {'n', "number", N_("number")},
    {'d', "date", N_("date")},	   {'c', "choice", N_("choice")},
    {'y', "yes_no", N_("yes/no")},
};

const struct form_choice topic_yes_or_no[2] = {
    {'y', "yes", N_("yes")},
    {'n', "no", N_("no")},
};

static const char *const parts[] = {"label",	"ask",	  "kind",  "choices",
				    "required", "danger", "notice"};

static void row_id(int question, const char *part, char out[32])
{
	snprintf(out, 32, "q%d %.16s", question, part);
}

void topic_form_add_question(struct form *form, int at)
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
	form_add_choice(form, id, _("  required"), topic_yes_or_no,
			MEM_COUNT(topic_yes_or_no));
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

void topic_form_fill_question(struct form *form, int at,
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

int topic_form_slots(const struct form *form)
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
	int slots = topic_form_slots(form), spare = 0;
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

	if (other < 0 || other >= topic_form_slots(form) ||
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
	int slots = topic_form_slots(form);
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

bool topic_form_read_question(const struct form *form, int at,
			      struct topic *out, struct error *err)
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
