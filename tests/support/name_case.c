/*
 * name_case.c - a name to be written, as a line of text
 */
#include "name_case.h"

#include <stddef.h>
#include <string.h>

#include "frontdesk/base/mem.h"

struct word {
	const char *word;
	int value;
};

static const struct part {
	const char *word;
	size_t offset;
} parts[] = {
#define PART(word, member)                                                     \
	{                                                                      \
		word, offsetof(struct name_fields, member)                     \
	}
    PART("locale", locale),
    PART("title", title),
    PART("given", given),
    PART("given-informal", given_informal),
    PART("given2", given2),
    PART("surname", surname),
    PART("surname-prefix", surname_prefix),
    PART("surname-core", surname_core),
    PART("surname2", surname2),
    PART("generation", generation),
    PART("credentials", credentials),
#undef PART
};

bool name_case_set(struct name_case *name, const char *part, const char *text)
{
	for (size_t i = 0; i < MEM_COUNT(parts); i++) {
		if (strcmp(parts[i].word, part) != 0)
			continue;
		memcpy((char *)&name->fields + parts[i].offset, &text,
		       sizeof(text));
		return true;
	}
	return false;
}

/* The value of a word; -1 for one that is not in the list. */
static int value_of(const struct word *words, const char *word)
{
	while (words->word != NULL && strcmp(words->word, word) != 0)
		words++;
	return words->word != NULL ? words->value : -1;
}

bool name_case_set_style(struct name_case *name, const char *order,
			 const char *length, const char *usage,
			 const char *formality)
{
	static const struct word orders[] = {
	    {"", NAME_ORDER_DERIVED},
	    {"none", NAME_ORDER_DERIVED},
	    {"givenFirst", NAME_GIVEN_FIRST},
	    {"surnameFirst", NAME_SURNAME_FIRST},
	    {"sorting", NAME_SORTING},
	    {0},
	};
	static const struct word lengths[] = {{"long", NAME_LONG},
					      {"medium", NAME_MEDIUM},
					      {"short", NAME_SHORT},
					      {0}};
	static const struct word usages[] = {{"referring", NAME_REFERRING},
					     {"addressing", NAME_ADDRESSING},
					     {"monogram", NAME_MONOGRAM},
					     {0}};
	static const struct word formalities[] = {
	    {"formal", NAME_FORMAL}, {"informal", NAME_INFORMAL}, {0}};
	int values[] = {value_of(orders, order), value_of(lengths, length),
			value_of(usages, usage),
			value_of(formalities, formality)};

	for (size_t i = 0; i < MEM_COUNT(values); i++) {
		if (values[i] < 0)
			return false;
	}
	name->style.order = (enum name_order)values[0];
	name->style.length = (enum name_length)values[1];
	name->style.usage = (enum name_usage)values[2];
	name->style.formality = (enum name_formality)values[3];
	return true;
}

bool name_case_read(char *line, struct name_case *name)
{
	enum { STYLE = 5, PARTS = MEM_COUNT(parts) };
	const char *columns[STYLE + PARTS + 1] = {0};
	size_t count = 0;

	line[strcspn(line, "\n")] = '\0';
	for (char *at = line; at != NULL && count < MEM_COUNT(columns);) {
		char *tab = strchr(at, '\t');

		if (tab != NULL)
			*tab++ = '\0';
		columns[count++] = at;
		at = tab;
	}
	*name = (struct name_case){.expected = columns[STYLE + PARTS]};
	if (count < STYLE + PARTS)
		return false;
	name->style.locale = columns[0];
	for (size_t i = 0; i < PARTS; i++)
		name_case_set(name, parts[i].word, columns[STYLE + i]);
	return name_case_set_style(name, columns[1], columns[2], columns[3],
				   columns[4]);
}
