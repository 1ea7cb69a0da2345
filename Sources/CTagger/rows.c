#include "rows.h"

#include <string.h>

#include "processors.h"

typedef int8_t row __attribute__((vector_size(rows_width)));
typedef int16_t sum __attribute__((vector_size(rows_width * sizeof(int16_t))));
typedef int32_t wide __attribute__((vector_size(rows_width * sizeof(int32_t))));
typedef uint64_t words __attribute__((vector_size(8 * sizeof(uint64_t))));
typedef uint32_t halves __attribute__((vector_size(8 * sizeof(uint32_t))));

// Most rows are in the third cache at best: so many tokens ahead they are asked for.
enum { ahead = 2 };

// Has the processor fetch the rows that `count` keys choose, and writes their numbers.
#define FETCH(keys, count, numbers)                                                                    \
    {                                                                                                  \
        for (size_t place = 0; place < (count); place += 8) {                                          \
            words key;                                                                                 \
            LOAD(key, (keys) + place);                                                                 \
            const halves chosen = __builtin_convertvector((key * rows_factor) >> (64 - bits), halves); \
            STORE((numbers) + place, chosen);                                                          \
        }                                                                                              \
        for (size_t place = 0; place < (count); place++) {                                             \
            __builtin_prefetch((const char *)rows + (size_t)(numbers)[place] * rows_width);            \
        }                                                                                              \
    }

#define ADD_ROW(total, number)                                          \
    {                                                                   \
        row next;                                                       \
        LOAD(next, (const char *)rows + (size_t)(number) * rows_width); \
        total += __builtin_convertvector(next, sum);                    \
    }

FOR_EACH_PROCESSOR
void rows_add(const void *rows, unsigned bits, const uint64_t *keys, const uint8_t *counts, const void *sums,
              void *scores, size_t tokens) {
    uint32_t numbers[ahead + 1][rows_keys];
    for (size_t token = 0; token < tokens + ahead; token++) {
        if (token < tokens) {
            FETCH(keys + token * rows_keys, counts[token], numbers[token % (ahead + 1)])
        }
        if (token < ahead) continue;
        const size_t done = token - ahead;
        const uint32_t *const number = numbers[done % (ahead + 1)];
        sum total;
        LOAD(total, (const char *)sums + done * sizeof(total));
        for (unsigned index = 0; index < counts[done]; index++) ADD_ROW(total, number[index])
        const wide score = __builtin_convertvector(total, wide);
        STORE((char *)scores + done * sizeof(score), score);
    }
}

FOR_EACH_PROCESSOR
void rows_sum(const void *rows, unsigned bits, const uint64_t *keys, const uint16_t *ends, void *sums, size_t count) {
    uint32_t numbers[rows_most];
    const size_t all = count == 0 ? 0 : ends[count - 1];
    if (all > rows_most) return;
    FETCH(keys, all, numbers)
    for (size_t index = 0, place = 0; index < count; index++) {
        sum total = {0};
        for (; place < ends[index]; place++) ADD_ROW(total, numbers[place])
        STORE((char *)sums + index * sizeof(total), total);
    }
}
