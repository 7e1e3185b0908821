/*
 * test_messages.c - what the message line says goes into it at 80 columns
 *
 * A message takes one row, or two where it must (src/tui/frame.c): every
 * sentence that is shown there is read from the source and measured, with
 * room for what is put into it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <ftw.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"

#define ROW_COLS 78
#define PUT_COLS 16 /* a name, a day, a reference */

static struct {
	struct str too_long;
	size_t count;
} seen;

static char *read_whole(const char *path)
{
	FILE *file = fopen(path, "r");
	struct str text = STR_INIT;
	char part[4096];
	size_t len;

	assert_non_null(file);
	while ((len = fread(part, 1, sizeof(part), file)) > 0)
		str_add_n(&text, part, len);
	fclose(file);
	return str_take(&text);
}

/* One literal, its escapes as they are shown; behind its last quote. */
static const char *add_literal(const char *at, struct str *out)
{
	for (at++; *at != '"' && *at != '\0'; at++) {
		if (*at == '\\')
			at++;
		if (*at != '\n')
			str_add_char(out, *at);
	}
	return *at != '\0' ? at + 1 : at;
}

/* "%s was taken" has room for what is put there. */
static int measure(const char *text)
{
	struct str plain = STR_INIT;
	int cols = 0;

	for (const char *c = text; *c != '\0'; c++) {
		if (*c != '%') {
			str_add_char(&plain, *c);
			continue;
		}
		c += 1 + strspn(c + 1, "0123456789.*lz");
		cols += *c == 's' ? PUT_COLS : *c == '%' ? 1 : 3;
		if (*c == '\0')
			break;
	}
	cols += text_width(str_text(&plain));
	str_release(&plain);
	return cols;
}

/* The sentence in _("…" "…") behind a call, or nothing where the call has
 * none of its own. */
static void read_call(const char *path, const char *at, int rows)
{
	const char *end = strchr(at, ';'), *mark = strstr(at, "_(\"");
	struct str text = STR_INIT;

	if (mark == NULL)
		mark = strstr(at, "_(\n");
	if (mark == NULL || end == NULL || mark > end)
		return;
	for (at = mark + 2; *at != '\0';) {
		at += strspn(at, " \t\n");
		if (*at != '"')
			break;
		at = add_literal(at, &text);
	}
	seen.count++;
	if (measure(str_text(&text)) > rows * ROW_COLS)
		str_addf(&seen.too_long, "%s: %d columns: %s\n", path,
			 measure(str_text(&text)), str_text(&text));
	str_release(&text);
}

static void read_calls(const char *path, const char *text, const char *call,
		       int rows)
{
	const char *at = text;

	while ((at = strstr(at, call)) != NULL) {
		at += strlen(call);
		read_call(path, at, rows);
	}
}

static int visit(const char *path, const struct stat *status, int kind,
		 struct FTW *walk)
{
	size_t len = strlen(path);
	char *text;

	(void)status;
	(void)walk;
	if (kind != FTW_F || strcmp(path + len - 2, ".c") != 0)
		return 0;
	text = read_whole(path);
	read_calls(path, text, "app_news(", 2);
	read_calls(path, text, "error_set(", 2);
	read_calls(path, text, "passing_missing(", 2);
	free(text);
	return 0;
}

static void every_message_goes_into_its_rows(void **state)
{
	(void)state;
	assert_int_equal(nftw(SOURCE_DIR "/src", visit, 16, FTW_PHYS), 0);
	if (seen.too_long.len > 0)
		fail_msg("%s", str_text(&seen.too_long));
	/* A walk that reads nothing finds nothing. */
	assert_true(seen.count > 200);
	str_release(&seen.too_long);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_message_goes_into_its_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
