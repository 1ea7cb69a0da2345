// Text of code pages, whose letters beyond ASCII are the bytes from 0x80 on, many bytes at a time. Its tables have a byte
// for each of these. Only processors that look up 64 bytes at once (AVX-512 VBMI2) do it: others have no faster way than
// byte by byte, which is left to whoever asks.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Whether this processor does any of what follows.
bool codepage_has_vectors(void);

typedef struct {
    size_t read, written;
} codepage_progress;

// Writes the UTF-8 of bytes, as far as they are ASCII and letters that have two bytes in it: up to a group of 64 bytes that
// holds others. `leads` and `trails` have those two bytes, or 0 in `leads`. `output` has room for two bytes for each, and
// for 128 more.
codepage_progress codepage_convert(
    const uint8_t *_Nonnull leads, const uint8_t *_Nonnull trails, const uint8_t *_Nonnull bytes, size_t count,
    uint8_t *_Nonnull output);

// The bits of what codepage_sum has of each byte. Those below are a number that is summed up.
static const uint8_t codepage_letter = 0x20, codepage_mark = 0x40, codepage_missing = 0x80;

typedef struct {
    // Bytes from 0x80 on, how many of them are letters, and the sum of their numbers.
    size_t beyond_ascii, letters, sum;
    // Whether there are such bytes.
    bool marks, missing;
} codepage_sums;

codepage_sums codepage_sum(const uint8_t *_Nonnull kinds, const uint8_t *_Nonnull bytes, size_t count);
