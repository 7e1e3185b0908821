/*
 * greeting.c - who stands here, greeted in a language that this clerk speaks
 */
#include "greeting.h"

#include <assert.h>
#include <stddef.h>
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

/* What is said in one language. How it sounds is how the first is greeted: the
 * others' names follow as they are. */
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
	return greet_all(phrases, requests, greeting, &out->greet, err);
}

/* A part of each name, with whose it is: "Ms. Rosa Mendez: men-DEZ". */
static char *of_each(const struct greeting *greeting, size_t part)
{
	struct str text = STR_INIT;

	for (size_t i = 0; i < greeting->count; i++) {
		const struct person_name *name = &greeting->residents[i].name;
		const char *one =
		    *(char *const *)(const void *)((const char *)name + part);

		if (str_is_blank(one))
			continue;
		if (text.len > 0)
			str_add(&text, " · ");
		person_name_add_full(name, &text);
		str_addf(&text, ": %s", one);
	}
	return text.len > 0 ? str_take(&text) : NULL;
}

static void help(const struct greeting *greeting, const struct address *say,
		 struct cue *out)
{
	if (greeting->count > 1) {
		out->hint =
		    of_each(greeting, offsetof(struct person_name, say_as));
		out->pronouns =
		    of_each(greeting, offsetof(struct person_name, pronouns));
		return;
	}
	out->hint = mem_copy(str_or_null(&say->hint));
	out->pronouns = mem_copy(str_or_null(&say->reference));
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
	out->needs_review = say->needs_review || other->needs_review;
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
		   char **close, char **other_close, struct error *err)
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
		help(greeting, &say, out);
		if (greeting->count > 0)
			out->resident_id = greeting->residents[0].resident_id;
		if (close != NULL)
			*close = mem_copy(str_or_null(&say.close));
		if (other_close != NULL)
			*other_close = mem_copy(str_or_null(&other.close));
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
	/* Only the English words were read by whoever speaks them. */
	out->needs_review = !is_english || out->other != NULL;
	mem_replace(&out->sounded, NULL);
}
