/* agree_text_visits.c - the text's tables of visits, waits and service */
#include "agree.h"

#include "frontdesk/base/mem.h"
#include "frontdesk/report/summary.h"
#include "text_page.h"

static const char *const channels[] = {"walk_in", "telephone", "appointment",
				       "message"};
static const char *const channels_words[] = {"Walk-in", "Telephone",
					     "Appointment", "Message"};

void agree_text_visits(struct text_page *page)
{
	static const struct text_page_row rows[] = {
	    {"Arrived", "arrived"},
	    {"Served", "served"},
	    {"Left", "left"},
	    {"while waiting", "left_while.waiting"},
	    {"after the call", "left_while.called"},
	    {"while served", "left_while.served"},
	    {"Still open", "open"},
	    {"Unnamed", "unnamed"},
	    {"Entered later", "entered_later"},
	};
	const struct json *visits = json_get(page->json, "visits");
	const struct json *by = json_get(visits, "by_channel");

	text_page_expect(page, "VISITS");
	for (size_t i = 0; i < MEM_COUNT(rows); i++) {
		struct str text = STR_INIT;

		str_add_int(&text, agree_number(visits, rows[i].path));
		for (size_t j = 0; j < MEM_COUNT(channels); j++) {
			str_add_char(&text, ' ');
			str_add_int(&text,
				    agree_number(json_get(by, channels[j]),
						 rows[i].path));
		}
		text_page_expect(page, "%s %s", rows[i].label, str_text(&text));
		str_release(&text);
	}
	text_page_expect_ratio(page, "How to address was known",
			       "visits.address_known");
	EXPECT_NUMBERS(page,
		       {"Carried in from earlier days", "visits.carried_in"});
}

static void expect_lengths(struct text_page *page, const char *label,
			   const struct json *lengths)
{
	static const char *const keys[] = {"median_ms", "mean_ms", "max_ms"};
	int64_t n = agree_number(lengths, "n");
	struct str text = STR_INIT;

	for (size_t i = 0; i < MEM_COUNT(keys); i++) {
		str_add_char(&text, ' ');
		if (n > 0)
			report_add_length(agree_number(lengths, keys[i]),
					  &text);
		else
			str_add(&text, "n/a");
	}
	text_page_expect(page, "%s %lld%s", label, (long long)n,
			 str_text(&text));
	str_release(&text);
}

static void expect_by_channel(struct text_page *page, const char *label,
			      const char *key)
{
	const struct json *all = json_get(page->json, key);
	const struct json *by = json_get(all, "by_channel");

	expect_lengths(page, label, all);
	for (size_t i = 0; i < MEM_COUNT(channels); i++)
		if (agree_number(json_get(by, channels[i]), "n") > 0)
			expect_lengths(page, channels_words[i],
				       json_get(by, channels[i]));
}

static void expect_target(struct text_page *page)
{
	const struct json *target = agree_at(page->json, "wait.target_ms");
	struct str label = STR_INIT;

	str_add(&label, "Called within ");
	if (json_kind(target) == JSON_KIND_NULL)
		str_add(&label, "what each site aims at");
	else
		report_add_length(json_int(target), &label);
	text_page_expect_ratio(page, str_text(&label), "wait.within_target");
	str_release(&label);
}

void agree_text_waits(struct text_page *page)
{
	const struct json *holds = agree_at(page->json, "hold.by_reason");

	text_page_expect(page, "WAIT AND SERVICE");
	expect_by_channel(page, "Wait, arrival to call", "wait");
	expect_by_channel(page, "Service, without holds", "service");
	expect_lengths(page, "Hold, each", json_get(page->json, "hold"));
	EXPECT_NUMBERS(
	    page, {"Waited under 5 min", "wait.buckets.under_5_min"},
	    {"Waited 5 to 20 min", "wait.buckets.5_to_20_min"},
	    {"Waited 20 to 60 min", "wait.buckets.20_to_60_min"},
	    {"Waited 60 min and over", "wait.buckets.60_min_and_over"});
	expect_target(page);
	EXPECT_NUMBERS(page, {"Wait not timed", "wait.not_timed"});
	for (size_t i = 0; i < json_count(holds); i++) {
		const struct json *hold = json_at(holds, i);
		struct str length = STR_INIT;

		report_add_length(agree_number(hold, "total_ms"), &length);
		text_page_expect(page, "On hold: %s %lld, %s together",
				 json_get_text(hold, "reason"),
				 (long long)agree_number(hold, "n"),
				 str_text(&length));
		str_release(&length);
	}
}
