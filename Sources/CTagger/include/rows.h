// Rows of weights that features choose, fetched ahead and added up.
#pragma once

#include <stddef.h>
#include <stdint.h>

enum {
    // Numbers in a row.
    rows_width = 8,
    // Places for a token's keys.
    rows_keys = 32,
    // Most keys of all sums together.
    rows_most = 1024,
};

#define rows_factor UINT64_C(0x9FB21C651E98DF25)

// The row that a feature chooses among 2 to the power of `bits`, at most 28: its key's product, of which the upper bits
// count (Fibonacci hashing, Knuth 6.4).
static inline uint64_t rows_number(uint64_t key, unsigned bits) {
    return (key * rows_factor) >> (64 - bits);
}

// For each of `tokens` adds the rows, of numbers of 8 bits, that its keys choose to its `sums`, of 16 bits, and writes the
// results as `scores`, of 32. A token has `rows_keys` places for keys, of which the first of `counts` are taken; those
// behind may hold anything.
void rows_add(const void *_Nonnull rows, unsigned bits, const uint64_t *_Nonnull keys, const uint8_t *_Nonnull counts,
              const void *_Nonnull sums, void *_Nonnull scores, size_t tokens);

// Writes to `sums`, of 16 bits, for each of so many the sum of the rows that its keys choose: those from the end of the sum
// before to its own of `ends`. `keys` has room for a multiple of eight; of more than `rows_most` nothing is summed.
void rows_sum(const void *_Nonnull rows, unsigned bits, const uint64_t *_Nonnull keys, const uint16_t *_Nonnull ends,
              void *_Nonnull sums, size_t count);
