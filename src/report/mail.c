/*
 * mail.c - a message of text (RFC 5322), handed to the system's sendmail
 */
#include "frontdesk/report/mail.h"

#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/base/id.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/core/staff.h"
#include "pipe.h"

#define QUOTED_COLUMNS 76 /* RFC 2045: the soft break's '=' is one of them */
#define WORD_BYTES 45	  /* RFC 2047: 60 letters of base64, below 75 */

static void add_base64(const char *bytes, size_t len, struct str *out)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "abcdefghijklmnopqrstuvwxyz0123456789+/=";
	const int none = 64; /* '=' */

	for (size_t i = 0; i < len; i += 3) {
		unsigned char in[3] = {0};
		size_t count = len - i < 3 ? len - i : 3;
		int third;

		memcpy(in, bytes + i, count);
		str_add_char(out, letters[in[0] >> 2]);
		str_add_char(out, letters[(in[0] & 3) << 4 | in[1] >> 4]);
		third = (in[1] & 15) << 2 | in[2] >> 6;
		str_add_char(out, letters[count > 1 ? third : none]);
		str_add_char(out, letters[count > 2 ? in[2] & 63 : none]);
	}
}

/* Short, printable, and not to be taken for an encoded word. */
static bool is_plain(const char *text)
{
	for (const char *c = text; *c != '\0'; c++)
		if (*c < ' ' || *c > '~')
			return false;
	return strlen(text) <= 60 && strstr(text, "=?") == NULL;
}

/* As many whole code points as go into one encoded word. */
static size_t word_len(const char *text)
{
	size_t len = strlen(text);

	if (len <= WORD_BYTES)
		return len;
	len = WORD_BYTES;
	while (len > 0 && ((unsigned char)text[len] & 0xc0) == 0x80)
		len--;
	return len;
}

static void add_subject(const char *subject, struct str *out)
{
	struct str clean = STR_INIT;
	const char *text;

	text_clean(subject != NULL ? subject : "", false, &clean);
	text = str_text(&clean);
	str_add(out, "Subject: ");
	if (is_plain(text)) {
		str_add(out, text);
	} else {
		while (*text != '\0') {
			size_t len = word_len(text);

			str_add(out, "=?UTF-8?B?");
			add_base64(text, len, out);
			str_add(out, "?=");
			text += len;
			if (*text != '\0')
				str_add(out, "\n ");
		}
	}
	str_add_char(out, '\n');
	str_release(&clean);
}

/* Whether a byte may stand for itself; a blank not at the end of a line, nor
 * what sendmail and mailboxes take for something else at its beginning. */
static bool stands(const char *at, bool is_first)
{
	unsigned char c = (unsigned char)*at;

	if (c == ' ')
		return at[1] != '\n' && at[1] != '\0';
	if (is_first && (c == '.' || strncmp(at, "From ", 5) == 0))
		return false;
	return c > ' ' && c <= '~' && c != '=';
}

static void add_quoted(const char *body, struct str *out)
{
	size_t column = 0;

	for (const char *at = body; *at != '\0'; at++) {
		bool is_itself = stands(at, column == 0);
		size_t width = is_itself ? 1 : 3;

		if (*at == '\n') {
			str_add_char(out, '\n');
			column = 0;
			continue;
		}
		if (column + width > QUOTED_COLUMNS - 1) {
			str_add(out, "=\n");
			column = 0;
			is_itself = stands(at, true);
			width = is_itself ? 1 : 3;
		}
		if (is_itself)
			str_add_char(out, *at);
		else
			str_addf(out, "=%02X", (unsigned char)*at);
		column += width;
	}
	if (column > 0)
		str_add_char(out, '\n');
}

/* "Mon, 23 Nov 2026 14:14:00 -0800", in English whatever the locale. */
static void add_date(const struct mail *mail, struct str *out)
{
	static const char *const days[] = {"Sun", "Mon", "Tue", "Wed",
					   "Thu", "Fri", "Sat"};
	static const char *const months[] = {"Jan", "Feb", "Mar", "Apr",
					     "May", "Jun", "Jul", "Aug",
					     "Sep", "Oct", "Nov", "Dec"};
	struct local local;
	int64_t ahead;
	int offset; /* minutes */

	zone_local(mail->zone, mail->at, &local);
	/* The wall's time read as if it were UTC, less the instant. */
	ahead = zone_instant("UTC", &local) -
		mail->at / CLOCK_SECOND * CLOCK_SECOND;
	offset = (int)(ahead / CLOCK_MINUTE);
	str_addf(out, "Date: %s, %d %s %d %02d:%02d:%02d %c%02d%02d\n",
		 days[local.weekday], local.day, months[local.month - 1],
		 local.year, local.hour, local.minute, local.second,
		 offset < 0 ? '-' : '+', abs(offset) / 60, abs(offset) % 60);
}

/* The machine's name where it can stand in an address. */
static void add_host(struct str *out)
{
	char host[256] = "";
	struct error ignored;
	struct str probe = STR_INIT;

	if (gethostname(host, sizeof(host) - 1) != 0)
		host[0] = '\0';
	str_addf(&probe, "x@%s", host);
	str_add(out, mail_address_check(str_text(&probe), "", &ignored)
			 ? host
			 : "localhost");
	str_release(&probe);
}

static void add_from(const char *from, struct str *out)
{
	const struct passwd *account;

	if (from != NULL) {
		str_add(out, from);
		return;
	}
	account = getpwuid(getuid());
	str_addf(out, "%s@", account != NULL ? account->pw_name : "frontdesk");
	add_host(out);
}

bool mail_compose(const struct mail *mail, struct str *out, struct error *err)
{
	struct str from = STR_INIT;
	struct id id;

	add_from(mail->from, &from);
	if (!mail_address_check(mail->to, "to", err) ||
	    !mail_address_check(str_text(&from), "from", err)) {
		str_release(&from);
		return false;
	}
	id_new(clock_system(), &id);
	str_addf(out, "From: %s\nTo: %s\n", str_text(&from), mail->to);
	add_subject(mail->subject, out);
	add_date(mail, out);
	str_addf(out, "Message-ID: <%s@", id.text);
	add_host(out);
	str_add(out, ">\nMIME-Version: 1.0\n"
		     "Content-Type: text/plain; charset=UTF-8\n"
		     "Content-Transfer-Encoding: quoted-printable\n"
		     "Auto-Submitted: auto-generated\n\n");
	add_quoted(mail->body, out);
	str_release(&from);
	return true;
}

static bool refused(const struct pipe_result *result, struct error *err)
{
	struct str words = STR_INIT;

	pipe_add_answer(result, &words);
	error_set(err, ERROR_SYSTEM, "",
		  _("the mail was not taken%s%s; see that this machine sends "
		    "mail, and deliver it again"),
		  words.len > 0 ? ": " : "", str_text(&words));
	str_release(&words);
	return error_detail(err, "sendmail ended with status %d",
			    result->status);
}

static bool not_started(int failure, struct error *err)
{
	error_set(err, ERROR_SYSTEM, "",
		  failure == ENOENT
		      ? _("cannot send mail: there is no sendmail on this "
			  "machine; install one, or name it in the settings "
			  "([mail] sendmail)")
		      : _("cannot send mail: sendmail cannot be started; ask "
			  "whoever looks after this machine"));
	return error_detail(err, "sendmail: %s", strerror(failure));
}

struct pipe_running *mail_start(const char *message, const char *sendmail)
{
	const char *argv[] = {sendmail != NULL ? sendmail : "sendmail", "-t",
			      "-i", NULL};
	const struct pipe_task task = {.argv = argv,
				       .data = message,
				       .len = strlen(message),
				       .limit = PIPE_LIMIT};
	struct pipe_running *sending = pipe_start(&task);
	struct pipe_result unused;

	if (pipe_failure(sending) == ENOENT && sendmail == NULL) {
		pipe_end(sending, &unused);
		argv[0] = "/usr/sbin/sendmail";
		sending = pipe_start(&task);
	}
	return sending;
}

bool mail_step(struct pipe_running *sending, int patience)
{
	return pipe_step(sending, patience);
}

bool mail_end(struct pipe_running *sending, struct error *err)
{
	struct pipe_result result;
	bool is_done;

	pipe_end(sending, &result);
	is_done = result.is_done;
	if (!is_done && result.failure != 0)
		not_started(result.failure, err);
	else if (!is_done)
		refused(&result, err);
	str_release(&result.answer);
	return is_done;
}

bool mail_send(const char *message, const char *sendmail, struct error *err)
{
	struct pipe_running *sending = mail_start(message, sendmail);

	while (!mail_step(sending, PIPE_LIMIT))
		;
	return mail_end(sending, err);
}
