#pragma once
// Linux's fallocate(2), which Swift's Glibc does not have: glibc declares it for _GNU_SOURCE alone.
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

extern int fallocate64(int descriptor, int mode, long long offset, long long length);

/// The file's size stays as it is (FALLOC_FL_KEEP_SIZE of linux/falloc.h).
static inline int allocateBlocks(int descriptor, long long length) { return fallocate64(descriptor, 1, 0, length); }

/// Sets what was written to a file on its way to the disk and does not wait for it (sync_file_range(2)). A hint: where it
/// can't be had, a sync does all.
static inline void startWriting(int descriptor) {
#ifdef SYS_sync_file_range
    const unsigned write = 2;  // SYNC_FILE_RANGE_WRITE
    syscall(SYS_sync_file_range, descriptor, 0L, 0L, write);
#else
    (void)descriptor;
#endif
}
