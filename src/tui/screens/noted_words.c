#include "noted_words.h"

#include "frontdesk/base/mem.h"
#include "moment.h"

static void add_words(const struct noted *noted, const char *dot,
		      struct str *out)
{
	str_addf(out, " %s ", dot);
	noted_add_words(noted, out);
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
