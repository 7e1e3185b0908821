/*
 * settings.h - what the administrator and the person chose, and where files lie
 *
 * INI: /etc/frontdesk/frontdesk.conf, then $XDG_CONFIG_HOME/frontdesk/
 * frontdesk.conf over it. An unknown key or a bad value is ERROR_INVALID with
 * the file and the line.
 */
#ifndef FRONTDESK_BASE_SETTINGS_H
#define FRONTDESK_BASE_SETTINGS_H

#include <stdbool.h>

#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"

enum paper {
	PAPER_LETTER,
	PAPER_A4,
};

/* "letter", "a4". */
const char *paper_name(enum paper paper);
bool paper_parse(const char *text, enum paper *out);

struct settings {
	char *store;	      /* [store] path; NULL: the default store */
	char *counter_window; /* [desk] window: the label to sign in at, or NULL
			       */
	char *printer;	      /* [print] printer: for lp -d, or NULL */
	enum paper paper;     /* [print] paper: letter or a4; letter */
	bool slips_as_pdf;    /* [print] slips: text or pdf; text */
	bool summary_as_pdf;  /* [print] summary: text or pdf; text */
	int slip_columns;     /* [print] slip_columns, 32..120; 0: 80 */
	char *sendmail;	      /* [mail] sendmail: its path, or NULL */
	char *mail_from;      /* [mail] from: an address, or NULL */
	int escape_delay;     /* [screen] escape_delay, ms, 0..1000; 25 */
	bool ascii_lines;     /* [screen] ascii_lines; false */
	bool no_colour;	      /* [screen] colour = no, or NO_COLOR set */
	int lock_minutes;     /* [desk] lock_minutes, 1..240; 5 */
	int serving_lock_minutes; /* [desk] serving_lock_minutes; 15 */
};

bool settings_load(struct settings *out, struct error *err);

/* Reads one file over what is there; a missing file changes nothing. */
bool settings_read(struct settings *settings, const char *path,
		   struct error *err);
void settings_release(struct settings *settings);

/*
 * Writes one setting into the person's own file, which is made where it is
 * missing; every other line of it stays. The value is checked by the caller.
 * ERROR_SYSTEM or ERROR_FULL where it cannot be written.
 */
bool settings_keep(const char *section, const char *key, const char *value,
		   struct error *err);

/*
 * Folders, made with mode 0700 where missing, by the XDG base directory
 * specification; the path (without a trailing slash) is added to out.
 * ERROR_SYSTEM where one cannot be made.
 */
bool settings_data_dir(struct str *out, struct error *err);  /* stores */
bool settings_state_dir(struct str *out, struct error *err); /* drafts, log */

/*
 * The folder of the files a city can edit (cues, titles, topics):
 * $FRONTDESK_DATA_DIR where set, else the one this program was built for, the
 * installed one or the source tree's data/. Static.
 */
const char *settings_shared_dir(void);

#endif
