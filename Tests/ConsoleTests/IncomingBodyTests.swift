import Console
import Testing

/// What bodies hold of the memory for all of them, and for how long.
@Suite("Bodies on their way in")
struct IncomingBodyTests {
    private let limits = IncomingBody.Limits(bytes: 1000, patience: .seconds(30))

    private func parts(_ sizes: [Int], error: (any Error)? = nil) -> AsyncThrowingStream<[UInt8], any Error> {
        AsyncThrowingStream { stream in
            for (index, size) in sizes.enumerated() { stream.yield(Array(repeating: UInt8(index), count: size)) }
            stream.finish(throwing: error)
        }
    }

    @Test("parts are put together")
    func whole() async throws {
        var body = IncomingBody(limits, budget: ByteBudget(1000))
        try await body.collect(parts([2, 0, 1]), elapsed: { .zero })
        #expect(body.bytes == [0, 0, 2])
    }

    @Test("bodies that have not come yet keep no room from others, whatever their number")
    func room() async throws {
        let budget = ByteBudget(1000)
        var unfinished: [IncomingBody] = []
        for _ in 0..<100 {
            var body = IncomingBody(limits, budget: budget)
            await #expect(throws: Refusal.badRequest("the request ended before its body")) {
                try await body.collect(parts([1], error: CancellationError()), elapsed: { .zero })
            }
            unfinished.append(body)
        }
        var whole = IncomingBody(limits, budget: budget)
        try await whole.collect(parts([400, 500]), elapsed: { .zero })
        #expect(whole.bytes.count == 900)
        // All is held now: one byte more finds no room until somebody gives back.
        var late = IncomingBody(limits, budget: budget)
        await #expect(throws: Refusal.unavailable("too many articles are being sent at once")) {
            try await late.collect(parts([1]), elapsed: { .zero })
        }
        unfinished[0].giveBack()
        try await late.collect(parts([1]), elapsed: { .zero })
    }

    @Test("what a refused body held is given back, once")
    func givenBack() async throws {
        let budget = ByteBudget(1000)
        var body = IncomingBody(limits, budget: budget)
        await #expect(throws: Refusal.tooLarge(1000)) {
            try await body.collect(parts([700, 301]), elapsed: { .zero })
        }
        body.giveBack()
        body.giveBack()
        var next = IncomingBody(limits, budget: budget)
        try await next.collect(parts([1000]), elapsed: { .zero })
        var another = IncomingBody(limits, budget: budget)
        await #expect(throws: Refusal.self) { try await another.collect(parts([1]), elapsed: { .zero }) }
    }

    @Test(
        "a body that is under way when the console ends is none, though its parts seem to end",
        .timeLimit(.minutes(5))
    )
    func cutOff() async throws {
        let (parts, part) = AsyncStream.makeStream(of: [UInt8].self)
        let limits = limits
        let body = Task { () -> Refusal? in
            var body = IncomingBody(limits, budget: ByteBudget(1000))
            do throws(Refusal) { try await body.collect(parts, elapsed: { .zero }) } catch { return error }
            return nil
        }
        part.yield([1])
        body.cancel()
        #expect(await body.value == .shuttingDown)
    }

    @Test(
        "a body may take as long as its bytes need on a poor line, and no longer",
        arguments: [(1, 30, true), (1, 31, false), (64 << 10, 32, true), (64 << 10, 33, false)]
    )
    func pace(bytes: Int, seconds: Int, isTaken: Bool) async {
        var body = IncomingBody(.init(bytes: 1 << 20, patience: .seconds(30)), budget: ByteBudget(1 << 20))
        var times = [Duration.zero, .seconds(seconds)][...]
        var refusal: Refusal?
        do {
            try await body.collect(parts([bytes, 1]), elapsed: { times.popFirst() ?? .zero })
        } catch {
            refusal = error
        }
        #expect(refusal == (isTaken ? nil : .tooSlow))
    }
}
