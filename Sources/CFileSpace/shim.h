#pragma once
// Linux's fallocate(2), which Swift's Glibc does not have: glibc declares it for _GNU_SOURCE alone.
#include <sys/types.h>

extern int fallocate64(int descriptor, int mode, long long offset, long long length);

/// The file's size stays as it is (FALLOC_FL_KEEP_SIZE of linux/falloc.h).
static inline int allocateBlocks(int descriptor, long long length) { return fallocate64(descriptor, 1, 0, length); }
