// Decision trees for sixteen phrases at once. Integers alone: the same numbers on every machine.
#pragma once

#include <stddef.h>
#include <stdint.h>

enum { forest_lanes = 16 };

// Where `feature` is greater than `limit` the answer is that of slot `above`, else that of slot `below`; it goes into slot
// `slot`. A slot has a number for each lane. Leaves are slots that hold their value from the beginning.
struct forest_question {
    int32_t feature;
    int32_t limit;
    int32_t below;
    int32_t above;
    int32_t slot;
};

// What holds where `feature` is in `least` to `greatest`.
struct forest_condition {
    int32_t feature;
    int32_t least;
    int32_t greatest;
};

// `value` is added where the next `conditions` conditions hold.
struct forest_adjustment {
    int32_t conditions;
    int32_t value;
};

// Sets every lane of a slot.
void forest_fill(int32_t *_Nonnull slots, int32_t slot, int32_t value);

// Adds to `scores`, a number for each lane, what trees say: questions are answered in their order, so that what a question
// leads to stands before it, and the answers in the slots `roots` are added.
void forest_ask(const struct forest_question *_Nullable questions, size_t questionCount, const int32_t *_Nullable roots,
                size_t rootCount, const int32_t *_Nonnull features, int32_t *_Nonnull slots, int32_t *_Nonnull scores);

// Adds to `scores` what adjustments say, whose conditions stand one behind the other.
void forest_adjust(const struct forest_adjustment *_Nullable adjustments, size_t count,
                   const struct forest_condition *_Nullable conditions, const int32_t *_Nonnull features,
                   int32_t *_Nonnull scores);
