#pragma once
// What Linux can be told and asked of files and their file systems that Swift's Glibc does not have: glibc declares it for
// _GNU_SOURCE alone, or not at all.
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/vfs.h>
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

/// Has the file system place each folder that is made in this one in a part of the disk of its own, as it does with those
/// at its root (FS_TOPDIR_FL of ext2 to ext4; chattr(1), T). A hint: other file systems know nothing of it.
static inline void spreadFolders(int descriptor) {
    int flags;
    if (ioctl(descriptor, FS_IOC_GETFLAGS, &flags) != 0 || (flags & FS_TOPDIR_FL)) return;
    flags |= FS_TOPDIR_FL;
    ioctl(descriptor, FS_IOC_SETFLAGS, &flags);
}

/// Returns when all that was written to a file's file system is on disk (syncfs(2)): 0, or -1 with errno.
static inline int syncFileSystem(int descriptor) { return (int)syscall(SYS_syncfs, descriptor); }

/// The kind of file system that a file is on, as statfs(2) numbers them; -1 where that can't be found out.
static inline long long fileSystemType(int descriptor) {
    struct statfs system;
    return fstatfs(descriptor, &system) == 0 ? (long long)system.f_type : -1;
}

/// Names a file anew unless something else has that name (renameat2(2), RENAME_NOREPLACE): 0, or -1 with errno: EEXIST, or
/// EINVAL where the file system does not know that.
static inline int renameWithoutReplacing(const char *path, const char *name) {
    const int workingFolder = -100;  // AT_FDCWD
    return (int)syscall(SYS_renameat2, workingFolder, path, workingFolder, name, RENAME_NOREPLACE);
}
