/*
 * promise.c - what staff said will be done, by when and by whom
 */
#include "frontdesk/core/promise.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"

static const char *const names[] = {
    [PROMISE_OPEN] = "open",	   [PROMISE_KEPT] = "kept",
    [PROMISE_MISSED] = "missed",   [PROMISE_WITHDRAWN] = "withdrawn",
    [PROMISE_RENEWED] = "renewed",
};

const char *promise_state_name(enum promise_state state)
{
	return names[state];
}

bool promise_state_parse(const char *name, enum promise_state *out)
{
	for (size_t i = 0; i < MEM_COUNT(names); i++) {
		if (strcmp(names[i], name) == 0) {
			*out = (enum promise_state)i;
			return true;
		}
	}
	return false;
}

void promise_release(struct promise *promise)
{
	free(promise->what);
	memset(promise, 0, sizeof(*promise));
}

bool promise_check(const struct promise *promise, struct error *err)
{
	const struct text_limit limit = {
	    .field = "what",
	    .label = _("the promise"),
	    .max = 200,
	    .is_required = true,
	};

	return text_check(promise->what, &limit, err);
}

enum promise_state promise_done(const struct promise *promise, int64_t at)
{
	return at <= promise->due_at ? PROMISE_KEPT : PROMISE_MISSED;
}

bool promise_is_late(enum promise_state state, int64_t due_at, int64_t now)
{
	return state == PROMISE_MISSED ||
	       (state == PROMISE_OPEN && due_at < now);
}
