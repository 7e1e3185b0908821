#include "own_city.h"

#include <pwd.h>
#include <unistd.h>

#include "frontdesk/base/mem.h"
#include "run.h"

#define WORDS_MAX 34

/* With pin on the standard input, or NULL. */
static void run(struct desk_terminal *desk, const char *input,
		const char *const words[], struct run *out)
{
	const char *all[WORDS_MAX + 3] = {"--store", desk->store};
	size_t count = 2;

	for (size_t i = 0; words[i] != NULL; i++) {
		assert_true(i < WORDS_MAX);
		all[count++] = words[i];
	}
	run_words(desk->program, input, all, out);
}

static void run_well(struct desk_terminal *desk, const char *input,
		     const char *const words[])
{
	struct run result;

	run(desk, input, words, &result);
	run_expect(&result, 0, "", "");
}

static const char *account(void)
{
	const struct passwd *entry = getpwuid(getuid());

	assert_non_null(entry);
	return entry->pw_name;
}

void own_city_make(struct desk_terminal *desk, bool has_topics)
{
	const char *words[] = {"init",
			       "--city",
			       "Mesa Prueba",
			       "--zone",
			       "America/Los_Angeles",
			       "--site",
			       "City Hall",
			       "--window",
			       "Window 1",
			       "--window",
			       "Window 2",
			       "--supervisor",
			       "M. Hale",
			       "--login",
			       account(),
			       "--pin-file",
			       "-",
			       has_topics ? NULL : "--without-topics",
			       NULL};

	unlink(desk->store);
	run_well(desk, OWN_CITY_PIN "\n", words);
}

void own_city_do(struct desk_terminal *desk, const char *const words[])
{
	run_well(desk, NULL, words);
}

char *own_city_ask(struct desk_terminal *desk, const char *const words[])
{
	struct run result;
	char *said;

	run(desk, NULL, words, &result);
	said = mem_copy(str_text(&result.out));
	run_expect(&result, 0, "", "");
	return said;
}

void own_city_import(struct desk_terminal *desk, const char *kind,
		     const char *csv)
{
	const char *const words[] = {"import", kind, "-", NULL};

	run_well(desk, csv, words);
}

void own_city_staff(struct desk_terminal *desk, const char *login,
		    const char *name, const char *formal, const char *role,
		    const char *department, const char *languages)
{
	const char *words[WORDS_MAX] = {"staff",  "add", "--login",    login,
					"--name", name,	 "--formal",   formal,
					"--role", role,	 "--pin-file", "-"};
	size_t count = 12;

	if (department != NULL) {
		words[count++] = "--department";
		words[count++] = department;
	}
	if (languages != NULL) {
		words[count++] = "--languages";
		words[count++] = languages;
	}
	run_well(desk, OWN_CITY_PIN "\n", words);
}

struct terminal *own_city_start(struct desk_terminal *desk)
{
	const char *const argv[] = {desk->program, "--store", desk->store,
				    NULL};

	return desk_terminal_start(desk, argv, NULL, 80, 24);
}

struct terminal *own_city_open(struct desk_terminal *desk, const char *name,
			       const char *window)
{
	struct terminal *terminal = own_city_start(desk);

	terminal_wait_text(terminal, "Sign in");
	terminal_keys(terminal, name);
	terminal_keys(terminal, "<Enter>" OWN_CITY_PIN "<Tab>");
	terminal_keys(terminal, window);
	terminal_keys(terminal, "<Enter>");
	desk_terminal_to_desk(terminal);
	terminal_wait_row(terminal, 0, name);
	terminal_count_keys(terminal);
	return terminal;
}
