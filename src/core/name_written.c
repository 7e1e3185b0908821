/*
 * name_written.c - a person's name as lists, queues and running text have it
 *
 * The order of its parts and the signs between them are those of Unicode's
 * patterns (name_format.h); what goes into a part is decided here.
 */
#include "frontdesk/core/name.h"

#include <string.h>
#include <strings.h>

#include "frontdesk/core/name_format.h"

/* Parts one after the other: more than the longest that a record may hold. */
struct joined {
	char text[1280];
	size_t len;
};

static void join_bytes(struct joined *joined, const char *text, size_t len)
{
	size_t room = sizeof(joined->text) - 1 - joined->len;

	/* What is longer was never checked: it ends after a code point. */
	if (len > room) {
		len = room;
		while (len > 0 && ((unsigned char)text[len] & 0xc0) == 0x80)
			len--;
	}
	memcpy(joined->text + joined->len, text, len);
	joined->len += len;
	joined->text[joined->len] = '\0';
}

static void join(struct joined *joined, const char *part)
{
	if (part == NULL || str_is_blank(part))
		return;
	if (joined->len &&
	    !(name_is_east_asian(joined->text) && name_is_east_asian(part)))
		join_bytes(joined, " ", 1);
	join_bytes(joined, part, strlen(part));
}

static void join_surname(struct joined *joined, const struct person_name *name,
			 bool with_second)
{
	if (!str_is_blank(name->surname)) {
		join(joined, name->surname_prefix);
		join(joined, name->surname);
	}
	if (with_second || !joined->len)
		join(joined, name->surname2);
}

void person_name_add_surname(const struct person_name *name, bool with_second,
			     struct str *out)
{
	struct joined surname = {.len = 0};

	join_surname(&surname, name, with_second);
	str_add_n(out, surname.text, surname.len);
}

/* One at a time, as in a greeting, but as recorded. */
static const char *recorded_honorific(const struct person_name *name)
{
	if (!str_is_blank(name->office))
		return name->office;
	if (!str_is_blank(name->rank))
		return name->rank;
	return name->chaplain ? "Chaplain" : name->title;
}

/* The given names; a middle name goes before the given in Vietnamese. */
static void join_given(struct joined *joined, const struct person_name *name)
{
	struct str room = STR_INIT;
	const char *given = person_name_given(name, &room);
	const char *given2 = person_name_given2(name, &room);
	bool is_before = name->name_locale &&
			 !strncasecmp(name->name_locale, "vi", 2) &&
			 person_name_is_surname_first(name);

	if (is_before)
		join(joined, given2);
	join(joined, given);
	if (!is_before)
		join(joined, given2);
	str_release(&room);
}

/* What a record is called that has neither given name nor surname. */
static const char *other_name(const struct person_name *name)
{
	if (!str_is_blank(name->address_as))
		return name->address_as;
	return name->office;
}

/* Whoever reads the desk's lists reads English; a name in another script is
 * written as its own language does. */
static struct name_style list_style(enum name_order order)
{
	return (struct name_style){.order = order,
				   .length = NAME_LONG,
				   .usage = NAME_REFERRING,
				   .formality = NAME_FORMAL};
}

/* Adds the name; its honorific, if any, stands around what the patterns give:
 * some show none, and none stands in the middle of a name. */
static void add_referring(const struct person_name *name, const char *honorific,
			  struct str *out)
{
	const struct name_style style = list_style(NAME_ORDER_DERIVED);
	struct joined given = {.len = 0}, surname = {.len = 0};
	/* An honorific in East Asian letters follows: 佐藤恵子さん. */
	bool is_last = name_is_east_asian(honorific);
	struct name_fields fields = {.locale = name->name_locale,
				     .generation = name->generation};

	join_given(&given, name);
	join_surname(&surname, name, true);
	if (!given.len && !surname.len) {
		str_add(out, other_name(name));
		return;
	}
	fields.given = given.text;
	fields.surname = surname.text;
	if (!is_last && !str_is_blank(honorific))
		str_addf(out, "%s ", honorific);
	name_format(&fields, &style, out);
	if (is_last)
		str_add(out, honorific);
}

void person_name_add_full(const struct person_name *name, struct str *out)
{
	add_referring(name, recorded_honorific(name), out);
}

void person_name_add_plain(const struct person_name *name, struct str *out)
{
	struct person_name plain = *name;

	plain.office = NULL;
	add_referring(&plain, NULL, out);
}

void person_name_add_called(const struct person_name *name, struct str *out)
{
	struct name_style style = list_style(NAME_ORDER_DERIVED);
	struct joined surname = {.len = 0};
	struct str room = STR_INIT;

	join_surname(&surname, name, false);
	/* No pattern knows where "Ms." goes in a name of other letters. */
	if (str_is_blank(name->title) || str_is_blank(name->surname) ||
	    name_is_east_asian(name->title) !=
		name_is_east_asian(surname.text)) {
		person_name_add_full(name, out);
		return;
	}
	style.usage = NAME_ADDRESSING;
	name_format(
	    &(const struct name_fields){.locale = name->name_locale,
					.title = name->title,
					.given = person_name_given(name, &room),
					.surname = surname.text},
	    &style, out);
	str_release(&room);
}

void person_name_add_sorted(const struct person_name *name, struct str *out)
{
	const struct name_style style = list_style(NAME_SORTING);
	const char *honorific = recorded_honorific(name);
	struct joined given = {.len = 0}, surname = {.len = 0};
	/* In a name of East Asian letters nothing parts it from the name. */
	bool is_beside, is_last = name_is_east_asian(honorific);

	join_surname(&surname, name, true);
	join_given(&given, name);
	if (!given.len && !surname.len) {
		str_add(out, other_name(name));
		return;
	}
	is_beside = given.len && surname.len && !is_last &&
		    !name_is_east_asian(surname.text);
	if (is_beside) {
		given = (struct joined){.len = 0};
		join(&given, honorific);
		join_given(&given, name);
	}
	name_format(&(const struct name_fields){.locale = name->name_locale,
						.given = given.text,
						.surname = surname.text},
		    &style, out);
	if (is_last)
		str_add(out, honorific);
	else if (!is_beside && !str_is_blank(honorific))
		str_addf(out, ", %s", honorific);
	if (!str_is_blank(name->generation))
		str_addf(out, ", %s", name->generation);
}
