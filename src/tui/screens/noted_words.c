#include "noted_words.h"

#include "frontdesk/base/mem.h"
#include "moment.h"

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

static void add_words(const struct noted *noted, const char *dot,
		      struct str *out)
{
	str_addf(out, " %s %s %s", dot, kind_words(noted->kind),
		 value_words(noted));
	if (!str_is_blank(noted->staff))
		str_addf(out, " %s %s", dot, noted->staff);
}

void noted_add(const struct desk *desk, const struct noted *noted,
	       const char *dot, struct str *out)
{
	moment_add_day(desk, noted->at, out);
	add_words(noted, dot, out);
}

void noted_add_latest(const struct desk *desk, const struct resident_page *page,
		      const char *kind, const char *dot, struct str *out)
{
	for (size_t i = 0; i < page->noted_count; i++) {
		const struct noted *noted = &page->noted[i];

		if (!str_same(noted->kind, kind))
			continue;
		str_addf(out, " %s ", dot);
		moment_add_day(desk, noted->at, out);
		if (!str_is_blank(noted->staff))
			str_addf(out, ", %s", noted->staff);
		return;
	}
}

void noted_add_all(const struct desk *desk, const struct resident_page *page,
		   struct str *out)
{
	for (size_t i = 0; i < page->noted_count; i++) {
		str_add(out, i ? "      " : _("SAID  "));
		moment_add(desk, page->noted[i].at, out);
		add_words(&page->noted[i], "·", out);
		str_add_char(out, '\n');
	}
}
