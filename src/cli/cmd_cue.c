/*
 * cmd_cue.c - frontdesk cue: what to say to whom, for scripts
 */
#include "cmd_cue.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "cue_question.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/json.h"
#include "frontdesk/base/text.h"

static void write_answer(const struct address *address, FILE *out)
{
	struct json *answer = json_new_object();
	struct str line = STR_INIT;

	json_put_text(answer, "greet", str_or_null(&address->greet));
	json_put_text(answer, "close", str_or_null(&address->close));
	json_put_text(answer, "address", str_or_null(&address->address));
	json_put_text(answer, "ask", str_or_null(&address->ask));
	json_put_text(answer, "hint", str_or_null(&address->hint));
	json_put_text(answer, "reference", str_or_null(&address->reference));
	json_put_text(answer, "language", address->language);
	json_put_text(answer, "english", str_or_null(&address->english));
	json_write(answer, false, &line);
	fprintf(out, "%s\n", str_text(&line));
	str_release(&line);
	json_free(answer);
}

/* address is used again for each line. */
static bool answer_line(const struct phrases *phrases, const char *line,
			size_t len, struct address *address, FILE *out,
			struct error *err)
{
	struct cue_question question = {0};
	struct json *document;
	bool ok;

	if (!json_parse(line, len, &document, err))
		return false;
	ok = cue_question_read(document, &question, err) &&
	     address_compose(phrases, &question.request, address, err);
	if (ok)
		write_answer(address, out);
	cue_question_release(&question);
	json_free(document);
	return ok;
}

static void complain(FILE *complaints, size_t number, const struct error *err)
{
	static const char document[] = "line 1, ";
	struct str clean = STR_INIT;
	const char *text;

	text_clean(err->text, false, &clean);
	text = str_text(&clean);
	/* each line is a document of its own, whose only line is the first */
	if (!strncmp(text, document, strlen(document)))
		text += strlen(document);
	fprintf(complaints, _("frontdesk: line %zu: %s\n"), number, text);
	str_release(&clean);
}

/* A stream that broke is not a line's fault, and ends the answers. */
static bool check_streams(FILE *in, FILE *out, FILE *complaints)
{
	if (ferror(in)) {
		fprintf(complaints,
			_("frontdesk: cannot read the records: "
			  "%s\n"),
			strerror(errno));
		return false;
	}
	if (fflush(out) || ferror(out)) {
		fprintf(complaints,
			_("frontdesk: cannot write the answers: "
			  "%s\n"),
			strerror(errno));
		return false;
	}
	return true;
}

bool cue_run(const struct phrases *phrases, FILE *in, FILE *out,
	     FILE *complaints)
{
	static const char mark[] = "\xef\xbb\xbf";
	char *line = NULL;
	size_t size = 0, number = 0, skipped;
	struct address address = {0};
	ssize_t len;
	bool ok = true;

	while (!ferror(out) && (len = getline(&line, &size, in)) >= 0) {
		struct error err = {0};

		number++;
		while (len > 0 &&
		       (line[len - 1] == '\n' || line[len - 1] == '\r'))
			line[--len] = '\0';
		skipped = number == 1 && !strncmp(line, mark, strlen(mark))
			      ? strlen(mark)
			      : 0;
		if (strspn(line + skipped, " \t") == (size_t)len - skipped)
			continue;
		if (!answer_line(phrases, line + skipped, (size_t)len - skipped,
				 &address, out, &err)) {
			complain(complaints, number, &err);
			ok = false;
		}
	}
	free(line);
	address_release(&address);
	return check_streams(in, out, complaints) && ok;
}

int cmd_cue(struct cli *cli, int argc, char **argv)
{
	struct phrases *phrases;
	struct str faults = STR_INIT;
	struct error err = {0};
	bool ok;

	if (argc > 1) {
		cli_complain(cli,
			     _("cue takes no \"%s\": it reads records from "
			       "standard input, one JSON object a line"),
			     argv[1]);
		return CLI_USAGE;
	}
	ok = phrases_load(cli->data_dir, &phrases, &faults, &err);
	cli_complain_of(cli, str_text(&faults));
	str_release(&faults);
	if (!ok) {
		cli_problem(cli, &err);
		return CLI_NOT_DONE;
	}
	ok = cue_run(phrases, cli->in, cli->out, cli->complaints);
	phrases_free(phrases);
	return ok ? CLI_DONE : CLI_NOT_DONE;
}
