#include "codepage.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define BY_VECTORS __attribute__((target("avx512f,avx512bw,avx512vbmi,avx512vbmi2,bmi2,popcnt")))

bool codepage_has_vectors(void) {
    return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi") &&
           __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("bmi2");
}

typedef struct {
    __m512i low, high;
} table;

BY_VECTORS static inline table load(const uint8_t *bytes) {
    return (table){_mm512_loadu_si512(bytes), _mm512_loadu_si512(bytes + 64)};
}

// What the table has of each byte, by its lower seven bits.
BY_VECTORS static inline __m512i look_up(table table, __m512i bytes) {
    return _mm512_permutex2var_epi8(table.low, bytes, table.high);
}

// The first 64 bytes, or as many as there are, with zeros behind them.
BY_VECTORS static inline __m512i next(const uint8_t *bytes, size_t count) {
    return count >= 64 ? _mm512_loadu_si512(bytes) : _mm512_maskz_loadu_epi8(_bzhi_u64(~0ull, (unsigned)count), bytes);
}

// Writes 32 letters, of which those of the mask have two bytes.
BY_VECTORS static inline size_t put(__m256i first, __m256i second, uint32_t two, uint8_t *output) {
    __m512i pairs = _mm512_or_si512(_mm512_cvtepu8_epi16(first), _mm512_slli_epi16(_mm512_cvtepu8_epi16(second), 8));
    __mmask64 kept = _pdep_u64(two, 0xAAAAAAAAAAAAAAAA) | 0x5555555555555555;
    // Packed before it is stored: some processors take a hundred times as long to do both at once.
    _mm512_storeu_si512(output, _mm512_maskz_compress_epi8(kept, pairs));
    return 32 + (size_t)_mm_popcnt_u32(two);
}

BY_VECTORS
codepage_progress codepage_convert(
    const uint8_t *leads, const uint8_t *trails, const uint8_t *bytes, size_t count, uint8_t *output) {
    const table lead = load(leads), trail = load(trails);
    codepage_progress progress = {0, 0};
    while (progress.read < count) {
        size_t left = count - progress.read < 64 ? count - progress.read : 64;
        __m512i block = next(bytes + progress.read, left);
        __mmask64 two = _mm512_movepi8_mask(block);
        __m512i first = _mm512_mask_mov_epi8(block, two, look_up(lead, block));
        if (_mm512_mask_testn_epi8_mask(two, first, first) != 0) break;
        __m512i second = look_up(trail, block);
        uint8_t *place = output + progress.written;
        place += put(_mm512_castsi512_si256(first), _mm512_castsi512_si256(second), (uint32_t)two, place);
        put(_mm512_extracti64x4_epi64(first, 1), _mm512_extracti64x4_epi64(second, 1), (uint32_t)(two >> 32), place);
        // Zeros behind the last byte are written, and do not count.
        progress.written += left + (size_t)_mm_popcnt_u64(two);
        progress.read += left;
    }
    return progress;
}

BY_VECTORS
codepage_sums codepage_sum(const uint8_t *kinds, const uint8_t *bytes, size_t count) {
    const table kind = load(kinds);
    __m512i sums = _mm512_setzero_si512(), seen = sums;
    codepage_sums all = {0, 0, 0, false, false};
    for (size_t offset = 0; offset < count; offset += 64) {
        __m512i block = next(bytes + offset, count - offset);
        __mmask64 beyond = _mm512_movepi8_mask(block);
        __m512i found = _mm512_maskz_mov_epi8(beyond, look_up(kind, block));
        seen = _mm512_or_si512(seen, found);
        sums = _mm512_add_epi64(
            sums, _mm512_sad_epu8(_mm512_and_si512(found, _mm512_set1_epi8(0x1F)), _mm512_setzero_si512()));
        all.beyond_ascii += (size_t)_mm_popcnt_u64(beyond);
        all.letters += (size_t)_mm_popcnt_u64(_mm512_test_epi8_mask(found, _mm512_set1_epi8(codepage_letter)));
    }
    all.sum = (size_t)_mm512_reduce_add_epi64(sums);
    all.marks = _mm512_test_epi8_mask(seen, _mm512_set1_epi8(codepage_mark)) != 0;
    all.missing = _mm512_movepi8_mask(seen) != 0;
    return all;
}

#else

bool codepage_has_vectors(void) { return false; }

codepage_progress codepage_convert(
    const uint8_t *leads, const uint8_t *trails, const uint8_t *bytes, size_t count, uint8_t *output) {
    (void)leads, (void)trails, (void)bytes, (void)count, (void)output;
    return (codepage_progress){0, 0};
}

codepage_sums codepage_sum(const uint8_t *kinds, const uint8_t *bytes, size_t count) {
    (void)kinds, (void)bytes, (void)count;
    return (codepage_sums){0, 0, 0, false, true};
}

#endif
