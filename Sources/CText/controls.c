#include "controls.h"

#include <string.h>

#include "processors.h"

typedef uint8_t block __attribute__((vector_size(64)));

static inline bool is_control(uint8_t byte) { return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r'; }

FOR_EACH_PROCESSOR
bool controls_stand_in(const uint8_t *bytes, size_t count) {
    size_t offset = 0;
    for (; offset + sizeof(block) <= count; offset += sizeof(block)) {
        block here;
        memcpy(&here, bytes + offset, sizeof(here));
        if (__builtin_reduce_or((here < 0x20) & (here != '\t') & (here != '\n') & (here != '\r')) != 0) return true;
    }
    for (; offset < count; offset++) {
        if (is_control(bytes[offset])) return true;
    }
    return false;
}
