/*
 * summary_options.h - what frontdesk summary was asked for
 */
#ifndef SUMMARY_OPTIONS_H
#define SUMMARY_OPTIONS_H

#include <stdbool.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/base/error.h"

enum summary_format {
	SUMMARY_FORMAT_TEXT,
	SUMMARY_FORMAT_CSV,
	SUMMARY_FORMAT_JSON,
	SUMMARY_FORMAT_PDF,
};

/* Texts are borrowed from the arguments. */
struct summary_options {
	enum summary_format format;
	bool has_format;   /* it was said */
	const char *paper; /* of a PDF; NULL: the settings' */
	bool with_names;
	bool has_form_feeds; /* a text, between its pages */
	bool is_corrections; /* what changed of closed days, in their place */
	/* A file, or of CSV a folder; NULL: standard output, or the printer. */
	const char *output;
	bool is_printed;
	const char *printer; /* NULL: the settings', or lp's own choice */
	int copies;	     /* 0: one */
	const char *pages;   /* NULL: all */
	const char *day, *week, *month, *from, *to;
	/* Of what; NULL: the signed-in site, whatever it is about. */
	const char *site, *department, *topic;
	bool is_all_sites;
};

/* ERROR_INVALID in words for what it does not understand. */
bool summary_options_parse(int argc, char **argv, struct summary_options *out,
			   struct error *err);

/* Whether it is paper alone, in the form that the settings print a day in. */
bool summary_options_follow(const struct summary_options *options);

/* Whether they go together, once the form is known. */
bool summary_options_check(const struct summary_options *options,
			   struct error *err);

/* A day as scripts write it, or "today", "yesterday". */
bool summary_options_day(const char *text, const char *field, struct day today,
			 struct day *out, struct error *err);

/* The days that were asked for; today where none were, and of corrections the
 * last seven. */
bool summary_options_days(const struct summary_options *options,
			  struct day today, struct day *from, struct day *to,
			  struct error *err);

#endif
