/*
 * settings.c - what the administrator and the person chose
 */
#include "frontdesk/base/settings.h"

#include <errno.h>
#include <ini.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "settings_private.h"

#define SYSTEM_FILE "/etc/frontdesk/frontdesk.conf"

struct reading {
	FILE *file;
	const char *path;
	int line;
	bool is_cut; /* the last piece did not end its line */
	struct settings *settings;
	struct error *err;
	int wrong_line;	       /* that err tells of */
	struct str also_wrong; /* "7, 12": lines after it */
};

static bool parse_text(const char *value, char **out)
{
	static const struct text_limit limit = {
	    .field = "", .label = "", .max = 1000};
	struct error err;

	if (!text_check(value, &limit, &err))
		return false;
	mem_replace(out, str_is_blank(value) ? NULL : value);
	return true;
}

static bool parse_number(const char *value, int least, int most, int *out)
{
	char *end;
	long number;

	errno = 0;
	number = strtol(value, &end, 10);
	if (end == value || *end != '\0' || errno != 0 || number < least ||
	    number > most)
		return false;
	*out = (int)number;
	return true;
}

static bool parse_truth(const char *value, bool *out)
{
	static const char *const words[] = {"no",  "yes", "false", "true",
					    "off", "on",  "0",	   "1"};
	size_t i;

	for (i = 0; i < MEM_COUNT(words); i++) {
		if (strcmp(value, words[i]) == 0) {
			*out = i % 2 == 1;
			return true;
		}
	}
	return false;
}

const char *paper_name(enum paper paper)
{
	return paper == PAPER_A4 ? "a4" : "letter";
}

bool paper_parse(const char *text, enum paper *out)
{
	*out = strcmp(text, "a4") == 0 ? PAPER_A4 : PAPER_LETTER;
	return strcmp(text, paper_name(*out)) == 0;
}

static bool parse_as_pdf(const char *value, bool *out)
{
	*out = strcmp(value, "pdf") == 0;
	return *out || strcmp(value, "text") == 0;
}

static bool parse_colour(const char *value, struct settings *settings)
{
	bool colour;

	if (!parse_truth(value, &colour))
		return false;
	settings->no_colour = !colour;
	return true;
}

/* What is wrong in the end: NULL, or what a right value is. */
static const char *apply(struct settings *settings, const char *key,
			 const char *value)
{
	if (strcmp(key, "store.path") == 0)
		return parse_text(value, &settings->store) ? NULL : _("a path");
	if (strcmp(key, "desk.window") == 0)
		return parse_text(value, &settings->counter_window)
			   ? NULL
			   : _("a window's label");
	if (strcmp(key, "print.printer") == 0)
		return parse_text(value, &settings->printer)
			   ? NULL
			   : _("a printer's name");
	if (strcmp(key, "print.paper") == 0)
		return paper_parse(value, &settings->paper) ? NULL
							    : _("letter or a4");
	if (strcmp(key, "print.slips") == 0)
		return parse_as_pdf(value, &settings->slips_as_pdf)
			   ? NULL
			   : _("text or pdf");
	if (strcmp(key, "print.summary") == 0)
		return parse_as_pdf(value, &settings->summary_as_pdf)
			   ? NULL
			   : _("text or pdf");
	if (strcmp(key, "print.slip_columns") == 0)
		return parse_number(value, 32, 120, &settings->slip_columns)
			   ? NULL
			   : _("32 to 120 columns");
	if (strcmp(key, "mail.sendmail") == 0)
		return parse_text(value, &settings->sendmail)
			   ? NULL
			   : _("the path of a program");
	if (strcmp(key, "mail.from") == 0)
		return parse_text(value, &settings->mail_from)
			   ? NULL
			   : _("an e-mail address");
	if (strcmp(key, "screen.escape_delay") == 0)
		return parse_number(value, 0, 1000, &settings->escape_delay)
			   ? NULL
			   : _("0 to 1000 milliseconds");
	if (strcmp(key, "screen.ascii_lines") == 0)
		return parse_truth(value, &settings->ascii_lines)
			   ? NULL
			   : _("yes or no");
	if (strcmp(key, "screen.colour") == 0)
		return parse_colour(value, settings) ? NULL : _("yes or no");
	if (strcmp(key, "desk.lock_minutes") == 0)
		return parse_number(value, 1, 240, &settings->lock_minutes)
			   ? NULL
			   : _("1 to 240 minutes");
	if (strcmp(key, "desk.serving_lock_minutes") == 0)
		return parse_number(value, 1, 240,
				    &settings->serving_lock_minutes)
			   ? NULL
			   : _("1 to 240 minutes");
	return "";
}

static void add_wrong(struct reading *reading, int line)
{
	str_addf(&reading->also_wrong,
		 reading->also_wrong.len > 0 ? ", %d" : "%d", line);
}

/* Every line that is wrong is named at once: one start shows what to mend. */
static void name_others(struct reading *reading)
{
	struct error first = *reading->err;

	if (reading->also_wrong.len > 0)
		error_set(reading->err, first.code, first.field,
			  _("%s; also wrong: line %s"), first.text,
			  str_text(&reading->also_wrong));
	str_release(&reading->also_wrong);
}

static int take_pair(void *state, const char *section, const char *name,
		     const char *value)
{
	struct reading *reading = state;
	struct str key = STR_INIT;
	const char *wanted;

	str_addf(&key, "%s.%s", section, name);
	wanted = apply(reading->settings, key.text, value);
	str_release(&key);
	if (wanted == NULL)
		return 1;
	if (reading->err->code != ERROR_NONE) {
		add_wrong(reading, reading->line);
		return 0;
	}
	reading->wrong_line = reading->line;
	if (wanted[0] == '\0')
		error_set(reading->err, ERROR_INVALID, name,
			  _("%s, line %d: there is no setting “%s” in [%s]: "
			    "take it out"),
			  reading->path, reading->line, name, section);
	else
		error_set(reading->err, ERROR_INVALID, name,
			  _("%s, line %d: %s must be %s"), reading->path,
			  reading->line, name, wanted);
	return 0;
}

static char *read_piece(char *out, int size, void *state)
{
	struct reading *reading = state;

	if (fgets(out, size, reading->file) == NULL)
		return NULL;
	if (!reading->is_cut)
		reading->line++;
	reading->is_cut = strchr(out, '\n') == NULL;
	return out;
}

bool settings_read(struct settings *settings, const char *path,
		   struct error *err)
{
	struct reading reading = {
	    .path = path, .settings = settings, .err = err};
	int wrong_line; /* the first of any kind */

	error_clear(err);
	reading.file = fopen(path, "re");
	if (reading.file == NULL && (errno == ENOENT || errno == ENOTDIR))
		return true;
	if (reading.file == NULL)
		return error_set(err, ERROR_SYSTEM, "",
				 _("cannot read the settings in %s: %s"), path,
				 strerror(errno));
	wrong_line =
	    ini_parse_stream(read_piece, &reading, take_pair, &reading);
	if (ferror(reading.file))
		error_set(err, ERROR_SYSTEM, "",
			  _("cannot read the settings in %s: is it a file?"),
			  path);
	else if (wrong_line != 0 && err->code == ERROR_NONE)
		error_set(err, ERROR_INVALID, "",
			  _("%s, line %d: this is neither [section] nor "
			    "setting = value"),
			  path, wrong_line);
	else if (wrong_line != 0 && wrong_line != reading.wrong_line)
		add_wrong(&reading, wrong_line);
	name_others(&reading);
	fclose(reading.file);
	return err->code == ERROR_NONE;
}

bool settings_load(struct settings *out, struct error *err)
{
	const char *no_colour = getenv("NO_COLOR");
	struct str path = STR_INIT;
	bool is_read;

	memset(out, 0, sizeof(*out));
	out->escape_delay = 25;
	out->lock_minutes = 5;
	out->serving_lock_minutes = 15;
	is_read = settings_read(out, SYSTEM_FILE, err);
	if (is_read && settings_config_file(&path))
		is_read = settings_read(out, path.text, err);
	str_release(&path);
	if (!is_read)
		settings_release(out);
	else if (no_colour != NULL && no_colour[0] != '\0')
		out->no_colour = true;
	return is_read;
}

void settings_release(struct settings *settings)
{
	free(settings->store);
	free(settings->counter_window);
	free(settings->printer);
	free(settings->sendmail);
	free(settings->mail_from);
	memset(settings, 0, sizeof(*settings));
}
