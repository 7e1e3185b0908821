/*
 * agree_text.c - JSON and the tables of the text: each line that must stand
 * there is made of the JSON, so that one too many or too few fails as well
 */
#include "agree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/report/summary.h"

#define DETAIL 6 /* what is moved in so far is the words of the line above */

static const char *const channels[] = {"walk_in", "telephone", "appointment",
				       "message"};
static const char *const channels_words[] = {"Walk-in", "Telephone",
					     "Appointment", "Message"};

struct page {
	const struct json *json;
	const char *at;
	struct str line; /* without bars, one blank where there were more */
	size_t compared;
};

static size_t line_len(const char *line)
{
	return strcspn(line, "\n");
}

/* The head of a page goes down to its rule. */
static const char *behind_head(const char *line)
{
	while (*line != '\0' && *line != '-')
		line += line_len(line) + 1;
	return line + line_len(line) + (*line != '\0');
}

static bool is_head(const char *line)
{
	char *text = mem_copy_n(line, line_len(line));
	bool is_it = strstr(text, "  page ") != NULL;

	free(text);
	return is_it;
}

static void take(struct page *page, const char *line)
{
	const char *end = line + line_len(line);

	str_clear(&page->line);
	for (; line < end; line++) {
		bool is_blank = *line == ' ';

		if (*line != '#' &&
		    (!is_blank || (page->line.len > 0 && line[-1] != ' ')))
			str_add_char(&page->line, *line);
	}
	while (page->line.len > 0 && page->line.text[page->line.len - 1] == ' ')
		str_cut(&page->line, page->line.len - 1);
}

/* Blank ones and details are passed over; "" at the end. */
static const char *next_line(struct page *page)
{
	for (;;) {
		const char *line = page->at;

		str_clear(&page->line);
		if (*line == '\0')
			return "";
		if (is_head(line)) {
			page->at = behind_head(line);
			continue;
		}
		page->at += line_len(line) + (line[line_len(line)] == '\n');
		if (line_len(line) == 0 || strspn(line, " ") >= DETAIL)
			continue;
		take(page, line);
		return str_text(&page->line);
	}
}

static void expect(struct page *page, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static void expect(struct page *page, const char *format, ...)
{
	const char *line = next_line(page);
	struct str text = STR_INIT;
	va_list args;

	va_start(args, format);
	str_addv(&text, format, args);
	va_end(args);
	if (!str_same(line, str_text(&text)))
		fail_msg("the text has \"%s\", and JSON makes \"%s\"", line,
			 str_text(&text));
	str_release(&text);
	page->compared++;
}

static long long at(const struct page *page, const char *path)
{
	return agree_number(page->json, path);
}

struct row {
	const char *label, *path;
};

static void expect_numbers(struct page *page, const struct row *rows,
			   size_t count)
{
	for (size_t i = 0; i < count; i++)
		expect(page, "%s %lld", rows[i].label, at(page, rows[i].path));
}

#define NUMBERS(page, ...)                                                     \
	do {                                                                   \
		static const struct row listed[] = {__VA_ARGS__};              \
		expect_numbers(page, listed, MEM_COUNT(listed));               \
	} while (0)

static void expect_share(struct page *page, const char *label, long long count,
			 long long n)
{
	if (n == 0)
		expect(page, "%s n/a", label);
	else
		expect(page, "%s %lld of %lld, %lld%%", label, count, n,
		       (200 * count + n) / (2 * n));
}

static void expect_ratio(struct page *page, const char *label, const char *path)
{
	const struct json *ratio = agree_at(page->json, path);

	expect_share(page, label, agree_number(ratio, "count"),
		     agree_number(ratio, "n"));
}

static void expect_visits(struct page *page)
{
	static const struct row rows[] = {
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

	expect(page, "VISITS");
	for (size_t i = 0; i < MEM_COUNT(rows); i++) {
		struct str text = STR_INIT;

		str_add_int(&text, agree_number(visits, rows[i].path));
		for (size_t j = 0; j < MEM_COUNT(channels); j++) {
			str_add_char(&text, ' ');
			str_add_int(&text,
				    agree_number(json_get(by, channels[j]),
						 rows[i].path));
		}
		expect(page, "%s %s", rows[i].label, str_text(&text));
		str_release(&text);
	}
	expect_ratio(page, "How to address was known", "visits.address_known");
	NUMBERS(page, {"Carried in from earlier days", "visits.carried_in"});
}

static void expect_lengths(struct page *page, const char *label,
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
	expect(page, "%s %lld%s", label, (long long)n, str_text(&text));
	str_release(&text);
}

static void expect_by_channel(struct page *page, const char *label,
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

static void expect_target(struct page *page)
{
	const struct json *target = agree_at(page->json, "wait.target_ms");
	struct str label = STR_INIT;

	str_add(&label, "Called within ");
	if (json_kind(target) == JSON_KIND_NULL)
		str_add(&label, "what each site aims at");
	else
		report_add_length(json_int(target), &label);
	expect_ratio(page, str_text(&label), "wait.within_target");
	str_release(&label);
}

static void expect_waits(struct page *page)
{
	const struct json *holds = agree_at(page->json, "hold.by_reason");

	expect(page, "WAIT AND SERVICE");
	expect_by_channel(page, "Wait, arrival to call", "wait");
	expect_by_channel(page, "Service, without holds", "service");
	expect_lengths(page, "Hold, each", json_get(page->json, "hold"));
	NUMBERS(page, {"Waited under 5 min", "wait.buckets.under_5_min"},
		{"Waited 5 to 20 min", "wait.buckets.5_to_20_min"},
		{"Waited 20 to 60 min", "wait.buckets.20_to_60_min"},
		{"Waited 60 min and over", "wait.buckets.60_min_and_over"});
	expect_target(page);
	NUMBERS(page, {"Wait not timed", "wait.not_timed"});
	for (size_t i = 0; i < json_count(holds); i++) {
		const struct json *hold = json_at(holds, i);
		struct str length = STR_INIT;

		report_add_length(agree_number(hold, "total_ms"), &length);
		expect(page, "On hold: %s %lld, %s together",
		       json_get_text(hold, "reason"),
		       (long long)agree_number(hold, "n"), str_text(&length));
		str_release(&length);
	}
}

static void expect_four(struct page *page, const char *label, const char *key)
{
	const struct json *four = json_get(page->json, key);

	expect(page, "%s %lld 1: %lld 2: %lld 3: %lld 4+: %lld", label,
	       (long long)agree_number(four, "n"),
	       (long long)agree_number(four, "1"),
	       (long long)agree_number(four, "2"),
	       (long long)agree_number(four, "3"),
	       (long long)agree_number(four, "4_and_more"));
}

static void expect_requests(struct page *page)
{
	expect(page, "REQUESTS");
	expect_ratio(page, "Acknowledged same day, counter",
		     "acknowledged.counter");
	expect_ratio(page, "Acknowledged same day, messages",
		     "acknowledged.message");
	expect_ratio(page, "Settled at the first contact", "first_contact");
	expect_four(page, "Closed, by contacts", "contacts");
	expect_four(page, "Closed, by staff who acted", "touches");
}

static void expect_promises(struct page *page)
{
	expect(page, "HAND-OFFS AND PROMISES");
	NUMBERS(page, {"Hand-offs offered", "handoffs.offered"},
		{"accepted", "handoffs.accepted"},
		{"returned", "handoffs.returned"},
		{"not yet answered", "handoffs.pending"});
	if (at(page, "handoffs.accept.n") > 0) {
		struct str length = STR_INIT;

		report_add_length(at(page, "handoffs.accept.median_ms"),
				  &length);
		expect(page, "median time to accept %s", str_text(&length));
		str_release(&length);
	}
	expect_ratio(page, "Promises kept of those that fell due",
		     "promises.kept");
	NUMBERS(page, {"missed", "promises.missed"},
		{"not due yet at this hour", "promises.not_due_yet"},
		{"Promised anew in time", "promises.renewed"},
		{"Withdrawn in time", "promises.withdrawn"});
}

static void expect_results(struct page *page)
{
	expect(page, "RESULTS");
	NUMBERS(page, {"answered", "results.answered"},
		{"item given", "results.given"},
		{"request opened", "results.opened"},
		{"handed off", "results.handed_off"},
		{"come back with", "results.come_back"},
		{"not ours", "results.not_ours"},
		{"could not", "results.could_not"},
		{"Concerns recorded", "concerns.recorded"},
		{"their request still open", "concerns.open"},
		{"Results still to tell", "concerns.to_tell"});
	expect_ratio(page, "Required questions asked",
		     "knowledge.required_asked");
	expect_share(page, "Topic cards stale",
		     at(page, "knowledge.stale_cards"),
		     at(page, "knowledge.cards"));
	NUMBERS(page,
		{"Questions nobody could answer", "knowledge.unanswered.noted"},
		{"answered", "knowledge.unanswered.answered"},
		{"still open", "knowledge.unanswered.open"});
	if (json_kind(json_get(page->json, "windows")) != JSON_KIND_NULL)
		expect_ratio(page, "Windows opened with the briefing",
			     "windows.opened_with_briefing");
}

static void expect_questions(struct page *page)
{
	static const char *const words[] = {
	    "Satisfaction", "Trust",	"Effectiveness", "Ease",
	    "Speed",	    "Fairness", "Courtesy"};
	const struct json *list = agree_at(page->json, "feedback.questions");

	expect(page, "5: agree strongly, 1: disagree strongly 5 4 3 2 1 blank");
	for (size_t i = 0; i < MEM_COUNT(words); i++) {
		const struct json *one = json_at(list, i);
		int64_t blank = at(page, "feedback.cards");
		struct str text = STR_INIT;

		for (char mark[2] = "5"; mark[0] > '0'; mark[0]--) {
			blank -= agree_number(one, mark);
			str_add_int(&text, agree_number(one, mark));
			str_add_char(&text, ' ');
		}
		str_add_int(&text, blank);
		expect(page, "%s %s", words[i], str_text(&text));
		str_release(&text);
	}
}

static void expect_said(struct page *page)
{
	expect(page, "WHAT WAS SAID OF US");
	NUMBERS(page, {"Comment cards that came back", "feedback.cards"});
	if (at(page, "feedback.cards") > 0)
		expect_questions(page);
	NUMBERS(page, {"Comments, on cards and aloud", "feedback.comments"},
		{"said aloud", "feedback.said_aloud"});
	if (json_kind(json_get(page->json, "ideas")) == JSON_KIND_NULL)
		return;
	NUMBERS(page, {"Ideas, new", "ideas.new"},
		{"Ideas, decided", "ideas.decided"},
		{"taken up", "ideas.decisions.taken_up"},
		{"not now", "ideas.decisions.not_now"},
		{"done", "ideas.decisions.done"},
		{"Ideas, answer read by the author", "ideas.answered"},
		{"Thanks to colleagues", "thanks.recorded"},
		{"from visitors", "thanks.from_visitors"});
}

static void expect_hours(struct page *page)
{
	int first = 8, last = 16;
	char key[24];

	for (int i = 0; i < 24; i++) {
		snprintf(key, sizeof(key), "hours.%02d", i);
		if (at(page, key) == 0)
			continue;
		first = i < first ? i : first;
		last = i > last ? i : last;
	}
	expect(page, "ARRIVALS BY HOUR");
	for (int i = first; i <= last; i++) {
		snprintf(key, sizeof(key), "hours.%02d", i);
		expect(page, "%d %s %lld", i % 12 == 0 ? 12 : i % 12,
		       i < 12 ? "am" : "pm", at(page, key));
	}
}

static void expect_topics(struct page *page)
{
	const struct json *topics = json_get(page->json, "topics");

	expect(page, "REQUESTS BY TOPIC");
	if (json_count(topics) == 0)
		expect(page, "None.");
	for (size_t i = 0; i < json_count(topics); i++)
		expect(page, "%s %lld",
		       json_get_text(json_at(topics, i), "topic"),
		       (long long)agree_number(json_at(topics, i), "requests"));
}

/* As many as there are, each beginning with its reference where it has one. */
static void expect_list(struct page *page, const char *heading,
			const char *path)
{
	const struct json *list = agree_at(page->json, path);

	expect(page, "%s (%zu)", heading, json_count(list));
	if (json_count(list) == 0)
		expect(page, "None.");
	for (size_t i = 0; i < json_count(list); i++) {
		const char *reference =
		    json_get_text(json_at(list, i), "reference");
		const char *line = next_line(page);

		if (*line == '\0' ||
		    (reference != NULL &&
		     strncmp(line, reference, strlen(reference)) != 0))
			fail_msg("%s: the text has \"%s\" in the place of %s",
				 heading, line,
				 reference != NULL ? reference : "one more");
		page->compared++;
	}
}

size_t agree_text(const struct json *json, const char *text)
{
	struct page page = {.json = json,
			    .at = strstr(text, "\nARRIVALS BY HOUR\n")};

	assert_non_null(page.at);
	page.at++;
	expect_hours(&page);
	expect_visits(&page);
	expect_waits(&page);
	expect_requests(&page);
	expect_promises(&page);
	expect_results(&page);
	expect_said(&page);
	expect_topics(&page);
	expect_list(&page, "NOT ACKNOWLEDGED THE SAME DAY",
		    "acknowledged.not_acknowledged");
	expect_list(&page, "COULD NOT", "could_not.listed");
	expect_list(&page, "TWO HOPS OR MORE", "touches.two_hops");
	expect_list(&page, "COMMENTS", "feedback.listed");
	if (json_kind(json_get(json, "patterns")) != JSON_KIND_NULL)
		expect_list(&page, "PATTERNS OF THE WEEK", "patterns");
	expect_list(&page, "NOTICES", "notices");
	expect(&page, "AUDIT (entries: %lld)", at(&page, "audit.entries"));
	expect(&page, "Head %s",
	       *json_get_text(json_get(json, "audit"), "head") != '\0'
		   ? json_get_text(json_get(json, "audit"), "head")
		   : "none");
	if (*next_line(&page) != '\0')
		fail_msg("the text goes on: %s", str_text(&page.line));
	str_release(&page.line);
	return page.compared;
}
