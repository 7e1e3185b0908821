/*
 * permission.c - the words for whether the first name may be used
 */
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/core/address.h"

static const char *const names[] = {
    [PERMISSION_UNKNOWN] = "unknown",
    [PERMISSION_YES] = "yes",
    [PERMISSION_NO] = "no",
};

const char *permission_name(enum permission permission)
{
	return names[permission];
}

bool permission_parse(const char *text, enum permission *out, struct error *err)
{
	for (size_t i = 0; text && i < MEM_COUNT(names); i++) {
		if (!strcmp(text, names[i])) {
			*out = (enum permission)i;
			return true;
		}
	}
	return error_set(err, ERROR_INVALID, "first_name_ok",
			 _("first_name_ok must be yes, no or unknown"));
}
