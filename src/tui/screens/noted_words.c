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

static bool is_one_act(const struct noted *a, const struct noted *b)
{
	return a->at == b->at && str_same(a->staff, b->staff) &&
	       a->is_taken_back == b->is_taken_back;
}

/* A title leaves the record with its refusal, and is allowed with being given:
 * the newer row stands before the older. */
bool noted_is_part(const struct resident_page *page, size_t index)
{
	const struct noted *noted = &page->noted[index];
	const struct noted *newer = index ? noted - 1 : NULL;
	const struct noted *older =
	    index + 1 < page->noted_count ? noted + 1 : NULL;

	if (str_same(noted->kind, "title"))
		return str_is_blank(noted->value) && newer &&
		       str_same(newer->kind, "refused_title") &&
		       is_one_act(noted, newer);
	return str_same(noted->kind, "allowed_title") && older &&
	       str_same(older->kind, "title") &&
	       str_same(older->value, noted->value) && is_one_act(noted, older);
}

void noted_add(const struct desk *desk, const struct noted *noted,
	       const char *dot, struct str *out)
{
	moment_add_day(desk, noted->at, out);
	add_words(noted, dot, out);
}

/* What is refused still, and was not only brought back. */
static const struct noted *latest_refused(const struct resident_page *page)
{
	for (size_t i = 0; i < page->noted_count; i++) {
		const struct noted *noted = &page->noted[i];

		if (str_same(noted->kind, "refused_title") &&
		    !noted->is_taken_back &&
		    title_list_has(&page->resident.refused_titles,
				   noted->value))
			return noted;
	}
	return NULL;
}

/* The one that holds: what brought another back goes with what was undone. */
static const struct noted *latest(const struct resident_page *page,
				  const char *kind)
{
	size_t undone = 0;

	for (size_t i = 0; i < page->noted_count; i++) {
		const struct noted *noted = &page->noted[i];

		if (!str_same(noted->kind, kind))
			continue;
		if (noted->is_taken_back)
			undone++;
		else if (undone)
			undone--;
		else
			return noted;
	}
	return NULL;
}

void noted_add_latest(const struct desk *desk, const struct resident_page *page,
		      const char *kind, const char *dot, struct str *out)
{
	const struct noted *noted = str_same(kind, "refused_title")
					? latest_refused(page)
					: latest(page, kind);

	if (!noted)
		return;
	str_addf(out, " %s ", dot);
	moment_add_day(desk, noted->at, out);
	if (!str_is_blank(noted->staff))
		str_addf(out, ", %s", noted->staff);
}

void noted_add_all(const struct desk *desk, const struct resident_page *page,
		   struct str *out)
{
	for (size_t i = 0; i < page->noted_count; i++) {
		if (noted_is_part(page, i))
			continue;
		str_add(out, i ? "      " : _("SAID  "));
		moment_add(desk, page->noted[i].at, out);
		add_words(&page->noted[i], "·", out);
		str_add_char(out, '\n');
	}
}
