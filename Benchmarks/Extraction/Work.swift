import Glibc

/// One function on several threads at once.
final class Work: Sendable {
    private let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }

    /// Returns when all have ended.
    func onThreads(_ count: Int) {
        var threads: [pthread_t] = []
        for _ in 0..<count {
            var thread = pthread_t()
            let retained = Unmanaged.passRetained(self)
            let result = pthread_create(
                &thread,
                nil,
                { argument in
                    if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
                    return nil
                },
                retained.toOpaque()
            )
            if result == 0 { threads.append(thread) } else { retained.release() }
        }
        for thread in threads { pthread_join(thread, nil) }
    }
}
