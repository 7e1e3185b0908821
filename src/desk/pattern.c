/*
 * pattern.c - what several people have in common within a week
 */
#include "frontdesk/desk/pattern.h"

#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "passing.h"
#include "pattern_read.h"

#define REQUESTS_MAX 200

static const struct {
	const char *name, *words;
} kinds[PATTERN_KIND_COUNT] = {
    [PATTERN_PLACE] = {"place", N_("One place")},
    [PATTERN_RETURN] = {"return", N_("Third contact")},
    [PATTERN_UNKNOWN] = {"unknown", N_("Asked, not known")},
    [PATTERN_TOPIC] = {"topic", N_("One topic")},
};

const char *pattern_kind_name(enum pattern_kind kind)
{
	return kinds[kind].name;
}

const char *pattern_kind_words(enum pattern_kind kind)
{
	return _(kinds[kind].words);
}

void pattern_list_release(struct pattern_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		free(list->items[i].place_key);
		free(list->items[i].title);
		free(list->items[i].note);
		free(list->items[i].references);
	}
	free(list->items);
	*list = (struct pattern_list){0};
}

struct gathering {
	struct pattern_list *out;
	enum pattern_kind kind;
};

static void add_count(struct str *out, const char *one, const char *many,
		      int64_t count)
{
	if (out->len > 0)
		str_add(out, ", ");
	str_addf(out, ngettext(one, many, (unsigned long)count),
		 (long long)count);
}

/* "2 open requests, 3 questions that nobody could answer" */
static char *unknown_note(const struct pattern_row *row)
{
	struct str note = STR_INIT;

	if (row->requests > 0)
		add_count(&note, "%lld open request", "%lld open requests",
			  row->requests);
	if (row->questions > 0)
		add_count(&note, "%lld question that nobody could answer",
			  "%lld questions that nobody could answer",
			  row->questions);
	return str_take(&note);
}

static char *note_of(const struct gathering *gathering,
		     const struct pattern_row *row)
{
	struct str note = STR_INIT;

	if (gathering->kind == PATTERN_RETURN) {
		add_count(&note, "%lld contact", "%lld contacts",
			  row->contacts);
		str_add(&note,
			row->open_count > 0 ? _(", open") : _(", resolved"));
		return str_take(&note);
	}
	if (gathering->kind == PATTERN_UNKNOWN)
		return unknown_note(row);
	add_count(&note, "%lld person", "%lld people", row->people);
	if (row->unnamed > 0)
		str_addf(&note, _(" (%lld unnamed)"), (long long)row->unnamed);
	if (gathering->kind == PATTERN_TOPIC) {
		add_count(&note, "%lld open request", "%lld open requests",
			  row->requests);
		return str_take(&note);
	}
	add_count(&note, "%lld request", "%lld requests", row->requests);
	str_addf(&note, _(", open %lld"), (long long)row->open_count);
	return str_take(&note);
}

static char *title_of(const struct gathering *gathering,
		      const struct pattern_row *row)
{
	struct str title = STR_INIT;

	if (gathering->kind == PATTERN_PLACE)
		return mem_copy(row->place);
	str_add(&title, row->topic != NULL ? row->topic : _("No topic yet"));
	if (gathering->kind == PATTERN_RETURN)
		str_addf(&title, " · %s", row->reference);
	return str_take(&title);
}

static void gather(const struct pattern_row *row, void *state)
{
	const struct gathering *gathering = state;
	struct pattern_list *out = gathering->out;
	bool is_place = gathering->kind == PATTERN_PLACE;

	out->items = mem_grow(out->items, out->count, sizeof(*out->items));
	out->items[out->count++] = (struct pattern){
	    .kind = gathering->kind,
	    .topic_id = row->topic_id,
	    .request_id = row->request_id,
	    .place_key = is_place ? mem_copy(row->place_key) : NULL,
	    .title = title_of(gathering, row),
	    .note = note_of(gathering, row),
	    .references = mem_copy(row->reference),
	    .people = row->people,
	    .unnamed = row->unnamed,
	    .requests = row->requests,
	    .open_count = row->open_count,
	    .contacts = row->contacts,
	    .questions = row->questions,
	};
}

static void add_reference(const char *place_key, const char *reference,
			  void *state)
{
	const struct pattern_list *list = state;

	for (size_t i = 0; i < list->count; i++) {
		struct pattern *pattern = &list->items[i];
		struct str references = STR_INIT;

		if (pattern->kind != PATTERN_PLACE ||
		    !str_same(pattern->place_key, place_key))
			continue;
		if (pattern->references != NULL)
			str_addf(&references, "%s ", pattern->references);
		str_add(&references, reference);
		free(pattern->references);
		pattern->references = str_take(&references);
	}
}

bool pattern_read(struct db *db, const struct pattern_range *range,
		  struct pattern_list *out, struct error *err)
{
	typedef bool each_fn(struct db *, const struct pattern_range *,
			     pattern_fn *, void *, struct error *);
	static each_fn *const reads[PATTERN_KIND_COUNT] = {
	    [PATTERN_PLACE] = pattern_each_place,
	    [PATTERN_RETURN] = pattern_each_return,
	    [PATTERN_UNKNOWN] = pattern_each_unknown,
	    [PATTERN_TOPIC] = pattern_each_topic,
	};
	struct gathering gathering = {.out = out};

	for (int kind = 0; kind < PATTERN_KIND_COUNT; kind++) {
		gathering.kind = (enum pattern_kind)kind;
		if (!reads[kind](db, range, gather, &gathering, err))
			return false;
	}
	return pattern_each_reference(db, range, add_reference, out, err);
}

void pattern_week(int64_t site_id, struct day last, struct pattern_range *out)
{
	*out = (struct pattern_range){
	    .site_id = site_id,
	    .from = day_plus(last, 1 - PATTERN_DAYS),
	    .to = last,
	    .at_least = PATTERN_PEOPLE,
	    .limit = PATTERNS_MAX,
	};
}

struct listing {
	struct desk *desk;
	struct pattern_range range;
	struct pattern_list *out;
};

static bool list_patterns(struct db *db, void *state, struct error *err)
{
	struct listing *listing = state;

	pattern_list_release(listing->out);
	return pattern_read(db, &listing->range, listing->out, err);
}

bool desk_list_patterns(struct desk *desk, struct pattern_list *out,
			struct error *err)
{
	struct listing listing = {.desk = desk, .out = out};

	*out = (struct pattern_list){0};
	if (!desk_may(desk, DUTY_OVERSEE, err))
		return false;
	pattern_week(desk->site.site_id, desk_today(desk), &listing.range);
	if (db_snapshot(desk->db, list_patterns, &listing, err))
		return true;
	pattern_list_release(out);
	return false;
}

static void add_request(const struct pattern_request *request, void *state)
{
	struct list_page *page = state;
	struct str what = STR_INIT, note = STR_INIT;
	struct list_row *row;

	page->rows = mem_grow(page->rows, page->count, sizeof(*page->rows));
	row = &page->rows[page->count++];
	str_add(&what,
		request->topic != NULL ? request->topic : _("No topic yet"));
	if (!str_is_blank(request->place))
		str_addf(&what, " · %s", request->place);
	str_add(&note, request->reference);
	if (str_same(request->state, "open"))
		str_addf(&note, " · %s",
			 request->owner != NULL ? request->owner : _("open"));
	*row = (struct list_row){
	    .id = request->request_id,
	    .request_id = request->request_id,
	    .who = mem_copy(request->who),
	    .what = str_take(&what),
	    .note = str_take(&note),
	    .at = request->received_at,
	};
}

static void add_question(const struct pattern_question *question, void *state)
{
	struct list_page *page = state;
	struct str note = STR_INIT;

	page->rows = mem_grow(page->rows, page->count, sizeof(*page->rows));
	str_addf(&note, _("noted by %s"), question->asker);
	page->rows[page->count++] = (struct list_row){
	    .id = question->unanswered_id,
	    .who = mem_copy(_("Nobody could answer")),
	    .what = mem_copy(question->words),
	    .note = str_take(&note),
	    .at = question->asked_at,
	};
}

bool desk_list_pattern_requests(struct desk *desk,
				const struct pattern *pattern,
				struct list_page *out, struct error *err)
{
	struct pattern_range range;
	bool is_read;

	*out = (struct list_page){0};
	if (!desk_may(desk, DUTY_OVERSEE, err))
		return false;
	pattern_week(desk->site.site_id, desk_today(desk), &range);
	range.limit = REQUESTS_MAX;
	is_read =
	    pattern->kind == PATTERN_PLACE
		? pattern_each_of_place(desk->db, &range, pattern->place_key,
					add_request, out, err)
		: pattern_each_of_topic(desk->db, &range, pattern->topic_id,
					pattern->kind == PATTERN_UNKNOWN,
					add_request, out, err);
	if (is_read && pattern->kind == PATTERN_UNKNOWN)
		is_read =
		    pattern_each_question(desk->db, &range, pattern->topic_id,
					  add_question, out, err);
	if (!is_read)
		list_page_release(out);
	return is_read;
}
