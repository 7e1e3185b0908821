/*
 * address.c - the greeting, the parting and the question for one person
 */
#include "frontdesk/core/address.h"

#include <assert.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "ladder.h"

static bool find_book(const struct phrases *phrases,
		      const struct address_request *request,
		      const struct phrasebook **out, struct error *err)
{
	struct str known = STR_INIT;

	*out = phrases_book(phrases, request->language);
	if (*out)
		return true;
	for (size_t i = 0; i < phrases->count; i++)
		str_addf(&known, "%s%s", i ? ", " : "",
			 phrases->books[i].language);
	error_set(err, ERROR_INVALID, "language",
		  _("there are no greetings in \"%s\"; the languages are %s"),
		  request->language ? request->language : "", str_text(&known));
	str_release(&known);
	return false;
}

/* The same greeting in English, for the clerk. */
static void add_english(const struct phrases *phrases,
			const struct address_request *request, struct str *out)
{
	struct str address = STR_INIT;

	ladder_climb(phrases, request, "en", &address);
	phrasebook_add(phrases_book(phrases, "en"), MOMENT_GREET, request->hour,
		       str_or_null(&address), out);
	str_release(&address);
}

static void add_unless_blank(struct str *out, const char *text)
{
	if (!str_is_blank(text))
		str_add(out, text);
}

bool address_compose(const struct phrases *phrases,
		     const struct address_request *request, struct address *out,
		     struct error *err)
{
	const struct phrasebook *book;
	const char *address;
	enum step step;
	int hour = request->hour;

	assert(hour >= 0 && hour < HOURS);
	address_clear(out);
	if (!find_book(phrases, request, &book, err))
		return false;
	step = ladder_climb(phrases, request, book->language, &out->address);
	address = str_or_null(&out->address);
	phrasebook_add(book, MOMENT_GREET, hour, address, &out->greet);
	phrasebook_add(book, MOMENT_CLOSE, hour, address, &out->close);
	if (step >= STEP_FULL && !request->as_it_stands)
		phrasebook_add(book, MOMENT_ASK, hour, NULL, &out->ask);
	if (request->name) {
		add_unless_blank(&out->hint, request->name->say_as);
		add_unless_blank(&out->reference, request->name->pronouns);
	}
	out->language = book->language;
	if (!str_same(book->language, "en"))
		add_english(phrases, request, &out->english);
	if (str_same(str_text(&out->english), str_text(&out->greet)))
		str_clear(&out->english);
	return true;
}

void address_clear(struct address *address)
{
	str_clear(&address->greet);
	str_clear(&address->close);
	str_clear(&address->address);
	str_clear(&address->ask);
	str_clear(&address->hint);
	str_clear(&address->reference);
	str_clear(&address->english);
	str_clear(&address->sounded);
	address->language = NULL;
	address->needs_review = false;
}

void address_release(struct address *address)
{
	str_release(&address->greet);
	str_release(&address->close);
	str_release(&address->address);
	str_release(&address->ask);
	str_release(&address->hint);
	str_release(&address->reference);
	str_release(&address->english);
	str_release(&address->sounded);
	*address = (struct address){0};
}

bool address_greet_all(const struct phrases *phrases,
		       const struct address_request *requests, size_t count,
		       struct str *out, struct error *err)
{
	const struct phrasebook *book;
	struct str all = STR_INIT;

	assert(count > 0);
	if (!find_book(phrases, &requests[0], &book, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct str one = STR_INIT;

		ladder_climb(phrases, &requests[i], book->language, &one);
		if (one.len && all.len)
			str_add(&all, ", ");
		str_add(&all, str_text(&one));
		str_release(&one);
	}
	phrasebook_add(book, MOMENT_GREET, requests[0].hour,
		       all.len ? str_text(&all) : NULL, out);
	str_release(&all);
	return true;
}
