/*
 * import_alike.c - what a dry run says of people who may be known already
 */
#include "alike_private.h"
#include "frontdesk/base/mem.h"
#include "import_private.h"

enum { ALIKE_KEPT = 100 };

/* The line of this file that somebody came from; 0: they were there before. */
static size_t line_of(const struct import *import, int64_t resident_id)
{
	for (size_t i = import->made_count; i > 0; i--)
		if (import->made[i - 1].resident_id == resident_id)
			return import->made[i - 1].line;
	return 0;
}

static void note(struct import *import, size_t line,
		 const struct alike_row *row)
{
	struct import_report *report = import->report;
	struct import_alike *one;
	struct str words = STR_INIT;

	if (report->alike_count++ >= ALIKE_KEPT)
		return;
	if (report->alike == NULL)
		report->alike = mem_new(ALIKE_KEPT, sizeof(*report->alike));
	alike_add_words(row, &words);
	one = &report->alike[report->alike_kept++];
	*one = (struct import_alike){
	    .line = line,
	    .line_before = line_of(import, row->resident_id),
	    .words = str_take(&words),
	};
	/* What is made here has a reference that nobody will ever have. */
	if (one->line_before == 0)
		one->reference = mem_copy(row->reference);
}

bool import_list_alike(struct import *import, size_t row,
		       const struct resident *resident, struct error *err)
{
	struct alike alike;

	if (!import->is_dry_run)
		return true;
	if (!alike_list(import->desk, resident, 1, &alike, err))
		return false;
	if (alike.count > 0)
		note(import, import->rows[row].line, &alike.rows[0]);
	alike_release(&alike);
	return true;
}

void import_note_made(struct import *import, size_t row,
		      const struct resident *resident)
{
	if (!import->is_dry_run)
		return;
	if (import->made_count == import->made_size) {
		import->made_size =
		    import->made_size == 0 ? 64 : import->made_size * 2;
		import->made = mem_resize(import->made, import->made_size,
					  sizeof(*import->made));
	}
	import->made[import->made_count++] =
	    (struct import_made){resident->resident_id, import->rows[row].line};
}
