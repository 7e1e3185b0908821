#include "honorific_pick.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/core/language.h"
#include "frontdesk/desk/desk.h"

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

bool honorific_offer(struct app *app, enum honorific_kind kind,
		     const char *const *of, size_t of_count, const char *typed,
		     struct pick_rows *out, struct error *err)
{
	const struct phrases *phrases;

	if (!desk_phrases(app_desk(app), &phrases, err))
		return false;
	for (size_t o = 0; o < of_count; o++) {
		size_t count;
		const char *const *words =
		    phrases_choices(phrases, kind, of[o], &count);

		for (size_t i = 0; i < count; i++)
			if (pick_meets(typed, words[i]) &&
			    !is_earlier(phrases, kind, of, o, words[i]))
				pick_add(out, words[i], words[i],
					 of_count > 1 ? of[o] : NULL);
	}
	return true;
}

/* As the lists name it: "fil" of "tl", "zh" of "zh-TW"; the caller frees. */
static char *listed_language(struct app *app, const char *language)
{
	const struct phrases *phrases;
	struct error unused = {0};
	const char *named = NULL;

	/* Where they cannot be read, honorific_offer says so. */
	if (desk_phrases(app_desk(app), &phrases, &unused))
		named = phrases_language(phrases, language);
	if (!named)
		named = language;
	return mem_copy_n(named, strcspn(named, "-_"));
}

bool honorific_offer_in(struct app *app, enum honorific_kind kind,
			const char *language, const char *typed,
			struct pick_rows *out, struct error *err)
{
	const char *languages[] = {NULL, "en", "es"};
	bool is_other =
	    !str_is_blank(language) && !language_is_among(language, "en es");
	char *own = is_other ? listed_language(app, language) : NULL;
	bool is_offered;

	languages[0] = own;
	is_offered =
	    honorific_offer(app, kind, is_other ? languages : languages + 1,
			    is_other ? 3 : 2, typed, out, err);
	free(own);
	return is_offered;
}
