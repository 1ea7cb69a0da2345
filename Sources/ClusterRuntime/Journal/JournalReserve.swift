internal import Articles
package import Cluster
internal import Glibc

/// Room on the journal's disk that new articles may not take: what was accepted is finished with it. What the journal
/// itself needs for that it has beforehand (``JournalRoom``), where the file system can do that; this is for the others,
/// and for whatever else is written to the same disk: reports, logs.
package struct JournalReserve {
    private static let most = 32 << 20

    /// Bytes that are left for this user, less what was admitted.
    private var free: Int
    private let kept: Int

    /// - Parameters:
    ///   - free: bytes that are left for this user.
    ///   - size: bytes of the whole disk; of a small one, less is kept.
    package init(free: Int, size: Int) {
        self.free = free
        kept = min(Self.most, size / 10)
    }

    /// `nil` if nobody knows how full the disk is.
    init?(folder: String) {
        guard let disk = Disk(at: folder) else { return nil }
        self.init(free: disk.free, size: disk.size)
    }

    /// Why nothing that takes so many bytes can be stored; `nil` if it can, and then it counts as stored.
    package mutating func refusal(of bytes: Int) -> String? {
        guard free - bytes < kept else {
            free -= bytes
            return nil
        }
        return
            "the disk is full but for \(Disk.megabytes(free)) MB, of which \(Disk.megabytes(kept)) MB are kept for "
            + "finishing what was accepted, and this takes \(Disk.megabytes(bytes)) MB; make room on that disk"
    }

    /// What articles take until the log has been folded: they are in the log and in the database, with a row, in which
    /// title and source are once more, entries in the indexes, and the pages of those.
    package static func cost(of articles: [StoredArticle]) -> Int {
        articles.reduce(65_536) { sum, stored in
            let article = stored.article
            let row = (article.title?.utf8.count ?? 0) + (article.source?.utf8.count ?? 0)
            return sum + 2 * (article.byteCount + row + 1024)
        }
    }
}
