/*
 * address.c - the greeting, the parting and the question for one person
 */
#include <assert.h>

#include "frontdesk/base/mem.h"
#include "ladder.h"
#include "name_strip.h"
#include "spoken.h"

int phrase_minute(const struct address_request *request)
{
	assert(request->hour >= 0 && request->hour < 24);
	assert(request->minute >= 0 && request->minute < 60);
	return 60 * request->hour + request->minute;
}

/* The greeting as it sounds, without a name that the clerk cannot read. */
static void add_sounded(const struct phrasebook *book, int minute,
			const char *address, struct str *out)
{
	const struct sentence *sentence;

	if (address && !spoken_is_latin(address))
		address = NULL;
	sentence = phrasebook_find(book, MOMENT_GREET,
				   address ? WHO_NAMED : WHO_ALONE, minute);
	if (sentence->sounded)
		phrase_add(sentence->sounded, address, out);
}

/* The same greeting in English, for the clerk: the name is of the greeting's
 * language, where that leaves it in the order that it has in the other. */
static void add_english(const struct choice *choice, struct address *out)
{
	const struct phrases *phrases = choice->phrases;
	const struct address_request *request = choice->request;
	struct address_request translated = *request;
	struct choice english = *choice;
	struct str *address = &out->room[2];
	struct person_name name;

	if (request->name && !request->name->name_locale) {
		name = *request->name;
		name.name_locale = (char *)choice->book->primary;
		if (spoken_is_surname_first(&name, phrases->english) ==
		    spoken_is_surname_first(request->name, choice->book))
			translated.name = &name;
	}
	english.request = &translated;
	english.book = phrases->english;
	str_clear(address);
	ladder_climb(&english, address);
	phrasebook_add(phrases->english, MOMENT_GREET, phrase_minute(request),
		       str_or_null(address), &out->english);
	/* It says nothing new where it is the same. */
	if (str_same(str_text(&out->english), str_text(&out->greet)))
		str_clear(&out->english);
}

/* In English where the language has no words that are polite for sure. */
static void add_question(const struct phrases *phrases,
			 const struct phrasebook *book, int minute,
			 struct str *out)
{
	if (!phrasebook_find(book, MOMENT_ASK, WHO_ALONE, minute))
		book = phrases->english;
	phrasebook_add(book, MOMENT_ASK, minute, NULL, out);
}

void address_add_question(const struct phrases *phrases, const char *language,
			  int hour, int minute, struct str *out)
{
	const struct phrasebook *book = phrases_book(phrases, language);

	add_question(phrases, book ? book : phrases->english,
		     60 * hour + minute, out);
}

static void compose(const struct choice *choice, struct address *out)
{
	const struct address_request *request = choice->request;
	const struct person_name *name = request->name;
	const struct phrasebook *book = choice->book;
	int minute = phrase_minute(request);
	enum step step = ladder_climb(choice, &out->address);
	const char *address = str_or_null(&out->address);

	phrasebook_add(book, MOMENT_GREET, minute, address, &out->greet);
	phrasebook_add(book, MOMENT_CLOSE, minute, address, &out->close);
	if (step >= STEP_FULL && !request->as_it_stands)
		add_question(choice->phrases, book, minute, &out->ask);
	if (name && name->say_as)
		str_add(&out->hint, name->say_as);
	if (name && name->pronouns)
		str_add(&out->reference, name->pronouns);
	add_sounded(book, minute, address, &out->sounded);
	out->language = book->language;
	out->needs_review = book->needs_review;
}

bool address_compose(const struct phrases *phrases,
		     const struct address_request *request, struct address *out,
		     struct error *err)
{
	struct address_request stripped = *request;
	struct choice choice = {
	    .phrases = phrases, .request = &stripped, .room = &out->room[1]};
	struct person_name name;

	address_clear(out);
	if (!phrases_need_book(phrases, request->language, &choice.book, err))
		return false;
	choice.greeting = choice.book;
	if (request->name) {
		name_strip(request->name, &out->room[0], &name);
		stripped.name = &name;
		choice.name_locale = name.name_locale;
	}
	compose(&choice, out);
	if (choice.book != phrases->english)
		add_english(&choice, out);
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
	for (size_t i = 0; i < MEM_COUNT(address->room); i++)
		str_release(&address->room[i]);
	*address = (struct address){0};
}
