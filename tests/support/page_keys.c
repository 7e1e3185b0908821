/*
 * page_keys.c - whether a part of docs/interchange.md names what stands in a
 * document
 */
#include "page_keys.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "named_tests.h"

void page_keys_open(struct page_keys *keys, const char *begin, const char *end)
{
	struct str whole = STR_INIT;
	const char *from, *to;

	*keys = (struct page_keys){0};
	named_tests_add_file(SOURCE_DIR "/docs/interchange.md", &whole);
	from = strstr(str_text(&whole), begin);
	if (from == NULL)
		fail_msg("docs/interchange.md has no %s", begin);
	to = strstr(from + strlen(begin), end);
	assert_non_null(to);
	str_add_n(&keys->page, from, (size_t)(to - from));
	str_release(&whole);
}

void page_keys_expect(struct page_keys *keys, const char *key)
{
	struct str name = STR_INIT;

	str_addf(&name, "`%s`", key);
	keys->count++;
	if (strstr(str_text(&keys->page), str_text(&name)) == NULL &&
	    strstr(str_text(&keys->missing), str_text(&name)) == NULL)
		str_addf(&keys->missing, "%s ", str_text(&name));
	str_release(&name);
}

static void expect_member(const char *key, struct json *value, void *state)
{
	bool is_hour = strlen(key) == 2 && strspn(key, "0123456789") == 2;

	if (!is_hour)
		page_keys_expect(state, key);
	page_keys_expect_all(state, value);
}

void page_keys_expect_all(struct page_keys *keys, const struct json *value)
{
	if (json_kind(value) == JSON_KIND_OBJECT)
		json_each(value, expect_member, keys);
	for (size_t i = 0;
	     json_kind(value) == JSON_KIND_ARRAY && i < json_count(value); i++)
		page_keys_expect_all(keys, json_at(value, i));
}

void page_keys_close(struct page_keys *keys)
{
	if (keys->missing.len > 0)
		fail_msg("%.60s… in docs/interchange.md does not name %s",
			 str_text(&keys->page), str_text(&keys->missing));
	str_release(&keys->page);
	str_release(&keys->missing);
}
