/*
 * cue_load.c - reads the cues of data/cues/cues.tsv, and the city's own
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cue_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/table.h"
#include "frontdesk/core/language.h"

#define SHIPPED "cues/cues.tsv"
#define OWN "cues/city.tsv"
#define STANDARDS 16

#define CUE_NAME(suffix, name) name,
static const char *const moment_names[] = {CUE_MOMENTS(CUE_NAME)};
static const char *const condition_names[] = {CUE_CONDITIONS(CUE_NAME)};
static const char *const place_names[] = {CUE_PLACES(CUE_NAME)};
#undef CUE_NAME
static const char *const kind_names[] = {"SAY", "ASK", "KNOW"};

/* count where there is none of that name. */
static size_t find(const char *const *names, size_t count, const char *name,
		   size_t len)
{
	size_t i = 0;

	while (i < count &&
	       (strlen(names[i]) != len || strncmp(names[i], name, len) != 0))
		i++;
	return i;
}

enum cue_place cue_place_find(const char *name, size_t len)
{
	return (enum cue_place)find(place_names, CUE_PLACE_COUNT, name, len);
}

void cue_rule_release(struct cue_rule *rule)
{
	for (size_t i = 0; i < rule->wording_count; i++)
		free(rule->wordings[i].text);
	free(rule->wordings);
	free(rule->name);
	*rule = (struct cue_rule){0};
}

void cue_table_release(struct cue_table *table)
{
	for (size_t i = 0; i < table->count; i++)
		cue_rule_release(&table->rules[i]);
	free(table->rules);
	*table = (struct cue_table){0};
}

/* One row, before it takes its place. */
struct row {
	const struct table *table;
	size_t at;
	bool is_own;
	struct cue_rule rule; /* its name is borrowed */
	const char *language, *text;
	bool is_silent;
};

static bool read_moments(struct row *row, struct error *err)
{
	const char *text = table_text(row->table, row->at, "moment");

	while (text != NULL && *text != '\0') {
		size_t len = strcspn(text, " ");
		size_t i = find(moment_names, CUE_MOMENT_COUNT, text, len);

		if (len > 0 && i == CUE_MOMENT_COUNT)
			return table_wrong(row->table, row->at, err,
					   _("no moment is called \"%.*s\""),
					   (int)len, text);
		if (len > 0)
			row->rule.moments |= CUE_BIT(i);
		text += len + (text[len] == ' ');
	}
	return row->rule.moments != 0 ||
	       table_wrong(row->table, row->at, err,
			   _("a cue needs its moment, like greeting"));
}

static bool read_conditions(struct row *row, struct error *err)
{
	const char *text = table_text(row->table, row->at, "condition");

	while (text != NULL && *text != '\0') {
		bool is_barred = *text == '!';
		size_t len, i;

		text += is_barred;
		len = strcspn(text, " ");
		i = find(condition_names, CUE_CONDITION_COUNT, text, len);
		if ((len > 0 || is_barred) && i == CUE_CONDITION_COUNT)
			return table_wrong(row->table, row->at, err,
					   _("no condition is called \"%.*s\""),
					   (int)len, text);
		if (len > 0)
			*(is_barred ? &row->rule.bars : &row->rule.needs) |=
			    CUE_BIT(i);
		text += len + (text[len] == ' ');
	}
	return true;
}

static bool read_kind(struct row *row, struct error *err)
{
	const char *text = table_text(row->table, row->at, "kind");
	size_t i = text != NULL
		       ? find(kind_names, CUE_KIND_COUNT, text, strlen(text))
		       : 0;

	row->text = table_text(row->table, row->at, "text");
	row->is_silent = text == NULL || row->text == NULL;
	if (i == CUE_KIND_COUNT)
		return table_wrong(row->table, row->at, err,
				   _("the kind must be SAY, ASK or KNOW, not "
				     "\"%s\""),
				   text);
	row->rule.kind = (enum cue_kind)i;
	return true;
}

/* Each place is known, each bracket closed, and none within another. */
static bool check_text(const struct row *row, struct error *err)
{
	const char *text = row->text;
	bool is_in = false;

	for (; text != NULL && (text = strpbrk(text, "{}[]")); text++) {
		size_t len = strcspn(text + 1, "{}[]");

		if (*text == '}' || (*text == '[' && is_in) ||
		    (*text == ']' && !is_in) ||
		    (*text == '{' && text[len + 1] != '}'))
			return table_wrong(row->table, row->at, err,
					   _("a { or [ must be closed, none "
					     "within another"));
		if (*text != '{') {
			is_in = *text == '[';
			continue;
		}
		if (cue_place_find(text + 1, len) == CUE_PLACE_COUNT)
			return table_wrong(row->table, row->at, err,
					   _("no place is called {%.*s}"),
					   (int)len, text + 1);
		text += len + 1;
	}
	return !is_in || table_wrong(row->table, row->at, err,
				     _("a { or [ must be closed, none "
				       "within another"));
}

static bool is_language(const char *tag)
{
	const char *known, *name;

	for (size_t i = 0; (known = language_at(i, &name)) != NULL; i++)
		if (language_is(tag, known))
			return true;
	return false;
}

static bool read_row(struct row *row, struct error *err)
{
	const struct table *table = row->table;

	row->rule.name = (char *)table_text(table, row->at, "cue");
	row->rule.standard = table_int(table, row->at, "standard", 0);
	row->rule.urgency = table_int(table, row->at, "urgency", -1);
	row->language = table_text(table, row->at, "language");
	if (row->rule.name == NULL)
		return table_wrong(table, row->at, err,
				   _("a cue needs a name"));
	if (!read_kind(row, err))
		return false;
	/* Nothing else of it matters. */
	if (row->is_silent)
		return true;
	if (row->rule.standard < 1 || row->rule.standard > STANDARDS)
		return table_wrong(table, row->at, err,
				   _("the standard is a number from 1 to 16"));
	if (row->rule.urgency < 0)
		return table_wrong(table, row->at, err,
				   _("the urgency is a number, 0 or more"));
	if (row->language == NULL || strlen(row->language) > 15)
		return table_wrong(table, row->at, err,
				   _("the language is a tag like en"));
	if (!is_language(row->language))
		return table_wrong(table, row->at, err,
				   _("no language is called \"%s\": a tag like "
				     "en or es"),
				   row->language);
	return read_moments(row, err) && read_conditions(row, err) &&
	       check_text(row, err);
}

static struct cue_rule *find_rule(struct cue_table *cues, const char *name)
{
	for (size_t i = 0; i < cues->count; i++)
		if (strcmp(cues->rules[i].name, name) == 0)
			return &cues->rules[i];
	return NULL;
}

static struct cue_rule *add_rule(struct cue_table *cues, const struct row *row)
{
	struct cue_rule *rule;

	cues->rules =
	    mem_resize(cues->rules, cues->count + 1, sizeof(*cues->rules));
	rule = &cues->rules[cues->count++];
	*rule = row->rule;
	rule->name = mem_copy(row->rule.name);
	return rule;
}

/* The city's first row of a cue changes it; further ones say the same. */
static bool take_terms(struct cue_rule *rule, const struct row *row,
		       struct error *err)
{
	const struct cue_rule *from = &row->rule;

	if (row->is_own && !rule->is_own) {
		rule->standard = from->standard;
		rule->moments = from->moments;
		rule->needs = from->needs;
		rule->bars = from->bars;
		rule->kind = from->kind;
		rule->urgency = from->urgency;
		rule->is_own = true;
	}
	return (rule->standard == from->standard &&
		rule->moments == from->moments && rule->needs == from->needs &&
		rule->bars == from->bars && rule->kind == from->kind &&
		rule->urgency == from->urgency) ||
	       table_wrong(row->table, row->at, err,
			   _("another line of this cue has another standard, "
			     "moment, condition, kind or urgency"));
}

static bool take_text(struct cue_rule *rule, const struct row *row,
		      struct error *err)
{
	struct cue_wording *wording = NULL;

	for (size_t i = 0; i < rule->wording_count; i++)
		if (str_same(rule->wordings[i].language, row->language))
			wording = &rule->wordings[i];
	if (wording != NULL && wording->is_own == row->is_own)
		return table_wrong(row->table, row->at, err,
				   _("this cue has another text in this "
				     "language"));
	if (wording == NULL) {
		rule->wordings =
		    mem_resize(rule->wordings, rule->wording_count + 1,
			       sizeof(*rule->wordings));
		wording = &rule->wordings[rule->wording_count++];
		*wording = (struct cue_wording){0};
		snprintf(wording->language, sizeof(wording->language), "%s",
			 row->language);
	}
	mem_replace(&wording->text, row->text);
	wording->is_own = row->is_own;
	return true;
}

static void silence(struct cue_rule *rule)
{
	for (size_t i = 0; i < rule->wording_count; i++)
		free(rule->wordings[i].text);
	free(rule->wordings);
	rule->wordings = NULL;
	rule->wording_count = 0;
}

static bool add_row(struct cue_table *cues, struct row *row, struct error *err)
{
	struct cue_rule *rule;

	if (!read_row(row, err))
		return false;
	rule = find_rule(cues, row->rule.name);
	if (row->is_silent) {
		if (rule == NULL)
			return table_wrong(row->table, row->at, err,
					   _("no cue is called \"%s\""),
					   row->rule.name);
		silence(rule);
		return true;
	}
	if (rule == NULL)
		rule = add_rule(cues, row);
	return take_terms(rule, row, err) && take_text(rule, row, err);
}

/* moment NULL: of every one. */
static void load(const char *data_dir, const char *name, const char *moment,
		 bool is_own, struct cue_table *cues, struct str *faults)
{
	struct table table;
	struct error err = {0};

	table_load_right(data_dir, name, moment, &table, faults);
	for (size_t i = 0; i < table.count; i++) {
		struct row row = {.table = &table, .at = i, .is_own = is_own};

		if (!add_row(cues, &row, &err))
			str_addf(faults, "%s\n", err.text);
	}
	table_release(&table);
}

/* All of the city's own: a row that silences a cue need not name its moment. */
static void load_both(const char *data_dir, const char *moment,
		      struct cue_table *out, struct str *faults)
{
	struct str own = STR_INIT;

	*out = (struct cue_table){.is_whole = moment == NULL};
	load(data_dir, SHIPPED, moment, false, out, faults);
	str_addf(&own, "%s/%s", data_dir, OWN);
	if (access(str_text(&own), F_OK) == 0)
		load(data_dir, OWN, NULL, true, out, faults);
	str_release(&own);
}

void cue_table_load(const char *data_dir, struct cue_table *out,
		    struct str *faults)
{
	load_both(data_dir, NULL, out, faults);
}

void cue_table_load_of(const char *data_dir, enum cue_moment moment,
		       struct cue_table *out)
{
	struct str untold = STR_INIT;

	load_both(data_dir, moment_names[moment], out, &untold);
	str_release(&untold);
}
