/*
 * test_mail.c - a message that says what it should, and nothing else in its
 * headers; a sendmail of the test's own writes down what it was given
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sys/stat.h>
#include <unistd.h>

#include "frontdesk/base/text.h"
#include "frontdesk/report/mail.h"

#define ZONE "America/Los_Angeles"
#define NOW INT64_C(1795472040000) /* Mon Nov 23 2026, 2:14 pm */

static struct mail sample(void)
{
	return (struct mail){
	    .from = "counter@city.example",
	    .to = "planning@city.example",
	    .subject = "Hand-off R-4K7-2M9X: Fence permit",
	    .body = "Who: Ms. Elena Alvarez\n",
	    .zone = ZONE,
	    .at = NOW,
	};
}

static void compose(const struct mail *mail, struct str *out)
{
	struct error err = {0};

	if (!mail_compose(mail, out, &err))
		fail_msg("%s", err.text);
}

static void expect(const struct str *message, const char *part)
{
	if (strstr(str_text(message), part) == NULL)
		fail_msg("\"%s\" is not in:\n%s", part, str_text(message));
}

/* How many lines above the blank one begin with this. */
static int headers(const struct str *message, const char *name)
{
	const char *end = strstr(str_text(message), "\n\n");
	int count = 0;

	for (const char *line = str_text(message); line < end;
	     line = strchr(line, '\n') + 1)
		count += strncasecmp(line, name, strlen(name)) == 0;
	return count;
}

static void a_message_has_its_headers_once(void **state)
{
	static const char *const names[] = {
	    "From:",	     "To:",
	    "Subject:",	     "Date:",
	    "Message-ID:",   "MIME-Version:",
	    "Content-Type:", "Content-Transfer-Encoding:"};
	const struct mail mail = sample();
	struct str message = STR_INIT;

	(void)state;
	compose(&mail, &message);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		assert_int_equal(headers(&message, names[i]), 1);
	expect(&message, "From: counter@city.example\n"
			 "To: planning@city.example\n"
			 "Subject: Hand-off R-4K7-2M9X: Fence permit\n"
			 "Date: Mon, 23 Nov 2026 14:14:00 -0800\n");
	expect(&message, "\n\nWho: Ms. Elena Alvarez\n");
	str_release(&message);
}

static void a_subject_cannot_begin_another_header(void **state)
{
	static const char *const subjects[] = {
	    "Fence\nBcc: all@city.example",
	    "Fence\r\nBcc: all@city.example\r\n\r\nbody",
	    "Fence\xe2\x80\xa8"
	    "Bcc: all@city.example",
	    "=?UTF-8?B?QmNjOg==?=\nBcc: x",
	};
	struct mail mail = sample();

	(void)state;
	for (size_t i = 0; i < sizeof(subjects) / sizeof(subjects[0]); i++) {
		struct str message = STR_INIT;

		mail.subject = subjects[i];
		compose(&mail, &message);
		assert_int_equal(headers(&message, "Bcc:"), 0);
		assert_int_equal(headers(&message, "Subject:"), 1);
		assert_null(strchr(str_text(&message), '\r'));
		str_release(&message);
	}
}

static void an_address_that_is_not_one_is_refused(void **state)
{
	static const char *const addresses[] = {
	    NULL,    "",      "planning", "a@b, c@d",  "a@b\nBcc: c@d",
	    "<a@b>", "a b@c", "a@b ",	  "-oQ/tmp@x", "a@",
	    "@b",    "a@b@c", "ä@b"};
	struct mail mail = sample();

	(void)state;
	for (size_t i = 0; i < sizeof(addresses) / sizeof(addresses[0]); i++) {
		struct str message = STR_INIT;
		struct error err = {0};

		mail.to = addresses[i];
		assert_false(mail_compose(&mail, &message, &err));
		assert_int_equal(err.code, ERROR_INVALID);
		assert_string_equal(err.field, "to");
		assert_int_equal(message.len, 0);
		str_release(&message);
	}
}

static void every_letter_is_kept_in_encoded_words(void **state)
{
	struct mail mail = sample();
	struct str message = STR_INIT;
	const char *line;

	(void)state;
	mail.subject = "Übergabe: Zaun, señor, 李, Nguyễn, und noch viel mehr "
		       "Wörter dahinter";
	compose(&mail, &message);
	/* "Übergabe: Zaun, señor, 李, Nguyễn, und no" is 45 bytes and less */
	expect(&message, "Subject: =?UTF-8?B?w5xiZXJnYWJlOiBaYXVuLCBzZcOxb3Is");
	for (line = str_text(&message); *line != '\0';
	     line = strchr(line, '\n') + 1)
		assert_true(strcspn(line, "\n") <= 84);
	for (line = str_text(&message); *line != '\0'; line++)
		assert_true((unsigned char)*line < 0x80);
	str_release(&message);
}

static void the_body_is_quoted_and_never_a_header(void **state)
{
	struct mail mail = sample();
	struct str message = STR_INIT;

	(void)state;
	mail.body = "They said: ¿Dónde? = 3 \n"
		    ".\n"
		    "From here on\n"
		    "a line of which everybody would say that it is much too "
		    "long to stand in one row of a message\n"
		    "Bcc: all@city.example";
	compose(&mail, &message);
	expect(&message, "They said: =C2=BFD=C3=B3nde? =3D 3=20\n=2E\n"
			 "=46rom here on\n");
	expect(&message, "too long to stand in on=\ne row of a message\n");
	assert_int_equal(headers(&message, "Bcc:"), 0);
	str_release(&message);
}

static char dir[64];

static const char *in_dir(const char *name)
{
	static char path[128];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	return path;
}

static int set_up(void **state)
{
	(void)state;
	strcpy(dir, "/tmp/frontdesk-mail-XXXXXX");
	return mkdtemp(dir) == NULL;
}

static int tear_down(void **state)
{
	(void)state;
	unlink(in_dir("sendmail"));
	unlink(in_dir("message"));
	unlink(in_dir("arguments"));
	return rmdir(dir);
}

static void put_sendmail(const char *body)
{
	FILE *file = fopen(in_dir("sendmail"), "w");

	assert_non_null(file);
	fprintf(file, "#!/bin/sh\ncd '%s'\n%s\n", dir, body);
	fclose(file);
	assert_int_equal(chmod(in_dir("sendmail"), 0700), 0);
}

static void expect_file(const char *name, const char *text)
{
	char buffer[256] = "";
	FILE *file = fopen(in_dir(name), "r");

	assert_non_null(file);
	buffer[fread(buffer, 1, sizeof(buffer) - 1, file)] = '\0';
	fclose(file);
	assert_string_equal(buffer, text);
}

static void sendmail_reads_the_message_with_t_and_i(void **state)
{
	struct error err = {0};

	(void)state;
	put_sendmail("echo \"$@\" >arguments\ncat >message");
	if (!mail_send("To: a@b\n\nhello\n", in_dir("sendmail"), &err))
		fail_msg("%s", err.text);
	expect_file("arguments", "-t -i\n");
	expect_file("message", "To: a@b\n\nhello\n");
}

static void a_sendmail_that_refuses_says_why(void **state)
{
	struct error err = {0};

	(void)state;
	put_sendmail(
	    "cat >/dev/null\necho 'queue\x1b[2J is full' >&2\nexit 75");
	assert_false(mail_send("To: a@b\n\nx\n", in_dir("sendmail"), &err));
	assert_int_equal(err.code, ERROR_SYSTEM);
	assert_non_null(strstr(err.text, "is full"));
	assert_non_null(strstr(err.text, "deliver it again"));
	assert_null(strchr(err.text, '\x1b'));
}

static void a_machine_without_sendmail_says_what_to_do(void **state)
{
	struct error err = {0};

	(void)state;
	assert_false(mail_send("To: a@b\n\nx\n", in_dir("nothing"), &err));
	assert_non_null(strstr(err.text, "there is no sendmail"));
}

#define WITH_DIR(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_message_has_its_headers_once),
	    cmocka_unit_test(a_subject_cannot_begin_another_header),
	    cmocka_unit_test(an_address_that_is_not_one_is_refused),
	    cmocka_unit_test(every_letter_is_kept_in_encoded_words),
	    cmocka_unit_test(the_body_is_quoted_and_never_a_header),
	    WITH_DIR(sendmail_reads_the_message_with_t_and_i),
	    WITH_DIR(a_sendmail_that_refuses_says_why),
	    WITH_DIR(a_machine_without_sendmail_says_what_to_do),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
