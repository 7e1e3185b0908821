/*
 * calendar_show.h - the site's calendar, for people and for scripts
 */
#ifndef FRONTDESK_CLI_CALENDAR_SHOW_H
#define FRONTDESK_CLI_CALENDAR_SHOW_H

#include "cli.h"
#include "frontdesk/base/error.h"

struct desk;

/* Hours, the holidays of the year and the next, and the days set apart. */
bool calendar_show(const struct cli *cli, struct desk *desk, int year,
		   bool is_json, struct error *err);

/* The hours of the week alone. */
bool calendar_show_hours(const struct cli *cli, struct desk *desk,
			 struct error *err);

#endif
