/*
 * export.c - everything out again; a copy; a check
 */
#include "frontdesk/store/export.h"

#include "desk_private.h"
#include "export_csv.h"
#include "export_voices.h"
#include "frontdesk/desk/import.h"
#include "frontdesk/store/audit.h"

struct exporting {
	struct desk *desk;
	enum export_kind kind;
	desk_export_fn *each;
	void *state;
};

static bool write_json(const struct json *row, void *state, struct error *err)
{
	const struct exporting *exporting = state;
	struct str line = STR_INIT;
	bool is_written;

	json_write(row, false, &line);
	str_add_char(&line, '\n');
	is_written = exporting->each(str_text(&line), exporting->state, err);
	str_release(&line);
	return is_written;
}

static bool write_resident(const struct resident *resident, void *state,
			   struct error *err)
{
	const struct exporting *exporting = state;
	struct str line = STR_INIT;
	bool is_written;

	export_add_resident(resident, &line);
	is_written = exporting->each(str_text(&line), exporting->state, err);
	str_release(&line);
	return is_written;
}

static bool write_residents(struct db *db, struct exporting *exporting,
			    struct error *err)
{
	struct str header = STR_INIT;
	bool is_written;

	export_add_resident_header(&header);
	is_written = exporting->each(str_text(&header), exporting->state, err);
	str_release(&header);
	return is_written &&
	       export_residents(db, write_resident, exporting, err);
}

static bool write_organisation(const char *uuid,
			       const struct organisation *organisation,
			       const struct organisation_person *people,
			       size_t people_count, void *state,
			       struct error *err)
{
	const struct exporting *exporting = state;
	struct str line = STR_INIT;
	bool is_written;

	export_add_organisation(uuid, organisation, people, people_count,
				&line);
	is_written = exporting->each(str_text(&line), exporting->state, err);
	str_release(&line);
	return is_written;
}

static bool write_organisations(struct db *db, struct exporting *exporting,
				struct error *err)
{
	struct str header = STR_INIT;
	bool is_written;

	export_add_organisation_header(&header);
	is_written = exporting->each(str_text(&header), exporting->state, err);
	str_release(&header);
	return is_written &&
	       export_organisations(db, write_organisation, exporting, err);
}

static bool write_topics(struct db *db, const struct exporting *exporting,
			 struct error *err)
{
	struct str text = STR_INIT;
	bool is_written =
	    export_add_topics(db, &text, err) &&
	    exporting->each(str_text(&text), exporting->state, err);

	str_release(&text);
	return is_written;
}

static bool export_work(struct db *db, void *state, struct error *err)
{
	struct exporting *exporting = state;

	switch (exporting->kind) {
	case EXPORT_RESIDENTS:
		return write_residents(db, exporting, err);
	case EXPORT_ORGANISATIONS:
		return write_organisations(db, exporting, err);
	case EXPORT_TOPICS:
		return write_topics(db, exporting, err);
	case EXPORT_FEEDBACK:
		return export_feedback(db, write_json, exporting, err);
	case EXPORT_IDEAS:
		return export_ideas(db, write_json, exporting, err);
	case EXPORT_THANKS:
		return export_thanks(db, write_json, exporting, err);
	default:
		return export_tables(db, write_json, exporting, err);
	}
}

static bool note_work(struct db *db, void *state, struct error *err)
{
	(void)state;
	return audit_note(db, "export", "city", 1, err);
}

bool desk_export(struct desk *desk, enum export_kind kind, desk_export_fn *each,
		 void *state, struct error *err)
{
	struct exporting exporting = {desk, kind, each, state};

	/* Noted first: no name leaves without a trace of who took it. */
	return desk_may(desk, DUTY_IMPORT, err) &&
	       db_transaction(desk->db, note_work, NULL, err) &&
	       db_snapshot(desk->db, export_work, &exporting, err);
}

bool desk_backup(struct desk *desk, const char *path, struct error *err)
{
	return desk_may(desk, DUTY_IMPORT, err) &&
	       db_backup(desk->db, path, err);
}

bool desk_check(struct desk *desk, struct error *err)
{
	return desk_need_session(desk, err) && db_check(desk->db, err);
}

bool desk_recount(struct desk *desk, struct error *err)
{
	return desk_may(desk, DUTY_IMPORT, err) && db_recount(desk->db, err);
}
