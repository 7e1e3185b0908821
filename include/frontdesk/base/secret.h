/*
 * secret.h - PINs, hashes and random bytes (libsodium)
 */
#ifndef FRONTDESK_BASE_SECRET_H
#define FRONTDESK_BASE_SECRET_H

#include <stdbool.h>
#include <stddef.h>

#include "frontdesk/base/error.h"

#define SECRET_HASH_SIZE 129 /* of the printable Argon2id string, with NUL */
#define SECRET_DIGEST_LEN 32 /* bytes of a BLAKE2b digest */

/* 4 to 64 digits or letters; ERROR_INVALID names the field "pin". */
bool secret_pin_check(const char *pin, struct error *err);

/* Argon2id with libsodium's interactive limits. ERROR_SYSTEM without memory. */
bool secret_hash(const char *pin, char out[SECRET_HASH_SIZE],
		 struct error *err);
bool secret_matches(const char *hash, const char *pin);

void secret_digest(const void *data, size_t len,
		   unsigned char out[SECRET_DIGEST_LEN]);
/* Lower case, and a NUL; out holds 2 * len + 1. */
void secret_hex(const void *data, size_t len, char *out);
void secret_random(void *out, size_t len);
void secret_wipe(void *data, size_t len);

#endif
