/*
 * Documents as PDF: names in every script, fonts, metadata, pages. Everybody
 * named is invented.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sys/stat.h>
#include <unistd.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "pages.h"
#include "report/pdf_program.h"
#include "sample_day.h"

/* As a keyboard gives them: one is decomposed, and one has no other form. */
static const char *const names[] = {
    "Nguyễn Thị Ánh Tuyết",
    "نور الهدى بنت عبد الرحمن",
    "王小明",
    "山田さくら",
    "김민수",
    "क्षितिज श्रीवास्तव",
    "สมชาย ใจดี",
    "Zoe\u0308 A\u0301lvarez",
    "Q\u0307ulan D\u030ael",
    "Adébáyọ\u0300 Ọlábísí",
    "Jose\u0328\u0301 Na\u0328\u0301tsʼiił",
    "कुमारी सिंह",
    "วิชัย รัตนาภรณ์",
    "مُحَمَّد الزَّهراء",
    "علاء الدين صلاح",
    "דָּוִד כֹּהֵן",
    "Łukasz O’Brien-Şahin",
    "Αθηνά Παππά",
    "Мілена Коваль",
};

static void begin(struct document *document)
{
	document_begin(document, &(struct document_about){
				     .title = "Invented people",
				     .author = "Mesa Alta",
				     .subject = "A test",
				     .keywords = "names, scripts",
				     .running = "Mesa Alta",
				     .day = {"2026-11-23"},
				 });
}

/* Each as an entry's detail and in a column of a table. */
static void add_names(struct document *document)
{
	const char *cells[] = {"", "1"};

	for (size_t i = 0; i < MEM_COUNT(names); i++) {
		document_item(document, "R-4K7-2M9X", "Fence permit");
		document_detail(document, "For", names[i]);
	}
	document_table(document, "l70 r30");
	for (size_t i = 0; i < MEM_COUNT(names); i++) {
		cells[0] = names[i];
		document_row(document, cells, 2);
	}
	document_end(document);
}

static void every_name_is_there_in_its_script(void **state)
{
	struct document document = {0};
	struct str bytes = STR_INIT, text = STR_INIT;

	(void)state;
	begin(&document);
	add_names(&document);
	pages_render(&document, PAPER_LETTER, &bytes);
	pages_text(&bytes, PAGES_READ, &text);
	for (size_t i = 0; i < MEM_COUNT(names); i++) {
		struct str wanted = STR_INIT;

		str_addf(&wanted, "For: %s", names[i]);
		pages_compose(&wanted);
		sample_contains(str_text(&text), str_text(&wanted));
		str_clear(&wanted);
		str_addf(&wanted, "\n%s\n", names[i]);
		pages_compose(&wanted);
		sample_contains(str_text(&text), str_text(&wanted));
		str_release(&wanted);
	}
	document_release(&document);
	str_release(&bytes);
	str_release(&text);
}

static void every_font_is_embedded(void **state)
{
	static const char *const families[] = {
	    "+NotoSans-Regular",   "+NotoSans-Bold", "+NotoSansArabic",
	    "+NotoSansCJKsc",	   "+NotoSansCJKjp", "+NotoSansCJKkr",
	    "+NotoSansDevanagari", "+NotoSansThai"};
	struct document document = {0};
	struct str bytes = STR_INIT, text = STR_INIT;
	char *line, *rest;
	size_t count = 0;

	(void)state;
	begin(&document);
	add_names(&document);
	pages_render(&document, PAPER_LETTER, &bytes);
	pages_ask(&bytes, "pdffonts", NULL, &text);
	for (size_t i = 0; i < MEM_COUNT(families); i++)
		sample_contains(str_text(&text), families[i]);
	line = strtok_r(text.text, "\n", &rest);
	line = strtok_r(NULL, "\n", &rest);
	while ((line = strtok_r(NULL, "\n", &rest)) != NULL) {
		count++;
		/* Embedded, of the letters that are used, with their text. */
		sample_contains(line, " yes yes yes ");
	}
	assert_true(count >= MEM_COUNT(families));
	document_release(&document);
	str_release(&bytes);
	str_release(&text);
}

static void a_reader_is_told_what_it_is(void **state)
{
	static const char *const lines[] = {
	    "Title:           Invented people\n",
	    "Author:          Mesa Alta\n",
	    "Subject:         A test\n",
	    "Keywords:        names, scripts\n",
	    "Creator:         Frontdesk ",
	    "CreationDate:    Mon Nov 23 00:00:00 2026",
	    "ModDate:         Mon Nov 23 00:00:00 2026",
	    "Pages:           1\n"};
	static const char *const sizes[] = {
	    [PAPER_LETTER] = "612 x 792 pts (letter)",
	    [PAPER_A4] = "595.276 x 841.89 pts (A4)"};

	(void)state;
	for (int paper = PAPER_LETTER; paper <= PAPER_A4; paper++) {
		struct document document = {0};
		struct str bytes = STR_INIT, text = STR_INIT;

		begin(&document);
		document_paragraph(&document, "One page.");
		pages_render(&document, (enum paper)paper, &bytes);
		pages_ask(&bytes, "pdfinfo", NULL, &text);
		for (size_t i = 0; i < MEM_COUNT(lines); i++)
			sample_contains(str_text(&text), lines[i]);
		sample_contains(str_text(&text), sizes[paper]);
		document_release(&document);
		str_release(&bytes);
		str_release(&text);
	}
}

static void the_same_document_is_the_same_bytes(void **state)
{
	struct document document = {0};
	struct str one = STR_INIT, other = STR_INIT;

	(void)state;
	begin(&document);
	add_names(&document);
	pages_render(&document, PAPER_A4, &one);
	/* Whatever the environment of the one who prints says. */
	setenv("TZ", "Asia/Seoul", 1);
	setenv("PANGO_LANGUAGE", "ja:ko", 1);
	setenv("LC_ALL", "C", 1);
	pages_render(&document, PAPER_A4, &other);
	unsetenv("TZ");
	unsetenv("PANGO_LANGUAGE");
	unsetenv("LC_ALL");
	assert_true(one.len > 10000);
	assert_int_equal(one.len, other.len);
	assert_memory_equal(one.text, other.text, one.len);
	document_release(&document);
	str_release(&one);
	str_release(&other);
}

/* Sections of one to some dozens of rows, so that pages end everywhere. */
static void add_sections(struct document *document)
{
	const char *const head[] = {"Name", "Count"};

	for (int section = 1; section <= 40; section++) {
		char heading[32];

		snprintf(heading, sizeof(heading), "SECTION %d", section);
		document_heading(document, heading);
		document_table(document, "l70 r30");
		document_head(document, head, 2);
		for (int row = 0; row < section; row++) {
			char label[32], number[12];
			const char *const cells[] = {label, number};

			snprintf(label, sizeof(label), "row %d.%d", section,
				 row);
			snprintf(number, sizeof(number), "%d", 1000 + row);
			document_row(document, cells, 2);
		}
		document_end(document);
	}
}

/* The lines of a page that stand at its head and foot. */
static void check_page(char *page, int number, int count)
{
	char *lines[120], *rest, *line;
	char foot[32], section[32];
	int n = 0, rows_at_foot = 0;

	for (line = strtok_r(page, "\n", &rest); line != NULL && n < 120;
	     line = strtok_r(NULL, "\n", &rest))
		lines[n++] = line;
	snprintf(foot, sizeof(foot), "page %d of %d", number, count);
	for (int i = 0; i < n; i++) {
		if (strcmp(lines[i], foot) == 0)
			rows_at_foot++;
	}
	assert_int_equal(rows_at_foot, 1);
	/* No heading, no head and no single first row ends a page. */
	if (strncmp(lines[n - 1], "row ", 4) != 0)
		fail_msg("page %d ends with \"%s\"", number, lines[n - 1]);
	if (number == 1)
		return;
	assert_string_equal(lines[0], "Mesa Alta");
	if (sscanf(lines[2], "SECTION %31[0-9], continued", section) == 1 &&
	    strstr(lines[2], "continued") != NULL)
		assert_string_equal(lines[3], "Name Count");
	else if (sscanf(lines[2], "SECTION %31s", section) != 1)
		fail_msg("page %d begins with \"%s\"", number, lines[2]);
}

static void it_can_be_read_out_in_its_order(void **state)
{
	struct summary summary = sample_day();
	struct document document = {0};
	struct str bytes = STR_INIT, text = STR_INIT;

	(void)state;
	summary_add_document(&summary, false, &document);
	pages_render(&document, PAPER_LETTER, &bytes);
	pages_ask(&bytes, "pdfinfo", NULL, &text);
	sample_contains(str_text(&text), "Tagged:          yes\n");
	str_clear(&text);
	pages_ask(&bytes, "pdfinfo", "-struct-text", &text);
	pages_contain(str_text(&text),
		      "H1 (block) \"Monday, November 23, 2026\"");
	pages_contain(str_text(&text), "H2 (block) \"VISITS\" Table (block) TR "
				       "TH \"All\" TH \"Walk-in\"");
	pages_contain(str_text(&text), "TR TD \"Arrived\" TD \"12\" TD");
	pages_contain(str_text(&text), "TR TH \"9 am\" TD \"8\"");
	document_release(&document);
	str_release(&bytes);
	str_release(&text);
}

static void a_page_ends_where_a_reader_can_go_on(void **state)
{
	struct document document = {0};
	struct str bytes = STR_INIT, text = STR_INIT;
	int count = 0, number = 0;
	char *page, *rest;

	(void)state;
	begin(&document);
	add_sections(&document);
	pages_render(&document, PAPER_LETTER, &bytes);
	pages_ask(&bytes, "pdftotext", "-raw", &text);
	for (const char *at = text.text; *at != '\0'; at++)
		count += *at == '\f';
	assert_true(count > 10);
	for (page = strtok_r(text.text, "\f", &rest); page != NULL;
	     page = strtok_r(NULL, "\f", &rest))
		check_page(page, ++number, count);
	assert_int_equal(number, count);
	document_release(&document);
	str_release(&bytes);
	str_release(&text);
}

static void a_text_longer_than_a_page_goes_on(void **state)
{
	struct document document = {0};
	struct str bytes = STR_INIT, text = STR_INIT, words = STR_INIT;

	(void)state;
	for (int i = 0; i < 3000; i++)
		str_addf(&words, "word%d ", i);
	begin(&document);
	document_heading(&document, "A LONG STORY");
	document_item(&document, "R-4K7-2M9X", str_text(&words));
	pages_render(&document, PAPER_LETTER, &bytes);
	pages_text(&bytes, PAGES_READ, &text);
	pages_contain(str_text(&text), str_text(&words));
	document_release(&document);
	str_release(&bytes);
	str_release(&text);
	str_release(&words);
}

static void letters_without_a_font_are_said(void **state)
{
	struct document document = {0};
	struct str bytes = STR_INIT, words = STR_INIT;
	struct error err = {0};

	(void)state;
	begin(&document);
	/* Tangsa, which Unicode has since 2021. */
	document_paragraph(&document, "\U00016A70\U00016A71");
	assert_true(pdf_render(&document, PAPER_LETTER, &bytes, &words, &err));
	sample_contains(str_text(&words), "2 letters have no font");
	document_release(&document);
	str_release(&bytes);
	str_release(&words);
}

/* The city's name stands on each page after the first. */
static void letters_of_the_running_head_are_counted_too(void **state)
{
	struct document document = {0};
	struct str bytes = STR_INIT, words = STR_INIT;
	struct error err = {0};

	(void)state;
	document_begin(&document,
		       &(struct document_about){.title = "A city",
						.running = "\U00016A70",
						.day = {"2026-11-23"}});
	for (int i = 0; i < 80; i++)
		document_paragraph(&document, "One line of many.");
	assert_true(pdf_render(&document, PAPER_LETTER, &bytes, &words, &err));
	sample_contains(str_text(&words), "1 letter has no font");
	document_release(&document);
	str_release(&bytes);
	str_release(&words);
}

/* A program of the test's own in the place of the one that sets pages. */
static void put_program(char path[], const char *lines)
{
	int file = mkstemp(path);

	assert_true(file >= 0);
	dprintf(file, "#!/bin/sh\n%s\n", lines);
	assert_int_equal(fchmod(file, 0700), 0);
	close(file);
}

static void what_libraries_say_hides_no_letter(void **state)
{
	char path[] = "/tmp/frontdesk-pages-XXXXXX";
	const struct pdf_program program = {path, 60000};
	struct document document = {0};
	struct str bytes = STR_INIT, words = STR_INIT;
	struct error err = {0};

	(void)state;
	put_program(path, "echo '(frontdesk-pdf:7): Pango-WARNING **: 9' >&2\n"
			  "echo '" PDF_MISSING "3' >&2\necho '%PDF-1.7'");
	begin(&document);
	assert_true(pdf_program_run(&program, &document, PAPER_LETTER, &bytes,
				    &words, &err));
	sample_contains(str_text(&words), "3 letters have no font");
	unlink(path);
	document_release(&document);
	str_release(&bytes);
	str_release(&words);
}

static void refused_within(const char *path, int limit, const char *words)
{
	const struct pdf_program program = {path, limit};
	struct document document = {0};
	struct str bytes = STR_INIT;
	struct error err = {0};

	begin(&document);
	assert_false(pdf_program_run(&program, &document, PAPER_LETTER, &bytes,
				     NULL, &err));
	assert_int_equal(err.code, ERROR_SYSTEM);
	sample_contains(err.text, words);
	assert_true(strlen(err.text) <= 160);
	assert_int_equal(bytes.len, 0);
	document_release(&document);
	str_release(&bytes);
}

static void refused(const char *path, const char *words)
{
	refused_within(path, 60000, words);
}

/* Also where it has closed what it would complain on. */
static void one_that_does_not_end_is_ended_and_said(void **state)
{
	static const char *const lines[] = {"exec sleep 600",
					    "exec sleep 600 2>&-"};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(lines); i++) {
		char path[] = "/tmp/frontdesk-pages-XXXXXX";

		put_program(path, lines[i]);
		refused_within(path, 50,
			       "not done within 1 seconds; choose fewer days");
		unlink(path);
	}
}

static void what_went_wrong_is_said_behind_what_libraries_say(void **state)
{
	char path[] = "/tmp/frontdesk-pages-XXXXXX";

	(void)state;
	put_program(path, "echo 'Pango-WARNING **: a font' >&2\n"
			  "echo 'the disk is full' >&2\nexit 1");
	refused(path, "no PDF: the disk is full");
	unlink(path);
}

static void what_went_wrong_is_said_with_what_to_do(void **state)
{
	(void)state;
	refused("/nowhere/frontdesk-pdf", "install Frontdesk whole");
	refused("/bin/false", "fonts-noto-core");
	refused("/bin/true", "fonts-noto-core");
}

static void a_machine_without_fonts_is_told_so(void **state)
{
	char empty[] = "/tmp/frontdesk-fonts-XXXXXX";
	int file = mkstemp(empty);
	struct str path = STR_INIT;

	(void)state;
	assert_true(file >= 0);
	dprintf(file, "<fontconfig></fontconfig>\n");
	close(file);
	pdf_program_find(&path);
	setenv("FONTCONFIG_FILE", empty, 1);
	refused(str_text(&path), "install fonts-noto-core");
	unsetenv("FONTCONFIG_FILE");
	unlink(empty);
	str_release(&path);
}

static void another_version_of_the_program_is_said(void **state)
{
	struct document document = {0};
	struct str bytes = STR_INIT;
	struct error err = {0};

	(void)state;
	str_add(&document.lines, "frontdesk-document\t0\n");
	assert_false(pdf_render(&document, PAPER_LETTER, &bytes, NULL, &err));
	sample_contains(err.text, "another version");
	document_release(&document);
}

static void nobody_breaks_out_of_a_field(void **state)
{
	struct document document = {0};
	struct str bytes = STR_INIT, text = STR_INIT;

	(void)state;
	begin(&document);
	document_item(&document, "R-4K7-2M9X",
		      "a tab\there, an end\nheading\tSAID BY A VISITOR");
	pages_render(&document, PAPER_LETTER, &bytes);
	pages_text(&bytes, PAGES_READ, &text);
	sample_contains(str_text(&text),
			"a tab\uFFFDhere, an end heading\uFFFDSAID BY");
	document_release(&document);
	str_release(&bytes);
	str_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_name_is_there_in_its_script),
	    cmocka_unit_test(every_font_is_embedded),
	    cmocka_unit_test(a_reader_is_told_what_it_is),
	    cmocka_unit_test(the_same_document_is_the_same_bytes),
	    cmocka_unit_test(it_can_be_read_out_in_its_order),
	    cmocka_unit_test(a_page_ends_where_a_reader_can_go_on),
	    cmocka_unit_test(a_text_longer_than_a_page_goes_on),
	    cmocka_unit_test(letters_without_a_font_are_said),
	    cmocka_unit_test(letters_of_the_running_head_are_counted_too),
	    cmocka_unit_test(what_libraries_say_hides_no_letter),
	    cmocka_unit_test(one_that_does_not_end_is_ended_and_said),
	    cmocka_unit_test(what_went_wrong_is_said_behind_what_libraries_say),
	    cmocka_unit_test(what_went_wrong_is_said_with_what_to_do),
	    cmocka_unit_test(a_machine_without_fonts_is_told_so),
	    cmocka_unit_test(another_version_of_the_program_is_said),
	    cmocka_unit_test(nobody_breaks_out_of_a_field),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
