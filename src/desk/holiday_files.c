/*
 * holiday_files.c - the holidays of data/calendar/holidays.tsv
 */
#include "holiday_files.h"

#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/table.h"
#include "frontdesk/base/text.h"
#include "frontdesk/store/calendar.h"

#define HOLIDAYS "calendar/holidays.tsv"

static bool is_named_before(const struct table *table, size_t row)
{
	const char *name = table_text(table, row, "name");

	for (size_t i = 0; i < row; i++)
		if (str_same(table_text(table, i, "name"), name))
			return true;
	return false;
}

static bool read_row(const struct table *table, size_t row, struct holiday *out,
		     struct error *err)
{
	static const struct text_limit limit = {"name", N_("the name"), 60,
						false, true};

	out->name = (char *)table_text(table, row, "name");
	out->rule_text = (char *)table_text(table, row, "rule");
	if (!text_check(out->name, &limit, err) ||
	    !holiday_rule_parse(out->rule_text, out, err) ||
	    !holiday_observed_parse(table_text(table, row, "observed"),
				    &out->observed, err))
		return table_wrong(table, row, err, "%s", err->text);
	return !is_named_before(table, row) ||
	       table_wrong(table, row, err,
			   _("this holiday stands in the file twice"));
}

static bool add_all(struct db *db, const struct table *table, size_t *count,
		    struct error *err)
{
	for (size_t i = 0; i < table->count; i++) {
		struct holiday holiday = {0};

		if (!read_row(table, i, &holiday, err) ||
		    !holiday_save(db, &holiday, err))
			return false;
	}
	if (count != NULL)
		*count = table->count;
	return true;
}

bool holidays_add(struct db *db, const char *data_dir, size_t *count,
		  struct error *err)
{
	struct table table;
	bool is_added;

	if (!table_load(data_dir, HOLIDAYS, &table, err))
		return false;
	is_added = add_all(db, &table, count, err);
	table_release(&table);
	return is_added;
}

static bool retire_others(struct db *db, const struct table *table,
			  const struct calendar *calendar, struct error *err)
{
	for (size_t i = 0; i < calendar->holiday_count; i++) {
		const char *name = calendar->holidays[i].name;
		bool is_there = false;

		for (size_t row = 0; row < table->count; row++)
			if (str_same(table_text(table, row, "name"), name))
				is_there = true;
		if (!is_there && !holiday_retire(db, name, err))
			return false;
	}
	return true;
}

bool holidays_replace(struct db *db, const char *folder, const char *file,
		      size_t *count, struct error *err)
{
	struct calendar calendar = {0};
	struct table table;
	bool is_done;

	if (!table_load(folder, file != NULL ? file : HOLIDAYS, &table, err))
		return false;
	/* Holidays are the city's, whichever site is asked for. */
	is_done = add_all(db, &table, count, err) &&
		  calendar_get(db, 0, &calendar, err) &&
		  retire_others(db, &table, &calendar, err);
	calendar_release(&calendar);
	table_release(&table);
	return is_done;
}
