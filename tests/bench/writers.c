/*
 * writers.c - sixteen windows that log visits at once
 *
 * Each is a process of its own, as each window is: started anew, because a
 * store that is open is not taken through a fork.
 */
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/visit.h"

enum { WRITERS = 16 };

struct written {
	int64_t began, took; /* took -1: refused */
};

extern char **environ;

static bool log_one(struct bench *bench, int64_t topic_id, struct error *err)
{
	struct visit visit = {0};
	struct contact *contact;
	bool is_logged;

	visit_add_person(&visit,
			 chance_between(&bench->chance, 1, bench->residents), 0,
			 PART_THEMSELVES, NULL);
	contact = visit_add_contact(&visit);
	contact->topic_id = topic_id;
	contact->words = mem_copy("Is this the right window?");
	contact->result = RESULT_ANSWERED;
	is_logged = desk_log_visit(bench->desk, &visit, err);
	visit_release(&visit);
	return is_logged;
}

int writer_run(struct bench *bench, int number, int visits)
{
	struct error err = {0};
	struct find find;
	int64_t topic_id;

	bench->chance.state += (uint64_t)number * 7919;
	bench_must(desk_find_topics(bench->desk, "p", 1, &find, &err), &err,
		   "a topic");
	topic_id = find.count > 0 ? find.rows[0].id : 0;
	find_release(&find);
	for (int i = 0; i < visits; i++) {
		struct written written = {.began = samples_now()};

		written.took = log_one(bench, topic_id, &err)
				   ? samples_now() - written.began
				   : -1;
		if (write(STDOUT_FILENO, &written, sizeof(written)) !=
		    sizeof(written))
			return 1;
	}
	return 0;
}

static pid_t start(struct bench *bench, int number, int visits, int out)
{
	char who[16], many[16];
	char *const argv[] = {(char *)bench->self,
			      (char *)bench->store,
			      "--writer",
			      who,
			      "--visits",
			      many,
			      NULL};
	posix_spawn_file_actions_t actions;
	pid_t pid;

	snprintf(who, sizeof(who), "%d", number);
	snprintf(many, sizeof(many), "%d", visits);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
	if (posix_spawn(&pid, bench->self, &actions, NULL, argv, environ) != 0)
		abort();
	posix_spawn_file_actions_destroy(&actions);
	return pid;
}

void measure_writers(struct bench *bench)
{
	const struct target grows = {.growth = 1.3};
	int visits = bench_count(bench, 200), pipes[2], refused = 0;
	int all = WRITERS * visits, lost;
	int64_t first = INT64_MAX, last = 0;
	struct samples samples = {0};
	struct written written;

	if (pipe(pipes) != 0)
		abort();
	for (int i = 0; i < 2; i++)
		fcntl(pipes[i], F_SETFD, FD_CLOEXEC);
	for (int i = 0; i < WRITERS; i++)
		start(bench, i, visits, pipes[1]);
	close(pipes[1]);
	while (read(pipes[0], &written, sizeof(written)) == sizeof(written)) {
		if (written.took < 0) {
			refused++;
			continue;
		}
		samples_add(&samples, written.took);
		first = written.began < first ? written.began : first;
		last = written.began + written.took > last
			   ? written.began + written.took
			   : last;
		bare_measure(bench, BARE_NONE);
	}
	close(pipes[0]);
	while (wait(NULL) > 0)
		;
	bench_tell(bench, "sixteen writers: a visit logged", &samples,
		   BARE_WRITE, &grows);
	lost = all - (int)samples.count - refused;
	bench->aim_count++;
	bench->reached_count += refused == 0 && lost == 0;
	printf("    %zu visits in %.2f s: %.0f a second, the slowest %.1f ms, "
	       "refused %d, lost %d: %s\n",
	       samples.count, (double)(last - first) / 1e9,
	       (double)samples.count * 1e9 / (double)(last - first),
	       samples_at(&samples, 1) / 1000, refused, lost,
	       refused == 0 && lost == 0 ? "yes" : "NO");
	samples_release(&samples);
}
