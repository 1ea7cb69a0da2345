internal import Articles
internal import Cluster
internal import GRDB
internal import Logging

/// Which articles the producer opens next.
extension JournalTransaction {
    /// The next articles by priority and turn: at most `count` of them, and no more than `bytes` of text beyond the first.
    mutating func load(count: Int, bytes: Int) throws -> [StoredArticle] {
        var loaded: [StoredArticle] = []
        var size = 0
        for priority in Priority.allCases.reversed() where position.unloaded > 0 {
            // What is left of the turn that was begun, then the turns behind it: two searches, because SQLite does not
            // look up a pair of turn and sequence in an index.
            for isBegun in [true, false] {
                guard loaded.count < count,
                    try load(priority, isBegun: isBegun, into: &loaded, count: count, bytes: bytes, &size)
                else { return loaded }
            }
        }
        return loaded
    }

    /// Loads articles of one priority; returns whether there is room for more.
    private mutating func load(
        _ priority: Priority,
        isBegun: Bool,
        into loaded: inout [StoredArticle],
        count: Int,
        bytes: Int,
        _ size: inout Int
    ) throws -> Bool {
        let place = position[priority]
        let rows = try statements[isBegun ? .loadBegun : .loadNext]
        try rows.bind(1, Int64(priority.rawValue))
        try rows.bind(2, place.turn)
        if isBegun { try rows.bind(3, place.sequence) }
        try rows.bind(isBegun ? 4 : 3, Int64(count - loaded.count))
        var unreadable: [(sequence: Int64, article: String, size: Int, reason: String)] = []
        var hasRoom = true
        // Also where a row can't be read.
        defer { rows.reset() }
        while try rows.step() {
            let sequence = rows.number(0)
            let id = rows.withBytes(1) { ArticleID(bytes: $0) }
            let submitter = rows.number(3)
            let submittedAt = rows.number(5)
            let hot = memory.take(sequence)
            let body = hot == nil ? try body(of: sequence) : nil
            let count = hot?.size ?? body?.count ?? 0
            if !loaded.isEmpty, size + count > bytes {
                if let hot { memory.putBack(hot.article, of: sequence, size: hot.size) }
                hasRoom = false
                break
            }
            position[priority] = JournalPosition.Place(turn: rows.number(4), sequence: sequence)
            position.unloaded -= 1
            do throws(MessageError) {
                guard let id else { throw MessageError("its name is damaged") }
                let article = if let hot { hot.article } else { try Self.article(body, named: id) }
                loaded.append(
                    StoredArticle(
                        id: id,
                        article: article,
                        keepsReportOf: rows.text(2),
                        submitter: Submitter(hash: UInt64(bitPattern: submitter)),
                        priority: priority,
                        // One that was retried was submitted some other time.
                        waited: submitter == Int64(bitPattern: Submitter.nobody.hash)
                            ? nil : TimeSpan(nanoseconds: min(max(0, time - submittedAt), 1 << 40) * 1_000_000)
                    )
                )
                size += count
            } catch {
                let article = id?.description ?? "unknown"
                unreadable.append((sequence, article, count, error.description))
            }
        }
        rows.reset()
        for (sequence, article, size, reason) in unreadable {
            logger.error(
                "an article in the journal can't be read and is cancelled: submit it again",
                metadata: ["article": "\(article)", "reason": "\(reason)"]
            )
            try execute("UPDATE articles SET state = 3, settled_at = ? WHERE sequence = ?", [time, sequence])
            position.waitingBytes -= size
            counted.moved(from: .waiting, to: .cancelled)
            memory = JournalMemory()
        }
        return hasRoom
    }

    private mutating func body(of sequence: Int64) throws -> [UInt8]? {
        let query = try statements[.payload]
        try query.bind(1, sequence)
        defer { query.reset() }
        return try query.step() && !query.isNull(0) ? query.withBytes(0) { Array($0) } : nil
    }

    private static func article(_ body: [UInt8]?, named id: ArticleID) throws(MessageError) -> Article {
        guard let body else { throw MessageError("its text is missing") }
        let read = body.withUnsafeBytes { bytes in
            Result { () throws(MessageError) in try MessageCodec.decodeArticle(bytes) }
        }
        let article = try read.get()
        guard article.id == id else { throw MessageError("it is not what was submitted") }
        return article
    }
}
