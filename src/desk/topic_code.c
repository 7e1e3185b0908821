/*
 * topic_code.c - a topic by the code that imports and scripts know it by
 */
#include "desk_private.h"
#include "frontdesk/desk/visit.h"
#include "frontdesk/store/topic.h"

bool desk_find_topic_code(struct desk *desk, const char *code,
			  int64_t *topic_id, struct error *err)
{
	return topic_find_code(desk->db, code, topic_id, err);
}
