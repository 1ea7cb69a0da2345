#pragma once

// The processor at hand decides which of these runs.
#if defined(__x86_64__) && defined(__ELF__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx512dq", "avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

#define LOAD(vector, address) memcpy(&(vector), (address), sizeof(vector))
#define STORE(address, vector) memcpy((address), &(vector), sizeof(vector))
