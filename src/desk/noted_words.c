/*
 * noted_words.c - what somebody said about being addressed, in words
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/resident.h"

static const struct {
	const char *kind, *words;
} kinds[] = {
    {"first_name", N_("first name")},
    {"title", N_("title")},
    {"address_as", N_("called")},
    {"as_it_stands", N_("as it stands")},
    {"refused_title", N_("not to be called")},
    {"allowed_title", N_("may be called")},
};

static const char *kind_words(const char *kind)
{
	for (size_t i = 0; i < MEM_COUNT(kinds); i++)
		if (str_same(kinds[i].kind, kind))
			return _(kinds[i].words);
	return kind;
}

static const char *value_words(const struct noted *noted)
{
	if (str_same(noted->kind, "as_it_stands"))
		return str_same(noted->value, "no") ? _("no more") : "";
	if (str_is_blank(noted->value))
		return _("none");
	if (!str_same(noted->kind, "first_name"))
		return noted->value;
	if (str_same(noted->value, "yes"))
		return _("yes");
	return str_same(noted->value, "no") ? _("no") : _("not asked");
}

void noted_add_words(const struct noted *noted, struct str *out)
{
	const char *value = value_words(noted);

	str_addf(out, "%s%s%s%s",
		 noted->is_taken_back ? _("taken back, so again: ") : "",
		 kind_words(noted->kind), *value ? " " : "", value);
}
