/*
 * name.c - a person's name in its parts, and as it is written out
 */
#include "frontdesk/core/name.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"

void person_name_copy(struct person_name *out, const struct person_name *name)
{
	*out = *name;
#define COPY_PART(member, field, label, max)                                   \
	out->member = mem_copy(name->member);
	NAME_TEXTS(COPY_PART)
#undef COPY_PART
}

void person_name_release(struct person_name *name)
{
#define FREE_PART(member, field, label, max) free(name->member);
	NAME_TEXTS(FREE_PART)
#undef FREE_PART
	*name = (struct person_name){0};
}

static bool check_service(const char *service, struct error *err)
{
	static const char *const services[] = {"USA", "USAF", "USMC",
					       "USN", "USSF", "USCG"};

	if (str_is_blank(service))
		return true;
	for (size_t i = 0; i < MEM_COUNT(services); i++) {
		if (!strcmp(service, services[i]))
			return true;
	}
	return error_set(err, ERROR_INVALID, "service",
			 _("the service must be one of USA, USAF, USMC, USN, "
			   "USSF, USCG"));
}

/* The shape of a language tag; which languages there are is no matter here. */
static bool check_locale(const char *locale, struct error *err)
{
	static const char *const letters = "abcdefghijklmnopqrstuvwxyz"
					   "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	size_t len;

	if (str_is_blank(locale))
		return true;
	len = strspn(locale, letters);
	if (len >= 2 && len <= 8 && (!locale[len] || strchr("-_", locale[len])))
		return true;
	return error_set(err, ERROR_INVALID, "name_locale",
			 _("the name's language must be a tag such as es, "
			   "vi or zh-Hant"));
}

bool person_name_check_parts(const struct person_name *name, struct error *err)
{
	const struct {
		const char *text;
		struct text_limit limit;
	} parts[] = {
#define LIMIT_PART(member, field_name, label_text, max_count)                  \
	{name->member,                                                         \
	 {.field = (field_name), .label = _(label_text), .max = (max_count)}},
	    NAME_TEXTS(LIMIT_PART)
#undef LIMIT_PART
	};

	for (size_t i = 0; i < MEM_COUNT(parts); i++) {
		if (!text_check(parts[i].text, &parts[i].limit, err))
			return false;
	}
	return check_service(name->service, err) &&
	       check_locale(name->name_locale, err);
}

bool person_name_check(const struct person_name *name, struct error *err)
{
	if (!person_name_check_parts(name, err))
		return false;
	if (str_is_blank(name->given) && str_is_blank(name->surname) &&
	    str_is_blank(name->known_as) && str_is_blank(name->address_as) &&
	    str_is_blank(name->office))
		return error_set(err, ERROR_INVALID, "surname",
				 _("a name is needed: a given name, a surname "
				   "or what they go by"));
	return true;
}

/* However it is spelled: the legal name must not slip through in capitals. */
static bool is_legal_only(const struct person_name *name, const char *part)
{
	struct str legal = STR_INIT, other = STR_INIT;
	bool is_same;

	if (str_is_blank(name->legal_given))
		return false;
	text_fold(name->legal_given, &legal);
	text_fold(part, &other);
	is_same = str_same(str_text(&legal), str_text(&other));
	str_release(&legal);
	str_release(&other);
	return is_same;
}

const char *person_name_given(const struct person_name *name)
{
	bool goes_by_another = !str_is_blank(name->known_as);

	if (!str_is_blank(name->given) &&
	    !(goes_by_another && is_legal_only(name, name->given)))
		return name->given;
	return goes_by_another ? name->known_as : NULL;
}

bool person_name_is_surname_first(const struct person_name *name)
{
	static const char *const languages[] = {"vi", "ko",  "ja",
						"zh", "yue", "hu"};
	const char *locale = name->name_locale ? name->name_locale : "";
	size_t len = strcspn(locale, "-_");

	for (size_t i = 0; i < MEM_COUNT(languages); i++) {
		if (strlen(languages[i]) == len &&
		    !strncasecmp(locale, languages[i], len))
			return true;
	}
	return false;
}

/* Han, kana and Hangul need no blank between the parts of a name. */
static bool is_east_asian(const char *text)
{
	unsigned char lead = (unsigned char)text[0];

	return lead >= 0xe3 && lead <= 0xed;
}

static void add_part(struct str *out, size_t from, const char *part)
{
	if (str_is_blank(part))
		return;
	if (out->len > from &&
	    !(is_east_asian(out->text + from) && is_east_asian(part)))
		str_add_char(out, ' ');
	str_add(out, part);
}

void person_name_add_surname(const struct person_name *name, bool with_second,
			     struct str *out)
{
	size_t from = out->len;

	if (!str_is_blank(name->surname)) {
		add_part(out, from, name->surname_prefix);
		add_part(out, from, name->surname);
	}
	if (with_second || out->len == from)
		add_part(out, from, name->surname2);
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
static void add_given(const struct person_name *name, struct str *out)
{
	const char *given2 = name->given2;
	size_t from = out->len;
	bool is_before = name->name_locale &&
			 !strncasecmp(name->name_locale, "vi", 2) &&
			 person_name_is_surname_first(name);

	if (!str_is_blank(given2) && is_legal_only(name, given2))
		given2 = NULL;
	if (is_before)
		add_part(out, from, given2);
	add_part(out, from, person_name_given(name));
	if (!is_before)
		add_part(out, from, given2);
}

/* What a record is called that has neither given name nor surname. */
static const char *other_name(const struct person_name *name)
{
	if (!str_is_blank(name->address_as))
		return name->address_as;
	return name->office;
}

/* An honorific in East Asian letters follows the name: 佐藤恵子さん. */
static bool is_honorific_last(const char *honorific)
{
	return !str_is_blank(honorific) && is_east_asian(honorific);
}

void person_name_add_full(const struct person_name *name, struct str *out)
{
	const char *honorific = recorded_honorific(name);
	struct str given = STR_INIT, surname = STR_INIT;
	bool is_last = is_honorific_last(honorific);
	bool is_swapped = person_name_is_surname_first(name);
	size_t from = out->len;

	add_given(name, &given);
	person_name_add_surname(name, true, &surname);
	if (!given.len && !surname.len) {
		add_part(out, from, other_name(name));
	} else {
		if (!is_last)
			add_part(out, from, honorific);
		add_part(out, from, str_text(is_swapped ? &surname : &given));
		add_part(out, from, str_text(is_swapped ? &given : &surname));
		add_part(out, from, name->generation);
		if (is_last)
			add_part(out, from, honorific);
	}
	str_release(&given);
	str_release(&surname);
}

void person_name_add_plain(const struct person_name *name, struct str *out)
{
	struct person_name plain = *name;

	plain.title = NULL;
	plain.rank = NULL;
	plain.office = NULL;
	plain.chaplain = false;
	person_name_add_full(&plain, out);
}

void person_name_add_called(const struct person_name *name, struct str *out)
{
	if (str_is_blank(name->title) || str_is_blank(name->surname)) {
		person_name_add_full(name, out);
		return;
	}
	str_addf(out, "%s ", name->title);
	person_name_add_surname(name, false, out);
}

void person_name_add_sorted(const struct person_name *name, struct str *out)
{
	struct str rest = STR_INIT, first = STR_INIT, given = STR_INIT;

	add_given(name, &given);
	person_name_add_surname(name, true, &first);
	add_part(&rest, 0, recorded_honorific(name));
	if (first.len)
		add_part(&rest, 0, str_text(&given));
	else
		str_add(&first, str_text(&given));
	if (!first.len) {
		str_clear(&rest);
		str_add(&first, other_name(name));
	}
	str_add(out, str_text(&first));
	if (rest.len)
		str_addf(out, ", %s", str_text(&rest));
	if (!str_is_blank(name->generation) && first.len)
		str_addf(out, ", %s", name->generation);
	str_release(&first);
	str_release(&rest);
	str_release(&given);
}
