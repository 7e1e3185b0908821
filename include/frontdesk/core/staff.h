/*
 * staff.h - who works here, at which window, in which building, for whom
 */
#ifndef FRONTDESK_CORE_STAFF_H
#define FRONTDESK_CORE_STAFF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frontdesk/base/error.h"

enum role { ROLE_CLERK, ROLE_STAFF, ROLE_SUPERVISOR, ROLE_ADMINISTRATOR };

const char *role_name(enum role role); /* "clerk" … */
bool role_parse(const char *text, enum role *out, struct error *err);

/* What a role may do. */
enum duty {
	DUTY_SERVE,	   /* log visits, look up, hand off: everybody */
	DUTY_READ_DAY,	   /* the day's figures: everybody */
	DUTY_PRINT_DAY,	   /* and their lists with names: supervisor up */
	DUTY_VOID_ANY,	   /* void another's visit: supervisor up */
	DUTY_MANAGE_STAFF, /* administrator */
	DUTY_IMPORT,	   /* supervisor up */
	DUTY_CALENDAR,	   /* hours, holidays, closures: supervisor up */
	DUTY_DECIDE,	   /* what becomes of an idea: supervisor up */
	DUTY_OVERSEE,	   /* the live board, patterns: supervisor up */
	DUTY_CLOSE_DAY,	   /* supervisor up */
};
bool role_may(enum role role, enum duty duty);

struct staff {
	int64_t staff_id;
	char *login;
	char *name;	   /* as signed: "A. Ruiz" */
	char *formal_name; /* as said to visitors: "Ms. Ruiz" */
	enum role role;
	int64_t department_id; /* 0: none */
	char *department;      /* its name, or NULL */
	char *telephone;
	char *languages;     /* "en es", in order */
	int in_until_minute; /* local minute of the day, -1: not known */
	bool has_pin;
	bool is_active;
};

void staff_release(struct staff *staff);
bool staff_check(const struct staff *staff, struct error *err);

struct staff_list {
	struct staff *items;
	size_t count;
};
void staff_list_release(struct staff_list *list);

/* How a hand-off reaches a department besides its list on the screen. */
enum delivery { DELIVERY_SCREEN, DELIVERY_PRINTER, DELIVERY_MAIL };
const char *delivery_name(enum delivery delivery); /* "screen" … */
bool delivery_parse(const char *text, enum delivery *out, struct error *err);

struct department {
	int64_t department_id;
	char *name;
	char *telephone;
	char *place;
	enum delivery delivery;
	char *delivery_to; /* the printer's name, the address; NULL: none */
	/* Who stands in where nobody is in: a department, or else a person. */
	int64_t deputy_id, deputy_staff_id; /* 0: none */
	char *deputy;			    /* its name to read, or NULL */
};
void department_release(struct department *department);

/* The fields' limits; a delivery by mail has one address, and the printer's
 * name is one that lp may take for nothing else (field "delivery_to"). */
bool department_check(const struct department *department, struct error *err);

/* One address, "planning@city.example": what may stand in a header. */
bool mail_address_check(const char *address, const char *field,
			struct error *err);

struct department_list {
	struct department *items;
	size_t count;
};
void department_list_release(struct department_list *list);

struct counter_window {
	int64_t counter_window_id;
	int64_t site_id;
	char *label;
};
struct counter_window_list {
	struct counter_window *items;
	size_t count;
};
void counter_window_list_release(struct counter_window_list *list);

struct site {
	int64_t site_id;
	char *name;
	char *time_zone;		 /* "America/Los_Angeles" */
	int opens_minute, closes_minute; /* as it began: calendar.h has its
					    hours */
	int64_t wait_target;		 /* ms */
	int64_t handoff_wait; /* ms until an offer shows to the supervisor */
};
void site_release(struct site *site);

#endif
