/*
 * cmd_merge.c - frontdesk merge and unmerge: two records of one person
 */
#include "arguments.h"
#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/core/reference.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/merge.h"
#include "frontdesk/desk/resident.h"

/* The resident's own row: that of the survivor where it was merged. */
static bool find_row(struct desk *desk, const char *text, struct find *out,
		     struct error *err)
{
	struct reference reference;

	if (!reference_parse(text, &reference, err)) {
		if (err->code == ERROR_NOT_FOUND)
			error_set(err, ERROR_INVALID, "reference",
				  _("\"%.40s\" is no reference of a person, as "
				    "in P-4K7-2M9X"),
				  text);
		return false;
	}
	if (!desk_find(desk, reference.text, 1, out, err))
		return false;
	if (out->people_count == 1 && out->rows[0].kind == FIND_RESIDENT)
		return true;
	find_release(out);
	error_set(err, ERROR_NOT_FOUND, "reference",
		  _("there is no resident %s"), reference.text);
	return false;
}

static bool find_id(struct desk *desk, const char *text, int64_t *id,
		    struct error *err)
{
	struct find find = {0};

	if (!find_row(desk, text, &find, err))
		return false;
	*id = find.rows[0].id;
	find_release(&find);
	return true;
}

static void print_row(const struct cli *cli, const struct merge_row *row)
{
	if (row->is_different)
		cli_print(cli, "%-18s %s\n", row->label,
			  row->chosen == MERGE_BOTH ? _("both stay")
						    : row->values[row->chosen]);
}

static bool merge(struct cli *cli, struct desk *desk,
		  const char *const references[2], struct error *err)
{
	struct merge_page page;
	int64_t ids[2] = {0};
	bool is_done;

	if (!find_id(desk, references[0], &ids[0], err) ||
	    !find_id(desk, references[1], &ids[1], err) ||
	    !desk_read_merge(desk, ids[0], ids[1], &page, err))
		return false;
	is_done = desk_merge(desk, &page, err);
	if (is_done) {
		cli_print(cli, _("%s is now %s.\n"),
			  page.records[MERGE_RIGHT].resident.reference,
			  page.records[MERGE_LEFT].resident.reference);
		for (size_t i = 0; i < page.count; i++)
			print_row(cli, &page.rows[i]);
	}
	merge_page_release(&page);
	return is_done;
}

/* Of the records that are read as the survivor, the one that was named. */
static bool unmerge_named(struct desk *desk, const struct find_row *row,
			  struct error *err)
{
	struct resident_page page;
	int64_t id = row->id;

	if (!desk_read_resident(desk, row->id, 1, &page, err))
		return false;
	for (size_t i = 0; row->merged != NULL && i < page.merged_count; i++)
		if (str_same(page.merged[i].reference, row->merged))
			id = page.merged[i].resident_id;
	resident_page_release(&page);
	return desk_unmerge(desk, id, err);
}

static bool unmerge(struct cli *cli, struct desk *desk, const char *text,
		    struct error *err)
{
	struct find find = {0};
	bool is_done;

	if (!find_row(desk, text, &find, err))
		return false;
	is_done = unmerge_named(desk, &find.rows[0], err);
	if (is_done)
		cli_print(cli, _("%s and %s are two records again.\n"),
			  find.rows[0].reference, find.rows[0].merged);
	find_release(&find);
	return is_done;
}

static int run(struct cli *cli, int argc, char **argv, size_t count)
{
	struct argument_list words;
	struct error err = {0};
	struct desk *desk;
	bool is_done;

	if (!arguments_parse(argc, argv, NULL, 0, &words, &err))
		return cli_misused(cli, &err);
	if (words.count != count)
		return cli_usage(cli, argv[0]);
	if (!cli_open_desk(cli, &desk, &err))
		return cli_fail(cli, &err);
	is_done = count == 2 ? merge(cli, desk, words.items, &err)
			     : unmerge(cli, desk, words.items[0], &err);
	desk_close(desk);
	return cli_end(cli, is_done, &err);
}

int cmd_merge(struct cli *cli, int argc, char **argv)
{
	return run(cli, argc, argv, 2);
}

int cmd_unmerge(struct cli *cli, int argc, char **argv)
{
	return run(cli, argc, argv, 1);
}
