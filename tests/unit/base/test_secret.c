/*
 * test_secret.c - PINs, hashes and random bytes
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "frontdesk/base/secret.h"

static void a_pin_matches_its_own_hash_only(void **state)
{
	char hash[SECRET_HASH_SIZE], other[SECRET_HASH_SIZE];
	struct error err;

	(void)state;
	assert_true(secret_hash("4711", hash, &err));
	assert_true(secret_hash("4711", other, &err));
	assert_memory_equal(hash, "$argon2id$", 10);
	assert_string_not_equal(hash, other);
	assert_true(secret_matches(hash, "4711"));
	assert_false(secret_matches(hash, "4712"));
	assert_false(secret_matches("", "4711"));
	assert_false(secret_matches(NULL, "4711"));
	assert_false(secret_matches(hash, NULL));
}

static void a_pin_is_four_or_more_digits_or_letters(void **state)
{
	char longest[66];
	struct error err;

	(void)state;
	memset(longest, 'a', 65);
	longest[64] = longest[65] = '\0';
	assert_true(secret_pin_check("0000", &err));
	assert_true(secret_pin_check(longest, &err));
	longest[64] = 'a';
	assert_false(secret_pin_check(longest, &err));
	assert_false(secret_pin_check("123", &err));
	assert_false(secret_pin_check("12 34", &err));
	assert_false(secret_pin_check(NULL, &err));
	assert_string_equal(err.field, "pin");
}

static void a_digest_is_blake2b_of_256_bits(void **state)
{
	static const unsigned char expected[4] = {0x0e, 0x57, 0x51, 0xc0};
	unsigned char digest[SECRET_DIGEST_LEN], other[SECRET_DIGEST_LEN];

	(void)state;
	secret_digest("", 0, digest);
	assert_memory_equal(digest, expected, 4);
	secret_digest("a", 1, other);
	assert_memory_not_equal(digest, other, SECRET_DIGEST_LEN);
}

static void random_bytes_come_and_secrets_go(void **state)
{
	unsigned char one[32] = {0}, two[32] = {0}, zero[32] = {0};

	(void)state;
	secret_random(one, sizeof(one));
	secret_random(two, sizeof(two));
	assert_memory_not_equal(one, two, sizeof(one));
	secret_wipe(one, sizeof(one));
	assert_memory_equal(one, zero, sizeof(one));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_pin_matches_its_own_hash_only),
	    cmocka_unit_test(a_pin_is_four_or_more_digits_or_letters),
	    cmocka_unit_test(a_digest_is_blake2b_of_256_bits),
	    cmocka_unit_test(random_bytes_come_and_secrets_go),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
