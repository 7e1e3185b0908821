/*
 * periods.c - the figures of a day, a month and a year, of a site, of all of
 * them and of a topic; and how much of the store each of them reads
 */
#include <sqlite3.h>

#include "bench.h"
#include "desk/desk_private.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/day.h"
#include "row.h"
#include "store/sqlite_engine.h"

static int64_t pages_read(sqlite3 *handle)
{
	int now = 0, highest = 0;

	sqlite3_db_status(handle, SQLITE_DBSTATUS_CACHE_MISS, &now, &highest,
			  1);
	return now;
}

static int64_t visits_of(struct summary *summary)
{
	int64_t visits = summary->visits.arrived;

	summary_release(summary);
	return visits;
}

/* One reading, and the pages of the store that it asked for. */
static int64_t read_once(struct bench *bench, const struct summary_scope *scope,
			 struct samples *out, int64_t *pages)
{
	sqlite3 *handle = bench->desk->db->handle;
	struct summary summary;
	struct error err = {0};
	int64_t began;

	/* What other readings left behind is asked for again. */
	sqlite3_db_release_memory(handle);
	pages_read(handle);
	began = samples_now();
	bench_must(desk_sum_up_scope(bench->desk, scope, &summary, &err), &err,
		   "a summary");
	samples_add(out, samples_now() - began);
	*pages = pages_read(handle);
	return visits_of(&summary);
}

static void measure_one(struct bench *bench, const char *what, int times,
			const struct summary_scope *scope,
			const struct target *target)
{
	static const char SQL_PAGES[] = "PRAGMA page_count";
	struct samples samples = {0};
	int64_t pages = 0, visits = 0, all = 1;
	struct error err = {0};

	bench_must(row_number(bench->db, SQL_PAGES, &all, &err), &err,
		   "the size");
	for (int i = 0; i < bench_count(bench, times); i++)
		visits = read_once(bench, scope, &samples, &pages);
	bench_tell(bench, what, &samples, BARE_ROW, target);
	printf("    %lld visits; %lld of %lld pages read, %.3f %%\n",
	       (long long)visits, (long long)pages, (long long)all,
	       100.0 * (double)pages / (double)all);
	samples_release(&samples);
}

/* The topic that most was asked about, and its department. */
static void find_topic(struct bench *bench, struct summary_scope *topic,
		       struct summary_scope *department)
{
	static const char SQL_TOPIC[] =
	    "SELECT topic_id FROM topic ORDER BY times_used DESC, topic_id";
	static const char SQL_DEPARTMENT[] =
	    "SELECT v.department_id FROM topic t JOIN topic_version v"
	    " ON v.topic_version_id = t.topic_version_id"
	    " ORDER BY t.times_used DESC, t.topic_id";
	struct error err = {0};

	bench_must(row_number(bench->db, SQL_TOPIC, &topic->topic_id, &err) &&
		       row_number(bench->db, SQL_DEPARTMENT,
				  &department->department_id, &err),
		   &err, "a topic");
}

void measure_periods(struct bench *bench)
{
	const struct target second = {.p99 = 1000000, .growth = 1.3};
	const struct target none = {0};
	struct day today = desk_today(bench->desk);
	const struct summary_scope day = {.from = today, .to = today};
	const struct summary_scope month = {.from = day_plus(today, -29),
					    .to = today};
	const struct summary_scope year = {.from = day_plus(today, -364),
					   .to = today};
	struct summary_scope all_month = month, all_year = year;
	struct summary_scope topic_month = month, topic_year = year;
	struct summary_scope department_month = month;

	all_month.is_all_sites = all_year.is_all_sites = true;
	find_topic(bench, &topic_month, &department_month);
	topic_year.topic_id = topic_month.topic_id;
	measure_one(bench, "figures: a day", 50, &day, &none);
	measure_one(bench, "figures: a month", 20, &month, &second);
	measure_one(bench, "figures: a year", 10, &year, &none);
	measure_one(bench, "figures: a month, all sites", 5, &all_month, &none);
	measure_one(bench, "figures: a year, all sites", 3, &all_year, &none);
	measure_one(bench, "figures: a month, one topic", 5, &topic_month,
		    &second);
	measure_one(bench, "figures: a year, one topic", 3, &topic_year, &none);
	measure_one(bench, "figures: a month, one department", 5,
		    &department_month, &none);
	measure_month(bench);
}
