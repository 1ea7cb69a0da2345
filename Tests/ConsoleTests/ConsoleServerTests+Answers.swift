import ClusterRuntime
import Console
import Foundation
import HTTPTypes
import Synchronization
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// What is sent, in pieces and within bounds.
extension ConsoleServerTests {
    @Test(
        "what clients do not take of large answers is bounded, and who comes beyond that comes back",
        .timeLimit(.minutes(5))
    )
    func answers() async throws {
        var limits = ConsoleServer.Limits()
        limits.answerBytes = 1 << 20
        let large = [UInt8](repeating: 0x78, count: 32 << 20)
        try await withServer(
            limits,
            { request in
                request.path == ["small"] ? .html([0x79]) : .html(large)
            }
        ) { port in
            let ask = { (path: String) in "GET /\(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n" }
            let holder = try await RawClient.Held(port, ask("large"))
            let refused = try await RawClient.exchange(port, ask("large"))
            #expect(refused.hasPrefix("HTTP/1.1 503") && refused.lowercased().contains("\r\nretry-after: "))
            #expect(refused.contains("\"too many large answers are being fetched at once\""), "\(refused)")
            #expect(try await RawClient.exchange(port, ask("small")).hasSuffix("\r\n\r\ny"))
            holder.end()
            // When the server finds out, there is room again, and the answer comes whole.
            var answer = ""
            repeat { answer = try await RawClient.exchange(port, ask("large")) } while answer.hasPrefix("HTTP/1.1 503")
            #expect(answer.hasPrefix("HTTP/1.1 200") && answer.utf8.count > large.count)
        }
    }

    @Test(
        "a file is sent as it is, and of one that is cut short meanwhile the connection ends",
        .timeLimit(.minutes(5))
    )
    func files() async throws {
        let folder = try TemporaryIndex.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let place = folder.appending(path: "file")
        let text = String(repeating: "0123456789", count: 20_000)
        try Data(text.utf8).write(to: place)
        let isCut = Mutex(false)
        try await withServer(
            .init(),
            { _ in
                guard let file = try? OpenFile.at(place.path) else { return .html([]) }
                if isCut.withLock({ $0 }) { _ = truncate(place.path, 100_000) }
                return .json(file)
            }
        ) { port in
            let request = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            let answer = try await RawClient.exchange(port, request)
            #expect(answer.lowercased().contains("\r\ncontent-length: 200000\r\n"))
            #expect(answer.hasSuffix("\r\n\r\n" + text))
            isCut.withLock { $0 = true }
            let cut = try await RawClient.exchange(port, request)
            #expect(cut.lowercased().contains("\r\ncontent-length: 200000\r\n"))
            #expect(cut.hasSuffix("\r\n\r\n" + text.prefix(100_000)))
        }
    }

    @Test("the head of events ends", .timeLimit(.minutes(5)))
    func eventsHead() async throws {
        try await withServer(.init(), { _ in .events(AsyncStream { _ in }) }) { port in
            let answer = try await RawClient.exchange(port, "HEAD /events HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 200") && answer.contains("text/event-stream"))
            #expect(answer.hasSuffix("\r\n\r\n") && !answer.hasSuffix("\r\n0\r\n\r\n"), "\(answer)")
        }
    }

    @Test("events come as they are sent, and end with the feed", .timeLimit(.minutes(5)))
    func events() async throws {
        let feed = LiveFeed()
        try await withServer(.init(), { _ in feed.listen(Array("data: 1\n\n".utf8)).map { .events($0) } ?? .json([]) })
        { port in
            async let heard = RawClient.exchange(
                port,
                "GET /events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            )
            while feed.listenerCount == 0 { await Task.yield() }
            feed.send(Array("data: 2\n\n".utf8))
            feed.close()
            let text = try await heard
            #expect(text.contains("text/event-stream") && text.contains("data: 1") && text.contains("data: 2"))
        }
    }
}
