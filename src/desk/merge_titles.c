/*
 * merge_titles.c - titles that either record refuses are refused by both
 */
#include "merge_titles.h"

#include <stdlib.h>

#include "frontdesk/base/str.h"
#include "frontdesk/store/merge.h"

static const char FIELD[] = "refused_titles";

void merge_titles_join(const struct resident *merged, struct resident *out)
{
	for (size_t i = 0; i < merged->refused_titles.count; i++)
		title_list_add(&out->refused_titles,
			       merged->refused_titles.items[i]);
	free(resident_drop_refused(out));
}

bool merge_titles_keep(struct db *db, int64_t merge_id,
		       const struct resident *before,
		       const struct resident *now, struct error *err)
{
	struct str was = STR_INIT, became = STR_INIT;
	bool is_kept;

	title_list_format(&before->refused_titles, TITLE_LIST_MARK, &was);
	title_list_format(&now->refused_titles, TITLE_LIST_MARK, &became);
	is_kept = str_same(str_text(&was), str_text(&became)) ||
		  merge_insert_part(db, merge_id, FIELD, str_text(&was),
				    str_text(&became), err);
	str_release(&was);
	str_release(&became);
	return is_kept;
}

bool merge_titles_go_back(const char *field, const char *was,
			  const char *became, struct resident *out)
{
	struct str stands = STR_INIT;

	if (!str_same(field, FIELD))
		return false;
	title_list_format(&out->refused_titles, TITLE_LIST_MARK, &stands);
	if (str_same(str_text(&stands), became)) {
		title_list_release(&out->refused_titles);
		title_list_parse(was, &out->refused_titles);
	}
	str_release(&stands);
	return true;
}
