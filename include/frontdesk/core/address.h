/*
 * address.h - how to greet and address the person at the counter
 *
 * Pure: no store, no screen, no clock. The ladder, the first that applies:
 *   1. what they asked to be called, verbatim
 *   2. the first name, only with this resident's permission (in vi, ko, ja
 *      and th still with the honorific)
 *   3. title, rank or office in its spoken form with the surname, as the
 *      name's language addresses people
 *   4. a name but no title: the name in use in full, and ASK
 *   5. a surname alone or nothing: the greeting alone, and ASK
 * A title is never guessed, pronouns decide nothing, and the legal given name
 * never enters a cue.
 */
#ifndef FRONTDESK_CORE_ADDRESS_H
#define FRONTDESK_CORE_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>

#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"
#include "frontdesk/core/name.h"

/* Whether the first name may be used; said by the resident, never assumed. */
enum permission {
	PERMISSION_UNKNOWN, /* not asked */
	PERMISSION_YES,
	PERMISSION_NO,
};

const char *permission_name(enum permission permission); /* yes no unknown */
bool permission_parse(const char *text, enum permission *out,
		      struct error *err);

/*
 * The spoken words: greetings by language and time of day, titles, ranks and
 * offices with their spoken forms. Read once from data/cues and data/titles;
 * immutable after that.
 */
struct phrases;

/*
 * A line that is wrong is left out, and adds one to faults, "path:line: what is
 * wrong". A language that no hour may be without words in, and is, is left out
 * with its line, and greeted in English; English itself then has plain words.
 * ERROR_INVALID where a file cannot be read.
 */
bool phrases_load(const char *data_dir, struct phrases **out,
		  struct str *faults, struct error *err);

/* The same in two steps, for whoever greets without a name at first: English
 * alone, and the other languages and the titles when somebody is addressed. A
 * second time does nothing; where it fails, English stays. */
bool phrases_load_greetings(const char *data_dir, struct phrases **out,
			    struct str *faults, struct error *err);
bool phrases_load_rest(const char *data_dir, struct phrases *phrases,
		       struct str *faults, struct error *err);
void phrases_free(struct phrases *phrases);

/* Whether greetings exist in the language ("en", "es-MX"). */
bool phrases_speak(const struct phrases *phrases, const char *language);

/* As the greetings name the language: "es" of "es-MX", "fil" of "tl",
 * "zh-Hant" of "zh-TW". NULL where there are none; borrowed. */
const char *phrases_language(const struct phrases *phrases,
			     const char *language);

enum honorific_kind {
	HONORIFIC_TITLE,
	HONORIFIC_RANK,
	HONORIFIC_OFFICE,
};

/*
 * What can be chosen for a field, in the order of the files: the titles or
 * offices of a language ("tl", "zh-TW"), the ranks of a service ("USAF").
 * Borrowed; *count is 0 where there are none.
 */
const char *const *phrases_choices(const struct phrases *phrases,
				   enum honorific_kind kind, const char *of,
				   size_t *count);

/* Whom to greet, and when. name NULL or empty is an unnamed visitor. */
struct address_request {
	const struct person_name *name;
	enum permission first_name_ok;
	/* "not Mrs.": never said, and the ladder goes on without */
	const char *const *refused_titles;
	size_t refused_count;
	bool as_it_stands;    /* "as it stands, don't ask again" was answered */
	const char *language; /* of the greeting; the caller chose it */
	int hour, minute;     /* on the wall at the site */
};

/* Empty where there is nothing to say. The texts keep their room when the
 * same struct is composed again, so that a cue allocates nothing. */
struct address {
	struct str greet; /* “Good morning, Ms. Alvarez.” without quotes */
	struct str close; /* "Thank you, Ms. Alvarez." */
	struct str address;   /* "Ms. Alvarez" */
	struct str ask;	      /* "How would you like me to address you?" */
	struct str hint;      /* how to say the name */
	struct str reference; /* pronouns, for reference */
	struct str english;   /* the greeting in English where it differs */
	struct str sounded;   /* the greeting as it sounds, in Latin letters */
	const char *language; /* of the greeting; borrowed from the phrases */
	bool needs_review;    /* no native speaker has read its words yet */
	struct str room[3];   /* what composing works in */
};

/*
 * Composes anew; out was {0} or composed before. ERROR_INVALID for a language
 * without greetings (field "language"): out is empty then.
 */
bool address_compose(const struct phrases *phrases,
		     const struct address_request *request, struct address *out,
		     struct error *err);
void address_clear(struct address *address);
void address_release(struct address *address);

/*
 * The greeting for several who stand here, the resident first:
 * "Good morning, Ms. Alvarez, Mr. Alvarez." Adds to out.
 */
bool address_greet_all(const struct phrases *phrases,
		       const struct address_request *requests, size_t count,
		       struct str *out, struct error *err);

/* Adds how they are asked what they wish to be called, in the language, or in
 * English where it has no words for it. */
void address_add_question(const struct phrases *phrases, const char *language,
			  int hour, int minute, struct str *out);

/*
 * How a call is answered before the caller is known: "City of …, front
 * counter, this is A. Ruiz." Adds to out; false, and nothing is added, where
 * the language has no words for it.
 */
bool address_answer_call(const struct phrases *phrases, const char *language,
			 int hour, int minute, const char *city,
			 const char *staff, struct str *out);

#endif
