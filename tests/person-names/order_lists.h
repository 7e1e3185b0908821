/*
 * order_lists.h - in which order a locale writes whose names, read from the
 * file that a person reviews and not from the tables made of it
 */
#ifndef ORDER_LISTS_H
#define ORDER_LISTS_H

#include <stdbool.h>

/* The order of a name of name_locale for a reader's locale: "givenFirst" or
 * "surnameFirst"; NULL where the file cannot be read. */
const char *order_lists_find(const char *reader, const char *name_locale);

#endif
