/*
 * cue_question.c - reads what frontdesk cue is asked, strictly: a misspelled
 * field must not turn into a wrong greeting
 */
#include "cue_question.h"

#include <stddef.h>
#include <string.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"

/* The parts of a name by the field's word. */
static const struct part {
	const char *field;
	size_t offset;
} parts[] = {
#define PART(member, field, label, max)                                        \
	{field, offsetof(struct person_name, member)},
    NAME_TEXTS(PART)
#undef PART
};

static const struct part *find_part(const char *field)
{
	for (size_t i = 0; i < MEM_COUNT(parts); i++) {
		if (!strcmp(parts[i].field, field))
			return &parts[i];
	}
	return NULL;
}

static void wrong(struct cue_question *question, const char *field,
		  const char *format)
{
	struct str clean = STR_INIT;

	text_clean(field, false, &clean);
	error_set(&question->err, ERROR_INVALID, "", format, str_text(&clean));
	str_release(&clean);
}

static void read_part(struct cue_question *question, const struct part *part,
		      const struct json *value)
{
	char **slot = (char **)((char *)&question->name + part->offset);
	struct str text = STR_INIT;

	/* Whoever sends a hidden mark has it from elsewhere: the person is
	 * greeted without it. */
	if (json_kind(value) == JSON_KIND_TEXT) {
		text_strip(json_text(value), &text);
		mem_replace(slot, str_or_null(&text));
		str_release(&text);
	} else if (json_kind(value) != JSON_KIND_NULL)
		wrong(question, part->field,
		      _("\"%s\" must be text in quotes"));
}

static void read_flag(struct cue_question *question, const char *field,
		      bool *out, const struct json *value)
{
	enum json_kind kind = json_kind(value);
	bool is_yes =
	    kind == JSON_KIND_TEXT && !strcmp(json_text(value), "yes");

	if (kind == JSON_KIND_BOOL)
		*out = json_bool(value);
	else if (is_yes || (kind == JSON_KIND_TEXT &&
			    !strcmp(json_text(value), "no")))
		*out = is_yes;
	else if (kind != JSON_KIND_NULL)
		wrong(question, field, _("\"%s\" must be true or false"));
}

static void read_permission(struct cue_question *question,
			    const struct json *value)
{
	if (json_kind(value) == JSON_KIND_NULL)
		return;
	permission_parse(json_kind(value) == JSON_KIND_TEXT ? json_text(value)
							    : NULL,
			 &question->request.first_name_ok, &question->err);
}

static void read_resident_field(const char *key, struct json *value,
				void *state)
{
	struct cue_question *question = state;
	const struct part *part = find_part(key);

	if (question->err.code)
		return;
	if (part)
		read_part(question, part, value);
	else if (!strcmp(key, "first_name_ok"))
		read_permission(question, value);
	else if (!strcmp(key, "chaplain"))
		read_flag(question, key, &question->name.chaplain, value);
	else if (!strcmp(key, "retired"))
		read_flag(question, key, &question->name.retired, value);
	else
		wrong(question, key,
		      _("a resident has no field \"%s\"; see frontdesk(1)"));
}

static void read_text(struct cue_question *question, const char *field,
		      const char **out, const struct json *value)
{
	if (json_kind(value) == JSON_KIND_TEXT)
		*out = json_text(value);
	else
		wrong(question, field, _("\"%s\" must be text in quotes"));
}

static void read_field(const char *key, struct json *value, void *state)
{
	struct cue_question *question = state;
	enum json_kind kind = json_kind(value);

	if (question->err.code)
		return;
	if (!strcmp(key, "at"))
		read_text(question, key, &question->at, value);
	else if (!strcmp(key, "lang"))
		read_text(question, key, &question->request.language, value);
	else if (strcmp(key, "resident") != 0)
		wrong(question, key,
		      _("there is no field \"%s\"; the fields are at, lang "
			"and resident"));
	else if (kind == JSON_KIND_OBJECT)
		json_each(value, read_resident_field, question);
	else if (kind != JSON_KIND_NULL)
		wrong(question, key, _("\"%s\" must be an object in braces"));
}

static bool read_time(const char *at, struct address_request *request,
		      struct error *err)
{
	struct local local;

	if (!at)
		return error_set(err, ERROR_INVALID, "at",
				 _("\"at\" is missing: say when, like "
				   "\"2026-03-10T09:05\""));
	if (!local_parse(at, "at", &local, err))
		return false;
	request->hour = local.hour;
	request->minute = local.minute;
	return true;
}

bool cue_question_read(const struct json *document,
		       struct cue_question *question, struct error *err)
{
	if (json_kind(document) != JSON_KIND_OBJECT)
		return error_set(err, ERROR_INVALID, "",
				 _("each line must be one JSON object in "
				   "braces"));
	question->request.name = &question->name;
	question->request.language = "en";
	json_each(document, read_field, question);
	if (question->err.code) {
		*err = question->err;
		return false;
	}
	return read_time(question->at, &question->request, err) &&
	       person_name_check_parts(&question->name, err);
}

void cue_question_release(struct cue_question *question)
{
	person_name_release(&question->name);
}
