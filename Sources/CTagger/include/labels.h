// Viterbi's algorithm for the nine labels of IOB2 over four types, in numbers of 32 bits: all labels of a token at once.
#pragma once

#include <stddef.h>
#include <stdint.h>

enum {
    labels_count = 9,
    // B and I of each type in turn, then O; the others are never the best.
    labels_lanes = 16,
    labels_outside = 8,
    // What no score falls below, and what a forbidden label's is.
    labels_minimum = -(1 << 28),
    labels_forbidden = -(1 << 30),
};

struct label_transitions {
    // From the sentence's beginning, to each lane.
    int32_t start[labels_lanes];
    // From the lane that is the row, to each lane.
    int32_t from[labels_count][labels_lanes];
    // To the lane that is the row, from each lane.
    int32_t to[labels_count][labels_lanes];
};

// The best labels of a sentence of one token or more. Of two as good the lower one is taken.
// - emissions: for each token eight scores, of B and of I of each type, against O.
// - forward: for each token and lane the score of the best labels up to it.
// - origins: memory, `labels_lanes` for each token.
// - labels: the result: 0 is O, then B and I of each type in turn.
void labels_decode(const void *_Nonnull emissions, size_t tokens, const struct label_transitions *_Nonnull transitions,
                   int32_t *_Nonnull forward, uint8_t *_Nonnull origins, uint8_t *_Nonnull labels);

// For each token and lane the score of the best labels behind it, `backward`.
void labels_complete(const void *_Nonnull emissions, size_t tokens,
                     const struct label_transitions *_Nonnull transitions, int32_t *_Nonnull backward);
