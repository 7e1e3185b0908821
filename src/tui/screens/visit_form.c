/* Between a contact and the form: what is typed is never lost by either. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "visit.h"

#define LABEL_COLS 11
#define SUGGESTED_MAX 5
#define EARLIER_COLS 16

struct contact *visit_contact(struct visit_screen *state)
{
	return &state->visit.contacts[state->current];
}

static void question_row_id(const struct question *question, char out[32])
{
	snprintf(out, 32, "question %lld", (long long)question->question_id);
}

static const struct earlier_answer *earlier(const struct visit_screen *state,
					    int64_t question_id)
{
	for (size_t i = 0; i < state->earlier.count; i++)
		if (state->earlier.items[i].question_id == question_id)
			return &state->earlier.items[i];
	return NULL;
}

static const struct answer *answer_of(const struct contact *contact,
				      int64_t question_id)
{
	for (size_t i = 0; i < contact->answer_count; i++)
		if (contact->answers[i].question_id == question_id)
			return &contact->answers[i];
	return NULL;
}

/* What they already told us, with its day, so that nobody asks twice. */
static void note_earlier(struct visit_screen *state,
			 const struct question *question, const char *row)
{
	const struct earlier_answer *told =
	    earlier(state, question->question_id);
	struct str note = STR_INIT;
	char day[24];

	if (told) {
		day_format(told->told_on, day);
		str_addf(&note, _("told us %s"), day);
		if (!str_same(form_value(&state->form, row), told->value)) {
			str_add(&note, ": ");
			text_add_cut(&note, told->value, EARLIER_COLS);
		}
	} else if (question->is_required) {
		str_add(&note, _("required"));
	}
	form_note(&state->form, row, note.len ? str_text(&note) : NULL);
	str_release(&note);
}

void visit_note_earlier(struct visit_screen *state)
{
	char row[32];

	for (size_t i = 0; i < state->topic.question_count; i++) {
		question_row_id(&state->topic.questions[i], row);
		note_earlier(state, &state->topic.questions[i], row);
	}
}

static void add_question(struct visit_screen *state,
			 const struct question *question, const char *after)
{
	const struct answer *answer =
	    answer_of(visit_contact(state), question->question_id);
	const struct earlier_answer *told =
	    earlier(state, question->question_id);
	char id[32];

	question_row_id(question, id);
	form_add_text(&state->form, id, question->label, 500, false);
	form_place_after(&state->form, id, after);
	if (answer)
		form_set(&state->form, id,
			 answer->is_known ? answer->value : "?");
	else if (told && !told->is_of_other)
		form_set(&state->form, id, told->value);
	note_earlier(state, question, id);
}

static void add_questions(struct visit_screen *state)
{
	char after[32] = "concern";

	form_remove(&state->form, "question ");
	for (size_t i = 0; i < state->topic.question_count; i++) {
		add_question(state, &state->topic.questions[i], after);
		question_row_id(&state->topic.questions[i], after);
	}
}

static void keep_answer(struct contact *contact,
			const struct question *question, const char *value)
{
	char *tidy =
	    str_same(value, "?") ? NULL : question_tidy_answer(question, value);

	contact_set_answer(contact, question->question_id, tidy, tidy != NULL);
	free(tidy);
}

static void keep_answers(struct visit_screen *state)
{
	struct contact *contact = visit_contact(state);
	char id[32];

	for (size_t i = 0; i < state->topic.question_count; i++) {
		const struct question *question = &state->topic.questions[i];
		const char *value;

		question_row_id(question, id);
		value = form_value(&state->form, id);
		if (str_is_blank(value) &&
		    !answer_of(contact, question->question_id))
			continue;
		keep_answer(contact, question, value);
	}
}

static void show_number(struct visit_screen *state)
{
	const struct contact *contact = visit_contact(state);
	struct str text = STR_INIT;

	for (size_t i = 0; i < contact->number_count; i++)
		str_addf(&text, "%s%s", i ? ", " : "",
			 contact->numbers[i].value);
	form_set(&state->form, "number", str_text(&text));
	if (contact->number_count)
		state->number_kind = contact->numbers[0].kind;
	str_release(&text);
}

static void keep_numbers(struct visit_screen *state)
{
	struct contact *contact = visit_contact(state);
	char *text = mem_copy(form_value(&state->form, "number"));
	char *rest = text, *part;

	for (size_t i = 0; i < contact->number_count; i++)
		free(contact->numbers[i].value);
	contact->number_count = 0;
	while ((part = strsep(&rest, ",;"))) {
		part += strspn(part, " ");
		if (!str_is_blank(part))
			contact_add_number(contact, state->number_kind, part);
	}
	free(text);
}

/* Where they cannot be read now, the form is as good without them. */
void visit_offer_earlier(struct visit_screen *state)
{
	const struct contact *contact = visit_contact(state);
	struct error unused = {0};

	desk_add_told_before(state->desk, visit_resident_id(state),
			     contact->topic_id, contact->request_id,
			     &state->earlier, &unused);
}

bool visit_is_any_answered(const struct visit_screen *state)
{
	char row[32];

	for (size_t i = 0; i < state->topic.question_count; i++) {
		question_row_id(&state->topic.questions[i], row);
		if (!str_is_blank(form_value(&state->form, row)))
			return true;
	}
	return false;
}

bool visit_set_topic(struct visit_screen *state, int64_t topic_id,
		     struct error *err)
{
	struct contact *contact = visit_contact(state);

	keep_answers(state);
	topic_release(&state->topic);
	state->topic = (struct topic){0};
	contact->topic_id = 0;
	if (topic_id) {
		if (!desk_get_topic(state->desk, topic_id, &state->topic, err))
			return false;
		contact->topic_id = topic_id;
		form_set(&state->form, "about", state->topic.name);
	}
	visit_offer_earlier(state);
	add_questions(state);
	find_release(&state->suggested);
	return true;
}

/* Of the request that the form is about; where they cannot be read now, the
 * form is as good without them. */
static void read_earlier(struct visit_screen *state)
{
	int64_t request_id = visit_contact(state)->request_id;
	struct error err = {0};

	if (state->earlier_of == request_id)
		return;
	earlier_answer_list_release(&state->earlier);
	state->earlier_of = request_id;
	if (request_id)
		desk_list_earlier(state->desk, request_id,
				  state->visit.visit_id, &state->earlier, &err);
}

void visit_form_fill(struct visit_screen *state)
{
	const struct contact *contact = visit_contact(state);
	struct error err = {0};

	read_earlier(state);
	form_set(&state->form, "place", contact->place);
	show_number(state);
	form_set(&state->form, "words", contact->words);
	form_set(&state->form, "concern", contact->concern);
	form_set(&state->form, "done", contact->done);
	form_set(&state->form, "contact_text", contact->contact_text);
	form_set(&state->form, "about", "");
	topic_release(&state->topic);
	state->topic = (struct topic){0};
	visit_set_topic(state, contact->topic_id, &err);
}

void visit_form_make(struct visit_screen *state)
{
	struct form *form = &state->form;

	form_release(form);
	form_init(form, LABEL_COLS);
	form_add_text(form, "about", _("About"), 200, false);
	form_add_text(form, "place", _("Place"), 200, false);
	form_add_text(form, "number", _("Number"), 120, false);
	form_add_text(form, "words", _("They said"), 2000, true);
	form_add_text(form, "concern", _("Concern"), 500, true);
	form_add_text(form, "done", _("Done"), 2000, true);
	form_add_text(form, "contact_text", _("Telephone"), 60, false);
	form_hide(form, "contact_text",
		  visit_resident_id(state) || visit_organisation_id(state));
	visit_form_fill(state);
	form->is_touched = false;
	form_focus(form, visit_contact(state)->topic_id ? "place" : "about");
}

/* What stands in "about" must be a topic, or nothing. */
static bool settle_topic(struct visit_screen *state, struct error *err)
{
	const struct contact *contact = visit_contact(state);
	const char *typed = form_value(&state->form, "about");

	if (contact->topic_id || str_is_blank(typed))
		return true;
	for (size_t i = 0; i < state->suggested.count; i++)
		if (state->suggested.rows[i].kind == FIND_TOPIC)
			return visit_set_topic(
			    state, state->suggested.rows[i].id, err);
	return error_set(err, ERROR_INVALID, "about",
			 _("No topic has those words: F4 shows all of them, or "
			   "leave this empty and note it under They said."));
}

static void keep(char **slot, const struct form *form, const char *id)
{
	mem_replace(slot, form_value(form, id));
}

void visit_keep_texts(struct visit_screen *state)
{
	struct contact *contact = visit_contact(state);
	const struct form *form = &state->form;

	keep_answers(state);
	keep_numbers(state);
	keep(&contact->place, form, "place");
	keep(&contact->words, form, "words");
	keep(&contact->concern, form, "concern");
	keep(&contact->done, form, "done");
	keep(&contact->contact_text, form, "contact_text");
}

static bool check_answers(struct visit_screen *state, struct error *err)
{
	char id[32];

	for (size_t i = 0; i < state->topic.question_count; i++) {
		const struct question *question = &state->topic.questions[i];
		const char *value;

		question_row_id(question, id);
		value = form_value(&state->form, id);
		if (str_is_blank(value) || str_same(value, "?"))
			continue;
		if (question_check_answer(question, value, err))
			continue;
		snprintf(err->field, sizeof(err->field), "%s", id);
		return false;
	}
	return true;
}

bool visit_collect(struct visit_screen *state, struct error *err)
{
	visit_keep_texts(state);
	return settle_topic(state, err) && check_answers(state, err);
}

void visit_show_contact(struct visit_screen *state, size_t index)
{
	visit_keep_texts(state);
	state->current = index;
	visit_form_fill(state);
	form_focus(&state->form, "about");
}

char *visit_form_text(struct visit_screen *state)
{
	struct json *object = json_new_object();
	struct json *rows = json_new_object();
	struct str text = STR_INIT;

	json_put_int(object, "current", (int64_t)state->current);
	json_put_int(object, "topic", visit_contact(state)->topic_id);
	form_save(&state->form, rows);
	json_put(object, "form", rows);
	json_write(object, false, &text);
	json_free(object);
	return str_take(&text);
}

void visit_form_restore(struct visit_screen *state, const char *text)
{
	struct json *object;
	struct error err = {0};
	size_t current;

	if (!text || !json_parse(text, strlen(text), &object, &err))
		return;
	current = (size_t)json_get_int(object, "current", 0);
	/* One that was added and not saved yet comes behind those that were. */
	if (current >= state->visit.contact_count && current > 0) {
		visit_add_contact(&state->visit);
		current = state->visit.contact_count - 1;
	}
	if (current != state->current)
		visit_show_contact(state, current);
	visit_set_topic(state, json_get_int(object, "topic", 0), &err);
	if (json_get(object, "form"))
		form_restore(&state->form, json_get(object, "form"));
	visit_note_earlier(state);
	state->form.is_touched = true;
	json_free(object);
}
