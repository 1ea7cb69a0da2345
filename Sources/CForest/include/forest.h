// Decision trees for many phrases at once, in numbers of 16 bits: half as wide is twice as fast. Integers alone: the same
// numbers on every machine.
#pragma once

#include <stddef.h>
#include <stdint.h>

// As many as go on behind the first trees: what is read of a question is read once for all of them.
enum { forest_lanes = 64 };

// Where the feature at `feature` is greater than `limit` the answer is that of the slot at `above`, else that of the one at
// `below`: how many numbers stand before it. A slot has a number for each lane. The slots of a tree are those of its leaves, then one for each question, in their order: what a
// question leads to stands before it, and the last slot is the tree's answer.
struct forest_question {
    int16_t limit;
    uint16_t feature;
    uint32_t below;
    uint32_t above;
};

// How many of the next leaves and questions are those of a tree.
struct forest_tree {
    uint16_t leaves;
    uint16_t questions;
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

// Adds to `scores`, a number for each lane, what trees say, whose leaves and questions stand one behind the other. `slots`
// is memory for those of the largest tree: they are used again for the next one, and so stay in the nearest cache.
void forest_ask(const struct forest_tree *_Nullable trees, size_t count, const int16_t *_Nullable leaves,
                const struct forest_question *_Nullable questions, const int16_t *_Nonnull features,
                int16_t *_Nonnull slots, int32_t *_Nonnull scores);

// Adds to `scores` what adjustments say, whose conditions stand one behind the other.
void forest_adjust(const struct forest_adjustment *_Nullable adjustments, size_t count,
                   const struct forest_condition *_Nullable conditions, const int16_t *_Nonnull features,
                   int32_t *_Nonnull scores);
