/*
 * day_scope.c - of which site, department or topic a summary is
 */
#include <stdlib.h>
#include <string.h>

#include "day_private.h"
#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"

#define NAMED_MAX 5 /* in a sentence */

bool summary_is_part(const struct summary *summary)
{
	return summary->department != NULL || summary->topic != NULL;
}

bool summary_is_of_site(const struct summary *summary)
{
	return !summary_is_part(summary) && !summary->is_all_sites;
}

struct naming {
	int64_t id;
	char *name; /* NULL: it is not there */
};

static void note_name(int64_t id, const char *name, const char *code,
		      void *state)
{
	struct naming *naming = state;

	(void)code;
	if (id == naming->id)
		mem_replace(&naming->name, name);
}

static bool read_name(struct db *db, enum summary_kind kind, int64_t id,
		      char **out, struct error *err)
{
	struct naming naming = {id, NULL};

	if (!summary_each_name(db, kind, note_name, &naming, err))
		return false;
	*out = naming.name;
	return naming.name != NULL ||
	       error_set(err, ERROR_NOT_FOUND, "",
			 _("what the summary is to be of is not there"));
}

bool day_name_scope(struct db *db, const struct summary_scope *scope,
		    int64_t site_id, struct summary *out, struct error *err)
{
	if (site_id == 0)
		out->site = mem_copy(_("all sites"));
	else if (!read_name(db, SUMMARY_OF_SITE, site_id, &out->site, err))
		return false;
	return (scope->department_id == 0 ||
		read_name(db, SUMMARY_OF_DEPARTMENT, scope->department_id,
			  &out->department, err)) &&
	       (scope->topic_id == 0 ||
		read_name(db, SUMMARY_OF_TOPIC, scope->topic_id, &out->topic,
			  err));
}

/* What was typed, and what it may mean. */
struct search {
	const char *typed;
	struct str folded;
	int64_t whole_id, any_id;
	int whole_count, any_count, count;
	struct str which, all; /* names, the first few */
};

static void add_name(struct str *out, const char *name, int nth)
{
	if (nth < NAMED_MAX)
		str_addf(out, "%s%s", out->len > 0 ? ", " : "", name);
	else if (nth == NAMED_MAX)
		str_add(out, ", …");
}

/* Whether each word that was typed begins a word of the name. */
static bool meets(const char *folded, const char *name)
{
	while (*folded != '\0') {
		size_t len = strcspn(folded, " ");
		const char *word = name;

		while (*word != '\0' && strncmp(word, folded, len) != 0) {
			word += strcspn(word, " ");
			word += strspn(word, " ");
		}
		if (*word == '\0')
			return false;
		folded += len;
		folded += strspn(folded, " ");
	}
	return true;
}

static void look_at(int64_t id, const char *name, const char *code, void *state)
{
	struct search *search = state;
	struct str folded = STR_INIT;

	add_name(&search->all, name, search->count++);
	text_fold(name, &folded);
	if (str_same(str_text(&folded), str_text(&search->folded)) ||
	    str_same(code, search->typed)) {
		search->whole_id = id;
		search->whole_count++;
	}
	if (meets(str_text(&search->folded), str_text(&folded))) {
		add_name(&search->which, name, search->any_count++);
		search->any_id = id;
	}
	str_release(&folded);
}

static const struct {
	const char *field, *none, *only, *several;
} words[] = {
    [SUMMARY_OF_SITE] = {"site", N_("no site is called \"%s\": there are %s"),
			 N_("no site is called \"%s\": there is only %s"),
			 N_("\"%s\" may be several sites: %s")},
    [SUMMARY_OF_DEPARTMENT] =
	{"department", N_("no department is called \"%s\": there are %s"),
	 N_("no department is called \"%s\": there is only %s"),
	 N_("\"%s\" may be several departments: %s")},
    [SUMMARY_OF_TOPIC] = {"topic",
			  N_("no topic is called \"%s\": there are %s"),
			  N_("no topic is called \"%s\": there is only %s"),
			  N_("\"%s\" may be several topics: %s")},
};

static bool decide(const struct search *search, enum summary_kind kind,
		   int64_t *id, struct error *err)
{
	if (search->whole_count == 1)
		*id = search->whole_id;
	else if (search->folded.len > 0 && search->any_count == 1)
		*id = search->any_id;
	else if (search->folded.len > 0 && search->any_count > 1)
		return error_set(err, ERROR_INVALID, words[kind].field,
				 _(words[kind].several), search->typed,
				 str_text(&search->which));
	else
		return error_set(err, ERROR_INVALID, words[kind].field,
				 search->count == 1 ? _(words[kind].only)
						    : _(words[kind].none),
				 search->typed,
				 search->count == 0 ? _("none")
						    : str_text(&search->all));
	return true;
}

static bool find_one(struct desk *desk, enum summary_kind kind,
		     const char *typed, int64_t *id, struct error *err)
{
	struct search search = {.typed = typed};
	bool is_found;

	if (typed == NULL)
		return true;
	text_fold(typed, &search.folded);
	is_found = summary_each_name(desk->db, kind, look_at, &search, err) &&
		   decide(&search, kind, id, err);
	str_release(&search.folded);
	str_release(&search.which);
	str_release(&search.all);
	return is_found;
}

bool desk_find_scope(struct desk *desk, const char *site,
		     const char *department, const char *topic,
		     struct summary_scope *scope, struct error *err)
{
	return find_one(desk, SUMMARY_OF_SITE, site, &scope->site_id, err) &&
	       find_one(desk, SUMMARY_OF_DEPARTMENT, department,
			&scope->department_id, err) &&
	       find_one(desk, SUMMARY_OF_TOPIC, topic, &scope->topic_id, err);
}

void summary_choices_release(struct summary_choices *choices)
{
	for (size_t i = 0; i < choices->count; i++)
		free(choices->items[i].name);
	free(choices->items);
	*choices = (struct summary_choices){0};
}

static struct summary_choice *add_choice(struct summary_choices *choices,
					 const char *name)
{
	struct summary_choice *choice;

	choices->items =
	    mem_grow(choices->items, choices->count, sizeof(choices->items[0]));
	choice = &choices->items[choices->count++];
	*choice = (struct summary_choice){.name = mem_copy(name)};
	return choice;
}

static void add_site(int64_t id, const char *name, const char *code,
		     void *state)
{
	(void)code;
	add_choice(state, name)->site_id = id;
}

static void add_department(int64_t id, const char *name, const char *code,
			   void *state)
{
	(void)code;
	add_choice(state, name)->department_id = id;
}

static void add_topic(int64_t id, const char *name, const char *code,
		      void *state)
{
	(void)code;
	add_choice(state, name)->topic_id = id;
}

bool desk_list_scopes(struct desk *desk, struct summary_choices *out,
		      struct error *err)
{
	*out = (struct summary_choices){0};
	if (desk_may(desk, DUTY_READ_DAY, err) &&
	    summary_each_name(desk->db, SUMMARY_OF_SITE, add_site, out, err) &&
	    summary_each_name(desk->db, SUMMARY_OF_DEPARTMENT, add_department,
			      out, err) &&
	    summary_each_name(desk->db, SUMMARY_OF_TOPIC, add_topic, out, err))
		return true;
	summary_choices_release(out);
	return false;
}
