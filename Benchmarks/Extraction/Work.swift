import Glibc
import Synchronization

/// Items that several threads take in turn, a few at a time, each with a worker of its own.
///
/// ```swift
/// let cost = Work(sections, inTurn: 16) {
///     var extractor = Extractor(model: model)
///     return { section in progress.count(extractor.findings(in: section)) }
/// }.run(threads: 2)
/// ```
final class Work<Item: Sendable>: Sendable {
    /// What a thread does with each item that it gets.
    typealias Worker = (Item) -> Void

    /// Seconds that passed, and seconds of processor time of all threads.
    struct Cost {
        let seconds, processor: Double
    }

    private let items: [Item]
    private let inTurn: Int
    private let worker: @Sendable () -> Worker
    private let taken = Atomic(0)

    /// - Parameters:
    ///   - inTurn: how many items a thread takes at once.
    ///   - worker: called once on each thread; what it returns stays on that thread.
    init(_ items: [Item], inTurn: Int, worker: @escaping @Sendable () -> Worker) {
        self.items = items
        self.inTurn = inTurn
        self.worker = worker
    }

    /// Returns when all items are done.
    func run(threads count: Int) -> Cost {
        let start = Clock.now()
        let processor = Clock.now(CLOCK_PROCESS_CPUTIME_ID)
        var threads: [pthread_t] = []
        for _ in 0..<count {
            var thread = pthread_t()
            let retained = Unmanaged.passRetained(Body { [self] in takeTurns() })
            let result = pthread_create(
                &thread,
                nil,
                { argument in
                    if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
                    return nil
                },
                retained.toOpaque()
            )
            if result == 0 { threads.append(thread) } else { retained.release() }
        }
        for thread in threads { pthread_join(thread, nil) }
        return Cost(seconds: Clock.now() - start, processor: Clock.now(CLOCK_PROCESS_CPUTIME_ID) - processor)
    }

    private func takeTurns() {
        let work = worker()
        while true {
            let first = taken.add(inTurn, ordering: .relaxed).oldValue
            guard first < items.count else { return }
            for item in items[first..<min(first + inTurn, items.count)] { work(item) }
        }
    }
}

/// A thread's function, as an object: C knows no generic class.
private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
