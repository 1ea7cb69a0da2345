#include "forest.h"

#include <string.h>

// One vector for all lanes: as many instructions as the processor's vectors are narrower than that.
typedef int16_t lanes __attribute__((vector_size(sizeof(int16_t) * forest_lanes)));
typedef int32_t wide __attribute__((vector_size(sizeof(int32_t) * forest_lanes)));
// Sums wrap around.
typedef uint32_t sums __attribute__((vector_size(sizeof(uint32_t) * forest_lanes)));

// The processor at hand decides which of these runs.
#if defined(__x86_64__) && defined(__ELF__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx512bw", "avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

#define LOAD(vector, address) memcpy(&(vector), (address), sizeof(vector))
#define STORE(address, vector) memcpy((address), &(vector), sizeof(vector))
#define WIDENED(vector) ((sums)__builtin_convertvector((vector), wide))

void forest_fill(int16_t *slots, uint16_t slot, int16_t value) {
    for (int lane = 0; lane < forest_lanes; lane++) slots[(size_t)slot * forest_lanes + lane] = value;
}

FOR_EACH_PROCESSOR
void forest_ask(const struct forest_question *questions, size_t questionCount, const uint16_t *roots, size_t rootCount,
                const int16_t *features, int16_t *slots, int32_t *scores) {
    for (size_t index = 0; index < questionCount; index++) {
        const struct forest_question question = questions[index];
        lanes feature, below, above;
        LOAD(feature, features + (size_t)question.feature * forest_lanes);
        LOAD(below, slots + (size_t)question.below * forest_lanes);
        LOAD(above, slots + (size_t)question.above * forest_lanes);
        const lanes is_above = feature > question.limit;
        const lanes answer = (is_above & above) | (~is_above & below);
        STORE(slots + (size_t)question.slot * forest_lanes, answer);
    }
    sums sum;
    LOAD(sum, scores);
    for (size_t index = 0; index < rootCount; index++) {
        lanes answer;
        LOAD(answer, slots + (size_t)roots[index] * forest_lanes);
        sum += WIDENED(answer);
    }
    STORE(scores, sum);
}

FOR_EACH_PROCESSOR
void forest_adjust(const struct forest_adjustment *adjustments, size_t count, const struct forest_condition *conditions,
                   const int16_t *features, int32_t *scores) {
    sums sum;
    LOAD(sum, scores);
    for (size_t index = 0; index < count; index++) {
        lanes holds = (lanes){0} == (lanes){0};
        for (int16_t number = 0; number < adjustments[index].conditions; number++, conditions++) {
            lanes feature;
            LOAD(feature, features + (size_t)conditions->feature * forest_lanes);
            holds &= (feature >= conditions->least) & (feature <= conditions->greatest);
        }
        sum += WIDENED(holds & adjustments[index].value);
    }
    STORE(scores, sum);
}
