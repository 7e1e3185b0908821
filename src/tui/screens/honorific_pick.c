#include "honorific_pick.h"

#include <stdio.h>
#include <string.h>

#include "frontdesk/base/str.h"
#include "frontdesk/desk/desk.h"

#define LANGUAGES_MAX 4
#define LANGUAGE_LEN 12

/* "Sergeant" is a rank of several services: the first one's row stands. */
static bool is_earlier(const struct phrases *phrases, enum honorific_kind kind,
		       const char *const *of, size_t of_count, const char *word)
{
	for (size_t o = 0; o < of_count; o++) {
		size_t count;
		const char *const *words =
		    phrases_choices(phrases, kind, of[o], &count);

		for (size_t i = 0; i < count; i++)
			if (str_same(words[i], word))
				return true;
	}
	return false;
}

/* Nobody's title is guessed: as long as nothing is typed none is chosen. */
static void add_word(const struct honorific_wanted *wanted, const char *word,
		     const char *of, struct pick_rows *out)
{
	const char *note =
	    wanted->refused && title_list_has(wanted->refused, word)
		? _("refused")
		: of;

	if (!pick_meets(wanted->typed, word) ||
	    (wanted->without && title_list_has(wanted->without, word)))
		return;
	if (wanted->is_apart || str_is_blank(wanted->typed))
		pick_add_apart(out, word, word, note);
	else
		pick_add(out, word, word, note);
}

bool honorific_offer(struct app *app, const struct honorific_wanted *wanted,
		     const char *const *of, size_t of_count,
		     struct pick_rows *out, struct error *err)
{
	const struct phrases *phrases;

	if (!desk_phrases(app_desk(app), &phrases, err))
		return false;
	for (size_t o = 0; o < of_count; o++) {
		size_t count;
		const char *const *words =
		    phrases_choices(phrases, wanted->kind, of[o], &count);

		for (size_t i = 0; i < count; i++)
			if (!is_earlier(phrases, wanted->kind, of, o, words[i]))
				add_word(wanted, words[i],
					 of_count > 1 ? of[o] : NULL, out);
	}
	return true;
}

/* In the order they are offered, each once. */
struct languages {
	char text[LANGUAGES_MAX][LANGUAGE_LEN];
	const char *of[LANGUAGES_MAX];
	size_t count;
};

/* As the greetings name it ("fil" of "tl"), without its region or script. */
static void add_language(const struct phrases *phrases, const char *language,
			 struct languages *out)
{
	const char *greeted =
	    str_is_blank(language) ? NULL : phrases_language(phrases, language);
	char *text = out->text[out->count];

	if (str_is_blank(language))
		return;
	if (!greeted)
		greeted = language;
	snprintf(text, LANGUAGE_LEN, "%.*s", (int)strcspn(greeted, "-_"),
		 greeted);
	for (size_t i = 0; i < out->count; i++)
		if (str_same(out->of[i], text))
			return;
	out->of[out->count++] = text;
}

bool honorific_offer_in(struct app *app, const struct honorific_wanted *wanted,
			const char *language, const char *name_language,
			struct pick_rows *out, struct error *err)
{
	struct languages languages = {.count = 0};
	const struct phrases *phrases;

	if (!desk_phrases(app_desk(app), &phrases, err))
		return false;
	add_language(phrases, language, &languages);
	add_language(phrases, name_language, &languages);
	add_language(phrases, "en", &languages);
	add_language(phrases, "es", &languages);
	return honorific_offer(app, wanted, languages.of, languages.count, out,
			       err);
}
