/*
 * reads.c - histories, the line, the day
 */
#include <stdlib.h>

#include "bench.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/day.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/desk/visit.h"
#include "generate.h"

enum { HISTORY = 12 /* requests, as the visit's screen asks for */ };

static void read_history(struct bench *bench, int64_t resident_id,
			 struct samples *out)
{
	struct resident_page page;
	struct error err = {0};
	int64_t began = samples_now();

	bench_must(
	    desk_read_resident(bench->desk, resident_id, HISTORY, &page, &err),
	    &err, "a history");
	if (out != NULL)
		samples_add(out, samples_now() - began);
	resident_page_release(&page);
}

static void measure_histories(struct bench *bench)
{
	const struct target reading = {.p99 = 1000, .growth = 1.3};
	int count = bench_count(bench, 500);
	int64_t *ids = mem_new((size_t)count, sizeof(*ids));
	struct samples some = {0}, regulars = {0};

	for (int i = 0; i < count; i++) {
		ids[i] = chance_between(&bench->chance, 1, bench->residents);
		read_history(bench, ids[i], NULL);
	}
	for (int i = 0; i < count; i++)
		read_history(bench, ids[i], &some);
	for (int round = 0; round <= count / REGULARS + 1; round++)
		for (int64_t i = 0; i < REGULARS; i++)
			read_history(bench, i * 37 % bench->residents + 1,
				     round > 0 ? &regulars : NULL);
	bench_tell(bench, "reading a history", &some, BARE_ROW, &reading);
	bench_tell(bench, "the same, of 500 visits", &regulars, BARE_ROW,
		   &reading);
	samples_release(&some);
	samples_release(&regulars);
	free(ids);
}

static void measure_opening(struct bench *bench)
{
	const struct target opening = {.times = 4, .growth = 1.3};
	struct samples samples = {0};

	for (int i = 0; i < bench_count(bench, 200); i++) {
		struct resident_page page;
		struct error err = {0};
		int64_t began = samples_now();

		bench_must(desk_open_resident(bench->desk,
					      chance_between(&bench->chance, 1,
							     bench->residents),
					      HISTORY, &page, &err),
			   &err, "opening a record");
		samples_add(&samples, samples_now() - began);
		bare_measure(bench, BARE_WRITE);
		desk_idle(bench->desk);
		resident_page_release(&page);
	}
	bench_tell(bench, "opening a history, recorded", &samples, BARE_WRITE,
		   &opening);
	samples_release(&samples);
}

/* What the home screen reads anew when anybody has changed something. */
static void measure_line(struct bench *bench)
{
	const struct target reading = {.growth = 1.3};
	struct samples samples = {0};

	for (int i = 0; i < bench_count(bench, 500); i++) {
		struct error err = {0};
		struct line line;
		struct yours yours;
		int64_t began = samples_now();

		bench_must(desk_line(bench->desk, &line, &err), &err, "line");
		bench_must(desk_yours(bench->desk, &yours, &err), &err,
			   "yours");
		samples_add(&samples, samples_now() - began);
		line_release(&line);
	}
	bench_tell(bench, "the line and the counts", &samples, BARE_ROW,
		   &reading);
	samples_release(&samples);
}

static void sum_up(struct bench *bench, struct day from, struct day to,
		   struct samples *out)
{
	struct summary summary;
	struct error err = {0};
	int64_t began = samples_now();

	bench_must(desk_sum_up(bench->desk, from, to, &summary, &err), &err,
		   "the day");
	if (out != NULL)
		samples_add(out, samples_now() - began);
	summary_release(&summary);
}

static int64_t any_topic(struct bench *bench)
{
	struct error err = {0};
	struct find find;
	int64_t id;

	bench_must(desk_find_topics(bench->desk, "p", 1, &find, &err), &err,
		   "a topic");
	id = find.count > 0 ? find.rows[0].id : 0;
	find_release(&find);
	return id;
}

static void measure_day(struct bench *bench)
{
	const struct target day = {.p99 = 1000, .growth = 1.3};
	struct day today = desk_today(bench->desk);
	struct samples samples = {0}, after = {0};
	int64_t topic_id = any_topic(bench);

	sum_up(bench, today, today, NULL);
	for (int i = 0; i < bench_count(bench, 200); i++)
		sum_up(bench, today, today, &samples);
	for (int i = 0; i < bench_count(bench, 100); i++) {
		struct error err = {0};
		char *reference = NULL;
		int64_t visit_id;

		bench_must(desk_log_topic(bench->desk, topic_id, &reference,
					  &visit_id, &err),
			   &err, "log a topic");
		free(reference);
		sum_up(bench, today, today, &after);
	}
	bench_tell(bench, "the day", &samples, BARE_ROW, &day);
	bench_tell(bench, "the day after a commit", &after, BARE_ROW, &day);
	samples_release(&samples);
	samples_release(&after);
}

static void measure_week(struct bench *bench)
{
	const struct target week = {.growth = 1.3};
	struct day today = desk_today(bench->desk);
	struct samples samples = {0};

	sum_up(bench, day_plus(today, -6), today, NULL);
	for (int i = 0; i < bench_count(bench, 20); i++)
		sum_up(bench, day_plus(today, -6), today, &samples);
	bench_tell(bench, "a week", &samples, BARE_ROW, &week);
	samples_release(&samples);
}

void measure_reads(struct bench *bench)
{
	measure_histories(bench);
	measure_opening(bench);
	measure_line(bench);
	measure_day(bench);
	measure_week(bench);
}
