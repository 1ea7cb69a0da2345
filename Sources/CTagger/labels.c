#include "labels.h"

#include <string.h>

#include "processors.h"

typedef int32_t lanes __attribute__((vector_size(labels_lanes * sizeof(int32_t))));
// Sums wrap around.
typedef uint32_t sums __attribute__((vector_size(labels_lanes * sizeof(uint32_t))));
typedef int32_t half __attribute__((vector_size(labels_lanes / 2 * sizeof(int32_t))));
typedef uint8_t bytes __attribute__((vector_size(labels_lanes)));

#define CHOOSE(condition, yes, no) (((condition) & (yes)) | (~(condition) & (no)))
#define EACH(lane) lane, lane, lane, lane, lane, lane, lane, lane, lane, lane, lane, lane, lane, lane, lane, lane
#define SPREAD(vector, lane) __builtin_shufflevector(vector, vector, EACH(lane))

// Adds to `scores` those of a row of transitions, or of a token.
#define ADD_ROW(scores, row)                          \
    {                                                 \
        lanes added;                                  \
        LOAD(added, row);                             \
        scores = (lanes)((sums)(scores) + (sums)added); \
    }
#define ADD_TOKEN(scores, token)                                                                                     \
    {                                                                                                                \
        half own;                                                                                                    \
        LOAD(own, (const char *)emissions + (token) * sizeof(own));                                                  \
        const half none = {0};                                                                                       \
        scores = (lanes)((sums)(scores) +                                                                            \
                         (sums)__builtin_shufflevector(own, none, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)); \
    }

// Takes what label `label`, which is lane `lane` of `before`, leads to where that is better than the best so far.
#define TAKE(label, lane)                                             \
    {                                                                 \
        lanes score = SPREAD(before, lane);                           \
        ADD_ROW(score, rows[lane])                                    \
        const lanes is_better = score > best;                         \
        best = CHOOSE(is_better, score, best);                        \
        origin = CHOOSE(is_better, (lanes){0} + (label), origin);     \
    }
#define TAKE_ALL                                                                 \
    lanes best = SPREAD(before, labels_outside), origin = {0};                   \
    ADD_ROW(best, rows[labels_outside])                                          \
    TAKE(1, 0) TAKE(2, 1) TAKE(3, 2) TAKE(4, 3) TAKE(5, 4) TAKE(6, 5) TAKE(7, 6) TAKE(8, 7)

FOR_EACH_PROCESSOR
void labels_decode(const void *emissions, size_t tokens, const struct label_transitions *transitions, int32_t *forward,
                   uint8_t *origins, uint8_t *labels) {
    const int32_t(*const rows)[labels_lanes] = transitions->from;
    const lanes minimum = (lanes){0} + labels_minimum;
    lanes before;
    LOAD(before, transitions->start);
    ADD_TOKEN(before, 0)
    STORE(forward, before);
    for (size_t token = 1; token < tokens; token++) {
        TAKE_ALL
        before = CHOOSE(best > minimum, best, minimum);
        ADD_TOKEN(before, token)
        STORE(forward + token * labels_lanes, before);
        const bytes narrow = __builtin_convertvector(origin, bytes);
        STORE(origins + token * labels_lanes, narrow);
    }
    const int32_t *const last = forward + (tokens - 1) * labels_lanes;
    uint8_t label = 0;
    int32_t best = last[labels_outside];
    for (uint8_t other = 1; other < labels_count; other++) {
        if (last[other - 1] > best) {
            best = last[other - 1];
            label = other;
        }
    }
    for (size_t token = tokens; token-- > 0;) {
        labels[token] = label;
        if (token > 0) label = origins[token * labels_lanes + (label == 0 ? labels_outside : label - 1)];
    }
}

FOR_EACH_PROCESSOR
void labels_complete(const void *emissions, size_t tokens, const struct label_transitions *transitions,
                     int32_t *backward) {
    const int32_t(*const rows)[labels_lanes] = transitions->to;
    const lanes minimum = (lanes){0} + labels_minimum;
    lanes before = {0};
    if (tokens > 0) STORE(backward + (tokens - 1) * labels_lanes, before);
    for (size_t token = tokens; token-- > 1;) {
        ADD_TOKEN(before, token)
        TAKE_ALL
        (void)origin;
        before = CHOOSE(best > minimum, best, minimum);
        STORE(backward + (token - 1) * labels_lanes, before);
    }
}
