#include "run.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* Files, not pipes: nobody waits for the other side. */
static FILE *temporary(const char *text)
{
	FILE *file = tmpfile();

	assert_non_null(file);
	if (text != NULL)
		assert_int_equal(fwrite(text, 1, strlen(text), file),
				 strlen(text));
	assert_int_equal(fflush(file), 0);
	rewind(file);
	return file;
}

static void read_back(FILE *file, struct str *out)
{
	char block[4096];
	size_t len;

	rewind(file);
	while ((len = fread(block, 1, sizeof(block), file)) > 0)
		str_add_n(out, block, len);
	fclose(file);
}

void run_program(const char *const argv[], const char *input, struct run *out)
{
	FILE *in = temporary(input);
	FILE *said = temporary(NULL), *complained = temporary(NULL);
	pid_t child = fork();
	int status;

	*out = (struct run){0};
	assert_true(child >= 0);
	if (child == 0) {
		dup2(fileno(in), STDIN_FILENO);
		dup2(fileno(said), STDOUT_FILENO);
		dup2(fileno(complained), STDERR_FILENO);
		execv(argv[0], (char *const *)argv);
		_exit(127);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	out->status =
	    WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	fclose(in);
	read_back(said, &out->out);
	read_back(complained, &out->complaints);
	if (out->status == 127)
		fail_msg("%s cannot be run", argv[0]);
}

void run_release(struct run *run)
{
	str_release(&run->out);
	str_release(&run->complaints);
}

void run_set_clock(const char *path, long long now)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fprintf(file, "%lld\n", now);
	fclose(file);
	setenv("FRONTDESK_TEST_CLOCK", path, 1);
}

#define WORDS_MAX 38

void run_words(const char *program, const char *input,
	       const char *const words[], struct run *out)
{
	const char *argv[WORDS_MAX + 2] = {program};

	for (int i = 0; words[i] != NULL; i++) {
		assert_true(i < WORDS_MAX);
		argv[i + 1] = words[i];
	}
	run_program(argv, input, out);
}

void run_expect(struct run *run, int status, const char *out,
		const char *complaint)
{
	if (run->status != status)
		fail_msg("status %d: %s%s", run->status, str_text(&run->out),
			 str_text(&run->complaints));
	if (strstr(str_text(&run->out), out) == NULL)
		fail_msg("\"%s\" is not in: %s", out, str_text(&run->out));
	if (strstr(str_text(&run->complaints), complaint) == NULL)
		fail_msg("\"%s\" is not in: %s", complaint,
			 str_text(&run->complaints));
	run_release(run);
}

void run_expect_refused(struct run *run, int status)
{
	const char *complaints = str_text(&run->complaints);

	if (run->status != status)
		fail_msg("status %d: %s%s", run->status, str_text(&run->out),
			 complaints);
	assert_int_equal(strncmp(complaints, "frontdesk: ", 11), 0);
	assert_ptr_equal(strchr(complaints, '\n'),
			 complaints + run->complaints.len - 1);
	run_release(run);
}

void run_copy_file(const char *from, const char *to)
{
	char block[65536];
	int in = open(from, O_RDONLY | O_CLOEXEC);
	int out = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	ssize_t len;

	assert_true(in >= 0 && out >= 0);
	while ((len = read(in, block, sizeof(block))) > 0)
		assert_int_equal(write(out, block, (size_t)len), len);
	assert_int_equal(len, 0);
	close(in);
	close(out);
}
