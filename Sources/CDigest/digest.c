#include "digest.h"

#if defined(__x86_64__)

#include <immintrin.h>
#include <string.h>

// FIPS 180-4, 4.2.2.
static const uint32_t constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

// The state's words a to h as the instructions want them: two vectors of a, b, e, f and of c, d, g, h.
typedef struct {
    __m128i abef, cdgh;
} words;

__attribute__((target("sha,sse4.1"))) static words compress(words state, const uint8_t *bytes, size_t blocks) {
    const __m128i big_endian = _mm_set_epi8(12, 13, 14, 15, 8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3);
    for (; blocks > 0; blocks--, bytes += 64) {
        words before = state;
        // The last 16 words of the message schedule, four to a vector, round and round.
        __m128i schedule[4];
        for (int group = 0; group < 16; group++) {
            __m128i next;
            if (group < 4) {
                next = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(bytes + 16 * group)), big_endian);
            } else {
                __m128i last = schedule[(group + 3) & 3];
                next = _mm_sha256msg1_epu32(schedule[group & 3], schedule[(group + 1) & 3]);
                next = _mm_add_epi32(next, _mm_alignr_epi8(last, schedule[(group + 2) & 3], 4));
                next = _mm_sha256msg2_epu32(next, last);
            }
            schedule[group & 3] = next;
            // Four rounds, two to an instruction.
            __m128i added = _mm_add_epi32(next, _mm_loadu_si128((const __m128i *)(constants + 4 * group)));
            state.cdgh = _mm_sha256rnds2_epu32(state.cdgh, state.abef, added);
            state.abef = _mm_sha256rnds2_epu32(state.abef, state.cdgh, _mm_shuffle_epi32(added, 0x0E));
        }
        state.abef = _mm_add_epi32(state.abef, before.abef);
        state.cdgh = _mm_add_epi32(state.cdgh, before.cdgh);
    }
    return state;
}

__attribute__((target("sha,sse4.1"))) static void sha256(const uint8_t *bytes, size_t count, uint8_t digest[32]) {
    // FIPS 180-4, 5.3.3; from the lowest word of each vector: f, e, b, a and h, g, d, c.
    words state = {
        _mm_set_epi32(0x6a09e667, (int)0xbb67ae85, 0x510e527f, (int)0x9b05688c),
        _mm_set_epi32(0x3c6ef372, (int)0xa54ff53a, 0x1f83d9ab, 0x5be0cd19),
    };
    size_t whole = count / 64;
    state = compress(state, bytes, whole);
    // What is left, a bit, zeros, and the length in bits.
    uint8_t end[128] = {0};
    size_t left = count % 64;
    if (left > 0) memcpy(end, bytes + 64 * whole, left);
    end[left] = 0x80;
    size_t blocks = left < 56 ? 1 : 2;
    uint64_t bits = (uint64_t)count * 8;
    for (int place = 0; place < 8; place++) end[64 * blocks - 1 - place] = (uint8_t)(bits >> (8 * place));
    state = compress(state, end, blocks);

    uint32_t abef[4], cdgh[4];
    _mm_storeu_si128((__m128i *)abef, state.abef);
    _mm_storeu_si128((__m128i *)cdgh, state.cdgh);
    const uint32_t inOrder[8] = {abef[3], abef[2], cdgh[3], cdgh[2], abef[1], abef[0], cdgh[1], cdgh[0]};
    for (int word = 0; word < 8; word++) {
        for (int place = 0; place < 4; place++) digest[4 * word + place] = (uint8_t)(inOrder[word] >> (24 - 8 * place));
    }
}

bool digest_sha256_by_processor(const uint8_t *bytes, size_t count, uint8_t digest[32]) {
    if (!__builtin_cpu_supports("sha") || !__builtin_cpu_supports("sse4.1")) return false;
    sha256(bytes, count, digest);
    return true;
}

#else

bool digest_sha256_by_processor(const uint8_t *bytes, size_t count, uint8_t digest[32]) {
    (void)bytes;
    (void)count;
    (void)digest;
    return false;
}

#endif
