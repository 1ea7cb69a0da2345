internal import Glibc

/// Room on the journal's disk that new articles may not take: what was accepted is finished with it, because a report
/// that is made is noted in the journal, too.
package enum JournalReserve {
    /// Twice what the log may grow to before it is folded into the database.
    private static let most = 32 << 20

    /// Why no more articles can be stored in `folder`; `nil` if they can, or if nobody knows.
    static func refusal(folder: String) -> String? {
        var disk = statvfs()
        guard statvfs(folder, &disk) == 0 else { return nil }
        return refusal(free: Int(disk.f_bavail) * Int(disk.f_frsize), size: Int(disk.f_blocks) * Int(disk.f_frsize))
    }

    /// - Parameters:
    ///   - free: bytes that are left for this user.
    ///   - size: bytes of the whole disk; of a small one, less is kept.
    package static func refusal(free: Int, size: Int) -> String? {
        let reserve = min(most, size / 10)
        guard free < reserve else { return nil }
        return
            "the disk is full but for \(megabytes(free)) MB, and \(megabytes(reserve)) MB are kept for finishing what "
            + "was accepted; make room on that disk"
    }

    /// Rounded down to tenths.
    private static func megabytes(_ bytes: Int) -> String { "\(bytes / 1_000_000).\(bytes / 100_000 % 10)" }
}
