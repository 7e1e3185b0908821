/*
 * summary_table_list.c - which tables a summary has beside the one of figures
 */
#include "summary_table_list.h"

#include "frontdesk/base/mem.h"

#define ALL(path)                                                              \
	{                                                                      \
		TABLE_ONE, path, "all"                                         \
	}
#define MEMBERS(path)                                                          \
	{                                                                      \
		TABLE_MEMBERS, path, NULL                                      \
	}
#define VALUES(path)                                                           \
	{                                                                      \
		TABLE_VALUES, path, NULL                                       \
	}
#define COLUMN(path)                                                           \
	{                                                                      \
		path, NULL, false                                              \
	}
#define CALLED(path, name)                                                     \
	{                                                                      \
		path, name, false                                              \
	}
#define OF_NAMES(path)                                                         \
	{                                                                      \
		path, NULL, true                                               \
	}

static const struct table_spec tables[] = {
    {"visits",
     "channel",
     {ALL("visits"), MEMBERS("visits.by_channel")},
     {COLUMN("arrived"), COLUMN("served"), COLUMN("left"), COLUMN("open"),
      COLUMN("left_while.waiting"), COLUMN("left_while.called"),
      COLUMN("left_while.served"), COLUMN("unnamed"), COLUMN("entered_later"),
      COLUMN("address_known.n"), COLUMN("address_known.count"),
      COLUMN("address_known.share")}},
    {"waits",
     "channel",
     {ALL("wait"), MEMBERS("wait.by_channel")},
     {COLUMN("n"), COLUMN("median_ms"), COLUMN("mean_ms"), COLUMN("max_ms")}},
    {"wait_buckets", "bucket", {VALUES("wait.buckets")}, {COLUMN("visits")}},
    {"service",
     "channel",
     {ALL("service"), MEMBERS("service.by_channel")},
     {COLUMN("n"), COLUMN("median_ms"), COLUMN("mean_ms"), COLUMN("max_ms")}},
    {"holds",
     NULL,
     {MEMBERS("hold.by_reason")},
     {COLUMN("reason"), COLUMN("n"), COLUMN("total_ms")}},
    {"acknowledged",
     "how",
     {MEMBERS("acknowledged")},
     {COLUMN("n"), COLUMN("count"), COLUMN("share")}},
    {"not_acknowledged",
     NULL,
     {MEMBERS("acknowledged.not_acknowledged")},
     {COLUMN("reference"), COLUMN("topic"), COLUMN("department"),
      COLUMN("acknowledged_on"), OF_NAMES("who")}},
    {"contacts", "contacts", {VALUES("contacts")}, {COLUMN("requests")}},
    {"touches", "staff", {VALUES("touches")}, {COLUMN("requests")}},
    {"two_hops",
     NULL,
     {MEMBERS("touches.two_hops")},
     {COLUMN("reference"), COLUMN("topic"), COLUMN("department"),
      COLUMN("hops"), OF_NAMES("who")}},
    {"handoffs", "state", {VALUES("handoffs")}, {COLUMN("handoffs")}},
    {"promises", "state", {VALUES("promises")}, {COLUMN("promises")}},
    {"results", "result", {VALUES("results")}, {COLUMN("requests")}},
    {"could_not",
     NULL,
     {MEMBERS("could_not.listed")},
     {COLUMN("reference"), COLUMN("topic"), COLUMN("department"),
      COLUMN("reason"), COLUMN("tried"), COLUMN("alternative"),
      COLUMN("appeal"), OF_NAMES("who")}},
    {"patterns",
     NULL,
     {MEMBERS("patterns")},
     {COLUMN("kind"), COLUMN("what"),
      CALLED("references.#.reference", "references"), COLUMN("people"),
      COLUMN("unnamed"), COLUMN("requests"), COLUMN("open"), COLUMN("contacts"),
      COLUMN("questions")}},
    {"notices",
     NULL,
     {MEMBERS("notices")},
     {COLUMN("words"), COLUMN("from"), COLUMN("until")}},
    {"feedback",
     NULL,
     {MEMBERS("feedback.questions")},
     {COLUMN("question"), COLUMN("about"), COLUMN("1"), COLUMN("2"),
      COLUMN("3"), COLUMN("4"), COLUMN("5")}},
    {"comments",
     NULL,
     {MEMBERS("feedback.listed")},
     {COLUMN("reference"), COLUMN("topic"), COLUMN("how"),
      OF_NAMES("comment")}},
    {"ideas",
     "state",
     {VALUES("ideas"), VALUES("ideas.decisions")},
     {COLUMN("ideas")}},
    {"unanswered",
     NULL,
     {MEMBERS("knowledge.unanswered.listed")},
     {COLUMN("topic"), COLUMN("department"), COLUMN("reference"),
      COLUMN("asked_on"), OF_NAMES("question")}},
    {"topics",
     NULL,
     {MEMBERS("topics")},
     {COLUMN("topic"), COLUMN("requests")}},
    {"hours", "hour", {VALUES("hours")}, {COLUMN("arrivals")}},
    {"compared",
     NULL,
     {ALL("compared")},
     {COLUMN("with"), CALLED("from", "with_from"), CALLED("to", "with_to"),
      COLUMN("days"), COLUMN("arrived"), COLUMN("wait.n"),
      COLUMN("wait.median_ms"), COLUMN("wait.mean_ms"), COLUMN("wait.max_ms")}},
    {"remarks", NULL, {MEMBERS("closing.remarks")}, {CALLED("text", "remark")}},
};

const struct table_spec *summary_table_list(size_t *count)
{
	*count = MEM_COUNT(tables);
	return tables;
}
