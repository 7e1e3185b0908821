/*
 * commits.c - each commit of a visit, with its audit and search, on a disk
 */
#include <stdlib.h>

#include "bench.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/visit.h"

/* A commit is held against a bare write. */
static const struct target commit = {.times = 4, .growth = 1.3};

struct commits {
	struct bench *bench;
	struct samples begin, save, finish, hand_off, log, join, call;
	int64_t *topics;
	size_t topic_count;
};

/* Upkeep between commits is the program's own, while nobody types. */
static void took(struct commits *commits, struct samples *samples,
		 int64_t began)
{
	samples_add(samples, samples_now() - began);
	desk_idle(commits->bench->desk);
	bare_measure(commits->bench, BARE_WRITE);
	bare_measure(commits->bench, BARE_APPEND);
}

static void list_topics(struct commits *commits)
{
	struct error err = {0};
	struct find find;

	bench_must(desk_find_topics(commits->bench->desk, "", 20, &find, &err),
		   &err, "the topics");
	if (find.count == 0)
		bench_must(desk_find_topics(commits->bench->desk, "p", 20,
					    &find, &err),
			   &err, "the topics");
	commits->topics = mem_new(find.count + 1, sizeof(*commits->topics));
	for (size_t i = 0; i < find.count; i++)
		commits->topics[commits->topic_count++] = find.rows[i].id;
	find_release(&find);
}

static int64_t a_topic(struct commits *commits)
{
	return commits->topics[chance_below(&commits->bench->chance,
					    commits->topic_count)];
}

static void begin(struct commits *commits, struct visit *visit)
{
	struct bench *bench = commits->bench;
	struct error err = {0};
	int64_t began;

	*visit = (struct visit){0};
	visit_add_person(visit,
			 chance_between(&bench->chance, 1, bench->residents), 0,
			 PART_THEMSELVES, NULL);
	began = samples_now();
	bench_must(
	    desk_begin_visit(bench->desk, visit, desk_now(bench->desk), &err),
	    &err, "begin");
	took(commits, &commits->begin, began);
}

static void save(struct commits *commits, struct visit *visit)
{
	struct bench *bench = commits->bench;
	struct contact *contact = visit_add_contact(visit);
	struct error err = {0};
	int64_t began = samples_now();

	contact->topic_id = a_topic(commits);
	contact->words = mem_copy("Where do I ask about this?");
	contact->done = mem_copy("Looked into the file");
	bench_must(desk_save_visit(bench->desk, visit, &err), &err, "save");
	took(commits, &commits->save, began);
}

static void finish(struct commits *commits, struct visit *visit)
{
	struct bench *bench = commits->bench;
	struct error err = {0};
	int64_t began = samples_now();

	bench_must(
	    desk_finish_visit(bench->desk, visit, desk_now(bench->desk), &err),
	    &err, "finish");
	took(commits, &commits->finish, began);
	visit_release(visit);
}

static void serve(struct commits *commits)
{
	struct visit visit;

	begin(commits, &visit);
	save(commits, &visit);
	visit.contacts[0].result = RESULT_ANSWERED;
	finish(commits, &visit);
}

static void hand_off(struct commits *commits)
{
	struct bench *bench = commits->bench;
	struct handoff_draft draft;
	struct error err = {0};
	struct visit visit;
	int64_t began, handoff_id;

	begin(commits, &visit);
	save(commits, &visit);
	bench_must(desk_prepare_handoff(bench->desk,
					visit.contacts[0].request_id,
					visit.visit_id, &draft, &err),
		   &err, "prepare a hand-off");
	began = samples_now();
	bench_must(desk_offer_handoff(bench->desk, &draft, &draft.targets[0],
				      "Please call them back.", &handoff_id,
				      &err),
		   &err, "hand off");
	took(commits, &commits->hand_off, began);
	handoff_draft_release(&draft);
	visit.contacts[0].result = RESULT_HANDED_OFF;
	finish(commits, &visit);
}

static void log_topic(struct commits *commits)
{
	struct bench *bench = commits->bench;
	struct error err = {0};
	char *reference = NULL;
	int64_t visit_id, topic_id = a_topic(commits), began = samples_now();

	bench_must(
	    desk_log_topic(bench->desk, topic_id, &reference, &visit_id, &err),
	    &err, "log a topic");
	took(commits, &commits->log, began);
	free(reference);
}

/* The line stays as long as it was. */
static void call(struct commits *commits)
{
	struct bench *bench = commits->bench;
	struct error err = {0};
	int64_t visit_id, called, began = samples_now();

	bench_must(desk_join_line(bench->desk, 0, 0, a_topic(commits), NULL,
				  &visit_id, &err),
		   &err, "join");
	took(commits, &commits->join, began);
	began = samples_now();
	bench_must(desk_call(bench->desk, 0, &called, &err), &err, "call");
	took(commits, &commits->call, began);
	bench_must(desk_left(bench->desk, called, &err), &err, "left");
}

static void tell(struct commits *commits, const char *what,
		 struct samples *samples)
{
	bench_tell(commits->bench, what, samples, BARE_WRITE, &commit);
	samples_release(samples);
}

void measure_commits(struct bench *bench)
{
	struct commits commits = {.bench = bench};
	int count = bench_count(bench, 300);

	list_topics(&commits);
	serve(&commits);
	hand_off(&commits);
	call(&commits);
	for (struct samples *first = &commits.begin; first <= &commits.call;
	     first++)
		samples_release(first); /* what was prepared just now */
	for (int i = 0; i < count; i++) {
		serve(&commits);
		if (i % 3 == 0)
			hand_off(&commits);
		log_topic(&commits);
		call(&commits);
	}
	tell(&commits, "commit: begin a visit", &commits.begin);
	tell(&commits, "commit: save what is typed", &commits.save);
	tell(&commits, "commit: finish a visit", &commits.finish);
	tell(&commits, "commit: hand off", &commits.hand_off);
	tell(&commits, "commit: log a topic (F9)", &commits.log);
	tell(&commits, "commit: one more in line", &commits.join);
	tell(&commits, "commit: call next", &commits.call);
	free(commits.topics);
}
