#pragma once

// Asks the processor to fetch the cache line that `address` stands in, and does not wait for it.
static inline void prefetch(const void *_Nonnull address) { __builtin_prefetch(address); }
