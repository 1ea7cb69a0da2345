#include "utf8.h"

#include <string.h>

#include "processors.h"

// One vector of 64 bytes: as many instructions as the processor's vectors are narrower than that.
typedef uint64_t block __attribute__((vector_size(64)));

FOR_EACH_PROCESSOR
size_t utf8_skip(const uint8_t *bytes, size_t count) {
    size_t offset = 0;
    for (; offset + sizeof(block) <= count; offset += sizeof(block)) {
        block before, here;
        memcpy(&before, bytes + offset - 1, sizeof(before));
        memcpy(&here, bytes + offset, sizeof(here));
        // The top bit of each byte that is 11xxxxxx, that is 110xxxxx but for 1100000x, and that is 10xxxxxx.
        const block leads = before & (before << 1);
        const block is_long = (before << 3) | (before << 4) | (before << 5) | (before << 6);
        const block starts = leads & ~(before << 2) & is_long;
        const block goes_on = here & ~(here << 1);
        const block wrong = ((leads ^ starts) | (starts ^ goes_on)) & 0x8080808080808080;
        if (__builtin_reduce_or(wrong) != 0) break;
    }
    return offset;
}
