/*
 * pages.c - a PDF as a reader's program has it
 */
#include "pages.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <unistd.h>
#include <utf8proc.h>

#include "run.h"

void pages_render(const struct document *document, enum paper paper,
		  struct str *out)
{
	struct str words = STR_INIT;
	struct error err = {0};

	if (!pdf_render(document, paper, out, &words, &err))
		fail_msg("%s (%s)", err.text, err.detail);
	if (words.len > 0)
		fail_msg("%s: fonts-noto-core and fonts-noto-cjk are needed",
			 str_text(&words));
}

void pages_read(const char *path, struct str *out)
{
	FILE *file = fopen(path, "r");
	char block[4096];
	size_t len;

	assert_non_null(file);
	while ((len = fread(block, 1, sizeof(block), file)) > 0)
		str_add_n(out, block, len);
	fclose(file);
}

/* U+202A to U+202E, as pdftotext writes them. */
static void drop_marks(struct str *text)
{
	size_t at = 0;

	while (at + 2 < text->len) {
		const unsigned char *c = (unsigned char *)text->text + at;

		if (c[0] == 0xe2 && c[1] == 0x80 && c[2] >= 0xaa &&
		    c[2] <= 0xae)
			str_remove(text, at, 3);
		else
			at++;
	}
}

void pages_compose(struct str *text)
{
	utf8proc_uint8_t *composed =
	    utf8proc_NFC((const utf8proc_uint8_t *)str_text(text));

	assert_non_null(composed);
	str_clear(text);
	str_add(text, (const char *)composed);
	free(composed);
}

void pages_ask(const struct str *bytes, const char *tool, const char *option,
	       struct str *out)
{
	char path[] = "/tmp/frontdesk-pages-XXXXXX", program[64];
	int file = mkstemp(path);
	const char *argv[5] = {program};
	struct run run;
	int n = 1;

	snprintf(program, sizeof(program), "/usr/bin/%s", tool);
	if (access(program, X_OK) != 0)
		fail_msg("%s is missing: install poppler-utils", program);
	assert_true(file >= 0);
	assert_int_equal(write(file, bytes->text, bytes->len), bytes->len);
	close(file);
	if (option != NULL)
		argv[n++] = option;
	argv[n++] = path;
	if (strcmp(tool, "pdftotext") == 0)
		argv[n++] = "-";
	run_program(argv, NULL, &run);
	unlink(path);
	if (run.status != 0)
		fail_msg("%s: %s", tool, str_text(&run.complaints));
	str_add(out, str_text(&run.out));
	run_release(&run);
	drop_marks(out);
	pages_compose(out);
}

static bool ends_with(const char *line, size_t len, const char *end)
{
	size_t n = strlen(end);

	return len >= n && strncmp(line + len - n, end, n) == 0;
}

/* The running head of the pages after the first, and their numbers. */
static bool repeats(const char *line, size_t len, bool is_first_of_page)
{
	return is_first_of_page || ends_with(line, len, ", continued") ||
	       (strncmp(line, "page ", 5) == 0 &&
		isdigit((unsigned char)line[5]));
}

void pages_text(const struct str *bytes, const char *order, struct str *out)
{
	struct str all = STR_INIT;
	bool is_first_of_page = false;
	const char *line;

	pages_ask(bytes, "pdftotext", order, &all);
	for (line = str_text(&all); *line != '\0';) {
		size_t len = strcspn(line, "\n");

		if (*line == '\f') { /* the next page */
			is_first_of_page = true;
			line++;
			continue;
		}
		if (!repeats(line, len, is_first_of_page)) {
			str_add_n(out, line, len);
			str_add_char(out, '\n');
		}
		is_first_of_page = false;
		line += len + (line[len] == '\n');
	}
	str_release(&all);
}

/* Without blanks, commas and the marks of a bar, and in small letters. */
static void add_bare(struct str *out, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];

		if (!isspace(c) && c != ',' && c != '#')
			str_add_char(out, (char)tolower(c));
	}
}

size_t pages_agree(const char *form, const char *pages)
{
	struct str bare = STR_INIT, line = STR_INIT;
	size_t count = 0;
	const char *at;

	add_bare(&bare, pages, strlen(pages));
	at = str_text(&bare);
	while (*form != '\0') {
		size_t len = strcspn(form, "\n");
		const char *found;

		str_clear(&line);
		add_bare(&line, form, len);
		found = strstr(at, str_text(&line));
		if (found == NULL)
			fail_msg("\"%.*s\" does not come after \"%.60s\" in:\n"
				 "%s",
				 (int)len, form, at, pages);
		at = found + line.len;
		count += line.len > 0;
		form += len + (form[len] == '\n');
	}
	str_release(&bare);
	str_release(&line);
	return count;
}

void pages_contain(const char *pages, const char *words)
{
	struct str bare = STR_INIT, wanted = STR_INIT;
	bool is_there;

	add_bare(&bare, pages, strlen(pages));
	add_bare(&wanted, words, strlen(words));
	is_there = strstr(str_text(&bare), str_text(&wanted)) != NULL;
	str_release(&bare);
	str_release(&wanted);
	if (!is_there)
		fail_msg("\"%s\" is missing from:\n%s", words, pages);
}

void pages_drop_heads(const struct str *text, struct str *out)
{
	const char *line = str_text(text);
	int head = 0;

	while (*line != '\0') {
		size_t len = strcspn(line, "\n");

		if (len >= 6 && strstr(line, "  page ") != NULL &&
		    strstr(line, "  page ") < line + len)
			head = 4;
		if (head == 0) {
			str_add_n(out, line, len);
			str_add_char(out, '\n');
		}
		head -= head > 0;
		line += len + (line[len] == '\n');
	}
}

/* "Mesa Alta, City Hall  page 1 of 3" and the line below it, bare. */
static void add_text_head(const char *line, struct str *out)
{
	size_t place = (size_t)(strstr(line, "  page ") - line);
	const char *days = line + strcspn(line, "\n") + 1;

	str_clear(out);
	add_bare(out, line, place);
	add_bare(out, days, strcspn(days, "\n"));
}

/* Of both forms: the points and colons between are theirs alone. */
static void drop_points(struct str *text)
{
	static const char *const points[] = {"·", ":"};

	for (size_t i = 0; i < 2; i++) {
		const char *at;

		while ((at = strstr(str_text(text), points[i])) != NULL)
			str_remove(text, (size_t)(at - text->text),
				   strlen(points[i]));
	}
}

static bool is_text_head(const char *line)
{
	const char *page = strstr(line, "  page ");

	return page != NULL && page < line + strcspn(line, "\n");
}

/* The head that every page of the text must have. */
static void take_text_head(const char *text, struct str *out)
{
	struct str head = STR_INIT;

	str_clear(out);
	for (const char *line = text; *line != '\0';) {
		if (is_text_head(line)) {
			add_text_head(line, &head);
			if (out->len == 0)
				str_add(out, str_text(&head));
			assert_string_equal(str_text(&head), str_text(out));
		}
		line += strcspn(line, "\n");
		line += *line != '\0';
	}
	assert_true(out->len > 0);
	drop_points(out);
	str_release(&head);
}

size_t pages_heads_agree(const char *text, const struct str *bytes)
{
	struct str all = STR_INIT, expected = STR_INIT, head = STR_INIT;
	const char *page;
	size_t count = 0;

	take_text_head(text, &expected);
	pages_ask(bytes, "pdftotext", PAGES_DRAWN, &all);
	for (page = str_text(&all); *page != '\0'; count++) {
		const char *next = strchr(page, '\f');
		size_t len;

		/* The first has its number before it, and it at large, in two
		 * lines. */
		if (count == 0 && strncmp(page, "page ", 5) == 0)
			page += strcspn(page, "\n") + 1;
		len = strcspn(page, "\n");
		str_clear(&head);
		add_bare(&head, page, len);
		if (count == 0)
			add_bare(&head, page + len + 1,
				 strcspn(page + len + 1, "\n"));
		drop_points(&head);
		assert_string_equal(str_text(&head), str_text(&expected));
		page = next != NULL ? next + 1 : page + strlen(page);
	}
	str_release(&all);
	str_release(&expected);
	str_release(&head);
	return count;
}
