/*
 * summary_options.c - the days and the form of a summary, from its arguments
 */
#include "summary_options.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/settings.h"
#include "frontdesk/base/str.h"
#include "frontdesk/report/print.h"

static const struct option long_options[] = {
    {"day", required_argument, NULL, 'd'},
    {"week", required_argument, NULL, 'w'},
    {"month", required_argument, NULL, 'm'},
    {"from", required_argument, NULL, 'f'},
    {"to", required_argument, NULL, 't'},
    {"site", required_argument, NULL, 's'},
    {"all-sites", no_argument, NULL, 'a'},
    {"department", required_argument, NULL, 'D'},
    {"topic", required_argument, NULL, 'T'},
    {"names", no_argument, NULL, 'n'},
    {"form-feeds", no_argument, NULL, 'L'},
    {"format", required_argument, NULL, 'F'},
    {"corrections", no_argument, NULL, 'C'},
    {"paper", required_argument, NULL, 'A'},
    {"output", required_argument, NULL, 'o'},
    {"print", optional_argument, NULL, 'p'},
    {"copies", required_argument, NULL, 'c'},
    {"pages", required_argument, NULL, 'P'},
    {NULL, 0, NULL, 0},
};

static bool parse_format(const char *text, enum summary_format *out,
			 struct error *err)
{
	if (strcmp(text, "text") == 0)
		*out = SUMMARY_FORMAT_TEXT;
	else if (strcmp(text, "csv") == 0)
		*out = SUMMARY_FORMAT_CSV;
	else if (strcmp(text, "json") == 0)
		*out = SUMMARY_FORMAT_JSON;
	else if (strcmp(text, "pdf") == 0)
		*out = SUMMARY_FORMAT_PDF;
	else
		return error_set(err, ERROR_INVALID, "format",
				 _("there is no format \"%s\": use text, pdf, "
				   "csv or json"),
				 text);
	return true;
}

/* "--pages "3-1": " stands before what is wrong with it. */
static bool say_option(const char *option, const char *typed, struct error *err)
{
	struct error said = *err;

	return error_set(err, said.code, said.field, "%s \"%.40s\": %s", option,
			 typed, said.text);
}

/* What an option is followed by, where that is all there is to it. */
static const char **word_of(int option, struct summary_options *out)
{
	switch (option) {
	case 'd':
		return &out->day;
	case 'w':
		return &out->week;
	case 'm':
		return &out->month;
	case 'f':
		return &out->from;
	case 't':
		return &out->to;
	case 's':
		return &out->site;
	case 'D':
		return &out->department;
	case 'T':
		return &out->topic;
	case 'o':
		return &out->output;
	default:
		return NULL;
	}
}

static bool take(int option, const char *argument, struct summary_options *out,
		 struct error *err)
{
	const char **word = word_of(option, out);

	if (word != NULL) {
		*word = argument;
		return true;
	}
	switch (option) {
	case 'a':
		out->is_all_sites = true;
		return true;
	case 'n':
		out->with_names = true;
		return true;
	case 'L':
		out->has_form_feeds = true;
		return true;
	case 'C':
		out->is_corrections = true;
		return true;
	case 'F':
		out->has_format = true;
		return parse_format(argument, &out->format, err);
	case 'c':
		return print_copies_parse(argument, &out->copies, err) ||
		       say_option("--copies", argument, err);
	case 'P':
		out->pages = argument;
		return print_pages_check(argument, err) ||
		       say_option("--pages", argument, err);
	case 'A':
		out->paper = argument;
		return true;
	default:
		out->is_printed = true;
		out->printer = argument;
		return true;
	}
}

static bool check_form(const struct summary_options *options, struct error *err)
{
	enum paper paper;

	if (options->is_printed && options->format != SUMMARY_FORMAT_TEXT &&
	    options->format != SUMMARY_FORMAT_PDF)
		return error_set(err, ERROR_INVALID, "format",
				 _("only text and PDF can be printed: leave "
				   "--format or --print away"));
	if (options->is_corrections && options->format == SUMMARY_FORMAT_PDF)
		return error_set(err, ERROR_INVALID, "format",
				 _("corrections are text, csv or json: choose "
				   "another --format"));
	if (options->has_form_feeds && options->format != SUMMARY_FORMAT_TEXT)
		return error_set(err, ERROR_INVALID, "form-feeds",
				 _("--form-feeds goes with text: leave it or "
				   "--format away"));
	if (options->paper == NULL)
		return true;
	if (options->format != SUMMARY_FORMAT_PDF)
		return error_set(err, ERROR_INVALID, "paper",
				 _("--paper goes with --format pdf: text fits "
				   "letter and A4"));
	if (!paper_parse(options->paper, &paper))
		return error_set(err, ERROR_INVALID, "paper",
				 _("there is no paper \"%s\": use letter or "
				   "a4"),
				 options->paper);
	return true;
}

/* They are of one site's closed days, whole, and have no names. */
static bool check_corrections(const struct summary_options *options,
			      struct error *err)
{
	const struct {
		bool is_asked;
		const char *name;
	} refused[] = {
	    {options->is_all_sites, "--all-sites"},
	    {options->department != NULL, "--department"},
	    {options->topic != NULL, "--topic"},
	    {options->with_names, "--names"},
	    {options->has_form_feeds, "--form-feeds"},
	};

	for (size_t i = 0; i < MEM_COUNT(refused); i++)
		if (options->is_corrections && refused[i].is_asked)
			return error_set(err, ERROR_INVALID, "corrections",
					 _("--corrections are of one site's "
					   "closed days, without names: leave "
					   "%s away"),
					 refused[i].name);
	return true;
}

bool summary_options_follow(const struct summary_options *options)
{
	return options->is_printed && !options->has_format &&
	       options->output == NULL && !options->is_corrections;
}

bool summary_options_check(const struct summary_options *options,
			   struct error *err)
{
	int ranges = (options->day != NULL) + (options->week != NULL) +
		     (options->month != NULL) +
		     (options->from != NULL || options->to != NULL);

	if (ranges > 1)
		return error_set(err, ERROR_INVALID, "day",
				 _("choose one of --day, --week, --month, or "
				   "--from with --to"));
	if ((options->from == NULL) != (options->to == NULL))
		return error_set(err, ERROR_INVALID,
				 options->from == NULL ? "from" : "to",
				 _("--from and --to go together: give both"));
	if (options->site != NULL && options->is_all_sites)
		return error_set(err, ERROR_INVALID, "site",
				 _("choose one of --site and --all-sites"));
	if (options->department != NULL && options->topic != NULL)
		return error_set(err, ERROR_INVALID, "topic",
				 _("choose one of --department and --topic"));
	if (!options->is_printed &&
	    (options->copies != 0 || options->pages != NULL))
		return error_set(err, ERROR_INVALID, "print",
				 _("--copies and --pages go with --print"));
	return check_corrections(options, err) && check_form(options, err);
}

bool summary_options_parse(int argc, char **argv, struct summary_options *out,
			   struct error *err)
{
	int option;

	*out = (struct summary_options){0};
	optind = 0; /* glibc: begin anew, whatever was parsed before */
	opterr = 0;
	while ((option = getopt_long(argc, argv, ":", long_options, NULL)) !=
	       -1) {
		const char *word = argv[optind > 0 ? optind - 1 : 0];

		if (option == ':')
			return error_set(err, ERROR_INVALID, "",
					 _("%s needs something after it"),
					 word);
		if (option == '?')
			return error_set(err, ERROR_INVALID, "",
					 _("summary has no option %s; "
					   "\"frontdesk help summary\" shows "
					   "how it is used"),
					 word);
		if (!take(option, optarg, out, err))
			return false;
	}
	if (optind < argc)
		return error_set(err, ERROR_INVALID, "",
				 _("\"%s\" stands alone: a day is given as "
				   "--day 2026-11-23"),
				 argv[optind]);
	return true;
}

/* A day as scripts write it, or as people say it. */
static bool parse_day(const char *text, const char *field, struct day today,
		      struct day *out, struct error *err)
{
	static const struct {
		const char *word;
		int days;
	} words[] = {{"yesterday", -1}, {"today", 0}, {"tomorrow", 1}};

	for (size_t i = 0; i < MEM_COUNT(words); i++) {
		if (!str_same(words[i].word, text))
			continue;
		*out = day_plus(today, words[i].days);
		return true;
	}
	return day_parse(text, field, out, err);
}

/* Of an option, which is named where it is no day. */
static bool day_of(const char *option, const char *text, struct day today,
		   struct day *out, struct error *err)
{
	return parse_day(text, option + 2, today, out, err) ||
	       say_option(option, text, err);
}

bool summary_options_day(const char *text, const char *field, struct day today,
			 struct day *out, struct error *err)
{
	struct error said = {0};

	if (parse_day(text, field, today, out, &said))
		return true;
	return error_set(err, said.code, said.field, "\"%.40s\": %s", text,
			 said.text);
}

/* "2026-11", and whatever day of it. */
static bool parse_month(const char *text, struct day today, struct day *out,
			struct error *err)
{
	struct error ignored = {0};
	char whole[16];

	if (strlen(text) == 7) {
		snprintf(whole, sizeof(whole), "%s-01", text);
		if (day_parse(whole, "month", out, &ignored))
			return true;
	} else if (parse_day(text, "month", today, out, &ignored)) {
		return true;
	}
	error_set(err, ERROR_INVALID, "month",
		  _("this is not a month: write it as 2026-11"));
	return say_option("--month", text, err);
}

static bool month_days(const char *text, struct day today, struct day *from,
		       struct day *to, struct error *err)
{
	int year, month, day;
	struct day any;

	if (!parse_month(text, today, &any, err))
		return false;
	day_parts(any, &year, &month, &day);
	*from = day_make(year, month, 1);
	*to = month == 12 ? day_make(year, 12, 31)
			  : day_plus(day_make(year, month + 1, 1), -1);
	return true;
}

/* Monday to Sunday. */
static bool week_days(const char *text, struct day today, struct day *from,
		      struct day *to, struct error *err)
{
	if (!day_of("--week", text, today, from, err))
		return false;
	*from = day_plus(*from, -((day_weekday(*from) + 6) % 7));
	*to = day_plus(*from, 6);
	if (to->text[0] != '\0')
		return true;
	error_set(err, ERROR_INVALID, "week",
		  _("no day is known behind 9999-12-31: choose an earlier "
		    "week"));
	return say_option("--week", text, err);
}

bool summary_options_days(const struct summary_options *options,
			  struct day today, struct day *from, struct day *to,
			  struct error *err)
{
	*from = *to = today;
	if (options->day != NULL) {
		if (!day_of("--day", options->day, today, from, err))
			return false;
		*to = *from;
	} else if (options->week != NULL) {
		return week_days(options->week, today, from, to, err);
	} else if (options->month != NULL) {
		return month_days(options->month, today, from, to, err);
	} else if (options->from != NULL) {
		return day_of("--from", options->from, today, from, err) &&
		       day_of("--to", options->to, today, to, err);
	} else if (options->is_corrections) {
		*from = day_plus(today, -6);
	}
	return true;
}
