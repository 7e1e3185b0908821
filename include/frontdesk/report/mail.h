/*
 * mail.h - a message of text (RFC 5322), handed to the system's sendmail
 */
#ifndef FRONTDESK_REPORT_MAIL_H
#define FRONTDESK_REPORT_MAIL_H

#include <stdint.h>

#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"

struct mail {
	const char *from; /* NULL: this account at this machine */
	const char *to;
	const char *subject;
	const char *body; /* lines that end in '\n' */
	const char *zone; /* of the date */
	int64_t at;
};

/*
 * UTF-8 in quoted-printable, the subject in encoded words where it has to be.
 * Nothing that people wrote can begin a header: addresses are checked
 * (ERROR_INVALID, field "to" or "from"), the subject is cleaned and encoded,
 * the body stands below the blank line. Lines end in '\n', as sendmail takes
 * them. Adds to out.
 */
bool mail_compose(const struct mail *mail, struct str *out, struct error *err);

/*
 * To sendmail -t -i: this path, or NULL for the one on PATH, else
 * /usr/sbin/sendmail. Waits until it has taken the message, not for the
 * delivery. ERROR_SYSTEM with what it said and what to do.
 */
bool mail_send(const char *message, const char *sendmail, struct error *err);

/* The same beside whoever mails: the message is borrowed until the end, step
 * waits at most patience ms and says whether it has ended, end frees sending.
 */
struct pipe_running;
struct pipe_running *mail_start(const char *message, const char *sendmail);
bool mail_step(struct pipe_running *sending, int patience);
bool mail_end(struct pipe_running *sending, struct error *err);

#endif
