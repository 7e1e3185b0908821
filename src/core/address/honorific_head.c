/*
 * honorific_head.c - a rank or office without what says that somebody left
 */
#include <string.h>
#include <strings.h>

#include "frontdesk/base/mem.h"
#include "honorific.h"

static const char *const former[] = {"ret",    "ret.",	   "retired",
				     "former", "formerly", "ex",
				     "past",   "emeritus", "emerita"};
static const char *const services[] = {"USA", "USAF", "USMC",
				       "USN", "USSF", "USCG"};

static bool is_among(const char *word, size_t len, const char *const *words,
		     size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (strlen(words[i]) == len &&
		    !strncasecmp(word, words[i], len))
			return true;
	}
	return false;
}

static bool is_former(const char *word, size_t len)
{
	return is_among(word, len, former, MEM_COUNT(former));
}

/* Behind a bracket or a comma: "(Ret.)", ", USA, retired". */
static bool says_former(const char *rest)
{
	static const char signs[] = " (),;";

	for (rest += strspn(rest, signs); *rest; rest += strspn(rest, signs)) {
		size_t len = strcspn(rest, signs);

		if (is_former(rest, len))
			return true;
		rest += len;
	}
	return false;
}

/* Where the last word begins; 0 where there is but one. */
static size_t last_word(const char *text, size_t len)
{
	while (len > 0 && text[len - 1] != ' ')
		len--;
	return len;
}

/* "Colonel USMC Ret.": one word after the other goes. */
static void cut_end(struct honorific_head *head)
{
	for (;;) {
		size_t at;

		while (head->len > 0 && head->text[head->len - 1] == ' ')
			head->len--;
		at = last_word(head->text, head->len);
		if (at == 0)
			return;
		if (is_former(head->text + at, head->len - at))
			head->is_former = true;
		else if (!is_among(head->text + at, head->len - at, services,
				   MEM_COUNT(services)))
			return;
		head->len = at;
	}
}

/* "Former Mayor", "Ret. Judge", "ex-Mayor". */
static void cut_begin(struct honorific_head *head)
{
	for (;;) {
		size_t len = 0;

		while (len < head->len && !strchr(" -", head->text[len]))
			len++;
		if (len == head->len || !is_former(head->text, len))
			return;
		head->is_former = true;
		head->text += len + 1;
		head->len -= len + 1;
		while (head->len > 0 && *head->text == ' ') {
			head->text++;
			head->len--;
		}
	}
}

struct honorific_head honorific_head(const char *text)
{
	struct honorific_head head = {.text = text, .len = strcspn(text, "(,")};

	head.is_former = says_former(text + head.len);
	cut_end(&head);
	cut_begin(&head);
	return head;
}
