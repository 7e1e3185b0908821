/*
 * said_case.c - what somebody is called, for tests of the ladder
 */
#include "said_case.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct phrases *phrases;
static struct address address;

int said_setup(void **state)
{
	struct str faults = STR_INIT;
	struct error err = {0};
	bool is_good;

	(void)state;
	is_good = phrases_load(SOURCE_DIR "/data", &phrases, &faults, &err) &&
		  faults.len == 0;
	if (!is_good)
		print_error("%s%s\n", str_text(&faults), err.text);
	str_release(&faults);
	return is_good ? 0 : -1;
}

int said_teardown(void **state)
{
	(void)state;
	address_release(&address);
	phrases_free(phrases);
	return 0;
}

const struct phrases *said_phrases(void)
{
	return phrases;
}

const struct address *said_to(const struct address_request *request)
{
	struct error err = {0};

	if (!address_compose(phrases, request, &address, &err))
		fail_msg("%s", err.text);
	return &address;
}

void expect_called(const struct person_name *name, enum permission permission,
		   const char *language, const char *called, bool asks)
{
	const struct address *said =
	    said_to(&(const struct address_request){.name = name,
						    .first_name_ok = permission,
						    .language = language,
						    .hour = 9});

	assert_string_equal(str_text(&said->address), called);
	assert_int_equal(said->ask.len > 0, asks);
}

void expect_titled(const struct person_name *name, const char *called)
{
	expect_called(name, PERMISSION_NO, "en", called, false);
}
