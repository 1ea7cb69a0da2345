internal import Articles
internal import Cluster

/// What the journal remembers of articles that it has stored or looked up lately, so that what is hot is not read back:
/// each one's row, and of those that wait to be loaded the article itself. All of it is in the database too.
///
/// Bounded: rows are kept for two generations, and articles as far as they are small together. The oldest ones stay, since
/// they are loaded first.
struct JournalMemory: Sendable {
    private static let rowsInGeneration = 8192
    private static let articleBytes = 8 << 20

    private struct Lane: Hashable {
        var submitter: Submitter
        var priority: Priority
    }

    private struct Waiting {
        var article: Article
        /// Bytes in the database.
        var size: Int
    }

    private var rows: [ArticleID: KnownArticle] = [:]
    private var olderRows: [ArticleID: KnownArticle] = [:]
    /// By sequence.
    private var waiting: [Int64: Waiting] = [:]
    private var bytes = 0
    private var lastTurns: [Lane: Int64] = [:]

    // MARK: Rows

    subscript(id: ArticleID) -> KnownArticle? { rows[id] ?? olderRows[id] }

    mutating func remember(_ row: KnownArticle, of id: ArticleID) {
        if rows.count >= Self.rowsInGeneration {
            olderRows = rows
            rows = [:]
        }
        rows[id] = row
    }

    mutating func forget(_ id: ArticleID) {
        rows[id] = nil
        olderRows[id] = nil
    }

    // MARK: Articles

    mutating func keep(_ article: Article, of sequence: Int64, size: Int) {
        guard bytes + size <= Self.articleBytes else { return }
        bytes += size
        waiting[sequence] = Waiting(article: article, size: size)
    }

    /// The article with this sequence and its size in the database. It is loaded once.
    mutating func take(_ sequence: Int64) -> (article: Article, size: Int)? {
        guard let found = waiting.removeValue(forKey: sequence) else { return nil }
        bytes -= found.size
        return (found.article, found.size)
    }

    /// Puts back what was taken.
    mutating func putBack(_ article: Article, of sequence: Int64, size: Int) {
        bytes += size
        waiting[sequence] = Waiting(article: article, size: size)
    }

    // MARK: Turns

    /// The last turn of what a submitter has waiting, if that is known.
    func lastTurn(of submitter: Submitter, _ priority: Priority) -> Int64? {
        lastTurns[Lane(submitter: submitter, priority: priority)]
    }

    mutating func remember(lastTurn turn: Int64, of submitter: Submitter, _ priority: Priority) {
        if lastTurns.count >= Self.rowsInGeneration { lastTurns.removeAll() }
        lastTurns[Lane(submitter: submitter, priority: priority)] = turn
    }

    /// An article waits no more: it may have been the last of its submitter's.
    mutating func forgetTurn(of row: KnownArticle) {
        let lane = Lane(submitter: row.submitter, priority: row.priority)
        if lastTurns[lane] == row.turn { lastTurns[lane] = nil }
    }

    mutating func forgetTurns() { lastTurns.removeAll() }
}
