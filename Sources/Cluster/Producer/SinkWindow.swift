/// How many articles a sink is told of after one has died: half as many as that one had, then one more with each report.
///
/// What is the death of a sink may be what it has to do at once: articles that take more memory together than it is given.
/// Told of all of them again, the next one dies as well, and nothing is ever reported. So each death halves what the next
/// one gets, down to one article, as a congestion window does (Jacobson, 1988). A sink that was killed by hand costs nobody
/// anything: its successor has as many again after as many reports.
struct SinkWindow: Sendable {
    /// `nil`: nothing but the limit of open articles.
    private var width: Int?

    /// The sink that had `count` articles is gone without goodbye.
    mutating func died(having count: Int) {
        guard count > 0 else { return }
        width = max(1, min(width ?? count, count) / 2)
    }

    /// An article was reported, where `limit` may be open.
    mutating func reported(limit: Int) {
        guard let width else { return }
        self.width = width + 1 < limit ? width + 1 : nil
    }

    /// Whether the sink may be told of one more beside `count`.
    func hasRoom(beside count: Int) -> Bool { width.map { count < $0 } ?? true }
}
