internal import Glibc

/// A file system, as it is now.
struct Disk {
    /// Bytes that are left for this user.
    let free: Int
    /// Bytes in all.
    let size: Int

    /// The one that a file or folder is on; `nil` if that can't be found out.
    init?(at path: String) {
        var disk = statvfs()
        guard statvfs(path, &disk) == 0 else { return nil }
        let block = Int(clamping: disk.f_frsize)
        free = Self.bytes(Int(clamping: disk.f_bavail), block)
        size = Self.bytes(Int(clamping: disk.f_blocks), block)
    }

    /// There are file systems that say «as much as you want».
    private static func bytes(_ blocks: Int, _ block: Int) -> Int {
        let (bytes, isTooMuch) = blocks.multipliedReportingOverflow(by: block)
        return isTooMuch ? .max : bytes
    }

    /// Rounded down to tenths.
    static func megabytes(_ bytes: Int) -> String { "\(bytes / 1_000_000).\(bytes / 100_000 % 10)" }
}
