/*
 * address.c - the greeting, the parting and the question for one person
 */
#include "frontdesk/core/address.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
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

static char *compose(const struct phrasebook *book, enum moment moment,
		     int hour, const char *address)
{
	struct str text = STR_INIT;

	phrasebook_add(book, moment, hour, address, &text);
	return str_take(&text);
}

/* The same greeting in English, for the clerk. */
static char *compose_english(const struct phrases *phrases,
			     const struct address_request *request)
{
	struct str address = STR_INIT;
	char *greet;

	ladder_climb(phrases, request, "en", &address);
	greet = compose(phrases_book(phrases, "en"), MOMENT_GREET,
			request->hour, address.len ? address.text : NULL);
	str_release(&address);
	return greet;
}

static char *copy_unless_blank(const char *text)
{
	return str_is_blank(text) ? NULL : mem_copy(text);
}

bool address_compose(const struct phrases *phrases,
		     const struct address_request *request, struct address *out,
		     struct error *err)
{
	const struct phrasebook *book;
	struct str address = STR_INIT;
	enum step step;
	int hour = request->hour;

	assert(hour >= 0 && hour < HOURS);
	*out = (struct address){0};
	if (!find_book(phrases, request, &book, err))
		return false;
	step = ladder_climb(phrases, request, book->language, &address);
	out->address = address.len ? str_take(&address) : NULL;
	str_release(&address);
	out->greet = compose(book, MOMENT_GREET, hour, out->address);
	out->close = compose(book, MOMENT_CLOSE, hour, out->address);
	if (step >= STEP_FULL && !request->as_it_stands)
		out->ask = compose(book, MOMENT_ASK, hour, NULL);
	if (request->name) {
		out->hint = copy_unless_blank(request->name->say_as);
		out->reference = copy_unless_blank(request->name->pronouns);
	}
	out->language = mem_copy(book->language);
	if (!str_same(book->language, "en"))
		out->english = compose_english(phrases, request);
	return true;
}

void address_release(struct address *address)
{
	free(address->greet);
	free(address->close);
	free(address->address);
	free(address->ask);
	free(address->hint);
	free(address->reference);
	free(address->language);
	free(address->english);
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
