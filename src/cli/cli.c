#include "cli.h"

#include <pwd.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/log.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include "frontdesk/desk/init.h"
#include "frontdesk/desk/signin.h"
#include "progress.h"

static int cmd_help(struct cli *cli, int argc, char **argv);
static int cmd_version(struct cli *cli, int argc, char **argv);

/* Its order is the order of the help. */
static const struct command commands[] = {
    {"init",
     N_("init [--demo] [--city NAME] [--zone ZONE] [--site NAME]\n"
	"      [--window LABEL]… [--supervisor NAME] [--login LOGIN]\n"
	"      [--pin-file FILE] [--without-topics]"),
     N_("Make a new store: for a real city, or the invented demo city."),
     cmd_init},
    {"find", N_("find TEXT [--format json]"),
     N_("Residents, organisations, requests and topics that match."), cmd_find},
    {"topic",
     N_("topic CODE|NAME [--format text|pdf] [--paper letter|a4]\n"
	"      [--width COLUMNS] [--output FILE] |\n"
	"      topic find TEXT [--format json]"),
     N_("A topic's card as a visitor takes it home; the topics of a word."),
     cmd_topic},
    {"show", N_("show REFERENCE"),
     N_("A resident, request or visit with its history."), cmd_show},
    {"slip",
     N_("slip REFERENCE [--of request|hand-off|promise] [--format text|pdf]\n"
	"      [--paper letter|a4] [--width COLUMNS] [--output FILE]\n"
	"      [--print[=PRINTER]]"),
     N_("What a visitor takes home about a request; printed, it is noted."),
     cmd_slip},
    {"merge", N_("merge REFERENCE OTHER"),
     N_("Two records of one person: the first stays, the other is read as it."),
     cmd_merge},
    {"unmerge", N_("unmerge REFERENCE"),
     N_("A record that was merged is one of its own again."), cmd_unmerge},
    {"log",
     N_("log --topic TOPIC [--resident REFERENCE] [--channel CHANNEL]\n"
	"      [--result RESULT [--text TEXT]] [--words TEXT] [--concern "
	"TEXT]\n"
	"      [--done TEXT] [--place PLACE] [--number KIND:NUMBER]…\n"
	"      [--answer QUESTION=ANSWER]… [--tried TEXT]\n"
	"      [--alternative TEXT] [--appeal TEXT] [--telephone TELEPHONE]"),
     N_("Log a visit without the screens.\n"
	"      CHANNEL: walk_in, telephone, appointment, message\n"
	"      RESULT: answered, given, opened, handed_off, come_back, "
	"not_ours,\n"
	"      could_not"),
     cmd_log},
    {"cue", N_("cue"),
     N_("Read people as JSON lines, print how to greet and address them."),
     cmd_cue},
    {"summary",
     N_("summary [--day DAY | --week DAY | --month MONTH |\n"
	"      --from DAY --to DAY] [--site NAME | --all-sites]\n"
	"      [--department NAME | --topic NAME] [--names]\n"
	"      [--format text|pdf|csv|json] [--paper letter|a4]\n"
	"      [--form-feeds] [--output FILE|FOLDER/]\n"
	"      [--print[=PRINTER]] [--copies N] [--pages PAGES] |\n"
	"      summary --corrections [the days, the site, where it goes, as "
	"above]\n"
	"      [--format text|csv|json]"),
     N_("The figures of the day, and what changed of closed days since.\n"
	"      DAY: 2026-11-23, today, yesterday. MONTH: 2026-11. PAGES: 1-2 "
	"or 1,3-4.\n"
	"      Into FOLDER/ go the tables of --format csv, one file each."),
     cmd_summary},
    {"day",
     N_("day close [DAY] [--remark TEXT]… [--with-open] |\n"
	"      day remark DAY TEXT"),
     N_("A supervisor closes a day with up to three remarks; never undone.\n"
	"      DAY: 2026-11-23, today (where none is given), yesterday.\n"
	"      --with-open closes it although visits are open."),
     cmd_day},
    {"printers", N_("printers [--format json]"),
     N_("The printers of this machine, as lpstat knows them."), cmd_printers},
    {"feedback",
     N_("feedback [list] [--format json] |\n"
	"      feedback card VISIT [--language CODE] [--width COLUMNS]\n"
	"      [--format text|pdf] [--paper letter|a4] [--output FILE] |\n"
	"      feedback add VISIT [--answers 5543-15] [--comment TEXT] |\n"
	"      feedback said VISIT TEXT"),
     N_("The comment card, what came back, and what was said aloud.\n"
	"      --columns is --width by its older name."),
     cmd_feedback},
    {"idea",
     N_("idea [list] [--format json] | idea add TEXT [--visit VISIT] |\n"
	"      idea show NUMBER |\n"
	"      idea remark NUMBER TEXT |\n"
	"      idea decide NUMBER taken_up|not_now|done WORDS"),
     N_("How something could be better; a supervisor decides it."), cmd_idea},
    {"thanks",
     N_("thanks [list] [--format json] |\n"
	"      thanks add LOGIN TEXT [--visit VISIT] [--from-visitor]"),
     N_("Thanks to a colleague, and your own."), cmd_thanks},
    {"round", N_("round [briefing|evening] [--format json]"),
     N_("What to know before the first visitor; what is left before the end."),
     cmd_round},
    {"acknowledge",
     N_("acknowledge [list] [--format json] |\n"
	"      acknowledge REFERENCE --how "
	"counter|telephone|letter|e-mail|slip"),
     N_("What nobody has acknowledged yet; and that somebody did, and how."),
     cmd_acknowledge},
    {"promise",
     N_("promise [list] [--late|--today] [--format json] |\n"
	"      promise make REFERENCE WHAT WHEN [--owner LOGIN]\n"
	"      [--telephone TELEPHONE] |\n"
	"      promise keep NUMBER [--note TEXT] |\n"
	"      promise withdraw NUMBER REASON |\n"
	"      promise renew NUMBER WHEN [--reason TEXT]"),
     N_("Your open promises; one made, kept, withdrawn or made anew."),
     cmd_promise},
    {"handoff",
     N_("handoff [list] [--format json] | handoff show NUMBER |\n"
	"      handoff offer REFERENCE LOGIN|DEPARTMENT ASKED\n"
	"      [--urgency usual|today|now] |\n"
	"      handoff accept NUMBER WHAT WHEN |\n"
	"      handoff return NUMBER REASON | handoff take-back NUMBER |\n"
	"      handoff slip NUMBER [--format text|pdf] [--paper letter|a4]\n"
	"      [--width COLUMNS] [--output FILE]"),
     N_("What is handed to you or your department, and its answer."),
     cmd_handoff},
    {"resolve", N_("resolve REFERENCE DONE"),
     N_("An open request is done; whoever asked is to be told."), cmd_resolve},
    {"tell",
     N_("tell [list] [--format json] | tell told NUMBER NOTE |\n"
	"      tell tried NUMBER NOTE"),
     N_("Who waits to be told; that they were, or could not be reached."),
     cmd_tell},
    {"question",
     N_("question [list] [--format json] |\n"
	"      question note TEXT [--topic TOPIC] [--request REFERENCE] |\n"
	"      question answer NUMBER TEXT [--on-card QUESTION] |\n"
	"      question pass NUMBER --topic TOPIC|--department NAME"),
     N_("What nobody at the counter could answer, and its answer."),
     cmd_question},
    {"notice",
     N_("notice [list] [--format json] | notice post TEXT [--until WHEN] |\n"
	"      notice end NUMBER"),
     N_("What everybody at this site must know for now."), cmd_notice},
    {"patterns", N_("patterns [--format json]"),
     N_("What several people have in common this week; for a supervisor."),
     cmd_patterns},
    {"board", N_("board [--format json]"),
     N_("Who waits, who is at which window, what is due; for a supervisor."),
     cmd_board},
    {"import",
     N_("import residents|organisations|visits|topics|feedback FILE\n"
	"      [--dry-run]"),
     N_("Take in a CSV file, whole or not at all."), cmd_import},
    {"export",
     N_("export all|residents|organisations|topics|feedback|ideas|thanks"),
     N_("Everything as JSON lines, or one kind of it."), cmd_export},
    {"backup", N_("backup FILE"),
     N_("Copy the store into a new file, while others work."), cmd_backup},
    {"check", N_("check [--recount] [--entry N]"),
     N_("Check the store, its audit and the figures of its days."), cmd_check},
    {"staff",
     N_("staff [list] [--format json] |\n"
	"      staff add --login LOGIN --name NAME [--formal NAME]\n"
	"      [--role ROLE] [--department NAME] [--languages CODES]\n"
	"      [--telephone TELEPHONE] [--pin-file FILE] |\n"
	"      staff pin LOGIN [--pin-file FILE] | staff deactivate LOGIN |\n"
	"      staff window LABEL |\n"
	"      staff away LOGIN [--from DAY] [--to DAY] | staff back LOGIN"),
     N_("Who works here, and who is away; an administrator changes it."),
     cmd_staff},
    {"department",
     N_("department [list] | department set NAME [--delivery DELIVERY]\n"
	"      [--to PRINTER|ADDRESS] [--deputy NAME] [--telephone TELEPHONE]\n"
	"      [--place PLACE]"),
     N_("How hand-offs reach a department; an administrator changes it."),
     cmd_department},
    {"site", N_("site | site set --handoff-minutes N"),
     N_("What holds at this building; an administrator changes it."), cmd_site},
    {"calendar",
     N_("calendar [--year YEAR] [--format json] |\n"
	"      calendar close DAY --reason TEXT |\n"
	"      calendar open DAY [HOURS --reason TEXT] |\n"
	"      calendar hours WEEKDAYS HOURS [--every-other-from DAY] |\n"
	"      calendar holiday add NAME RULE [--observed same|monday|nearest] "
	"|\n"
	"      calendar holiday remove NAME |\n"
	"      calendar holidays [FILE]"),
     N_("Hours, holidays and closures; a supervisor changes them."),
     cmd_calendar},
    {"help", N_("help [COMMAND]"), N_("This list, or one command."), cmd_help},
    {"--help", NULL, NULL, cmd_help},
    {"-h", NULL, NULL, cmd_help},
    {"--version", N_("--version"), N_("The version."), cmd_version},
};

void cli_complain(const struct cli *cli, const char *format, ...)
{
	struct str text = STR_INIT, clean = STR_INIT;
	va_list args;

	va_start(args, format);
	str_addv(&text, format, args);
	va_end(args);
	text_clean(str_text(&text), true, &clean);
	fprintf(cli->complaints, "frontdesk: %s\n", str_text(&clean));
	str_release(&text);
	str_release(&clean);
}

void cli_complain_of(const struct cli *cli, const char *lines)
{
	while (*lines != '\0') {
		size_t len = strcspn(lines, "\n");

		cli_complain(cli, "%.*s", (int)len, lines);
		lines += len + (lines[len] == '\n');
	}
}

void cli_print(const struct cli *cli, const char *format, ...)
{
	struct str text = STR_INIT, clean = STR_INIT;
	va_list args;

	va_start(args, format);
	str_addv(&text, format, args);
	va_end(args);
	text_clean(str_text(&text), true, &clean);
	fputs(str_text(&clean), cli->out);
	str_release(&text);
	str_release(&clean);
}

static bool is_between(char letter, char first, char last)
{
	return letter >= first && letter <= last;
}

void cli_problem(const struct cli *cli, const struct error *err)
{
	const char *text = err->text;
	struct str line = STR_INIT;

	str_add(&line, text);
	if (!err->has_name_first && is_between(text[0], 'A', 'Z') &&
	    (text[1] == ' ' || is_between(text[1], 'a', 'z')))
		line.text[0] = (char)(text[0] - 'A' + 'a');
	cli_complain(cli, "%s", str_text(&line));
	str_release(&line);
}

int cli_fail(const struct cli *cli, const struct error *err)
{
	cli_problem(cli, err);
	log_problem(err);
	return CLI_NOT_DONE;
}

int cli_end(const struct cli *cli, bool is_done, const struct error *err)
{
	if (is_done)
		return CLI_DONE;
	cli_fail(cli, err);
	return err->code == ERROR_INVALID ? CLI_USAGE : CLI_NOT_DONE;
}

int cli_misused(const struct cli *cli, const struct error *err)
{
	cli_problem(cli, err);
	return CLI_USAGE;
}

int cli_usage(const struct cli *cli, const char *name)
{
	const struct command *command = command_find(name);

	cli_complain(cli, _("use it as: frontdesk %s"), _(command->usage));
	return CLI_USAGE;
}

const struct command *command_find(const char *name)
{
	for (size_t i = 0; i < MEM_COUNT(commands); i++)
		if (str_same(commands[i].name, name))
			return &commands[i];
	return NULL;
}

bool cli_make_demo(const struct cli *cli, struct error *err)
{
	bool is_made;

	if (access(cli->store, F_OK) == 0)
		return true;
	progress_begin(cli->clock);
	is_made = desk_init_demo(cli->store, cli->data_dir, cli->clock,
				 progress_show, err);
	progress_end();
	return is_made;
}

/* Without a PIN: only a demo store lets somebody in that way. */
static bool sign_in_as(struct desk *desk, const char *login, struct error *err)
{
	if (desk_sign_in(desk, login, NULL, 0, err))
		return true;
	return err->code == ERROR_DENIED &&
	       error_set(err, ERROR_DENIED, "as",
			 _("nobody in this demo has the login \"%s\""), login);
}

bool cli_open_desk(const struct cli *cli, struct desk **out, struct error *err)
{
	const struct passwd *account = getpwuid(getuid());
	bool is_in;

	if (cli->is_demo && !cli_make_demo(cli, err))
		return false;
	if (!desk_open(cli->store, cli->data_dir, cli->clock, out, err))
		return false;
	if (cli->as == NULL)
		is_in = desk_sign_in_account(
		    *out, account != NULL ? account->pw_name : "", err);
	else if (desk_is_demo(*out))
		is_in = sign_in_as(*out, cli->as, err);
	else
		is_in = error_set(err, ERROR_DENIED, "",
				  _("--as is for a demo store: here the "
				    "computer's account says who acts"));
	if (is_in)
		return true;
	desk_close(*out);
	*out = NULL;
	return false;
}

static int cmd_version(struct cli *cli, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	fprintf(cli->out, "frontdesk %s\n", FRONTDESK_VERSION);
	return CLI_DONE;
}

static int cmd_help(struct cli *cli, int argc, char **argv)
{
	const struct command *one = argc > 1 ? command_find(argv[1]) : NULL;

	if (argc > 1 && (!one || !one->usage)) {
		cli_complain(cli, _("there is no command \"%s\""), argv[1]);
		return CLI_USAGE;
	}
	if (!one)
		fputs(_("frontdesk [--store PATH] [--demo [--as LOGIN]] "
			"[COMMAND]\n\n"
			"Without a command it opens the desk. Commands:\n\n"),
		      cli->out);
	for (size_t i = 0; i < MEM_COUNT(commands); i++) {
		const struct command *command = &commands[i];

		if (command->usage && (!one || one == command))
			fprintf(cli->out, "  %s\n      %s\n", _(command->usage),
				_(command->help));
	}
	return CLI_DONE;
}

int cli_run(struct cli *cli, int argc, char **argv)
{
	const struct command *command = command_find(argv[0]);

	if (command)
		return command->run(cli, argc, argv);
	cli_complain(cli,
		     _("there is no command \"%s\"; \"frontdesk help\" lists "
		       "them"),
		     argv[0]);
	return CLI_USAGE;
}
