/*
 * text_fold.c - one form for what sounds the same to whoever searches
 *
 * Runs on every keystroke and on a million residents: ASCII goes straight
 * through, the rest one code point at a time, without an allocation.
 */
#include "frontdesk/base/text.h"

#include <string.h>
#include <utf8proc.h>

#include "frontdesk/base/mem.h"
#include "text_private.h"

/* Where a decomposition is larger (one is, in Arabic), its end parts words. */
#define PARTS_MAX 32

struct fold {
	struct str *out;
	size_t begin;	  /* where this text's folded form begins */
	bool is_parted;	  /* a blank is due before the next letter */
	int32_t previous; /* the letter last added, kept for composing */
	size_t previous_at;
};

struct pair {
	int32_t point;
	const char *folded; /* "" vanishes */
};

/* Sorted. Letters that Unicode does not take apart, and what vanishes. */
static const struct pair pairs[] = {
    {0x00b4, ""},	  {0x00b7, ""},		{0x00e6, "ae"},
    {0x00f0, "d"},	  {0x00f8, "o"},	{0x00fe, "th"},
    {0x0111, "d"},	  {0x0127, "h"},	{0x0131, "i"},
    {0x0138, "k"},	  {0x0142, "l"},	{0x014b, "n"},
    {0x0153, "oe"},	  {0x0167, "t"},	{0x0180, "b"},
    {0x0199, "k"},	  {0x01b4, "y"},	{0x01e5, "g"},
    {0x0253, "b"},	  {0x0254, "o"},	{0x0257, "d"},
    {0x0259, "e"},	  {0x025b, "e"},	{0x0268, "i"},
    {0x0272, "n"},	  {0x0289, "u"},	{0x02b9, ""},
    {0x02ba, ""},	  {0x02bb, ""},		{0x02bc, ""},
    {0x02bd, ""},	  {0x02be, ""},		{0x02bf, ""},
    {0x02c8, ""},	  {0x055a, ""},		{0x05f3, ""},
    {0x0629, "\xd9\x87"}, {0x0640, ""},		{0x0649, "\xd9\x8a"},
    {0x0671, "\xd8\xa7"}, {0x06a9, "\xd9\x83"}, {0x06c1, "\xd9\x87"},
    {0x06cc, "\xd9\x8a"}, {0x2018, ""},		{0x2019, ""},
    {0x201b, ""},	  {0x2032, ""},		{0xa78b, ""},
    {0xa78c, ""},
};

/* Digits of other scripts, zero first, for numbers typed in them. */
static const int32_t zeros[] = {0x0660, 0x06f0, 0x0966, 0x09e6,
				0x0a66, 0x0ae6, 0x0e50};

static const struct pair *pair_find(int32_t point)
{
	size_t low = 0, high = MEM_COUNT(pairs);

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (pairs[middle].point == point)
			return &pairs[middle];
		if (pairs[middle].point < point)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/*
 * Marks that a search does without. The vowel signs of Indic scripts and Thai
 * are no less than letters, and the voicing of kana makes another sound.
 */
static bool is_stripped(int32_t point)
{
	return (point >= 0x0300 && point <= 0x036f) ||
	       (point >= 0x0483 && point <= 0x0489) ||
	       (point >= 0x0591 && point <= 0x05bd) || point == 0x05bf ||
	       (point >= 0x05c1 && point <= 0x05c7 && point != 0x05c3 &&
		point != 0x05c6) ||
	       (point >= 0x0610 && point <= 0x061a) ||
	       (point >= 0x064b && point <= 0x065f) || point == 0x0670 ||
	       (point >= 0x06d6 && point <= 0x06ed && point != 0x06dd &&
		point != 0x06de && point != 0x06e5 && point != 0x06e6 &&
		point != 0x06e9) ||
	       (point >= 0x0711 && point <= 0x074a &&
		(point == 0x0711 || point >= 0x0730)) ||
	       (point >= 0x1ab0 && point <= 0x1aff) ||
	       (point >= 0x1dc0 && point <= 0x1dff) ||
	       (point >= 0x20d0 && point <= 0x20f0) ||
	       (point >= 0xfe20 && point <= 0xfe2f);
}

/* Letters, numbers and the marks that were not stripped. */
static bool is_word(int32_t point)
{
	utf8proc_category_t category = utf8proc_category(point);

	return (category >= UTF8PROC_CATEGORY_LU &&
		category <= UTF8PROC_CATEGORY_NO) ||
	       category == UTF8PROC_CATEGORY_CN; /* letters yet to come */
}

static void part(struct fold *fold)
{
	fold->is_parted = fold->out->len > fold->begin;
	fold->previous = 0;
}

static void add_parted(struct fold *fold)
{
	if (fold->is_parted)
		str_add_char(fold->out, ' ');
	fold->is_parted = false;
}

static void add_ascii(struct fold *fold, char c)
{
	add_parted(fold);
	str_add_char(fold->out, c);
	fold->previous = 0;
}

/* A syllable of Hangul from its jamo, a kana from its voicing; 0 if none. */
static int32_t compose(int32_t first, int32_t second)
{
	utf8proc_int32_t both[2] = {first, second};

	if (first == 0 || !((second >= 0x1161 && second <= 0x11c2) ||
			    second == 0x3099 || second == 0x309a))
		return 0;
	return utf8proc_normalize_utf32(both, 2,
					UTF8PROC_COMPOSE | UTF8PROC_STABLE) == 1
		   ? both[0]
		   : 0;
}

static void add_letter(struct fold *fold, int32_t point)
{
	int32_t composed = compose(fold->previous, point);

	if (composed != 0) {
		str_cut(fold->out, fold->previous_at);
		point = composed;
	}
	add_parted(fold);
	fold->previous = point;
	fold->previous_at = fold->out->len;
	text_encode(fold->out, point);
}

static void add_point(struct fold *fold, int32_t point)
{
	const struct pair *pair;
	size_t i;

	if (point == '\'' || point == '`' || is_stripped(point))
		return;
	if (point < 0x80) {
		if ((point >= 'a' && point <= 'z') ||
		    (point >= '0' && point <= '9'))
			add_ascii(fold, (char)point);
		else
			part(fold);
		return;
	}
	pair = pair_find(point);
	if (pair != NULL) {
		if (pair->folded[0] != '\0')
			add_parted(fold);
		if (pair->folded[0] != '\0')
			fold->previous = 0;
		str_add(fold->out, pair->folded);
		return;
	}
	for (i = 0; i < MEM_COUNT(zeros); i++) {
		if (point >= zeros[i] && point <= zeros[i] + 9) {
			add_ascii(fold, (char)('0' + point - zeros[i]));
			return;
		}
	}
	if (is_word(point))
		add_letter(fold, point);
	else
		part(fold);
}

static void add_decomposed(struct fold *fold, int32_t point)
{
	utf8proc_int32_t parts[PARTS_MAX];
	int last_class = UTF8PROC_BOUNDCLASS_START;
	utf8proc_ssize_t count, i;

	/* An acute by itself would come apart into a blank and a mark. */
	if (pair_find(point) != NULL) {
		add_point(fold, point);
		return;
	}
	count = utf8proc_decompose_char(point, parts, PARTS_MAX,
					UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
					    UTF8PROC_CASEFOLD | UTF8PROC_IGNORE,
					&last_class);
	for (i = 0; i < count && i < PARTS_MAX; i++)
		add_point(fold, parts[i]);
}

void text_fold(const char *text, struct str *out)
{
	struct fold fold = {.out = out, .begin = out->len};
	size_t len = text != NULL ? strlen(text) : 0;
	size_t at, used;
	int32_t point;

	for (at = 0; at < len; at += used) {
		point = text_decode(text + at, len - at, &used);
		if (point < 0)
			part(&fold);
		else if (point >= 'A' && point <= 'Z')
			add_ascii(&fold, (char)(point - 'A' + 'a'));
		else if (point < 0x80)
			add_point(&fold, point);
		else
			add_decomposed(&fold, point);
	}
}
