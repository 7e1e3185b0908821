#include "draft.h"

#include <stdlib.h>
#include <string.h>

#include "draft_file.h"
#include "frontdesk/base/mem.h"

#define KIND "visit"

void draft_release(struct draft *draft)
{
	free(draft->form);
	memset(draft, 0, sizeof(*draft));
}

void draft_keep(struct desk *desk, const struct draft *draft)
{
	struct json *object = json_new_object();

	json_put_int(object, "visit", draft->visit_id);
	json_put_int(object, "opened_at", draft->opened_at);
	json_put_int(object, "resident", draft->resident_id);
	json_put_int(object, "organisation", draft->organisation_id);
	json_put_text(object, "channel", channel_name(draft->channel));
	json_put_text(object, "form", draft->form);
	draft_file_write(desk, KIND, object);
	json_free(object);
}

void draft_forget(struct desk *desk)
{
	draft_file_remove(desk, KIND);
}

bool draft_read(struct desk *desk, struct draft *out)
{
	struct json *object = draft_file_read(desk, KIND);
	struct error err = {0};

	*out = (struct draft){0};
	if (!object)
		return false;
	out->visit_id = json_get_int(object, "visit", 0);
	out->opened_at = json_get_int(object, "opened_at", 0);
	out->resident_id = json_get_int(object, "resident", 0);
	out->organisation_id = json_get_int(object, "organisation", 0);
	channel_parse(json_get_text(object, "channel"), &out->channel, &err);
	out->form = mem_copy(json_get_text(object, "form"));
	json_free(object);
	return true;
}
