/*
 * test_layers.c - the house holds: who includes whom, each library one room,
 * and SQL in the store alone
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

/* Lower rooms first: a room includes itself and what stands before it. */
static const char *const floors[] = {"base", "core",   "store",
				     "desk", "report", "cli"};

static const struct {
	const char *header;
	const char *rooms[5];
} libraries[] = {
    {"sqlite3.h", {"src/store/sqlite", "src/store/migrate.c"}},
    {"libpq-fe.h", {"src/store/postgres.c"}},
    {"uuid/uuid.h", {"src/base/id.c"}},
    {"utf8proc.h", {"src/base/text"}},
    {"jansson.h", {"src/base/json"}},
    {"ini.h", {"src/base/settings"}},
    {"csv.h", {"src/base/csv"}},
    {"sodium.h", {"src/base/secret.c"}},
    {"cairo.h", {"src/report/pdf/"}},
    {"cairo-pdf.h", {"src/report/pdf/"}},
    {"pango/pango.h", {"src/report/pdf/"}},
    {"pango/pangocairo.h", {"src/report/pdf/"}},
    {"hb.h", {"src/report/pdf/"}},
    {"curses.h",
     {"src/tui/app.c", "src/tui/canvas", "src/tui/keymap.c",
      "src/tui/theme.c"}},
    {"ncurses.h",
     {"src/tui/app.c", "src/tui/canvas", "src/tui/keymap.c",
      "src/tui/theme.c"}},
    {"term.h", {"src/tui/app.c", "src/tui/keymap.c"}},
};

static struct {
	struct str breaches;
	size_t file_count, include_count;
} seen;

static bool starts(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

static void breach(const char *path, size_t line, const char *what)
{
	str_addf(&seen.breaches, "%s:%zu: %s\n", path, line, what);
}

/* tui stands beside cli: both see the report and what is below it. */
static size_t height(const char *floor)
{
	for (size_t i = 0; i < MEM_COUNT(floors); i++)
		if (strcmp(floors[i], floor) == 0)
			return i;
	return strcmp(floor, "tui") == 0 ? MEM_COUNT(floors) : SIZE_MAX;
}

static size_t height_of_path(const char *path)
{
	char floor[16];

	snprintf(floor, sizeof(floor), "%.*s", (int)strcspn(path, "/"), path);
	return height(floor);
}

/* "src/desk/…" and "frontdesk/desk/…" are of the desk; NULL: of no floor. */
static const char *floor_of(const char *path, char out[16])
{
	const char *name = NULL;
	size_t len;

	if (starts(path, "src/"))
		name = path + strlen("src/");
	else if (starts(path, "include/frontdesk/"))
		name = path + strlen("include/frontdesk/");
	else if (starts(path, "frontdesk/"))
		name = path + strlen("frontdesk/");
	else if (strchr(path, '/') != NULL && height_of_path(path) != SIZE_MAX)
		name = path; /* "tui/tui.h" */
	len = name != NULL ? strcspn(name, "/") : 0;
	if (len == 0 || len > 15 || name[len] != '/')
		return NULL;
	snprintf(out, 16, "%.*s", (int)len, name);
	return out;
}

static bool may_include(const char *from, const char *to)
{
	bool is_top = strcmp(from, "cli") == 0 || strcmp(from, "tui") == 0;

	if (strcmp(from, to) == 0)
		return true;
	if (height(to) == SIZE_MAX || strcmp(to, "cli") == 0 ||
	    strcmp(to, "tui") == 0)
		return false;
	/* The report reads the desk, and neither it nor the top the store. */
	if ((is_top || strcmp(from, "report") == 0) && strcmp(to, "store") == 0)
		return false;
	return height(to) < height(from);
}

/* "../app.h" is of the same floor from src/tui/screens, not from src/tui. */
static bool leaves_floor(const char *path, const char *header)
{
	int depth = -2; /* src/ and the floor */

	for (; *path != '\0'; path++)
		depth += *path == '/';
	for (; starts(header, "../"); header += strlen("../"))
		depth--;
	return depth < 0;
}

static void check_ours(const char *path, size_t line, const char *header)
{
	char from[16], to[16];

	if (floor_of(path, from) == NULL)
		return; /* main.c and program.c see every floor */
	if (leaves_floor(path, header)) {
		breach(path, line, "a private header of another room");
		return;
	}
	if (floor_of(header, to) == NULL)
		return;
	if (!may_include(from, to))
		breach(path, line, header);
}

static void check_library(const char *path, size_t line, const char *header)
{
	for (size_t i = 0; i < MEM_COUNT(libraries); i++) {
		bool is_home = false;

		if (strcmp(libraries[i].header, header) != 0)
			continue;
		for (size_t j = 0; libraries[i].rooms[j] != NULL; j++)
			is_home =
			    is_home || starts(path, libraries[i].rooms[j]);
		if (!is_home)
			breach(path, line, header);
	}
}

/* The words that begin a statement, where one stands in a text. */
static void check_sql(const char *path, size_t line, const char *text)
{
	static const char *const words[] = {"SELECT ", "INSERT INTO ",
					    "UPDATE ", "DELETE FROM ",
					    "WITH ",   "CREATE TABLE "};

	if (starts(path, "src/store/"))
		return;
	for (size_t i = 0; i < MEM_COUNT(words); i++) {
		const char *at = strchr(text, '"');

		if (at != NULL && starts(at + 1, words[i]))
			breach(path, line, "SQL outside the store");
	}
}

static void check_line(const char *path, size_t line, char *text)
{
	char *header, *end;

	check_sql(path, line, text);
	if (!starts(text, "#include "))
		return;
	header = text + strlen("#include ") + 1;
	end = header + strcspn(header, "\">");
	seen.include_count++;
	if (header[-1] == '<') {
		*end = '\0';
		check_library(path, line, header);
	} else {
		*end = '\0';
		check_ours(path, line, header);
	}
}

static int read_one(const char *path, const struct stat *status, int kind,
		    struct FTW *walk)
{
	const char *name = path + strlen(SOURCE_DIR) + 1;
	const char *end = strrchr(path, '.');
	size_t number = 0, size = 0;
	char *line = NULL;
	FILE *file;

	(void)status;
	(void)walk;
	if (kind != FTW_F || end == NULL ||
	    (strcmp(end, ".c") != 0 && strcmp(end, ".h") != 0))
		return 0;
	file = fopen(path, "r");
	assert_non_null(file);
	while (getline(&line, &size, file) >= 0)
		check_line(name, ++number, line);
	free(line);
	fclose(file);
	seen.file_count++;
	return 0;
}

static void read_tree(const char *folder)
{
	char path[512];

	snprintf(path, sizeof(path), "%s/%s", SOURCE_DIR, folder);
	assert_int_equal(nftw(path, read_one, 16, FTW_PHYS), 0);
}

static void every_file_keeps_to_its_room(void **state)
{
	(void)state;
	read_tree("src");
	read_tree("include");
	if (seen.breaches.len > 0)
		fail_msg("%s", str_text(&seen.breaches));
	/* A harness that read nothing has found nothing. */
	assert_true(seen.file_count > 200);
	assert_true(seen.include_count > 1000);
	str_release(&seen.breaches);
}

static size_t breaches_of(const char *path, const char *text)
{
	char *line = mem_copy(text);
	size_t len;

	check_line(path, 1, line);
	len = seen.breaches.len;
	str_release(&seen.breaches);
	free(line);
	return len;
}

static void a_breach_is_seen(void **state)
{
	(void)state;
	assert_true(breaches_of("src/tui/home.c",
				"#include \"frontdesk/store/db.h\"\n"));
	assert_true(breaches_of("src/core/visit.c",
				"#include \"frontdesk/desk/desk.h\"\n"));
	assert_true(breaches_of("src/cli/cli.c", "#include \"tui/tui.h\"\n"));
	assert_true(breaches_of("src/desk/find.c",
				"#include \"../store/sqlite_engine.h\"\n"));
	assert_true(breaches_of("src/desk/find.c", "#include <sqlite3.h>\n"));
	assert_true(breaches_of("src/tui/form.c", "#include <curses.h>\n"));
	assert_true(
	    breaches_of("src/report/pdf.c", "#include <pango/pangocairo.h>\n"));
	assert_true(breaches_of("src/desk/find.c",
				"    \"SELECT name FROM staff\";\n"));
}

static void what_is_allowed_is_no_breach(void **state)
{
	(void)state;
	assert_int_equal(breaches_of("src/desk/find.c",
				     "#include \"frontdesk/store/db.h\"\n"),
			 0);
	assert_int_equal(
	    breaches_of("src/store/sqlite.c", "#include <sqlite3.h>\n"), 0);
	assert_int_equal(breaches_of("src/store/visit.c",
				     "    \"SELECT name FROM staff\";\n"),
			 0);
	assert_int_equal(breaches_of("src/tui/home.c",
				     "#include \"frontdesk/desk/find.h\"\n"),
			 0);
	assert_int_equal(
	    breaches_of("src/tui/screens/home.c", "#include \"../app.h\"\n"),
	    0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_breach_is_seen),
	    cmocka_unit_test(what_is_allowed_is_no_breach),
	    cmocka_unit_test(every_file_keeps_to_its_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
