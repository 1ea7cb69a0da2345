package import Articles
internal import Synchronization

/// Server-sent events (WHATWG HTML, «Server-sent events») to whoever listens now.
package final class LiveFeed: Sendable {
    private static let listenerLimit = 64
    /// A listener that is so far behind misses the oldest.
    private static let backlog = 32

    private struct State {
        var listeners: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
        var next = 0
        var isClosed = false
    }

    private let state = Mutex(State())

    package init() {}

    /// What comes from now on, after `first`; `nil` when too many listen.
    package func listen(_ first: [UInt8] = []) -> AsyncStream<[UInt8]>? {
        let (stream, continuation) = AsyncStream.makeStream(
            of: [UInt8].self,
            bufferingPolicy: .bufferingNewest(Self.backlog)
        )
        let number: Int? = state.withLock { state in
            guard !state.isClosed, state.listeners.count < Self.listenerLimit else { return nil }
            state.next += 1
            state.listeners[state.next] = continuation
            return state.next
        }
        guard let number else { return nil }
        if !first.isEmpty { continuation.yield(first) }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { $0.listeners[number] = nil }
        }
        return stream
    }

    package var listenerCount: Int { state.withLock { $0.listeners.count } }

    package func send(_ event: [UInt8]) {
        let listeners = state.withLock { Array($0.listeners.values) }
        for listener in listeners { listener.yield(event) }
    }

    /// Ends all streams: nobody is kept waiting when the console goes.
    package func close() {
        let listeners = state.withLock { state in
            state.isClosed = true
            defer { state.listeners = [:] }
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.finish() }
    }

    /// One event. `data` is one line.
    package static func event(_ name: String, _ data: [UInt8]) -> [UInt8] {
        Array("event: \(name)\ndata: ".utf8) + data + Array("\n\n".utf8)
    }

    private struct Reports: Encodable {
        var count: Int
        var ids: [String]
    }

    /// So many articles are named; who waits for another asks for it.
    private static let namedReports = 50

    /// Reports that are new in the index, or changed.
    package static func reports(_ ids: [ArticleID]) -> [UInt8] {
        let names = ids.prefix(namedReports).map(\.description)
        return event("reports", JSONBytes.encode(Reports(count: ids.count, ids: names)))
    }
}
