/*
 * merge_usual.c - which of two values a clerk would mostly choose
 */
#include <string.h>

#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include "merge_field.h"

/* Each word between blanks, so that one is looked for as a whole. */
static void add_words(const char *text, struct str *out)
{
	if (out->len == 0)
		str_add_char(out, ' ');
	if (str_is_blank(text))
		return;
	text_fold(text, out);
	str_add_char(out, ' ');
}

static bool has_words(const struct str *all, const struct str *words)
{
	struct str word = STR_INIT;
	const char *at = str_text(words) + 1;
	bool has_all = *at != '\0';

	for (; has_all && *at != '\0'; at = str_next_word(at)) {
		str_clear(&word);
		str_add_char(&word, ' ');
		str_add_n(&word, at, strcspn(at, " "));
		str_add_char(&word, ' ');
		has_all = strstr(str_text(all), str_text(&word)) != NULL;
	}
	str_release(&word);
	return has_all;
}

/* Whether the one goes by a name that the other has as a legal one alone. */
static bool is_legal_of(const struct person_name *name,
			const struct person_name *other)
{
	struct str given = STR_INIT, legal = STR_INIT, used = STR_INIT;
	bool is_legal;

	add_words(str_is_blank(name->known_as) ? name->given : name->known_as,
		  &given);
	add_words(other->legal_given, &legal);
	add_words(other->known_as, &used);
	if (str_is_blank(other->known_as)) {
		add_words(other->given, &used);
		add_words(other->given2, &used);
	}
	is_legal = (has_words(&legal, &given) || has_words(&given, &legal)) &&
		   !has_words(&used, &given) && !has_words(&used, &legal);
	str_release(&given);
	str_release(&legal);
	str_release(&used);
	return is_legal;
}

/* Whose name is the one in use; MERGE_BOTH: either may be. */
static enum merge_side lived_side(const struct resident *left,
				  const struct resident *right)
{
	bool left_is_legal = is_legal_of(&left->name, &right->name);
	bool right_is_legal = is_legal_of(&right->name, &left->name);

	if (left_is_legal == right_is_legal)
		return MERGE_BOTH;
	return left_is_legal ? MERGE_RIGHT : MERGE_LEFT;
}

enum merge_side merge_field_usual(size_t field, const struct resident *left,
				  const struct resident *right)
{
	const char *value = merge_field_get(left, field);
	const char *other = merge_field_get(right, field);
	enum merge_side lived;

	if (merge_field_is_refusal(field, value))
		return MERGE_LEFT;
	if (merge_field_is_refusal(field, other))
		return MERGE_RIGHT;
	lived = merge_field_is_of_name(field) ? lived_side(left, right)
					      : MERGE_BOTH;
	if (lived != MERGE_BOTH)
		return lived;
	return merge_field_is_unsaid(field, value) ? MERGE_RIGHT : MERGE_LEFT;
}
