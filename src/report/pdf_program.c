/*
 * pdf_program.c - where the program that sets pages lies
 */
#include "pdf_program.h"

#include <limits.h>
#include <unistd.h>

#include "frontdesk/base/mem.h"

void pdf_program_find(struct str *out)
{
	/* Beside this program as it was built, or as it was installed. */
	static const char *const places[] = {
	    "frontdesk-pdf", "../libexec/frontdesk/frontdesk-pdf"};
	size_t before = out->len;
	char self[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", self, sizeof(self));

	while (len > 0 && self[len - 1] != '/')
		len--;
	for (size_t i = 0; len > 0 && i < MEM_COUNT(places); i++) {
		str_add_n(out, self, (size_t)len);
		str_add(out, places[i]);
		if (access(str_text(out) + before, X_OK) == 0)
			return;
		str_cut(out, before);
	}
	str_add(out, FRONTDESK_PDF);
}
