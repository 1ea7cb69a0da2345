#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// SHA-256 by the instructions that x86 processors have for it; a few times as fast as portable code.
///
/// Returns false, and leaves `digest` as it is, on a processor without them.
bool digest_sha256_by_processor(const uint8_t *bytes, size_t count, uint8_t digest[32]);
