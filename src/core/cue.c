/*
 * cue.c - which cues are shown now, the most urgent first
 */
#include "frontdesk/core/cue.h"

#include <stdlib.h>
#include <string.h>

#include "cue_private.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/core/language.h"

_Static_assert(CUE_CONDITION_COUNT <= 64, "a bit each");

#define ENGLISH "en"

void cue_hold(struct cue_frame *frame, enum cue_condition condition, bool holds)
{
	if (holds)
		frame->holds |= CUE_BIT(condition);
}

/* The same language; of a tag that is not there, the language that it is of. */
static const char *find_text(const struct cue_rule *rule, const char *language)
{
	for (size_t i = 0; i < rule->wording_count; i++)
		if (str_same(rule->wordings[i].language, language))
			return rule->wordings[i].text;
	for (size_t i = 0; i < rule->wording_count; i++)
		if (language_is(rule->wordings[i].language, language))
			return rule->wordings[i].text;
	return NULL;
}

/* Up to end, which may be behind the closing bracket; false where a place has
 * nothing to say. */
static bool fill(const char *text, const char *end,
		 const struct cue_frame *frame, struct str *out)
{
	while (text < end) {
		const char *close;
		enum cue_place place;

		if (*text != '{') {
			str_add_char(out, *text++);
			continue;
		}
		/* The table was checked: each is closed. */
		close = strchr(text, '}');
		text++;
		place = cue_place_find(text, (size_t)(close - text));
		if (place == CUE_PLACE_COUNT ||
		    str_is_blank(frame->places[place]))
			return false;
		str_add(out, frame->places[place]);
		text = close + 1;
	}
	return true;
}

/* What stands before the first dot of a list belongs to what was left out. */
static void trim(struct str *out, size_t from)
{
	static const char dot[] = " · ";
	size_t len = strlen(dot);

	if (strncmp(str_text(out) + from, dot, len) == 0)
		str_remove(out, from, len);
}

bool cue_word(const struct cue_rule *rule, const struct cue_frame *frame,
	      const char *language, struct str *out)
{
	const char *text = find_text(rule, language);
	size_t from = out->len;

	while (text != NULL && *text != '\0') {
		const char *end = text + strcspn(text, "[]");
		bool is_part = end > text && *end == ']';
		size_t len = out->len;

		if (!fill(text, end, frame, out)) {
			str_cut(out, is_part ? len : from);
			if (!is_part)
				return false;
		}
		text = *end != '\0' ? end + 1 : end;
	}
	trim(out, from);
	return out->len > from;
}

/* These have frames of their own: a cue that needs one is of no other frame. */
#define OWN_FRAME (CUE_BIT(CUE_IF_OTHER) | CUE_BIT(CUE_IF_PATTERN))

static bool is_due(const struct cue_rule *rule, uint64_t moments,
		   const struct cue_frame *frame)
{
	return (rule->moments & moments) != 0 &&
	       (rule->needs & ~frame->holds) == 0 &&
	       (rule->bars & frame->holds) == 0 &&
	       (rule->needs & OWN_FRAME) == (frame->holds & OWN_FRAME);
}

/* Behind whatever is as urgent. */
static void insert(struct cue_lines *lines, const struct cue_line *line)
{
	size_t at = lines->count++;

	lines->items =
	    mem_resize(lines->items, lines->count, sizeof(*lines->items));
	while (at > 0 &&
	       lines->items[at - 1].rule->urgency < line->rule->urgency) {
		lines->items[at] = lines->items[at - 1];
		at--;
	}
	lines->items[at] = *line;
}

void cue_choose(const struct cue_table *table, uint64_t moments,
		const struct cue_frame *frames, size_t count,
		const char *language, struct cue_lines *out)
{
	*out = (struct cue_lines){0};
	for (size_t i = 0; i < table->count * count; i++) {
		struct str text = STR_INIT;
		struct cue_line line = {
		    .rule = &table->rules[i % table->count],
		    .frame = &frames[i / table->count],
		};

		if (!is_due(line.rule, moments, line.frame))
			continue;
		if (!cue_word(line.rule, line.frame, language, &text) &&
		    !cue_word(line.rule, line.frame, ENGLISH, &text)) {
			str_release(&text);
			continue;
		}
		line.text = str_take(&text);
		insert(out, &line);
	}
}

const struct cue_rule *cue_pick(const struct cue_table *table, uint64_t moments,
				const struct cue_frame *frame,
				enum cue_kind kind, const char *language,
				struct str *out)
{
	const struct cue_rule *picked = NULL;

	str_clear(out);
	for (size_t i = 0; i < table->count; i++) {
		const struct cue_rule *rule = &table->rules[i];
		size_t len = out->len;

		if (rule->kind != kind || !is_due(rule, moments, frame) ||
		    (picked != NULL && rule->urgency <= picked->urgency))
			continue;
		if (!cue_word(rule, frame, language, out) &&
		    !cue_word(rule, frame, ENGLISH, out))
			continue;
		picked = rule;
		str_remove(out, 0, len);
	}
	return picked;
}

bool cue_has_place(const struct cue_rule *rule, enum cue_place place)
{
	for (size_t i = 0; i < rule->wording_count; i++) {
		const char *text = rule->wordings[i].text;

		while ((text = strchr(text, '{')) != NULL) {
			text++;
			if (cue_place_find(text, strcspn(text, "}")) == place)
				return true;
		}
	}
	return false;
}

void cue_lines_release(struct cue_lines *lines)
{
	for (size_t i = 0; i < lines->count; i++)
		free(lines->items[i].text);
	free(lines->items);
	*lines = (struct cue_lines){0};
}

const struct cue_line *cue_first(const struct cue_lines *lines,
				 enum cue_kind kind)
{
	for (size_t i = 0; i < lines->count; i++)
		if (lines->items[i].rule->kind == kind)
			return &lines->items[i];
	return NULL;
}
