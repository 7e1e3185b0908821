#include "honorific_pick.h"

#include "frontdesk/base/str.h"
#include "frontdesk/desk/desk.h"

const char *const honorific_pick_languages[HONORIFIC_LANGUAGES] = {"en", "es"};

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
