/*
 * merge_field.c - the fields of a record that two of one person may differ in
 */
#include "merge_field.h"

#include <stddef.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/core/language.h"

enum kind { KIND_TEXT, KIND_LANGUAGE, KIND_YES_NO, KIND_PERMISSION };

struct merge_field {
	const char *id, *label;
	enum kind kind;
	size_t at; /* in struct resident */
	const char *permission;
	bool is_of_name; /* said with the name in use, or about it */
};

#define IN_NAME(member, label, permission, is_of_name)                         \
	{                                                                      \
#member, label, KIND_TEXT,                                     \
		    offsetof(struct resident, name.member), permission,        \
		    is_of_name                                                 \
	}
#define IN_RECORD(member, label, kind, permission, is_of_name)                 \
	{                                                                      \
#member, label, kind, offsetof(struct resident, member),       \
		    permission, is_of_name                                     \
	}

static const struct merge_field fields[] = {
    IN_NAME(title, N_("Title"), "title", true),
    IN_NAME(given, N_("Given"), NULL, true),
    IN_NAME(given2, N_("Second given"), NULL, true),
    IN_NAME(surname_prefix, N_("Surname prefix"), NULL, false),
    IN_NAME(surname, N_("Surname"), NULL, false),
    IN_NAME(surname2, N_("Second surname"), NULL, false),
    IN_NAME(generation, N_("Generation"), NULL, false),
    IN_NAME(credentials, N_("Credentials"), NULL, false),
    IN_NAME(known_as, N_("Known as"), NULL, true),
    IN_NAME(address_as, N_("Address as"), "address_as", true),
    IN_RECORD(first_name_ok, N_("First name ok"), KIND_PERMISSION, "first_name",
	      true),
    IN_RECORD(as_it_stands, N_("As it stands"), KIND_YES_NO, "as_it_stands",
	      true),
    IN_RECORD(language, N_("Language"), KIND_LANGUAGE, NULL, false),
    IN_RECORD(needs_interpreter, N_("Interpreter"), KIND_YES_NO, NULL, false),
    IN_NAME(pronouns, N_("Pronouns"), NULL, true),
    IN_NAME(say_as, N_("How it is said"), NULL, true),
    IN_NAME(name_locale, N_("Name's language"), NULL, false),
    IN_NAME(rank, N_("Rank"), NULL, false),
    IN_NAME(service, N_("Service"), NULL, false),
    IN_NAME(office, N_("Office"), NULL, false),
    IN_RECORD(name.retired, N_("Retired"), KIND_YES_NO, NULL, false),
    IN_RECORD(name.chaplain, N_("Chaplain"), KIND_YES_NO, NULL, false),
    IN_NAME(legal_given, N_("Legal given"), NULL, false),
    IN_RECORD(note, N_("Note"), KIND_TEXT, NULL, false),
};

size_t merge_field_count(void)
{
	return MEM_COUNT(fields);
}

const char *merge_field_id(size_t field)
{
	return fields[field].id;
}

const char *merge_field_label(size_t field)
{
	return _(fields[field].label);
}

size_t merge_field_find(const char *id)
{
	size_t field = 0;

	while (field < MEM_COUNT(fields) && !str_same(fields[field].id, id))
		field++;
	return field;
}

const char *merge_field_permission(size_t field)
{
	return fields[field].permission;
}

static const void *slot_of(const struct resident *resident, size_t field)
{
	return (const char *)resident + fields[field].at;
}

const char *merge_field_get(const struct resident *resident, size_t field)
{
	const void *slot = slot_of(resident, field);
	const char *text;

	switch (fields[field].kind) {
	case KIND_YES_NO:
		return *(const bool *)slot ? "yes" : "no";
	case KIND_PERMISSION:
		return permission_name(*(const enum permission *)slot);
	case KIND_TEXT:
	case KIND_LANGUAGE:
		break;
	}
	text = *(char *const *)slot;
	return text != NULL ? text : "";
}

void merge_field_set(struct resident *resident, size_t field, const char *value)
{
	void *slot = (char *)resident + fields[field].at;
	struct error unused = {0};

	switch (fields[field].kind) {
	case KIND_YES_NO:
		*(bool *)slot = str_same(value, "yes");
		break;
	case KIND_PERMISSION:
		permission_parse(value, slot, &unused);
		break;
	case KIND_TEXT:
	case KIND_LANGUAGE:
		mem_replace(slot, str_is_blank(value) ? NULL : value);
		break;
	}
}

bool merge_field_is_unsaid(size_t field, const char *value)
{
	switch (fields[field].kind) {
	case KIND_YES_NO:
		return str_same(value, "no");
	case KIND_PERMISSION:
		return str_same(value, permission_name(PERMISSION_UNKNOWN));
	case KIND_TEXT:
	case KIND_LANGUAGE:
		break;
	}
	return str_is_blank(value);
}

char *merge_field_words(size_t field, const char *value)
{
	switch (fields[field].kind) {
	case KIND_YES_NO:
		return mem_copy(str_same(value, "yes") ? _("yes") : _("no"));
	case KIND_PERMISSION:
		if (merge_field_is_unsaid(field, value))
			return mem_copy(_("not asked"));
		return mem_copy(str_same(value, "yes") ? _("yes") : _("no"));
	case KIND_LANGUAGE:
		if (!str_is_blank(value))
			return mem_copy(language_name(value));
		break;
	case KIND_TEXT:
		break;
	}
	return mem_copy(value);
}

bool merge_field_is_of_name(size_t field)
{
	return fields[field].is_of_name;
}

bool merge_field_is_refusal(size_t field, const char *value)
{
	return fields[field].kind == KIND_PERMISSION &&
	       str_same(value, permission_name(PERMISSION_NO));
}
