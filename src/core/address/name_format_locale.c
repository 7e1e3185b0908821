/*
 * name_format_locale.c - which locale's patterns write a name, in which order
 *
 * UTS #35 part 8, "Derive the name locale" to "Derive the name order".
 */
#include "name_format_locale.h"

#include "name_format_script.h"
#include "name_format_tag.h"

#define LANGUAGE(a, b)                                                         \
	(((uint64_t)((a) - 'a' + 1) << 5 | (uint64_t)((b) - 'a' + 1)) << 38)
#define LANGUAGE_YUE                                                           \
	((UINT64_C(25) << 10 | UINT64_C(21) << 5 | UINT64_C(5)) << 38)

static const struct name_tag_pair *find_pair(const struct name_tag_pair *pairs,
					     size_t count, uint64_t tag)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (pairs[middle].from == tag)
			return &pairs[middle];
		if (pairs[middle].from < tag)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* Takes from other the parts that tag has not. */
static uint64_t filled(uint64_t tag, uint64_t other)
{
	static const uint64_t parts[] = {NAME_TAG_LANGUAGE, NAME_TAG_SCRIPT,
					 NAME_TAG_REGION};

	for (size_t i = 0; i < 3; i++) {
		if (!(tag & parts[i]))
			tag |= other & parts[i];
	}
	return tag;
}

/* The tag with what it leaves unsaid (UTS #35, "Likely Subtags"). */
static uint64_t likely(uint64_t tag)
{
	const uint64_t tries[] = {
	    tag,
	    tag & ~NAME_TAG_REGION,
	    tag & ~NAME_TAG_SCRIPT,
	    tag & NAME_TAG_LANGUAGE,
	    tag & NAME_TAG_SCRIPT,
	};

	for (size_t i = 0; i < sizeof(tries) / sizeof(*tries); i++) {
		const struct name_tag_pair *found =
		    find_pair(name_likely, name_likely_count, tries[i]);

		if (found != NULL)
			return filled(tag, found->to);
	}
	return tag;
}

/* As written, but a language by the one of its codes that has the data. */
static uint64_t read_tag(const char *text)
{
	uint64_t tag = name_tag_parse(text);
	const struct name_tag_pair *alias = find_pair(
	    name_aliases, name_aliases_count, tag & NAME_TAG_LANGUAGE);

	return alias != NULL ? filled(tag & ~NAME_TAG_LANGUAGE, alias->to)
			     : tag;
}

static const struct name_data *find_data(uint64_t tag)
{
	const struct name_tag_pair *found =
	    find_pair(name_locales, name_locales_count, tag);

	return found != NULL ? &name_data[found->to] : NULL;
}

/*
 * The patterns of a locale, NULL where it has none but the root's. The table
 * holds what inherits from another than the tag without its region, so that
 * dropping the region is right for the rest. A script that is not the
 * language's usual one is never dropped.
 */
static const struct name_data *data_for(uint64_t tag)
{
	const struct name_data *data;
	uint64_t script = likely(tag) & NAME_TAG_SCRIPT;
	uint64_t usual = likely(tag & NAME_TAG_LANGUAGE) & NAME_TAG_SCRIPT;

	tag &= ~NAME_TAG_SCRIPT;
	if (!name_script_is_within(script, usual))
		tag |= script;
	data = find_data(tag);
	return data != NULL ? data : find_data(tag & ~NAME_TAG_REGION);
}

static bool is_among(const uint64_t *list, uint64_t tag)
{
	while (*list != NAME_ORDERS_END && *list != tag)
		list++;
	return *list == tag;
}

/*
 * The lists hold a language, a script or a region as exactly as they mean it:
 * the whole tag is looked for first, then with less and less of it, each time
 * for any language too.
 */
static bool is_surname_first(const struct name_data *data, uint64_t tag)
{
	static const uint64_t kept[] = {NAME_TAG_SCRIPT | NAME_TAG_REGION,
					NAME_TAG_SCRIPT, NAME_TAG_REGION, 0};
	const uint64_t *given = name_orders + data->given_first;
	const uint64_t *surname = name_orders + data->surname_first;

	for (size_t i = 0; i < sizeof(kept) / sizeof(*kept); i++) {
		uint64_t whole = tag & (NAME_TAG_LANGUAGE | kept[i]);
		uint64_t any = tag & kept[i];

		if (is_among(given, whole))
			return false;
		if (is_among(surname, whole))
			return true;
		if (any == 0 && kept[i] != 0)
			continue; /* "und" comes last */
		if (is_among(given, any))
			return false;
		if (is_among(surname, any))
			return true;
	}
	return false;
}

/* Chinese and Japanese names stand without spaces beside one another. */
static bool is_without_spaces(uint64_t language)
{
	return language == LANGUAGE('j', 'a') ||
	       language == LANGUAGE('z', 'h') || language == LANGUAGE_YUE;
}

static bool is_native(uint64_t reader, uint64_t name)
{
	reader &= NAME_TAG_LANGUAGE;
	name &= NAME_TAG_LANGUAGE;
	return reader == name ||
	       (is_without_spaces(reader) && is_without_spaces(name));
}

static enum text_case_rule case_rule(uint64_t reader)
{
	switch (reader & NAME_TAG_LANGUAGE) {
	case LANGUAGE('t', 'r'):
	case LANGUAGE('a', 'z'):
		return TEXT_CASE_TURKIC;
	case LANGUAGE('e', 'l'):
		return TEXT_CASE_GREEK;
	case LANGUAGE('n', 'l'):
		return TEXT_CASE_DUTCH;
	case LANGUAGE('h', 'y'):
		return TEXT_CASE_ARMENIAN;
	default:
		return TEXT_CASE_PLAIN;
	}
}

/* The reader's locale where it can write this script, else the name's. */
static uint64_t formatting_tag(uint64_t reader, uint64_t name, uint64_t script)
{
	uint64_t likeliest;

	if (data_for(reader) == NULL)
		reader = LANGUAGE('e', 'n');
	if (script == 0 ||
	    name_script_matches(script, likely(reader) & NAME_TAG_SCRIPT))
		return reader;
	if (name & NAME_TAG_LANGUAGE && data_for(name) != NULL)
		return name;
	likeliest = likely(script | (name & NAME_TAG_REGION));
	if (data_for(likeliest) == NULL)
		likeliest = likely(script);
	return data_for(likeliest) != NULL ? likeliest : LANGUAGE('e', 'n');
}

void name_choose(const char *reader, const char *name_locale,
		 const char *surname, const char *given,
		 struct name_choice *choice)
{
	uint64_t tag = read_tag(reader != NULL ? reader : "en");
	uint64_t ordering = read_tag(name_locale), name = ordering;
	uint64_t script = name_script_of(surname);

	if (script == 0)
		script = name_script_of(given);
	if (ordering == 0) {
		ordering = likely(script);
		name = ordering;
	}
	/* Han in a Chinese or Japanese name is its own script's. */
	if (script != 0 &&
	    !name_script_matches(script, likely(name) & NAME_TAG_SCRIPT))
		name = (name & ~NAME_TAG_SCRIPT) | script;
	tag = formatting_tag(tag, name, script);
	choice->data = data_for(tag);
	choice->is_surname_first = is_surname_first(choice->data, ordering);
	choice->space = is_native(tag, name) ? choice->data->native_space
					     : choice->data->foreign_space;
	choice->case_rule = case_rule(tag);
}
