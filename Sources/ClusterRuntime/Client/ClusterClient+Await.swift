package import Articles
package import Cluster

extension ClusterClient {
    /// So many articles are asked about at once; they are settled roughly in the order of submission. The producer looks
    /// each of them up at every answer: more would cost it more than it helps the one who waits.
    private static let window = 128
    /// How long the producer waits for one to be settled before it answers all the same, in milliseconds.
    private static let timeout = 1000

    /// Returns when all of `ids` are settled.
    ///
    /// - Parameters:
    ///   - settled: called for each article when it is reported, partial, cancelled, or not known (`nil`).
    ///   - progress: called after each answer, at least about once a second.
    package func waitUntilSettled(
        _ ids: [ArticleID],
        settled: (ArticleID, JobState?) -> Void,
        progress: () -> Void = {}
    ) throws(ClientError) {
        var waiting: [ArticleID] = []
        var rest = ids[...]
        while true {
            let room = Self.window - waiting.count
            waiting += rest.prefix(room)
            rest = rest.dropFirst(room)
            guard !waiting.isEmpty else { return }
            let answer = try conversation.answer(patience: .milliseconds(Self.timeout + 5000)) { [waiting] in
                .await(request: $0, waiting, timeout: Self.timeout)
            }
            guard case .states(_, let states) = answer, states.count == waiting.count else {
                throw Self.unexpected(answer)
            }
            var left: [ArticleID] = []
            for (id, state) in zip(waiting, states) {
                if state == .waiting { left.append(id) } else { settled(id, state) }
            }
            let isTrickle = (waiting.count - left.count) * 4 < waiting.count
            waiting = left
            progress()
            // The producer answers as soon as one is settled: better to ask for several than for each.
            if isTrickle, !waiting.isEmpty { try conversation.pause(.milliseconds(25)) }
        }
    }
}
