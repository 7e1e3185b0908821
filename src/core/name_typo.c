/*
 * name_typo.c - words that differ by one slip of the fingers
 */
#include "frontdesk/core/name_typo.h"

#include <ctype.h>
#include <string.h>

/* Where each letter of a word begins, and where the last one ends. */
struct letters {
	const char *text;
	size_t at[NAME_TYPO_LETTERS + 1];
	size_t count; /* 0 too for a word that is not compared */
};

static void letters_read(struct letters *out, const char *word, size_t len)
{
	out->text = word;
	out->count = 0;
	for (size_t i = 0; i < len; i++) {
		if (isdigit((unsigned char)word[i])) {
			out->count = 0;
			return;
		}
		if (((unsigned char)word[i] & 0xc0) == 0x80)
			continue;
		if (out->count == NAME_TYPO_LETTERS) {
			out->count = 0;
			return;
		}
		out->at[out->count++] = i;
	}
	out->at[out->count] = len;
}

static bool same_letter(const struct letters *a, size_t i,
			const struct letters *b, size_t k)
{
	size_t len = a->at[i + 1] - a->at[i];

	return len == b->at[k + 1] - b->at[k] &&
	       memcmp(a->text + a->at[i], b->text + b->at[k], len) == 0;
}

void name_deletions(const char *word, size_t len, name_deletion_fn *each,
		    void *state)
{
	char left[NAME_TYPO_LETTERS * 4];
	struct letters letters;

	letters_read(&letters, word, len);
	if (letters.count < NAME_DELETIONS_MIN)
		return;
	for (size_t i = 0; i < letters.count; i++) {
		size_t begin = letters.at[i], end = letters.at[i + 1];

		/* Of a doubled letter the second gives nothing new. */
		if (i > 0 && same_letter(&letters, i, &letters, i - 1))
			continue;
		memcpy(left, word, begin);
		memcpy(left + begin, word + end, len - end);
		each(state, left, len - (end - begin));
	}
}

/* How many letters from the end on are the same, of those from first on. */
static size_t same_end(const struct letters *a, const struct letters *b,
		       size_t first)
{
	size_t count = 0;

	while (first + count < a->count && first + count < b->count &&
	       same_letter(a, a->count - 1 - count, b, b->count - 1 - count))
		count++;
	return count;
}

bool name_is_typo(const char *a, size_t a_len, const char *b, size_t b_len)
{
	struct letters one, other;
	size_t first = 0, rest, rest_other;

	letters_read(&one, a, a_len);
	letters_read(&other, b, b_len);
	if (one.count < NAME_DELETIONS_MIN && other.count < NAME_DELETIONS_MIN)
		return false;
	while (first < one.count && first < other.count &&
	       same_letter(&one, first, &other, first))
		first++;
	rest = same_end(&one, &other, first);
	rest_other = other.count - first - rest;
	rest = one.count - first - rest;
	if (rest + rest_other == 1 || (rest == 1 && rest_other == 1))
		return true;
	return rest == 2 && rest_other == 2 &&
	       same_letter(&one, first, &other, first + 1) &&
	       same_letter(&one, first + 1, &other, first);
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* Row i from the one before, and from the one before that. */
static void fill_row(int rows[3][NAME_TYPO_LETTERS + 1],
		     const struct letters *a, size_t i, const struct letters *b)
{
	const int *before = rows[(i - 1) % 3], *earlier = rows[(i + 1) % 3];
	int *row = rows[i % 3];

	row[0] = (int)i;
	for (size_t k = 1; k <= b->count; k++) {
		int change = same_letter(a, i - 1, b, k - 1) ? 0 : 1;

		row[k] = least(least(before[k], row[k - 1]) + 1,
			       before[k - 1] + change);
		if (i > 1 && k > 1 && same_letter(a, i - 1, b, k - 2) &&
		    same_letter(a, i - 2, b, k - 1))
			row[k] = least(row[k], earlier[k - 2] + 1);
	}
}

int name_distance(const char *a, size_t a_len, const char *b, size_t b_len)
{
	int rows[3][NAME_TYPO_LETTERS + 1];
	struct letters one, other;

	letters_read(&one, a, a_len);
	letters_read(&other, b, b_len);
	if (one.count == 0 || other.count == 0)
		return NAME_TYPO_LETTERS;
	for (size_t k = 0; k <= other.count; k++)
		rows[0][k] = (int)k;
	for (size_t i = 1; i <= one.count; i++)
		fill_row(rows, &one, i, &other);
	return rows[one.count % 3][other.count];
}
