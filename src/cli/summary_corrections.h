/*
 * summary_corrections.h - what changed of closed days, beside what was given
 * out of them
 */
#ifndef SUMMARY_CORRECTIONS_H
#define SUMMARY_CORRECTIONS_H

#include "cli.h"
#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/day.h"
#include "summary_options.h"

/* Of each closed day of the scope's site, in the form that was asked for; its
 * progress is told of each. */
bool summary_corrections(struct desk *desk, const struct summary_scope *scope,
			 enum summary_format format, struct str *out,
			 struct error *err);

/* Says on standard error that a closed day was given out that has some; no
 * failure. site: as it was asked for, or NULL. */
bool summary_corrections_mention(const struct cli *cli, struct desk *desk,
				 const struct summary_scope *scope,
				 const char *site, struct error *err);

#endif
