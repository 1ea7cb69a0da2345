// What Swift's Glibc does not have of Linux's files.
#pragma once

#include <sys/syscall.h>
#include <unistd.h>

// Sets what was written to a file on its way to the disk and does not wait for it. A hint: where it can't be had, a sync
// does all.
static inline void files_start_writing(int descriptor) {
#ifdef SYS_sync_file_range
    const unsigned write = 2;  // SYNC_FILE_RANGE_WRITE
    syscall(SYS_sync_file_range, descriptor, 0L, 0L, write);
#else
    (void)descriptor;
#endif
}
