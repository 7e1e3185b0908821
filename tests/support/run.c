#include "run.h"

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
