/*
 * name.c - a person's name in its parts
 */
#include "frontdesk/core/name.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/core/name_format.h"

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

bool name_is_east_asian(const char *text)
{
	unsigned char lead = text ? (unsigned char)text[0] : 0;

	return lead >= 0xe3 && lead <= 0xed;
}

bool person_name_is_surname_first(const struct person_name *name)
{
	const char *locale = name->name_locale;

	return !str_is_blank(locale) &&
	       name_is_surname_first(
		   &(const struct name_fields){.locale = locale}, locale);
}
