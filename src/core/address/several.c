/*
 * several.c - the greeting for all who stand here
 */
#include <assert.h>
#include <string.h>

#include "ladder.h"
#include "name_strip.h"

/* What each is called is made in these. */
struct rooms {
	struct str name, folded;
};

/* Adds what one is called, after what stands between two; nothing where they
 * have no name to be greeted by. */
static void add_one(const struct phrases *phrases,
		    const struct address_request *request,
		    const struct phrasebook *book, bool is_first,
		    struct rooms *rooms, struct str *out)
{
	struct address_request stripped = *request;
	struct person_name name;
	size_t before = out->len, between_len, begin;
	const char *between = phrasebook_between(book, &between_len);

	if (!request->name)
		return;
	name_strip(request->name, &rooms->name, &name);
	stripped.name = &name;
	if (!is_first)
		str_add_n(out, between, between_len);
	begin = out->len;
	ladder_climb(&(const struct choice){.phrases = phrases,
					    .request = &stripped,
					    .name_locale = name.name_locale,
					    .greeting = book,
					    .book = book,
					    .room = &rooms->folded},
		     out);
	if (out->len == begin)
		str_cut(out, before);
}

bool address_greet_all(const struct phrases *phrases,
		       const struct address_request *requests, size_t count,
		       struct str *out, struct error *err)
{
	const struct phrasebook *book;
	const char *text, *gap;
	struct rooms rooms = {STR_INIT, STR_INIT};
	size_t from = out->len, names;
	int minute;

	assert(count > 0);
	if (!phrases_need_book(phrases, requests[0].language, &book, err))
		return false;
	minute = phrase_minute(&requests[0]);
	text = phrasebook_find(book, MOMENT_GREET, WHO_NAMED, minute)->text;
	gap = strstr(text, PHRASE_ADDRESS);
	str_add_n(out, text, (size_t)(gap - text));
	names = out->len;
	for (size_t i = 0; i < count; i++)
		add_one(phrases, &requests[i], book, out->len == names, &rooms,
			out);
	if (out->len > names) {
		str_add(out, gap + strlen(PHRASE_ADDRESS));
	} else {
		str_cut(out, from);
		phrasebook_add(book, MOMENT_GREET, minute, NULL, out);
	}
	str_release(&rooms.name);
	str_release(&rooms.folded);
	return true;
}
