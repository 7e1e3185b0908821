/*
 * mem.c - memory that is there, or a program that ends in order
 */
#include "frontdesk/base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void (*restore_screen)(void);

void mem_on_exhausted(void (*restore)(void))
{
	restore_screen = restore;
}

static _Noreturn void exhausted(void)
{
	static const char text[] =
	    "frontdesk: the memory is exhausted: close other programs and "
	    "start again; what was typed is in the draft\n";
	void (*restore)(void) = restore_screen;
	ssize_t written;

	/* Restoring may run out of memory too: it is asked only once. */
	restore_screen = NULL;
	if (restore != NULL)
		restore();
	/* Not exit(): what runs there may want memory as well. */
	written = write(STDERR_FILENO, text, sizeof(text) - 1);
	(void)written;
	_exit(1);
}

void *mem_new(size_t count, size_t size)
{
	void *block = calloc(count > 0 ? count : 1, size > 0 ? size : 1);

	if (block == NULL)
		exhausted();
	return block;
}

void *mem_resize(void *block, size_t count, size_t size)
{
	void *resized;

	if (size > 0 && count > SIZE_MAX / size)
		exhausted();
	/* realloc to nothing may free: keep a block that can be freed. */
	resized = realloc(block, count * size > 0 ? count * size : 1);
	if (resized == NULL)
		exhausted();
	return resized;
}

void *mem_grow(void *list, size_t count, size_t size)
{
	if ((count & (count - 1)) != 0)
		return list;
	return mem_resize(list, count > 0 ? count * 2 : 1, size);
}

char *mem_copy(const char *text)
{
	return text != NULL ? mem_copy_n(text, strlen(text)) : NULL;
}

char *mem_copy_n(const char *text, size_t len)
{
	char *copy = mem_resize(NULL, len + 1, 1);

	if (len > 0)
		memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

void mem_replace(char **slot, const char *text)
{
	/* Copied first: text may lie within what is freed. */
	char *copy = mem_copy(text);

	free(*slot);
	*slot = copy;
}
