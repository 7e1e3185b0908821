#include "desk_terminal.h"

#include <dirent.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "frontdesk/store/db.h"

#define WORDS_MAX 24

static void set_clock(struct desk_terminal *desk, int64_t now)
{
	char fresh[128];
	FILE *file;

	snprintf(fresh, sizeof(fresh), "%s.new", desk->clock);
	file = fopen(fresh, "w");
	assert_non_null(file);
	fprintf(file, "%" PRId64 "\n", now);
	assert_int_equal(fclose(file), 0);
	/* At once, or a program would read half of it. */
	assert_int_equal(rename(fresh, desk->clock), 0);
	desk->now = now;
}

void desk_terminal_pass(struct desk_terminal *desk, int64_t length)
{
	set_clock(desk, desk->now + length);
}

static int run(const char *const argv[])
{
	pid_t pid = fork();
	int status;

	assert_true(pid >= 0);
	if (pid == 0) {
		int nowhere = open("/dev/null", O_RDWR);

		dup2(nowhere, STDIN_FILENO);
		dup2(nowhere, STDOUT_FILENO);
		execv(argv[0], (char *const *)argv);
		_exit(127);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static int run_on(const char *program, const char *store,
		  const char *const words[])
{
	const char *argv[WORDS_MAX + 4] = {program, "--store", store};
	size_t count = 3;

	for (size_t i = 0; words[i]; i++) {
		assert_true(i < WORDS_MAX);
		argv[count++] = words[i];
	}
	return run(argv);
}

int desk_terminal_run(struct desk_terminal *desk, const char *const words[])
{
	return run_on(desk->program, desk->store, words);
}

int desk_terminal_make_with(const char *program, void **state)
{
	static const char *const words[] = {"init", "--demo", NULL};
	struct desk_terminal *desk = calloc(1, sizeof(*desk));

	assert_non_null(desk);
	desk->program = program;
	place_open(&desk->place);
	place_path(&desk->place, "made.db", desk->made, sizeof(desk->made));
	place_path(&desk->place, "city.db", desk->store, sizeof(desk->store));
	place_path(&desk->place, "clock", desk->clock, sizeof(desk->clock));
	set_clock(desk, DESK_TERMINAL_START);
	setenv("FRONTDESK_TEST_CLOCK", desk->clock, 1);
	assert_int_equal(run_on(program, desk->made, words), 0);
	*state = desk;
	return 0;
}

int desk_terminal_remove(void **state)
{
	struct desk_terminal *desk = *state;

	place_close(&desk->place);
	free(desk);
	return 0;
}

static void copy(const char *from, const char *to)
{
	char part[65536];
	int in = open(from, O_RDONLY | O_CLOEXEC);
	int out = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	ssize_t len;

	assert_true(in >= 0 && out >= 0);
	while ((len = read(in, part, sizeof(part))) > 0)
		assert_int_equal(write(out, part, (size_t)len), len);
	assert_int_equal(len, 0);
	close(in);
	close(out);
}

static void forget(const char *path, const char *end)
{
	char whole[160];

	snprintf(whole, sizeof(whole), "%s%s", path, end);
	unlink(whole);
}

static void forget_drafts(const struct desk_terminal *desk)
{
	char path[160];
	const struct dirent *file;
	DIR *drafts;

	place_path(&desk->place, "state/frontdesk/drafts", path, sizeof(path));
	drafts = opendir(path);
	while (drafts && (file = readdir(drafts)))
		if (file->d_name[0] != '.')
			unlinkat(dirfd(drafts), file->d_name, 0);
	if (drafts)
		closedir(drafts);
}

int desk_terminal_setup(void **state)
{
	struct desk_terminal *desk = *state;

	forget(desk->store, "-wal");
	forget(desk->store, "-shm");
	copy(desk->made, desk->store);
	forget_drafts(desk);
	set_clock(desk, DESK_TERMINAL_START);
	return 0;
}

int desk_terminal_teardown(void **state)
{
	struct desk_terminal *desk = *state;

	for (size_t i = 0; i < DESK_TERMINAL_MAX; i++) {
		if (desk->open[i])
			terminal_close(desk->open[i]);
		desk->open[i] = NULL;
	}
	return 0;
}

struct terminal *desk_terminal_start(struct desk_terminal *desk,
				     const char *const argv[],
				     const char *const env[], int cols,
				     int rows)
{
	size_t i = 0;

	while (i < DESK_TERMINAL_MAX && desk->open[i])
		i++;
	assert_true(i < DESK_TERMINAL_MAX);
	desk->open[i] = terminal_open(argv, env, cols, rows);
	return desk->open[i];
}

void desk_terminal_end(struct desk_terminal *desk, struct terminal *terminal)
{
	for (size_t i = 0; i < DESK_TERMINAL_MAX; i++)
		if (desk->open[i] == terminal)
			desk->open[i] = NULL;
	terminal_close(terminal);
}

static bool is_draft(const char *name)
{
	const char *end = strrchr(name, '.');

	return end && !strcmp(end, ".json");
}

static bool has_words(const char *path, const char *words)
{
	static char text[65536];
	FILE *file = fopen(path, "r");

	if (!file)
		return false;
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	fclose(file);
	return strstr(text, words) != NULL;
}

bool desk_terminal_has_draft(const struct desk_terminal *desk,
			     const char *words)
{
	char folder[160], path[512];
	const struct dirent *entry;
	bool is_found = false;
	DIR *drafts;

	place_path(&desk->place, "state/frontdesk/drafts", folder,
		   sizeof(folder));
	drafts = opendir(folder);
	while (drafts && !is_found && (entry = readdir(drafts))) {
		if (!is_draft(entry->d_name))
			continue;
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		is_found = has_words(path, words ? words : "");
	}
	if (drafts)
		closedir(drafts);
	return is_found;
}

struct draft {
	const struct desk_terminal *desk;
	const char *words;
};

static bool has_draft(struct terminal *terminal, const void *state)
{
	const struct draft *draft = state;

	(void)terminal;
	return desk_terminal_has_draft(draft->desk, draft->words);
}

void desk_terminal_wait_draft(const struct desk_terminal *desk,
			      struct terminal *terminal, const char *words)
{
	const struct draft draft = {desk, words};

	terminal_wait(terminal, "the draft", has_draft, &draft);
}

static struct terminal *start_demo(struct desk_terminal *desk, int cols,
				   int rows)
{
	const char *const argv[] = {desk->program, "--demo", "--store",
				    desk->store, NULL};

	return desk_terminal_start(desk, argv, NULL, cols, rows);
}

struct terminal *desk_terminal_open_again(struct desk_terminal *desk)
{
	return start_demo(desk, 80, 24);
}

struct terminal *desk_terminal_open_sized(struct desk_terminal *desk, int cols,
					  int rows)
{
	struct terminal *terminal = start_demo(desk, cols, rows);

	terminal_wait_text(terminal, "Who or what?");
	return terminal;
}

struct terminal *desk_terminal_open(struct desk_terminal *desk)
{
	return desk_terminal_open_sized(desk, 80, 24);
}

struct terminal *desk_terminal_type_visit(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<Tab><Tab>The gate was open");
	terminal_wait_text(terminal, "The gate was open");
	return terminal;
}

static bool is_signed_in(struct terminal *terminal, const void *state)
{
	(void)state;
	return terminal_has(terminal, "Briefing ·") ||
	       terminal_has(terminal, "Who or what?");
}

void desk_terminal_to_desk(struct terminal *terminal)
{
	terminal_wait(terminal, "the briefing, or the desk", is_signed_in,
		      NULL);
	if (terminal_has(terminal, "Briefing ·"))
		terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Who or what?");
}

void desk_terminal_sign_in(struct terminal *terminal, const char *name)
{
	terminal_keys(terminal, "<C-q>");
	terminal_wait_text(terminal, "Locked");
	terminal_keys(terminal, "<C-u>");
	terminal_keys(terminal, name);
	terminal_keys(terminal, "<Enter>");
	desk_terminal_to_desk(terminal);
	terminal_wait_row(terminal, 0, name);
	terminal_count_keys(terminal);
}

int64_t desk_terminal_number(const struct desk_terminal *desk, const char *sql)
{
	struct db *db;
	struct query query;
	struct error err = {0};
	int64_t value = -1;

	if (!db_open(desk->store, DB_OPEN, clock_system(), &db, &err))
		fail_msg("%s: %s", err.text, err.detail);
	query_begin(&query, db, sql);
	if (query_row(&query) && !row_is_null(&query, 0))
		value = row_int(&query, 0);
	if (!query_end(&query, &err))
		fail_msg("%s: %s", err.text, err.detail);
	db_close(db);
	return value;
}
