/*
 * alike_words.c - the words of a name that others are compared by, and what is
 * said about whoever is alike
 */
#include <string.h>

#include "alike_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/text.h"

#define PARTICLE_MAX 3 /* letters: de, la, von, bin, al */

static void add_word(const char *word, size_t len, struct str *out)
{
	if (out->len > 0)
		str_add_char(out, ' ');
	str_add_n(out, word, len);
}

/* "mary ann maryann": whoever writes it as one word is found too. */
static void add_joined(const char *folded, struct str *out)
{
	if (strchr(folded, ' ') == NULL)
		return;
	str_add_char(out, ' ');
	for (; *folded != '\0'; folded++)
		if (*folded != ' ')
			str_add_char(out, *folded);
}

static void add_folded(const char *text, struct str *out)
{
	if (str_is_blank(text))
		return;
	if (out->len > 0)
		str_add_char(out, ' ');
	text_fold(text, out);
}

void alike_add_given(const struct person_name *name, struct str *out)
{
	struct str given = STR_INIT;

	add_folded(name->given, &given);
	add_folded(name->given2, &given);
	str_add(out, str_text(&given));
	if (given.len > 0)
		add_joined(str_text(&given), out);
	str_release(&given);
	add_folded(name->known_as, out);
	add_folded(name->legal_given, out);
}

/* A surname of particles alone is made of words like any other. */
static void add_without_particles(const char *folded, struct str *out)
{
	bool has_long = false;

	for (const char *at = folded; *at != '\0'; at = str_next_word(at))
		has_long = has_long || strcspn(at, " ") > PARTICLE_MAX;
	for (const char *at = folded; *at != '\0'; at = str_next_word(at)) {
		size_t len = strcspn(at, " ");

		if (!has_long || len > PARTICLE_MAX)
			add_word(at, len, out);
	}
}

void alike_add_surname(const struct person_name *name, struct str *out)
{
	struct str surname = STR_INIT, whole = STR_INIT;

	add_folded(name->surname, &surname);
	add_folded(name->surname2, &surname);
	if (surname.len > 0) {
		add_without_particles(str_text(&surname), out);
		add_folded(name->surname_prefix, &whole);
		add_folded(str_text(&surname), &whole);
		add_joined(str_text(&whole), out);
	}
	str_release(&surname);
	str_release(&whole);
}

static void add_part(struct str *out, const char *format, const char *text)
{
	if (str_is_blank(text))
		return;
	str_add(out, " · ");
	str_addf(out, format, text);
}

void alike_add_words(const struct alike_row *row, struct str *out)
{
	static const char *const why[] = {
	    [ALIKE_TELEPHONE] = N_("same telephone"),
	    [ALIKE_EMAIL] = N_("same e-mail"),
	    [ALIKE_NAME] = NULL,
	    [ALIKE_SIMILAR] = N_("similar"),
	};

	str_add(out, row->title);
	if (why[row->why] != NULL)
		add_part(out, "%s", _(why[row->why]));
	add_part(out, "%s", row->street);
	add_part(out, _("known as %s"), row->known_as);
	add_part(out, "%s", row->language);
	add_part(out, _("last here %s"), row->last_visit);
}
