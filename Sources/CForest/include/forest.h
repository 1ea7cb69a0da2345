// Decision trees for 32 phrases at once, in numbers of 16 bits: half as wide is twice as fast. Integers alone: the same
// numbers on every machine.
#pragma once

#include <stddef.h>
#include <stdint.h>

enum { forest_lanes = 32 };

// Where `feature` is greater than `limit` the answer is that of slot `above`, else that of slot `below`; it goes into slot
// `slot`. A slot has a number for each lane. Leaves are slots that hold their value from the beginning.
struct forest_question {
    int16_t limit;
    uint16_t feature;
    uint16_t below;
    uint16_t above;
    uint16_t slot;
};

// What holds where `feature` is in `least` to `greatest`.
struct forest_condition {
    uint16_t feature;
    int16_t least;
    int16_t greatest;
};

// `value` is added where the next `conditions` conditions hold.
struct forest_adjustment {
    int16_t conditions;
    int16_t value;
};

// Sets every lane of a slot.
void forest_fill(int16_t *_Nonnull slots, uint16_t slot, int16_t value);

// Adds to `scores`, a number for each lane, what trees say: questions are answered in their order, so that what a question
// leads to stands before it, and the answers in the slots `roots` are added.
void forest_ask(const struct forest_question *_Nullable questions, size_t questionCount, const uint16_t *_Nullable roots,
                size_t rootCount, const int16_t *_Nonnull features, int16_t *_Nonnull slots, int32_t *_Nonnull scores);

// Adds to `scores` what adjustments say, whose conditions stand one behind the other.
void forest_adjust(const struct forest_adjustment *_Nullable adjustments, size_t count,
                   const struct forest_condition *_Nullable conditions, const int16_t *_Nonnull features,
                   int32_t *_Nonnull scores);
