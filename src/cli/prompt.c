/*
 * prompt.c - asking on a terminal, line by line
 */
#include "prompt.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/secret.h"
#include "frontdesk/base/str.h"

bool prompt_is_possible(const struct cli *cli)
{
	return isatty(fileno(cli->in)) != 0;
}

/* NULL at the end of the input. */
static char *read_line(FILE *in)
{
	char *line = NULL;
	size_t size = 0;
	ssize_t len = getline(&line, &size, in);

	if (len < 0) {
		free(line);
		return NULL;
	}
	while (len > 0 && (line[len - 1] == '\n' || line[len - 1] == '\r'))
		line[--len] = '\0';
	return line;
}

static bool no_answer(struct error *err)
{
	return error_set(err, ERROR_INVALID, "",
			 _("nothing was answered, and nothing was made"));
}

bool prompt_ask(const struct cli *cli, const char *question,
		const char *otherwise, char **out, struct error *err)
{
	*out = NULL;
	for (;;) {
		char *line;

		fprintf(cli->complaints, "%s", question);
		if (!str_is_blank(otherwise))
			fprintf(cli->complaints, " [%s]", otherwise);
		fputs(": ", cli->complaints);
		fflush(cli->complaints);
		line = read_line(cli->in);
		if (line == NULL)
			return no_answer(err);
		if (!str_is_blank(line)) {
			*out = line;
			return true;
		}
		free(line);
		if (otherwise != NULL) {
			*out = mem_copy(otherwise);
			return true;
		}
	}
}

/* One line that is not seen while it is typed; NULL at the end. */
static char *read_hidden(const struct cli *cli, const char *question)
{
	struct termios shown, hidden;
	bool is_terminal = tcgetattr(fileno(cli->in), &shown) == 0;
	char *line;

	fprintf(cli->complaints, "%s: ", question);
	fflush(cli->complaints);
	if (is_terminal) {
		hidden = shown;
		hidden.c_lflag &= ~(tcflag_t)ECHO;
		tcsetattr(fileno(cli->in), TCSAFLUSH, &hidden);
	}
	line = read_line(cli->in);
	if (is_terminal) {
		tcsetattr(fileno(cli->in), TCSAFLUSH, &shown);
		fputc('\n', cli->complaints);
	}
	return line;
}

bool prompt_pin(const struct cli *cli, const char *question, char **out,
		struct error *err)
{
	char *again;
	bool is_same;

	*out = read_hidden(cli, question);
	if (*out == NULL)
		return no_answer(err);
	if (!secret_pin_check(*out, err)) {
		prompt_forget(*out);
		*out = NULL;
		return false;
	}
	again = read_hidden(cli, _("The same once more"));
	is_same = again != NULL && strcmp(*out, again) == 0;
	prompt_forget(again);
	if (is_same)
		return true;
	prompt_forget(*out);
	*out = NULL;
	return error_set(err, ERROR_INVALID, "pin",
			 _("the two PINs differ: try again"));
}

bool prompt_pin_file(const struct cli *cli, const char *path, char **out,
		     struct error *err)
{
	bool is_input = strcmp(path, "-") == 0;
	FILE *file = is_input ? cli->in : fopen(path, "r");

	*out = NULL;
	if (file == NULL)
		return error_set(err, ERROR_SYSTEM, "pin",
				 _("cannot read the PIN from %s: %s"), path,
				 strerror(errno));
	*out = read_line(file);
	if (!is_input)
		fclose(file);
	if (*out == NULL)
		return error_set(err, ERROR_INVALID, "pin",
				 _("%s holds no PIN: write it on the first "
				   "line"),
				 path);
	if (secret_pin_check(*out, err))
		return true;
	prompt_forget(*out);
	*out = NULL;
	return false;
}

void prompt_forget(char *pin)
{
	if (pin != NULL)
		secret_wipe(pin, strlen(pin));
	free(pin);
}
