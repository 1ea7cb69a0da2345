import ClusterRuntime
import Console
import Foundation
import Testing

@Suite("What desks are asked")
struct DeskTests {
    @Test("pages wait for the desk's thread, and who comes when too many wait is told so")
    func pages() async throws {
        let desk = PageDesk()
        let role = Role(desk)
        let made = try await withThrowingTaskGroup(of: Int?.self) { group in
            for number in 0..<20 {
                group.addTask {
                    do {
                        return try await desk.make { number }
                    } catch let refusal as Refusal {
                        #expect(refusal == .unavailable("too many reports are being opened at once"))
                        return nil
                    }
                }
            }
            // As long as nobody makes pages, those alone who are too many have an answer.
            var answers: [Int?] = []
            for _ in 0..<4 { answers.append(try await group.next() ?? nil) }
            #expect(answers == [nil, nil, nil, nil])
            try role.start()
            var made = 0
            for try await number in group where number != nil { made += 1 }
            return made
        }
        #expect(made == 16)
        role.shutDown()
        try role.wait()
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
