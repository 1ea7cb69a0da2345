import ClusterRuntime
import Console
import Foundation
import Synchronization
import Testing

@Suite("What desks are asked")
struct DeskTests {
    @Test("pages wait for the desk's threads, and who comes when too many wait is told so")
    func pages() async throws {
        let desk = PageDesk()
        let gate = DispatchSemaphore(value: 0)
        let refused = Mutex(0)
        let made = try await withThrowingTaskGroup(of: Int?.self) { group in
            for number in 0..<20 {
                group.addTask {
                    do {
                        return try await desk.make {
                            gate.wait()
                            gate.signal()
                            return number
                        }
                    } catch let refusal as Refusal {
                        #expect(refusal == .unavailable("too many reports are being opened at once"))
                        // Nothing is answered before all that is too much has been refused.
                        if refused.withLock({
                            $0 += 1; return $0
                        }) == 4 {
                            gate.signal()
                        }
                        return nil
                    }
                }
            }
            let roles = (0..<PageDesk.threads).map { _ in Role(desk) }
            for role in roles { try role.start() }
            var made: [Int] = []
            for try await number in group { if let number { made.append(number) } }
            for role in roles { role.shutDown() }
            for role in roles { try role.wait() }
            return made
        }
        #expect(made.count == 16 && refused.withLock { $0 } == 4)
        await #expect(throws: Refusal.shuttingDown) { try await desk.make {} }
    }

    @Test("who waits when a desk closes is not kept")
    func closing() async throws {
        let desk = PageDesk()
        let role = Role(desk)
        try role.start()
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let gate = DispatchSemaphore(value: 0)
        let first = Task {
            try await desk.make {
                begin.yield()
                gate.wait()
                return 1
            }
        }
        var iterator = begun.makeAsyncIterator()
        await iterator.next()
        let second = Task { try await desk.make { 2 } }
        // Whether it came before the end or after: it is not answered.
        await Task.yield()
        role.shutDown()
        gate.signal()
        #expect(try await first.value == 1)
        await #expect(throws: Refusal.shuttingDown) { try await second.value }
        try role.wait()
    }
}
