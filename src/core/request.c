/*
 * request.c - what somebody wants, and what came of it
 */
#include "frontdesk/core/request.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"

static const struct {
	const char *name, *words;
	char letter;
} results[RESULT_COUNT] = {[RESULT_NONE] = {"", "", '\0'},
#define RESULT_ROW(suffix, name, letter, words)                                \
	[RESULT_##suffix] = {name, N_(words), letter},
			   RESULTS(RESULT_ROW)
#undef RESULT_ROW
};

static const char *const request_states[] = {
    [REQUEST_DRAFT] = "draft",
    [REQUEST_OPEN] = "open",
    [REQUEST_RESOLVED] = "resolved",
};

static const char *const number_kinds[] = {
    [NUMBER_PERMIT] = "permit",
    [NUMBER_ACCOUNT] = "account",
    [NUMBER_LICENCE] = "licence",
    [NUMBER_OTHER] = "other",
};

const char *result_name(enum result result)
{
	return results[result].name;
}

const char *result_words(enum result result)
{
	/* gettext("") is the catalogue's header. */
	return result != RESULT_NONE ? _(results[result].words) : "";
}

char result_letter(enum result result)
{
	return results[result].letter;
}

bool result_parse(const char *name, enum result *out, struct error *err)
{
	for (int i = RESULT_NONE + 1; i < RESULT_COUNT; i++) {
		if (str_same(name, results[i].name)) {
			*out = (enum result)i;
			return true;
		}
	}
	*out = RESULT_NONE;
	return error_set(err, ERROR_INVALID, "result", "%s",
			 _("A result is one of answered, given, opened, "
			   "handed_off, come_back, not_ours, could_not."));
}

bool result_is_open(enum result result)
{
	return result == RESULT_OPENED || result == RESULT_HANDED_OFF;
}

bool result_acknowledges(enum result result)
{
	return result == RESULT_ANSWERED || result == RESULT_GIVEN ||
	       result == RESULT_NOT_OURS;
}

bool result_is_read_out(enum result result)
{
	return result != RESULT_NONE && !result_acknowledges(result);
}

const char *request_state_name(enum request_state state)
{
	return request_states[state];
}

enum request_state request_state_of(const char *name)
{
	enum request_state state = REQUEST_DRAFT;

	while (state != REQUEST_RESOLVED &&
	       !str_same(request_states[state], name))
		state++;
	return state;
}

const char *number_kind_name(enum number_kind kind)
{
	return number_kinds[kind];
}

enum number_kind number_kind_of(const char *name)
{
	enum number_kind kind = NUMBER_PERMIT;

	while (kind != NUMBER_OTHER && !str_same(number_kinds[kind], name))
		kind++;
	return kind;
}

void contact_release(struct contact *contact)
{
	for (size_t i = 0; i < contact->number_count; i++)
		free(contact->numbers[i].value);
	for (size_t i = 0; i < contact->answer_count; i++)
		free(contact->answers[i].value);
	free(contact->numbers);
	free(contact->answers);
	free(contact->reference);
	free(contact->place);
	free(contact->contact_text);
	free(contact->words);
	free(contact->concern);
	free(contact->done);
	free(contact->result_text);
	free(contact->tried);
	free(contact->alternative);
	free(contact->appeal);
	*contact = (struct contact){0};
}

static void contact_remove_answer(struct contact *contact, size_t at)
{
	free(contact->answers[at].value);
	contact->answer_count--;
	memmove(contact->answers + at, contact->answers + at + 1,
		(contact->answer_count - at) * sizeof(*contact->answers));
}

void contact_set_answer(struct contact *contact, int64_t question_id,
			const char *value, bool is_known)
{
	bool is_empty = is_known && str_is_blank(value);
	struct answer *answer;
	size_t at = 0;

	while (at < contact->answer_count &&
	       contact->answers[at].question_id != question_id)
		at++;
	if (is_empty) {
		/* A field that was cleared is a question not asked yet. */
		if (at < contact->answer_count)
			contact_remove_answer(contact, at);
		return;
	}
	if (at == contact->answer_count) {
		contact->answers = mem_resize(contact->answers, at + 1,
					      sizeof(*contact->answers));
		contact->answers[at] =
		    (struct answer){question_id, NULL, false};
		contact->answer_count++;
	}
	answer = &contact->answers[at];
	mem_replace(&answer->value, is_known ? value : NULL);
	answer->is_known = is_known;
}

void contact_add_number(struct contact *contact, enum number_kind kind,
			const char *value)
{
	size_t count = contact->number_count;

	assert(value != NULL);
	for (size_t i = 0; i < count; i++)
		if (contact->numbers[i].kind == kind &&
		    str_same(contact->numbers[i].value, value))
			return;
	contact->numbers =
	    mem_resize(contact->numbers, count + 1, sizeof(*contact->numbers));
	contact->numbers[count].kind = kind;
	contact->numbers[count].value = mem_copy(value);
	contact->number_count++;
}

static bool contact_check_texts(const struct contact *contact,
				struct error *err)
{
	const struct {
		const char *text;
		struct text_limit limit;
	} texts[] = {
	    {contact->place, {"place", _("the place"), 200, false, false}},
	    {contact->contact_text,
	     {"contact_text", _("the telephone"), 100, false, false}},
	    {contact->words, {"words", _("what they said"), 2000, true, false}},
	    {contact->concern, {"concern", _("the concern"), 512, true, false}},
	    {contact->done, {"done", _("what was done"), 2000, true, false}},
	    {contact->result_text,
	     {"result_text", _("the result in words"), 512, true, false}},
	    {contact->tried, {"tried", _("what was tried"), 512, true, false}},
	    {contact->alternative,
	     {"alternative", _("the alternative"), 512, true, false}},
	    {contact->appeal,
	     {"appeal", _("the way to appeal"), 512, true, false}},
	};

	for (size_t i = 0; i < MEM_COUNT(texts); i++)
		if (!text_check(texts[i].text, &texts[i].limit, err))
			return false;
	return true;
}

static bool contact_check_result(const struct contact *contact,
				 struct error *err)
{
	const char *demand = NULL;

	if (contact->result == RESULT_COME_BACK)
		demand = _("Say what is missing, so that the next visit is the "
			   "last one.");
	else if (contact->result == RESULT_NOT_OURS)
		demand = _("Say where to go instead.");
	else if (contact->result == RESULT_COULD_NOT)
		demand = _("Say why it could not be done.");
	if (demand != NULL && str_is_blank(contact->result_text))
		return error_set(err, ERROR_INVALID, "result_text", "%s",
				 demand);
	return true;
}

bool contact_check(const struct contact *contact, struct error *err)
{
	const struct text_limit number = {"number", _("the number"), 40, false,
					  true};
	const struct text_limit answer = {"answer", _("the answer"), 512, true,
					  false};

	if (!contact_check_texts(contact, err))
		return false;
	for (size_t i = 0; i < contact->number_count; i++)
		if (!text_check(contact->numbers[i].value, &number, err))
			return false;
	for (size_t i = 0; i < contact->answer_count; i++)
		if (!text_check(contact->answers[i].value, &answer, err))
			return false;
	return contact_check_result(contact, err);
}
