#include "program.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"
#include "frontdesk/base/error.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/log.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/settings.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include "frontdesk/desk/desk.h"
#include "tui/tui.h"

/* What stands before the command. */
struct program {
	const struct clock *clock;
	struct settings settings;
	struct cli cli;
	struct str store;
	const char *as;
	bool is_demo;
};

static bool parse_options(struct program *program, int *argc, char ***argv,
			  struct error *err)
{
	while (*argc > 1 && (*argv)[1][0] == '-') {
		const char *option = (*argv)[1];

		if (str_same(option, "--demo"))
			program->is_demo = true;
		else if (str_same(option, "--store") && *argc > 2) {
			str_clear(&program->store);
			str_add(&program->store, (*argv)[2]);
			(*argc)--;
			(*argv)++;
		} else if (str_same(option, "--as") && *argc > 2) {
			program->as = (*argv)[2];
			(*argc)--;
			(*argv)++;
		} else if (str_same(option, "--version") ||
			   str_same(option, "--help") || str_same(option, "-h"))
			return true; /* the command line's own */
		else
			return error_set(err, ERROR_INVALID, "",
					 _("there is no option %s; "
					   "\"frontdesk help\" lists them"),
					 option);
		(*argc)--;
		(*argv)++;
	}
	return true;
}

/* --store, then the settings, then the default store or the demo's own. */
static bool find_store(struct program *program, struct error *err)
{
	if (program->store.len)
		return true;
	if (program->settings.store && !program->is_demo) {
		str_add(&program->store, program->settings.store);
		return true;
	}
	if (!settings_data_dir(&program->store, err))
		return false;
	str_add(&program->store,
		program->is_demo ? "/demo.db" : "/frontdesk.db");
	return true;
}

static bool run_desk(struct program *program, struct error *err)
{
	struct str state = STR_INIT;
	struct desk *desk;
	bool done;

	/* Drafts lie there: without it, what is typed would not be safe. */
	if (!settings_state_dir(&state, err))
		return false;
	str_release(&state);
	if (program->is_demo && !cli_make_demo(&program->cli, err))
		return false;
	if (!desk_open(str_text(&program->store), program->cli.data_dir,
		       program->clock, &desk, err))
		return false;
	if (program->is_demo)
		printf(_("The demo city's store lies in %s\n"),
		       str_text(&program->store));
	fflush(stdout);
	done = tui_run(desk, &program->settings, program->clock, err);
	desk_close(desk);
	return done;
}

static int run(struct program *program, int argc, char **argv,
	       struct error *err)
{
	if (argc > 1)
		return cli_run(&program->cli, argc - 1, argv + 1);
	return run_desk(program, err) ? CLI_DONE : CLI_NOT_DONE;
}

/* "init --demo" means the demo's own file, as "--demo init" does. */
static bool makes_demo(int argc, char **argv)
{
	if (argc < 2 || !str_same(argv[1], "init"))
		return false;
	for (int i = 2; i < argc; i++)
		if (str_same(argv[i], "--demo"))
			return true;
	return false;
}

/* A command does its work without a log. */
static void start_log(void)
{
	struct str path = STR_INIT;
	struct error ignored = {0};

	if (settings_state_dir(&path, &ignored)) {
		str_add(&path, "/log");
		log_open(str_text(&path));
	}
	str_release(&path);
}

static bool prepare(struct program *program, int *argc, char ***argv,
		    struct error *err)
{
	if (!parse_options(program, argc, argv, err))
		return false;
	if (program->as && *argc < 2)
		return error_set(err, ERROR_INVALID, "",
				 _("--as goes with a command; on the desk "
				   "Ctrl+Q changes the person"));
	program->is_demo = program->is_demo || makes_demo(*argc, *argv);
	if (!settings_load(&program->settings, err) ||
	    !find_store(program, err))
		return false;
	start_log();
	program->cli = (struct cli){
	    .clock = program->clock,
	    .settings = &program->settings,
	    .store = str_text(&program->store),
	    .data_dir = settings_shared_dir(),
	    .is_demo = program->is_demo,
	    .as = program->as,
	    .in = stdin,
	    .out = stdout,
	    .complaints = stderr,
	};
	return true;
}

/* A file opened in the place of a closed stream would be printed into. */
static void hold_streams(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDWR) != fd)
			abort();
	/* A limit on files is a full disk: words, not the end. */
	signal(SIGXFSZ, SIG_IGN);
}

/* A script must not take a cut answer for the whole. */
static void finish_output(const struct program *program, int *status)
{
	bool is_whole = fflush(stdout) == 0 && !ferror(stdout);

	if (is_whole || *status != CLI_DONE)
		return;
	cli_complain(&program->cli,
		     _("cannot write the output: %s; send it elsewhere"),
		     strerror(errno));
	*status = CLI_NOT_DONE;
}

int program_run(const struct clock *clock, int argc, char **argv)
{
	struct program program = {.clock = clock};
	struct error err = {0};
	int status;

	hold_streams();
	umask(077);
	text_locale_init();
	textdomain("frontdesk");
	program.cli.complaints = stderr;
	if (!prepare(&program, &argc, &argv, &err))
		status = err.code == ERROR_INVALID ? CLI_USAGE : CLI_NOT_DONE;
	else
		status = run(&program, argc, argv, &err);
	finish_output(&program, &status);
	if (err.code) {
		cli_problem(&program.cli, &err);
		log_problem(&err);
	}
	log_close();
	str_release(&program.store);
	settings_release(&program.settings);
	return status;
}
