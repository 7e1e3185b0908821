/*
 * when_spanish.c - the words of a "by when" that was said in Spanish
 *
 * Each becomes the English word that the reading knows, so that "viernes 3pm"
 * and "2 días hábiles" are read as "friday 3pm" and "2 days business".
 */
#include <stdio.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "when_private.h"

static const char *const words[][2] = {
    {"hoy", "today"},
    {"manana", "tomorrow"},
    {"lunes", "monday"},
    {"martes", "tuesday"},
    {"miercoles", "wednesday"},
    {"jueves", "thursday"},
    {"viernes", "friday"},
    {"sabado", "saturday"},
    {"domingo", "sunday"},
    {"enero", "january"},
    {"febrero", "february"},
    {"marzo", "march"},
    {"abril", "april"},
    {"mayo", "may"},
    {"junio", "june"},
    {"julio", "july"},
    {"agosto", "august"},
    {"septiembre", "september"},
    {"octubre", "october"},
    {"noviembre", "november"},
    {"diciembre", "december"},
    {"dia", "day"},
    {"dias", "days"},
    {"habil", "business"},
    {"habiles", "business"},
    {"semana", "week"},
    {"semanas", "weeks"},
    {"hora", "hour"},
    {"horas", "hours"},
    {"minuto", "minute"},
    {"minutos", "minutes"},
    {"mediodia", "noon"},
    {"proximo", "next"},
    {"proxima", "next"},
    {"un", "a"},
    {"una", "a"},
    {"en", "in"},
    {"para", "by"},
    {"el", "by"},
};

void when_english(char word[WHEN_WORD_SIZE])
{
	for (size_t i = 0; i < MEM_COUNT(words); i++)
		if (strcmp(word, words[i][0]) == 0) {
			snprintf(word, WHEN_WORD_SIZE, "%s", words[i][1]);
			return;
		}
}

char when_plain(const char **text)
{
	/* á é í ó ú ñ, and their capitals 32 before them. */
	static const char letters[][2] = {
	    {'\xa1', 'a'}, {'\xa9', 'e'}, {'\xad', 'i'},
	    {'\xb3', 'o'}, {'\xba', 'u'}, {'\xb1', 'n'},
	};
	char c = **text;

	if (c == '\xc3' && (*text)[1] != '\0')
		for (size_t i = 0; i < MEM_COUNT(letters); i++)
			if (((*text)[1] | 0x20) == letters[i][0]) {
				(*text)++;
				return letters[i][1];
			}
	return str_lower(c);
}
