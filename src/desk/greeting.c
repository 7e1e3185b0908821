/*
 * greeting.c - who stands here, greeted in a language that this clerk speaks
 */
#include "greeting.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/core/language.h"

static const char ENGLISH[] = "en";

/* The two languages of a greeting, borrowed; other NULL: there is one. */
struct tongues {
	const char *say, *other;
};

static struct tongues choose_tongues(const struct desk *desk,
				     const struct phrases *phrases,
				     const char *wanted)
{
	const char *theirs = phrases_language(phrases, wanted);

	if (theirs == NULL || language_is(theirs, ENGLISH))
		return (struct tongues){ENGLISH, NULL};
	/* Tagalog is kept as one tag or the other. */
	if (language_is_among(wanted, desk->languages) ||
	    language_is_among(theirs, desk->languages))
		return (struct tongues){theirs, ENGLISH};
	return (struct tongues){ENGLISH, theirs};
}

void greeting_request(const struct desk *desk, const struct resident *resident,
		      const char *language, struct address_request *out)
{
	struct local now;

	desk_local(desk, desk_now(desk), &now);
	*out = (struct address_request){
	    .language = language,
	    .hour = now.hour,
	    .minute = now.minute,
	};
	if (resident == NULL)
		return;
	out->name = &resident->name;
	out->first_name_ok = resident->first_name_ok;
	out->as_it_stands = resident->as_it_stands;
	out->refused_titles =
	    (const char *const *)resident->refused_titles.items;
	out->refused_count = resident->refused_titles.count;
}

/* Who came together is greeted in one breath; whoever speaks for another, and
 * an interpreter, each with a greeting of their own, after them. */
static bool greet_all(const struct phrases *phrases,
		      const struct address_request *requests,
		      const struct greeting *greeting, struct str *out,
		      struct error *err)
{
	size_t first = 0, together = greeting->together_count;

	if (together == 0)
		together = 1;
	while (first < greeting->count) {
		if (first > 0)
			str_add_char(out, ' ');
		if (!address_greet_all(phrases, &requests[first], together, out,
				       err))
			return false;
		first += together;
		together = 1;
	}
	return true;
}

/* What is said in one language. Of several no line says how it sounds. */
static bool compose(const struct desk *desk, const struct phrases *phrases,
		    const struct greeting *greeting, const char *language,
		    struct address *out, struct error *err)
{
	struct address_request requests[GREETING_PEOPLE];

	assert(greeting->count <= GREETING_PEOPLE);
	greeting_request(desk, NULL, language, &requests[0]);
	for (size_t i = 0; i < greeting->count; i++)
		greeting_request(desk, &greeting->residents[i], language,
				 &requests[i]);
	if (!address_compose(phrases, &requests[0], out, err))
		return false;
	/* Nobody unnamed is asked for a name: what they want comes first. */
	if (greeting->count == 0)
		str_clear(&out->ask);
	if (greeting->count < 2)
		return true;
	str_clear(&out->greet);
	str_clear(&out->sounded);
	return greet_all(phrases, requests, greeting, &out->greet, err);
}

static char *hint_of(const struct address *address)
{
	struct str hint = STR_INIT;

	str_add(&hint, str_or_null(&address->hint));
	if (address->reference.len > 0)
		str_addf(&hint, "%s%s", hint.len > 0 ? " · " : "",
			 str_text(&address->reference));
	return hint.len > 0 ? str_take(&hint) : NULL;
}

static void keep_tag(const char *tag, char out[16])
{
	snprintf(out, 16, "%s", tag != NULL ? tag : "");
}

static void fill(const struct address *say, const struct address *other,
		 struct cue *out)
{
	out->say = mem_copy(str_text(&say->greet));
	out->ask = mem_copy(str_or_null(&say->ask));
	out->asks_address = out->ask != NULL;
	out->hint = hint_of(say);
	out->is_english = str_same(say->language, ENGLISH);
	keep_tag(say->language, out->language);
	keep_tag(other->language, out->other_language);
	/* In a language without words for it, it may be the same. */
	if (!str_same(str_text(&other->greet), out->say))
		out->other = mem_copy(str_or_null(&other->greet));
	if (!str_same(str_text(&other->ask), out->ask))
		out->other_ask = mem_copy(str_or_null(&other->ask));
	out->sounded = mem_copy(str_or_null(
	    say->sounded.len > 0 ? &say->sounded : &other->sounded));
}

bool greeting_make(struct desk *desk, const struct phrases *phrases,
		   const struct greeting *greeting, struct cue *out,
		   char **close, struct error *err)
{
	const char *wanted =
	    greeting->count > 0 ? greeting->residents[0].language : NULL;
	struct tongues tongues = choose_tongues(desk, phrases, wanted);
	struct address say = {0}, other = {0};
	bool is_made = compose(desk, phrases, greeting, tongues.say, &say, err);

	*out = (struct cue){0};
	if (is_made && tongues.other != NULL)
		is_made = compose(desk, phrases, greeting, tongues.other,
				  &other, err);
	if (is_made) {
		fill(&say, &other, out);
		if (greeting->count > 0)
			out->resident_id = greeting->residents[0].resident_id;
		if (close != NULL)
			*close = mem_copy(str_or_null(&say.close));
	}
	address_release(&say);
	address_release(&other);
	return is_made;
}

static char *answer_in(const struct desk *desk, const struct phrases *phrases,
		       const char *language)
{
	struct str text = STR_INIT;
	struct local now;

	desk_local(desk, desk_now(desk), &now);
	if (language != NULL && phrases_speak(phrases, language) &&
	    address_answer_call(phrases, language, now.hour, now.minute,
				desk->city, desk->session.staff_name, &text))
		return str_take(&text);
	str_release(&text);
	return NULL;
}

void greeting_answer_call(const struct desk *desk,
			  const struct phrases *phrases, struct cue *out)
{
	const char *language =
	    phrases_speak(phrases, desk->language) ? desk->language : ENGLISH;
	bool is_english = language_is(language, ENGLISH);
	const char *other = is_english ? desk->language2 : ENGLISH;
	char *say = answer_in(desk, phrases, language);

	if (say == NULL)
		return;
	free(out->say);
	free(out->other);
	out->say = say;
	out->other = answer_in(desk, phrases, other);
	out->is_english = is_english;
	keep_tag(language, out->language);
	keep_tag(out->other != NULL ? other : NULL, out->other_language);
	mem_replace(&out->sounded, NULL);
}
