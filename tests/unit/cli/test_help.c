/*
 * test_help.c - the help of a command names every option that it takes
 *
 * The options are read from the sources of the commands, as the parser has
 * them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <dirent.h>

#include "cli/commands.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"

#define FOLDER SOURCE_DIR "/src/cli"

static void read_source(const char *name, struct str *out)
{
	char path[512], part[4096];
	FILE *file;
	size_t len;

	snprintf(path, sizeof(path), "%s/%s", FOLDER, name);
	file = fopen(path, "r");
	assert_non_null(file);
	while ((len = fread(part, 1, sizeof(part), file)) > 0)
		str_add_n(out, part, len);
	fclose(file);
}

/* "--to" is not named by "--topic". */
static bool names(const char *usage, const char *option)
{
	size_t len = strlen(option);
	const char *at = usage;

	while ((at = strstr(at, option)) != NULL) {
		if (strspn(at + len, "abcdefghijklmnopqrstuvwxyz-") == 0)
			return true;
		at += len;
	}
	return false;
}

/* The commands whose functions stand in the source. */
static void add_usages(const char *source, struct str *out)
{
	const char *at = source;

	while ((at = strstr(at, "int cmd_")) != NULL) {
		const char *name = at + strlen("int cmd_");
		char *word = mem_copy_n(name, strcspn(name, "("));
		const struct command *command = command_find(word);

		if (command != NULL && command->usage != NULL)
			str_addf(out, "%s\n%s\n", command->usage,
				 command->help);
		free(word);
		at = name;
	}
}

/* How many options stand behind these letters, each of them in the usages. */
static int check_options(const char *source, const char *before,
			 const char *prefix, const char *usages,
			 struct str *missing)
{
	const char *at = source;
	int count = 0;

	for (; (at = strstr(at, before)) != NULL; count++) {
		struct str option = STR_INIT;

		at += strlen(before);
		str_add(&option, prefix);
		str_add_n(&option, at, strcspn(at, "\""));
		if (!names(usages, str_text(&option)))
			str_addf(missing, "%s is not in: %s", str_text(&option),
				 usages);
		str_release(&option);
	}
	return count;
}

static void every_option_that_is_taken_stands_in_the_help(void **state)
{
	struct str source = STR_INIT, usages = STR_INIT, missing = STR_INIT;
	DIR *folder = opendir(FOLDER);
	struct dirent *entry;
	int count = 0;

	(void)state;
	assert_non_null(folder);
	while ((entry = readdir(folder)) != NULL) {
		if (strncmp(entry->d_name, "cmd_", 4) != 0 ||
		    strstr(entry->d_name, ".c") == NULL)
			continue;
		str_clear(&source);
		str_clear(&usages);
		read_source(entry->d_name, &source);
		add_usages(str_text(&source), &usages);
		count += check_options(str_text(&source), "{\"--", "--",
				       str_text(&usages), &missing);
		count += check_options(str_text(&source), ".name = \"--", "--",
				       str_text(&usages), &missing);
	}
	closedir(folder);
	str_clear(&source);
	read_source("summary_options.c", &source);
	count += check_options(str_text(&source), "    {\"", "--",
			       command_find("summary")->usage, &missing);
	if (missing.len > 0)
		fail_msg("%s", str_text(&missing));
	assert_true(count > 100);
	str_release(&source);
	str_release(&usages);
	str_release(&missing);
}

/* Whole, in rows that a terminal does not part. */
static void no_help_leaves_anything_out(void **state)
{
	static const char *const names[] = {
	    "init",   "find",	  "topic",   "show",	 "slip",     "merge",
	    "log",    "cue",	  "summary", "day",	 "printers", "feedback",
	    "idea",   "thanks",	  "round",   "promise",	 "handoff",  "tell",
	    "import", "export",	  "staff",   "calendar", "check",    "backup",
	    "site",   "question", "notice",  "patterns", "board",    "resolve"};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(names); i++) {
		const char *line = command_find(names[i])->usage;
		int moved = 2; /* the rows behind it have their blanks */

		while (*line != '\0') {
			size_t len = strcspn(line, "\n");
			char *row = mem_copy_n(line, len);

			if (strstr(row, " …") != NULL ||
			    moved + text_width(row) > 80)
				fail_msg("%s: %s", names[i], row);
			free(row);
			moved = 0;
			line += len + (line[len] == '\n');
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_option_that_is_taken_stands_in_the_help),
	    cmocka_unit_test(no_help_leaves_anything_out),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
