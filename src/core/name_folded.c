/*
 * name_folded.c - what a search finds a name by
 */
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include "frontdesk/core/name.h"

enum {
	WORDS_MAX = 32, /* of one run; more are found one by one */
	JOINED_MAX = 3, /* "de la cruz" */
};

/* Words that may be typed as one, from at to the end of the text. */
struct run {
	size_t at[WORDS_MAX + 1];
	size_t len[WORDS_MAX];
	size_t count;
};

static void run_read(struct run *run, const char *text)
{
	const char *at = text;

	run->count = 0;
	while (*at && run->count < WORDS_MAX) {
		size_t len = strcspn(at, " ");

		if (len) {
			run->at[run->count] = (size_t)(at - text);
			run->len[run->count++] = len;
		}
		at += len;
		at += strspn(at, " ");
	}
}

/* Whether the word stands in out already, from the offset on. */
static bool has_word(const struct str *out, size_t from, const char *word)
{
	size_t len = strlen(word);
	const char *at = str_text(out) + (out->len > from ? from : out->len);

	while ((at = strstr(at, word))) {
		bool begins = at == out->text + from || at[-1] == ' ';

		if (begins && (at[len] == ' ' || !at[len]))
			return true;
		at += len;
	}
	return false;
}

static void add_word(struct str *out, size_t from, const char *word)
{
	if (!*word || has_word(out, from, word))
		return;
	if (out->len > from)
		str_add_char(out, ' ');
	str_add(out, word);
}

/* The words of a folded text one by one, then joined by twos and threes. */
static void add_run(struct str *out, size_t from, const char *folded)
{
	struct str joined = STR_INIT;
	struct run run;

	run_read(&run, folded);
	for (size_t many = 1; many <= JOINED_MAX; many++) {
		for (size_t i = 0; i + many <= run.count; i++) {
			str_clear(&joined);
			for (size_t j = i; j < i + many; j++)
				str_add_n(&joined, folded + run.at[j],
					  run.len[j]);
			add_word(out, from, str_text(&joined));
		}
	}
	str_release(&joined);
}

static void fold_more(struct str *run, const char *part)
{
	if (str_is_blank(part))
		return;
	if (run->len)
		str_add_char(run, ' ');
	text_fold(part, run);
}

static void add_parts(struct str *out, size_t from, struct str *run,
		      const char *const *parts, size_t count)
{
	str_clear(run);
	for (size_t i = 0; i < count; i++)
		fold_more(run, parts[i]);
	add_run(out, from, str_text(run));
}

void person_name_add_folded(const struct person_name *name, struct str *out)
{
	const char *const given[] = {name->given, name->given2};
	const char *const surname[] = {name->surname_prefix, name->surname,
				       name->surname2};
	/* written without a blank: 김민수 */
	const char *const whole[] = {name->surname, name->given};
	struct str run = STR_INIT;
	size_t from = out->len;

	if (from)
		str_add_char(out, ' ');
	from = out->len;
	add_parts(out, from, &run, given, MEM_COUNT(given));
	add_parts(out, from, &run, &(const char *){name->known_as}, 1);
	add_parts(out, from, &run, surname, MEM_COUNT(surname));
	if (person_name_is_surname_first(name))
		add_parts(out, from, &run, whole, MEM_COUNT(whole));
	add_parts(out, from, &run, &(const char *){name->address_as}, 1);
	str_release(&run);
}
