internal import Cluster
internal import GRDB
internal import Glibc
internal import Synchronization

/// Looks now and then at how much there is in the journal, for metrics.
final class JournalCensus: Sendable {
    private static let pause: Int64 = 1000

    private let state = Mutex<(figures: ProducerSurroundings.Journal?, lastCount: Int64?)>((nil, nil))

    var figures: ProducerSurroundings.Journal? { state.withLock { $0.figures } }

    /// Counts, if it is time to. What can't be found out now stays as it was.
    ///
    /// - Parameters:
    ///   - folder: `nil` for a journal that is nowhere on disk.
    ///   - now: milliseconds since 1970.
    func count(in queue: DatabaseQueue, folder: String?, file: String, now: Int64) {
        let isDue = state.withLock { state in
            if let last = state.lastCount, now >= last, now - last < Self.pause { return false }
            state.lastCount = now
            return true
        }
        // Nobody who asks for the figures waits for the disk.
        guard isDue, var figures = try? queue.read({ try Self.articles($0, now: now) }) else { return }
        if let folder {
            figures.space.bytes = ["", "-wal", "-shm"].reduce(0) { $0 + Self.size(of: file + $1) }
            figures.space.free = Disk(at: folder)?.free ?? 0
        }
        state.withLock { $0.figures = figures }
    }

    private static func articles(_ database: Database, now: Int64) throws -> ProducerSurroundings.Journal {
        var figures = ProducerSurroundings.Journal()
        let counts = try database.cachedStatement(sql: "SELECT state, count FROM counts")
        for row in try Row.fetchAll(counts) {
            let (state, count): (UInt8, Int) = (row[0], row[1])
            switch JobState(rawValue: state) {
            case .waiting: figures.waiting = count
            case .reported: figures.reported = count
            case .partial: figures.partial = count
            case .cancelled: figures.cancelled = count
            case nil: break
            }
        }
        // The first by sequence: the oldest, but for those that were retried, whose age says nothing.
        let oldest = try database.cachedStatement(
            sql: "SELECT submitted_at FROM articles WHERE state = 0 ORDER BY sequence LIMIT 1"
        )
        figures.oldestWaiting = try Int64.fetchOne(oldest).map { Int(max(0, now - $0)) }
        return figures
    }

    private static func size(of path: String) -> Int {
        var file = stat()
        return stat(path, &file) == 0 ? Int(file.st_size) : 0
    }
}
