/* The parts of a record as rows: never parsed, never re-cased. */
#include <stdio.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "resident_edit.h"

#define LABEL_COLS 17
#define REACH_KINDS 3

/* Rows of the name, the ones that matter first; a rule has no part. */
struct name_row {
	const char *id;
	const char *label;
	size_t part; /* its offset in struct person_name */
	size_t max;
};

#define PART(member, label, max)                                               \
	{                                                                      \
#member, label, offsetof(struct person_name, member), max      \
	}

static const struct name_row first_rows[] = {
    PART(title, N_("Title"), 40),
    PART(given, N_("Given"), 100),
    PART(surname_prefix, N_("Surname prefix"), 40),
    PART(surname, N_("Surname"), 100),
    PART(surname2, N_("Second surname"), 100),
    PART(known_as, N_("Known as"), 100),
    PART(address_as, N_("Address as"), 100),
};

static const struct name_row more_rows[] = {
    PART(pronouns, N_("Pronouns"), 40),
    PART(say_as, N_("How it is said"), 100),
    PART(name_locale, N_("Name's language"), 20),
    PART(given2, N_("Second given"), 100),
    PART(generation, N_("Generation"), 20),
    PART(credentials, N_("Credentials"), 40),
    PART(rank, N_("Rank"), 60),
    PART(service, N_("Service"), 10),
    PART(office, N_("Office"), 60),
    PART(legal_given, N_("Legal given"), 100),
};

static const struct form_choice permissions[] = {
    {'y', "yes", N_("yes")},
    {'n', "no", N_("no")},
    {'a', "unknown", N_("not asked")},
};

static const struct form_choice yes_no[] = {
    {'y', "yes", N_("yes")},
    {'n', "no", N_("no")},
};

static const struct {
	const char *id, *label;
	enum reach_kind kind;
} reach_rows[REACH_KINDS] = {
    {"telephone", N_("Telephone"), REACH_TELEPHONE},
    {"email", N_("E-mail"), REACH_EMAIL},
    {"address", N_("Street address"), REACH_ADDRESS},
};

static const char *part_of(const struct person_name *name, size_t part)
{
	return *(char *const *)((const char *)name + part);
}

static char **slot_of(struct person_name *name, size_t part)
{
	return (char **)((char *)name + part);
}

static void add_parts(struct form *form, const struct name_row *rows,
		      size_t count)
{
	for (size_t i = 0; i < count; i++)
		form_add_text(form, rows[i].id, _(rows[i].label), rows[i].max,
			      false);
}

/* "telephone", and "telephone 2" for the next one. */
static void reach_row_id(size_t kind, size_t nth, char out[32])
{
	if (nth)
		snprintf(out, 32, "%s %zu", reach_rows[kind].id, nth + 1);
	else
		snprintf(out, 32, "%s", reach_rows[kind].id);
}

static size_t count_reaches(const struct resident *resident, size_t kind)
{
	size_t count = 0;

	for (size_t i = 0; i < resident->reach_count; i++)
		count += resident->reaches[i].kind == reach_rows[kind].kind;
	return count;
}

static void add_reaches(struct form *form, const struct resident *resident)
{
	for (size_t kind = 0; kind < REACH_KINDS; kind++) {
		size_t count = count_reaches(resident, kind);

		for (size_t i = 0; i < (count ? count : 1); i++) {
			char id[32];

			reach_row_id(kind, i, id);
			form_add_text(form, id, _(reach_rows[kind].label), 200,
				      false);
		}
	}
}

void resident_form_make(struct form *form, const struct resident *resident)
{
	form_init(form, LABEL_COLS);
	add_parts(form, first_rows, MEM_COUNT(first_rows));
	form_add_choice(form, "first_name_ok", _("First name ok"), permissions,
			MEM_COUNT(permissions));
	form_add_text(form, "language", _("Language"), 20, false);
	form_add_choice(form, "interpreter", _("Interpreter"), yes_no,
			MEM_COUNT(yes_no));
	add_reaches(form, resident);
	form_add_text(form, "note", _("Note"), 2000, true);
	form_note(form, "note", _("they may read this"));
	form_add_rule(form, "more", _("MORE"));
	add_parts(form, more_rows, MEM_COUNT(more_rows));
	form_add_choice(form, "retired", _("Retired"), yes_no,
			MEM_COUNT(yes_no));
	form_add_choice(form, "chaplain", _("Chaplain"), yes_no,
			MEM_COUNT(yes_no));
	resident_form_fill(form, resident);
	form_focus(form, "title");
}

static void fill_parts(struct form *form, const struct name_row *rows,
		       size_t count, const struct person_name *name)
{
	for (size_t i = 0; i < count; i++)
		form_set(form, rows[i].id, part_of(name, rows[i].part));
}

static void fill_reaches(struct form *form, const struct resident *resident)
{
	size_t nth[REACH_KINDS] = {0};
	char id[32];

	for (size_t i = 0; i < resident->reach_count; i++)
		for (size_t kind = 0; kind < REACH_KINDS; kind++) {
			if (resident->reaches[i].kind != reach_rows[kind].kind)
				continue;
			reach_row_id(kind, nth[kind]++, id);
			if (form_find(form, id))
				form_set(form, id, resident->reaches[i].value);
		}
}

/* "not Mrs., Miss": before it is typed. */
static void note_refused(struct form *form, const struct resident *resident)
{
	struct str note = STR_INIT;

	title_list_format(&resident->refused_titles, ", ", &note);
	if (note.len > 0)
		str_insert(&note, 0, _("not "), strlen(_("not ")));
	form_note(form, "title", str_or_null(&note));
	str_release(&note);
}

void resident_form_fill(struct form *form, const struct resident *resident)
{
	const struct person_name *name = &resident->name;
	bool is_known = resident->resident_id != 0;

	fill_parts(form, first_rows, MEM_COUNT(first_rows), name);
	fill_parts(form, more_rows, MEM_COUNT(more_rows), name);
	form_set(form, "first_name_ok",
		 is_known ? permission_name(resident->first_name_ok) : "");
	form_set(form, "language", resident->language);
	form_set(form, "interpreter",
		 resident->needs_interpreter ? "yes"
		 : is_known		     ? "no"
					     : "");
	form_set(form, "note", resident->note);
	form_set(form, "retired", name->retired ? "yes" : "");
	form_set(form, "chaplain", name->chaplain ? "yes" : "");
	fill_reaches(form, resident);
	note_refused(form, resident);
}

static void keep(char **slot, const char *value)
{
	mem_replace(slot, str_is_blank(value) ? NULL : value);
}

static void read_parts(const struct form *form, const struct name_row *rows,
		       size_t count, struct person_name *name)
{
	for (size_t i = 0; i < count; i++)
		keep(slot_of(name, rows[i].part), form_value(form, rows[i].id));
}

/* The reaches anew, each with the id that stood in its row. */
static void read_reaches(const struct form *form, const struct resident *was,
			 struct resident *out)
{
	for (size_t kind = 0; kind < REACH_KINDS; kind++) {
		size_t nth = 0, at = 0;
		char id[32];

		for (reach_row_id(kind, 0, id); form_find(form, id);
		     reach_row_id(kind, nth, id)) {
			const char *value = form_value(form, id);
			int64_t reach_id = 0;

			while (at < was->reach_count &&
			       was->reaches[at].kind != reach_rows[kind].kind)
				at++;
			if (at < was->reach_count)
				reach_id = was->reaches[at++].reach_id;
			nth++;
			if (str_is_blank(value))
				continue;
			resident_add_reach(out, reach_rows[kind].kind, value);
			out->reaches[out->reach_count - 1].reach_id = reach_id;
		}
	}
}

void resident_form_read(const struct form *form, const struct resident *was,
			struct resident *out)
{
	struct resident kept = *was;
	struct error ignored;

	/* All but the reaches, which are read from their rows. */
	kept.reaches = NULL;
	kept.reach_count = 0;
	resident_copy(out, &kept);
	read_parts(form, first_rows, MEM_COUNT(first_rows), &out->name);
	read_parts(form, more_rows, MEM_COUNT(more_rows), &out->name);
	if (!permission_parse(form_value(form, "first_name_ok"),
			      &out->first_name_ok, &ignored))
		out->first_name_ok = PERMISSION_UNKNOWN;
	keep(&out->language, form_value(form, "language"));
	keep(&out->note, form_value(form, "note"));
	out->needs_interpreter =
	    str_same(form_value(form, "interpreter"), "yes");
	out->name.retired = str_same(form_value(form, "retired"), "yes");
	out->name.chaplain = str_same(form_value(form, "chaplain"), "yes");
	read_reaches(form, was, out);
}
