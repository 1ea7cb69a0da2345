// Seven rows of eight scores, packed into the last 72 bytes of a known word.
#pragma once

#include <stdint.h>
#include <string.h>

enum {
    scores_rows = 7,
    // Bytes of all rows: the lower eight bits of each score, row by row, then sixteen bits for each column, the upper
    // bits of its scores above one another from the first row on.
    scores_packed = scores_rows * 8 + 16,
};

typedef int16_t scores_row __attribute__((vector_size(16)));
typedef uint8_t scores_bytes __attribute__((vector_size(8)));
typedef int8_t scores_signs __attribute__((vector_size(8)));

// How many upper bits the scores of a row have. The word's own row has the greatest scores, its neighbours' come next; of
// the token three places before it says one thing, which a weight of eight bits is for.
static inline int scores_width(int row) {
    const int widths[scores_rows] = {0, 2, 3, 4, 3, 2, 2};
    return widths[row];
}

// How many of the rows before it stand below them.
static inline int scores_shift(int row) {
    const int shifts[scores_rows] = {0, 0, 2, 5, 9, 12, 14};
    return shifts[row];
}

// Adds the rows of `packed` to seven rows of 16 bits that begin at `sums`.
static inline void scores_add(const void *_Nonnull packed, void *_Nonnull sums) {
    scores_row upper;
    memcpy(&upper, (const char *)packed + scores_rows * 8, sizeof upper);
#pragma clang loop unroll(full)
    for (int row = 0; row < scores_rows; row++) {
        const int width = scores_width(row);
        scores_bytes lower;
        scores_row sum;
        memcpy(&lower, (const char *)packed + row * 8, sizeof lower);
        memcpy(&sum, (char *)sums + row * 16, sizeof sum);
        if (width == 0) {
            sum += __builtin_convertvector((scores_signs)lower, scores_row);
        } else {
            // The row's bits move up to the sign, and down again to stand above its lower eight.
            scores_row bits = (upper << (16 - width - scores_shift(row))) >> (8 - width);
            sum += (bits & (int16_t)0xFF00) | __builtin_convertvector(lower, scores_row);
        }
        memcpy((char *)sums + row * 16, &sum, sizeof sum);
    }
}
