/*
 * name_format.c - a person's name as Unicode's person-name patterns write it
 *
 * UTS #35 part 8, "Choose a namePattern" and "Process a namePattern".
 */
#include "frontdesk/core/name_format.h"

#include <string.h>

#include "name_format_locale.h"
#include "name_format_parts.h"

/* One element of a pattern: a part, or the text between two. */
struct element {
	bool is_part;
	enum name_part_id part;
	unsigned modifiers;
	const char *text;
	size_t len;
};

/* Reads the element at *code and steps over it; false at the end. */
static bool next_element(const uint8_t **code, struct element *element)
{
	const uint8_t *at = *code;

	if (*at == 0 || *at == NAME_CODE_OTHER)
		return false;
	element->is_part = *at & NAME_CODE_PART;
	if (element->is_part) {
		element->part = *at & ~(unsigned)NAME_CODE_PART;
		element->modifiers = at[1];
		*code = at + 2;
	} else {
		element->len = *at;
		element->text = (const char *)at + 1;
		*code = at + 1 + *at;
	}
	return true;
}

/* What a pattern asks for, counted over one name. */
struct demand {
	size_t present, absent;
	bool has_given;	  /* asks for it, and not for an initial alone */
	bool has_surname; /* the same */
	const uint8_t *end;
};

static struct demand demand_of(const uint8_t *code,
			       const struct name_parts *parts)
{
	struct demand demand = {0};
	struct element element;

	while (next_element(&code, &element)) {
		if (!element.is_part)
			continue;
		if (parts->part[element.part].text != NULL)
			demand.present++;
		else
			demand.absent++;
		if (element.modifiers & NAME_AS_INITIALS)
			continue;
		demand.has_given |= element.part == NAME_PART_GIVEN ||
				    element.part == NAME_PART_GIVEN_INFORMAL;
		demand.has_surname |= element.part == NAME_PART_SURNAME ||
				      element.part == NAME_PART_SURNAME_CORE;
	}
	demand.end = code;
	return demand;
}

/* Of several patterns the one that shows most of the name, and of those the
 * one that asks for least else; the first where they are even. */
static const uint8_t *best_pattern(const uint8_t *code,
				   const struct name_parts *parts,
				   struct demand *best)
{
	const uint8_t *pattern = code;
	struct demand other;

	*best = demand_of(code, parts);
	other.end = best->end;
	while (*other.end == NAME_CODE_OTHER) {
		code = other.end + 1;
		other = demand_of(code, parts);
		if (other.present > best->present ||
		    (other.present == best->present &&
		     other.absent < best->absent)) {
			*best = other;
			pattern = code;
		}
	}
	return pattern;
}

/* The text around parts that are absent, while a pattern is written. */
struct gap {
	const char *before, *after;
	size_t before_len, after_len;
	bool is_at_start; /* no part has been written */
	bool is_open;	  /* a part is missing since the last one */
};

static size_t unspaced_len(const char *text, size_t len)
{
	size_t at = 0;

	while (at < len && text[at] != ' ')
		at++;
	return at;
}

/* Where the run without a space begins that ends text. */
static size_t unspaced_begin(const char *text, size_t len)
{
	while (len > 0 && text[len - 1] != ' ')
		len--;
	return len;
}

/* Whether the text after the gap is what the text before it ends with. */
static bool is_repeated(const struct gap *gap)
{
	size_t len = gap->after_len;

	return len <= gap->before_len &&
	       !memcmp(gap->before + gap->before_len - len, gap->after, len);
}

/*
 * Adds the texts on both sides of a part that is missing: of each what touches
 * the part that remains, and one space between them.
 */
static void close_gap(const struct gap *gap, const struct name_choice *choice,
		      struct str *out)
{
	size_t after_len = is_repeated(gap) ? 0 : gap->after_len;
	size_t kept = unspaced_len(gap->before, gap->before_len);
	size_t from = unspaced_begin(gap->after, after_len);

	if (kept < gap->before_len)
		kept++;
	else if (from > 0)
		from--;
	name_text_add(gap->before, kept, choice, out);
	name_text_add(gap->after + from, after_len - from, choice, out);
}

static void add_literal(const struct element *element, struct gap *gap)
{
	if (gap->is_at_start && gap->is_open)
		return;
	if (gap->is_open) {
		gap->after = element->text;
		gap->after_len = element->len;
	} else {
		gap->before = element->text;
		gap->before_len = element->len;
	}
}

static void add_part(const struct element *element,
		     const struct name_parts *parts, struct gap *gap,
		     const struct name_choice *choice, struct str *out)
{
	size_t from = out->len, begin;

	if (gap->is_open && !gap->is_at_start)
		close_gap(gap, choice, out);
	else
		name_text_add(gap->before, gap->before_len, choice, out);
	begin = out->len;
	name_part_add(&parts->part[element->part], element->modifiers, choice,
		      out);
	if (out->len > begin) {
		*gap = (struct gap){.before = "", .after = ""};
		return;
	}
	str_cut(out, from);
	gap->is_open = true;
	gap->after_len = 0;
	if (gap->is_at_start)
		gap->before_len = 0;
}

static void write_pattern(const uint8_t *code, const struct name_parts *parts,
			  const struct name_choice *choice, struct str *out)
{
	struct gap gap = {.before = "", .after = "", .is_at_start = true};
	struct element element;

	while (next_element(&code, &element)) {
		if (element.is_part)
			add_part(&element, parts, &gap, choice, out);
		else
			add_literal(&element, &gap);
	}
	if (!gap.is_open)
		name_text_add(gap.before, gap.before_len, choice, out);
}

static size_t slot_of(const struct name_style *style, bool is_surname_first)
{
	size_t form = (size_t)style->length * 2 + (size_t)style->formality;

	/* Sorted names are referred to; a monogram has no sorted form. */
	if (style->order == NAME_SORTING && style->usage != NAME_MONOGRAM)
		return NAME_SLOT_SORTING + form;
	if (style->order == NAME_GIVEN_FIRST)
		is_surname_first = false;
	else if (style->order == NAME_SURNAME_FIRST)
		is_surname_first = true;
	return (is_surname_first ? NAME_SLOT_SURNAME_FIRST : 0) +
	       (size_t)style->usage * 6 + form;
}

void name_format(const struct name_fields *fields,
		 const struct name_style *style, struct str *out)
{
	struct name_parts parts;
	struct name_choice choice;
	struct demand demand;
	const struct name_part *surname, *given;
	const uint8_t *pattern;

	name_parts_read(fields, &parts);
	surname = &parts.part[NAME_PART_SURNAME];
	given = &parts.part[NAME_PART_GIVEN];
	name_choose(style->locale, fields->locale, surname->text, given->text,
		    &choice);
	pattern =
	    name_codes +
	    choice.data->patterns[slot_of(style, choice.is_surname_first)];
	pattern = best_pattern(pattern, &parts, &demand);
	if (surname->text == NULL && !demand.has_given)
		name_parts_use_given_as_surname(&parts);
	else if (given->text == NULL && !demand.has_surname)
		name_parts_use_surname_as_given(&parts);
	write_pattern(pattern, &parts, &choice, out);
}

bool name_is_surname_first(const struct name_fields *fields, const char *reader)
{
	struct name_choice choice;

	name_choose(reader, fields->locale, fields->surname, fields->given,
		    &choice);
	return choice.is_surname_first;
}
