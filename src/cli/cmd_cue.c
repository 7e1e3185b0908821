/*
 * cmd_cue.c - frontdesk cue: what to say to whom, for scripts
 */
#include "cmd_cue.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/json.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"

/* One line's question; name owns its text, the rest is the document's. */
struct question {
	struct person_name name;
	struct address_request request;
	const char *at;
	struct error err; /* of the first field that is wrong */
};

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

static void wrong(struct question *question, const char *field,
		  const char *format)
{
	struct str clean = STR_INIT;

	text_clean(field, false, &clean);
	error_set(&question->err, ERROR_INVALID, "", format, str_text(&clean));
	str_release(&clean);
}

static void read_part(struct question *question, const struct part *part,
		      const struct json *value)
{
	char **slot = (char **)((char *)&question->name + part->offset);

	if (json_kind(value) == JSON_KIND_TEXT)
		mem_replace(slot, json_text(value));
	else if (json_kind(value) != JSON_KIND_NULL)
		wrong(question, part->field,
		      _("\"%s\" must be text in quotes"));
}

static void read_flag(struct question *question, const char *field, bool *out,
		      const struct json *value)
{
	enum json_kind kind = json_kind(value);

	if (kind == JSON_KIND_BOOL)
		*out = json_bool(value);
	else if (kind != JSON_KIND_NULL)
		wrong(question, field, _("\"%s\" must be true or false"));
}

static void read_permission(struct question *question, const struct json *value)
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
	struct question *question = state;
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

static void read_text(struct question *question, const char *field,
		      const char **out, const struct json *value)
{
	if (json_kind(value) == JSON_KIND_TEXT)
		*out = json_text(value);
	else
		wrong(question, field, _("\"%s\" must be text in quotes"));
}

static void read_field(const char *key, struct json *value, void *state)
{
	struct question *question = state;
	enum json_kind kind = json_kind(value);

	if (question->err.code)
		return;
	if (!strcmp(key, "at"))
		read_text(question, key, &question->at, value);
	else if (!strcmp(key, "lang"))
		read_text(question, key, &question->request.language, value);
	else if (strcmp(key, "resident"))
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

static bool read_question(const struct json *document,
			  struct question *question, struct error *err)
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

static void write_answer(const struct address *address, FILE *out)
{
	struct json *answer = json_new_object();
	struct str line = STR_INIT;

	json_put_text(answer, "greet", address->greet);
	json_put_text(answer, "close", address->close);
	json_put_text(answer, "address", address->address);
	json_put_text(answer, "ask", address->ask);
	json_put_text(answer, "hint", address->hint);
	json_put_text(answer, "reference", address->reference);
	json_put_text(answer, "language", address->language);
	json_put_text(answer, "english", address->english);
	json_write(answer, false, &line);
	fprintf(out, "%s\n", str_text(&line));
	str_release(&line);
	json_free(answer);
}

static bool answer_line(const struct phrases *phrases, const char *line,
			size_t len, FILE *out, struct error *err)
{
	struct question question = {0};
	struct address address = {0};
	struct json *document;
	bool ok;

	if (!json_parse(line, len, &document, err))
		return false;
	ok = read_question(document, &question, err) &&
	     address_compose(phrases, &question.request, &address, err);
	if (ok)
		write_answer(&address, out);
	address_release(&address);
	person_name_release(&question.name);
	json_free(document);
	return ok;
}

static void complain(FILE *complaints, size_t number, const struct error *err)
{
	static const char document[] = "line 1, ";
	struct str clean = STR_INIT;
	const char *text;

	text_clean(err->text, false, &clean);
	text = str_text(&clean);
	/* each line is a document of its own, whose only line is the first */
	if (!strncmp(text, document, strlen(document)))
		text += strlen(document);
	fprintf(complaints, _("frontdesk: line %zu: %s\n"), number, text);
	str_release(&clean);
}

/* A stream that broke is not a line's fault, and ends the answers. */
static bool check_streams(FILE *in, FILE *out, FILE *complaints)
{
	if (ferror(in)) {
		fprintf(complaints,
			_("frontdesk: cannot read the records: "
			  "%s\n"),
			strerror(errno));
		return false;
	}
	if (fflush(out) || ferror(out)) {
		fprintf(complaints,
			_("frontdesk: cannot write the answers: "
			  "%s\n"),
			strerror(errno));
		return false;
	}
	return true;
}

bool cue_run(const struct phrases *phrases, FILE *in, FILE *out,
	     FILE *complaints)
{
	char *line = NULL;
	size_t size = 0, number = 0;
	ssize_t len;
	bool ok = true;

	while (!ferror(out) && (len = getline(&line, &size, in)) >= 0) {
		struct error err = {0};

		number++;
		while (len > 0 &&
		       (line[len - 1] == '\n' || line[len - 1] == '\r'))
			line[--len] = '\0';
		if (!len)
			continue;
		if (!answer_line(phrases, line, (size_t)len, out, &err)) {
			complain(complaints, number, &err);
			ok = false;
		}
	}
	free(line);
	return check_streams(in, out, complaints) && ok;
}
