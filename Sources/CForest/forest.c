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

FOR_EACH_PROCESSOR
void forest_ask(const struct forest_tree *trees, size_t count, const int16_t *leaves,
                const struct forest_question *questions, const int16_t *features, int16_t *slots, int32_t *scores) {
    sums sum;
    LOAD(sum, scores);
    for (size_t index = 0; index < count; index++) {
        const struct forest_tree tree = trees[index];
        int16_t *slot = slots;
        lanes answer = {0};
        for (size_t leaf = 0; leaf < tree.leaves; leaf++, leaves++, slot += forest_lanes) {
            answer = (lanes){0} + *leaves;
            STORE(slot, answer);
        }
        for (size_t number = 0; number < tree.questions; number++, questions++, slot += forest_lanes) {
            lanes feature, below, above;
            LOAD(feature, features + questions->feature);
            LOAD(below, slots + questions->below);
            LOAD(above, slots + questions->above);
            const lanes is_above = feature > questions->limit;
            answer = (is_above & above) | (~is_above & below);
            STORE(slot, answer);
        }
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
