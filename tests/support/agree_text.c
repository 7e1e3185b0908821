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
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/report/summary.h"
#include "text_page.h"

static void expect_requests(struct text_page *page)
{
	text_page_expect(page, "REQUESTS");
	EXPECT_NUMBERS(page, {"Received, counter", "acknowledged.counter.n"},
		       {"Received, messages", "acknowledged.message.n"});
	text_page_expect_ratio(page, "Acknowledged same day, counter",
			       "acknowledged.counter");
	text_page_expect_ratio(page, "Acknowledged same day, messages",
			       "acknowledged.message");
	text_page_expect_ratio(page, "Settled at the first contact",
			       "first_contact");
	EXPECT_NUMBERS(page,
		       {"Closed, by visits and calls about it", "contacts.n"},
		       {"after 1 contact", "contacts.1"},
		       {"after 2 contacts", "contacts.2"},
		       {"after 3 contacts", "contacts.3"},
		       {"after 4 contacts and more", "contacts.4_and_more"},
		       {"Closed, by how many staff acted", "touches.n"},
		       {"by 1 of the staff", "touches.1"},
		       {"by 2 of the staff", "touches.2"},
		       {"by 3 of the staff", "touches.3"},
		       {"by 4 of the staff and more", "touches.4_and_more"});
}

static void expect_promises(struct text_page *page)
{
	text_page_expect(page, "HAND-OFFS AND PROMISES");
	EXPECT_NUMBERS(page, {"Hand-offs offered", "handoffs.offered"},
		       {"accepted", "handoffs.accepted"},
		       {"returned", "handoffs.returned"},
		       {"not yet answered", "handoffs.pending"});
	if (text_page_number(page, "handoffs.accept.n") > 0) {
		struct str length = STR_INIT;

		report_add_length(
		    text_page_number(page, "handoffs.accept.median_ms"),
		    &length);
		text_page_expect(page, "median time to accept %s",
				 str_text(&length));
		str_release(&length);
	}
	text_page_expect_ratio(page, "Promises kept of those that fell due",
			       "promises.kept");
	EXPECT_NUMBERS(page, {"missed", "promises.missed"},
		       {"not due yet at this hour", "promises.not_due_yet"},
		       {"Promised anew in time", "promises.renewed"},
		       {"Withdrawn in time", "promises.withdrawn"});
}

static void expect_windows(struct text_page *page)
{
	if (json_kind(json_get(page->json, "windows")) == JSON_KIND_NULL)
		return;
	if (text_page_number(page, "windows.opened_with_briefing.n") > 0)
		text_page_expect_ratio(page, "Windows opened with the briefing",
				       "windows.opened_with_briefing");
	else
		text_page_expect(page, "Windows opened with the briefing n/a, "
				       "nobody signed in at a window");
}

static void expect_results(struct text_page *page)
{
	text_page_expect(page, "RESULTS");
	EXPECT_NUMBERS(page, {"answered", "results.answered"},
		       {"item given", "results.given"},
		       {"request opened", "results.opened"},
		       {"handed off", "results.handed_off"},
		       {"come back with", "results.come_back"},
		       {"not ours", "results.not_ours"},
		       {"could not", "results.could_not"},
		       {"Concerns recorded", "concerns.recorded"},
		       {"their request still open", "concerns.open"},
		       {"Results still to tell", "concerns.to_tell"});
	text_page_expect_ratio(page, "Required questions asked",
			       "knowledge.required_asked");
	text_page_expect_share(page, "Topic cards stale",
			       text_page_number(page, "knowledge.stale_cards"),
			       text_page_number(page, "knowledge.cards"));
	EXPECT_NUMBERS(
	    page,
	    {"Questions nobody could answer", "knowledge.unanswered.noted"},
	    {"answered", "knowledge.unanswered.answered"},
	    {"still open", "knowledge.unanswered.open"});
	expect_windows(page);
}

static void expect_questions(struct text_page *page)
{
	static const char *const words[] = {
	    "Satisfaction", "Trust",	"Effectiveness", "Ease",
	    "Speed",	    "Fairness", "Courtesy"};
	const struct json *list = agree_at(page->json, "feedback.questions");

	text_page_expect(
	    page, "5: agree strongly, 1: disagree strongly 5 4 3 2 1 blank");
	for (size_t i = 0; i < MEM_COUNT(words); i++) {
		const struct json *one = json_at(list, i);
		int64_t blank = text_page_number(page, "feedback.cards");
		struct str text = STR_INIT;

		for (char mark[2] = "5"; mark[0] > '0'; mark[0]--) {
			blank -= agree_number(one, mark);
			str_add_int(&text, agree_number(one, mark));
			str_add_char(&text, ' ');
		}
		str_add_int(&text, blank);
		text_page_expect(page, "%s %s", words[i], str_text(&text));
		str_release(&text);
	}
}

static void expect_said(struct text_page *page)
{
	text_page_expect(page, "WHAT WAS SAID OF US");
	EXPECT_NUMBERS(page,
		       {"Comment cards that came back", "feedback.cards"});
	if (text_page_number(page, "feedback.cards") > 0)
		expect_questions(page);
	EXPECT_NUMBERS(page,
		       {"Comments, on cards and aloud", "feedback.comments"},
		       {"said aloud", "feedback.said_aloud"});
	if (json_kind(json_get(page->json, "ideas")) == JSON_KIND_NULL)
		return;
	EXPECT_NUMBERS(page, {"Ideas, new", "ideas.new"},
		       {"Ideas, decided", "ideas.decided"},
		       {"taken up", "ideas.decisions.taken_up"},
		       {"not now", "ideas.decisions.not_now"},
		       {"done", "ideas.decisions.done"},
		       {"Ideas, answer read by the author", "ideas.answered"},
		       {"Thanks to colleagues", "thanks.recorded"},
		       {"from visitors", "thanks.from_visitors"});
}

static void expect_hours(struct text_page *page)
{
	int first = 8, last = 16;
	char key[24];

	for (int i = 0; i < 24; i++) {
		snprintf(key, sizeof(key), "hours.%02d", i);
		if (text_page_number(page, key) == 0)
			continue;
		first = i < first ? i : first;
		last = i > last ? i : last;
	}
	text_page_expect(page, "ARRIVALS BY HOUR");
	for (int i = first; i <= last; i++) {
		snprintf(key, sizeof(key), "hours.%02d", i);
		text_page_expect(page, "%d %s %lld", i % 12 == 0 ? 12 : i % 12,
				 i < 12 ? "am" : "pm",
				 text_page_number(page, key));
	}
}

static void expect_topics(struct text_page *page)
{
	const struct json *topics = json_get(page->json, "topics");

	text_page_expect(page, "REQUESTS BY TOPIC");
	if (json_count(topics) == 0)
		text_page_expect(page, "None.");
	for (size_t i = 0; i < json_count(topics); i++)
		text_page_expect(
		    page, "%s %lld", json_get_text(json_at(topics, i), "topic"),
		    (long long)agree_number(json_at(topics, i), "requests"));
}

/* As many as there are, each beginning with its reference where it has one. */
static void expect_list(struct text_page *page, const char *heading,
			const char *path)
{
	const struct json *list = agree_at(page->json, path);

	text_page_expect(page, "%s (%zu)", heading, json_count(list));
	if (json_count(list) == 0)
		text_page_expect(page, "None.");
	for (size_t i = 0; i < json_count(list); i++) {
		const char *reference =
		    json_get_text(json_at(list, i), "reference");
		const char *line = text_page_next(page);

		if (*line == '\0' ||
		    (reference != NULL &&
		     strncmp(line, reference, strlen(reference)) != 0))
			text_page_differs(
			    page, "%s: the text has \"%s\" in the place of %s",
			    heading, line,
			    reference != NULL ? reference : "one more");
		page->compared++;
	}
}

static void expect_all(struct text_page *page, const char *text)
{
	const struct json *json = page->json;

	page->at = strstr(text, "\nARRIVALS BY HOUR\n");
	assert_non_null(page->at);
	page->at++;
	expect_hours(page);
	agree_text_visits(page);
	agree_text_waits(page);
	expect_requests(page);
	expect_promises(page);
	expect_results(page);
	expect_said(page);
	expect_topics(page);
	expect_list(page, "NOT ACKNOWLEDGED THE SAME DAY",
		    "acknowledged.not_acknowledged");
	expect_list(page, "COULD NOT", "could_not.listed");
	expect_list(page, "TWO HOPS OR MORE", "touches.two_hops");
	expect_list(page, "COMMENTS", "feedback.listed");
	if (json_kind(json_get(json, "patterns")) != JSON_KIND_NULL)
		expect_list(page, "PATTERNS OF THE WEEK", "patterns");
	expect_list(page, "NOTICES", "notices");
	text_page_expect(page, "AUDIT (entries: %lld)",
			 text_page_number(page, "audit.entries"));
	text_page_expect(page, "Head %s",
			 *json_get_text(json_get(json, "audit"), "head") != '\0'
			     ? json_get_text(json_get(json, "audit"), "head")
			     : "none");
	if (*text_page_next(page) != '\0')
		text_page_differs(page, "the text goes on: %s",
				  str_text(&page->line));
	str_release(&page->line);
}

size_t agree_text(const struct json *json, const char *text)
{
	struct text_page page = {.json = json};

	expect_all(&page, text);
	return page.compared;
}

bool agree_text_differs(const struct json *json, const char *text)
{
	struct text_page page = {.json = json, .is_trial = true};

	expect_all(&page, text);
	return page.differing > 0;
}
