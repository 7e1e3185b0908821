/*
 * name_format_parts.c - the parts of one name: prefix and core, initials
 *
 * UTS #35 part 8, "Access PersonName object" and the modifiers.
 */
#include "name_format_parts.h"

#include <string.h>

static const char *present(const char *text)
{
	return str_is_blank(text) ? NULL : text;
}

static void read_surname(const struct name_fields *fields,
			 struct name_part *part)
{
	const char *prefix = present(fields->surname_prefix);
	const char *core = present(fields->surname_core);
	const char *whole = present(fields->surname);
	struct name_part joined = {prefix, core};

	if (prefix == NULL)
		joined = (struct name_part){core, NULL};
	if (whole != NULL)
		joined = (struct name_part){whole, NULL};
	else if (core == NULL)
		joined = (struct name_part){NULL, NULL};
	part[NAME_PART_SURNAME] = joined;
	part[NAME_PART_SURNAME_CORE].text = core != NULL ? core : whole;
	/* What would be said twice: a prefix whose core nobody has told. */
	part[NAME_PART_SURNAME_PREFIX].text = core != NULL ? prefix : NULL;
}

void name_parts_read(const struct name_fields *fields, struct name_parts *parts)
{
	struct name_part *part = parts->part;

	*parts = (struct name_parts){0};
	part[NAME_PART_TITLE].text = present(fields->title);
	part[NAME_PART_GIVEN].text = present(fields->given);
	part[NAME_PART_GIVEN2].text = present(fields->given2);
	part[NAME_PART_SURNAME2].text = present(fields->surname2);
	part[NAME_PART_GENERATION].text = present(fields->generation);
	part[NAME_PART_CREDENTIALS].text = present(fields->credentials);
	part[NAME_PART_GIVEN_INFORMAL].text = present(fields->given_informal);
	if (part[NAME_PART_GIVEN_INFORMAL].text == NULL)
		part[NAME_PART_GIVEN_INFORMAL] = part[NAME_PART_GIVEN];
	else if (part[NAME_PART_GIVEN].text == NULL)
		part[NAME_PART_GIVEN] = part[NAME_PART_GIVEN_INFORMAL];
	read_surname(fields, part);
}

void name_parts_use_given_as_surname(struct name_parts *parts)
{
	struct name_part *part = parts->part;

	part[NAME_PART_SURNAME] = part[NAME_PART_GIVEN];
	part[NAME_PART_SURNAME_CORE] = part[NAME_PART_GIVEN];
	part[NAME_PART_SURNAME_PREFIX] = (struct name_part){0};
	part[NAME_PART_GIVEN] = (struct name_part){0};
	part[NAME_PART_GIVEN_INFORMAL] = (struct name_part){0};
}

void name_parts_use_surname_as_given(struct name_parts *parts)
{
	struct name_part *part = parts->part;

	part[NAME_PART_GIVEN] = part[NAME_PART_SURNAME];
	part[NAME_PART_GIVEN_INFORMAL] = part[NAME_PART_SURNAME];
	part[NAME_PART_SURNAME] = (struct name_part){0};
	part[NAME_PART_SURNAME_CORE] = (struct name_part){0};
	part[NAME_PART_SURNAME_PREFIX] = (struct name_part){0};
}

/* A run of text without a space, in the letters that are wanted. */
static void add_run(const char *text, size_t len, unsigned modifiers,
		    enum text_case_rule rule, struct str *out)
{
	if (modifiers & NAME_AS_CAPITALS)
		text_add_upper(out, text, len, rule);
	else if (modifiers & NAME_AS_CAPITALISED)
		text_add_capitalised(out, text, len, rule);
	else
		str_add_n(out, text, len);
}

static bool ends_with(const struct str *out, const char *text)
{
	size_t len = strlen(text);

	return len > 0 && out->len >= len &&
	       !memcmp(out->text + out->len - len, text, len);
}

static void add_text(const char *text, size_t len, unsigned modifiers,
		     const struct name_choice *choice, struct str *out)
{
	bool keeps_spaces = !strcmp(choice->space, " ");
	size_t at = 0, end;

	while (at < len) {
		const char *space = keeps_spaces && !modifiers
					? NULL
					: memchr(text + at, ' ', len - at);

		end = space != NULL ? (size_t)(space - text) : len;
		add_run(text + at, end - at, modifiers, choice->case_rule, out);
		if (space != NULL && keeps_spaces)
			str_add_char(out, ' ');
		else if (space != NULL && !ends_with(out, choice->space))
			str_add(out, choice->space); /* one for a row of them */
		at = end + (space != NULL);
		modifiers &= ~(unsigned)NAME_AS_CAPITALISED;
	}
}

void name_text_add(const char *text, size_t len,
		   const struct name_choice *choice, struct str *out)
{
	add_text(text, len, 0, choice, out);
}

/* Between two initials: the locale's sign, or what stood between the words. */
static void add_between(const char *text, size_t len, unsigned modifiers,
			const struct name_choice *choice, struct str *out)
{
	const char *between = choice->data->initial_between;

	if (modifiers & NAME_AS_RETAINED)
		name_text_add(text, len, choice, out);
	else
		name_text_add(between, strlen(between), choice, out);
}

/* The initial of each word, the first after text that stands before it. */
static void add_initials(const char *text, const char *before,
			 unsigned modifiers, const struct name_choice *choice,
			 struct str *out)
{
	const struct name_data *data = choice->data;
	size_t len = strlen(text), at = 0;
	struct text_word word;

	while (text_next_word(text, len, at, &word)) {
		size_t end = text_next_n(text, len, word.begin);

		if (at > 0)
			add_between(text + at, word.begin - at, modifiers,
				    choice, out);
		else if (before != NULL)
			add_between(before, strlen(before), modifiers, choice,
				    out);
		name_text_add(data->initial_before,
			      strlen(data->initial_before), choice, out);
		add_text(text + word.begin, end - word.begin, modifiers, choice,
			 out);
		name_text_add(data->initial_after, strlen(data->initial_after),
			      choice, out);
		at = word.end;
	}
}

void name_part_add(const struct name_part *part, unsigned modifiers,
		   const struct name_choice *choice, struct str *out)
{
	size_t from = out->len;

	if (part->text == NULL)
		return;
	if (modifiers & NAME_AS_INITIALS) {
		add_initials(part->text, NULL, modifiers, choice, out);
		if (part->more != NULL)
			add_initials(part->more, out->len > from ? " " : NULL,
				     modifiers, choice, out);
		return;
	}
	if (modifiers & NAME_AS_MONOGRAM) {
		add_text(part->text, text_next(part->text, 0), modifiers,
			 choice, out);
		return;
	}
	add_text(part->text, strlen(part->text), modifiers, choice, out);
	if (part->more == NULL)
		return;
	name_text_add(" ", 1, choice, out);
	add_text(part->more, strlen(part->more),
		 modifiers & ~(unsigned)NAME_AS_CAPITALISED, choice, out);
}
