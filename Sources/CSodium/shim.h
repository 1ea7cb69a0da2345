#pragma once
// libsodium comes with libzmq (CURVE); SHA-256 is all that is used of it here.
#include <sodium/crypto_hash_sha256.h>
