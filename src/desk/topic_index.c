/*
 * topic_index.c - which topic somebody means
 */
#include "topic_index.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"

#define WEAK_MIN 2	 /* bytes of a whole word */
#define WEAK_BEGUN_MIN 4 /* bytes of one that is not whole yet */

struct topic_index {
	struct topic_brief_list list;
	int64_t changed; /* db_changed when it was last found to be true */
	uint64_t stamp;	 /* of the list */
};

void topic_index_free(struct topic_index *index)
{
	if (index == NULL)
		return;
	topic_brief_list_release(&index->list);
	free(index);
}

/* Anybody's commit is a change; the topics change with an F9 that has one,
 * which counts how often it is used. */
static bool refresh(struct desk *desk, struct error *err)
{
	int64_t changed = db_changed(desk->db);
	struct topic_index *index;
	uint64_t stamp;

	if (desk->topics != NULL && desk->topics->changed == changed)
		return true;
	if (!topic_list_stamp(desk->db, &stamp, err))
		return false;
	if (desk->topics != NULL && desk->topics->stamp == stamp) {
		desk->topics->changed = changed;
		return true;
	}
	index = mem_new(1, sizeof(*index));
	index->changed = changed;
	index->stamp = stamp;
	if (!topic_list(desk->db, &index->list, err)) {
		free(index);
		return false;
	}
	topic_index_free(desk->topics);
	desk->topics = index;
	return true;
}

/* 2 where a word of the text is the typed one, 1 where one begins with it, 0
 * where none does. *is_first: it is the text's first word. */
static int word_fit(const char *text, const char *word, size_t len,
		    bool *is_first)
{
	const char *at = text;
	int fit = 0;

	*is_first = false;
	while (*at != '\0') {
		size_t word_len = strcspn(at, " ");

		if (strncmp(at, word, len) == 0 && word_len >= len) {
			int this_fit = word_len == len ? 2 : 1;

			if (this_fit > fit) {
				fit = this_fit;
				*is_first = at == text;
			}
		}
		at += word_len;
		at += strspn(at, " ");
	}
	return fit;
}

/* Folded words that no card is meant by: they may be typed, and find nothing
 * by themselves. */
static const char filler_words[] =
    " an and are as at be but by can do does for from has have how in is it my "
    "no not of on or our out that the there they this to was we what when "
    "where "
    "who why with you your de del el en es la las lo los me mi para por que se "
    "un una y ";

static bool is_filler(const char *word, size_t len)
{
	const char *at = filler_words;

	while ((at = strchr(at, ' ')) != NULL && *++at != '\0')
		if (strncmp(at, word, len) == 0 && at[len] == ' ')
			return true;
	return false;
}

/* A whole word, or one of four letters and more that is only begun, may stand
 * in the card, or in what was said about the topic before; -1: in neither. */
static int weak_rank(const struct topic_brief *topic, const char *word,
		     size_t len)
{
	int least = len < WEAK_BEGUN_MIN ? 2 : 1;
	bool is_first;

	if (len < WEAK_MIN)
		return -1;
	if (word_fit(topic->folded_card, word, len, &is_first) >= least)
		return TOPIC_RANK_WEAK;
	return word_fit(topic->heard, word, len, &is_first) >= least
		   ? TOPIC_RANK_WEAK + 1
		   : -1;
}

/* Lower is better; -1: a typed word is nowhere. */
static int rank_of(const struct topic_brief *topic, const char *folded,
		   bool *is_whole)
{
	bool is_meant = *folded == '\0'; /* nothing typed: all */
	int rank = 0;

	*is_whole = true;
	while (*folded != '\0') {
		size_t len = strcspn(folded, " ");
		bool is_first;
		int in_name =
		    word_fit(topic->folded_name, folded, len, &is_first);
		int anywhere = in_name;

		if (in_name == 0)
			anywhere =
			    word_fit(topic->folded, folded, len, &is_first);
		if (anywhere == 0) {
			int weak = is_filler(folded, len)
				       ? 0
				       : weak_rank(topic, folded, len);

			if (weak < 0)
				return -1;
			is_meant = is_meant || weak > 0;
			*is_whole = false;
			rank += weak;
			folded += len;
			folded += strspn(folded, " ");
			continue;
		}
		/* Whole before begun, the name before what is beside it, its
		 * first word before the others. */
		rank += anywhere == 2 ? 0 : 4;
		is_meant = true;
		*is_whole = *is_whole && anywhere == 2;
		rank += in_name != 0 ? 0 : 2;
		rank += is_first && in_name != 0 ? 0 : 1;
		folded += len;
		folded += strspn(folded, " ");
	}
	return is_meant ? rank : -1;
}

static int compare(const void *a, const void *b)
{
	const struct topic_match *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	if (x->topic->times_used != y->topic->times_used)
		return x->topic->times_used > y->topic->times_used ? -1 : 1;
	return strcmp(x->topic->folded_name, y->topic->folded_name);
}

bool topic_index_find(struct desk *desk, const char *folded, bool is_retired,
		      struct topic_match *matches, size_t limit, size_t *count,
		      struct error *err)
{
	struct topic_match *all;
	size_t found = 0;

	*count = 0;
	if (!refresh(desk, err))
		return false;
	all = mem_new(desk->topics->list.count + 1, sizeof(*all));
	for (size_t i = 0; i < desk->topics->list.count; i++) {
		const struct topic_brief *topic = &desk->topics->list.items[i];
		bool is_whole;
		int rank = topic->is_retired == is_retired
			       ? rank_of(topic, folded, &is_whole)
			       : -1;

		if (rank >= 0)
			all[found++] =
			    (struct topic_match){topic, rank, is_whole};
	}
	qsort(all, found, sizeof(*all), compare);
	*count = found < limit ? found : limit;
	memcpy(matches, all, *count * sizeof(*all));
	free(all);
	return true;
}
