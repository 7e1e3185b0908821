/*
 * output.c - what a command gives out: into a file, or to standard output
 */
#include "output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "frontdesk/base/intl.h"

bool output_cannot_write(const char *path, struct error *err)
{
	int reason = errno;

	error_set(err,
		  reason == ENOSPC || reason == EDQUOT ? ERROR_FULL
						       : ERROR_SYSTEM,
		  "output",
		  _("cannot write %s: %s; choose another place with --output"),
		  path, strerror(reason));
	return error_detail(err, "write: %s", strerror(reason));
}

bool output_check_file(const char *path, struct error *err)
{
	size_t len = strlen(path);
	struct stat is;

	if (len == 0)
		return error_set(err, ERROR_INVALID, "output",
				 _("--output has no name behind it: name a "
				   "file, as in --output day.txt"));
	if (path[len - 1] != '/' &&
	    (stat(path, &is) != 0 || !S_ISDIR(is.st_mode)))
		return true;
	return error_set(err, ERROR_INVALID, "output",
			 _("%s is a folder: name a file in it; only the "
			   "tables of --format csv go into a folder"),
			 path);
}

bool output_write_file(const char *path, const struct str *text,
		       struct error *err)
{
	FILE *file = fopen(path, "w");

	if (file == NULL)
		return output_cannot_write(path, err);
	if (fwrite(str_text(text), 1, text->len, file) != text->len ||
	    fflush(file) != 0) {
		output_cannot_write(path, err);
		fclose(file);
		return false;
	}
	if (fclose(file) != 0)
		return output_cannot_write(path, err);
	return true;
}

bool output_write(const struct cli *cli, const char *path,
		  const struct str *bytes, struct error *err)
{
	if (path != NULL)
		return output_write_file(path, bytes, err);
	return (fwrite(str_text(bytes), 1, bytes->len, cli->out) ==
		    bytes->len &&
		fflush(cli->out) == 0) ||
	       output_cannot_write(_("the output"), err);
}

void output_say_printed(const struct cli *cli, const char *job)
{
	if (job[0] != '\0')
		cli_print(cli, _("Printed: %s\n"), job);
	else
		cli_print(cli, _("Printed; lp gave no number for the job.\n"));
}

bool output_check_terminal(const struct cli *cli, const char *instead,
			   struct error *err)
{
	return !isatty(fileno(cli->out)) ||
	       error_set(err, ERROR_INVALID, "output",
			 _("a terminal cannot show a PDF: add %s"), instead);
}
