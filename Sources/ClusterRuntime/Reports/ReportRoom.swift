internal import Synchronization

/// How many bytes of articles the reports' disk has room for, by what reports have taken so far for each byte of theirs.
final class ReportRoom: Sendable {
    private struct Experience {
        /// What is taken to be so before there is any: three to five bytes for one, more of short articles.
        var text = 65_536
        var taken = 5 * 65_536
    }

    /// Old experience counts for less.
    private static let memory = 16 << 20
    private static let blockSize = 4096
    /// What is left for the last reports to be larger than was expected.
    private static let margin = 16 << 20

    private let experience = Mutex(Experience())

    /// A report was written.
    ///
    /// - Parameters:
    ///   - text: bytes of its article.
    ///   - bytes: of the report.
    func wrote(text: Int, bytes: Int) {
        let taken = (bytes + Self.blockSize - 1) / Self.blockSize * Self.blockSize
        experience.withLock { experience in
            experience.text += text
            experience.taken += taken
            guard experience.text > Self.memory else { return }
            experience.text /= 2
            experience.taken /= 2
        }
    }

    /// - Returns: bytes of articles for whose reports there is room.
    func articles(on disk: Disk) -> UInt64 {
        let left = max(0, disk.free - min(Self.margin, disk.size / 20))
        return experience.withLock { UInt64(Double(left) * Double($0.text) / Double($0.taken)) }
    }
}
