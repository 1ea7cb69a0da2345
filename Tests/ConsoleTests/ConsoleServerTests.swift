import ClusterRuntime
import Console
import Foundation
import HTTPTypes
import Logging
import ServiceLifecycle
import Testing

@Suite("The console's server")
struct ConsoleServerTests {
    /// How a server that tests run ends.
    enum End {
        /// At once.
        case cancelled
        /// As at SIGTERM: it finishes what it has begun.
        case graceful
    }

    /// Runs a server while `body` runs, and ends it.
    func withServer(
        _ limits: ConsoleServer.Limits = .init(),
        end: End = .cancelled,
        _ respond: @escaping ConsoleServer.Responder = { request in
            Answer(.ok, "text/plain", Array("\(request.method) \(request.rawPath) \(request.body.count)".utf8))
        },
        _ body: (Int) async throws -> Void
    ) async throws {
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let server = ConsoleServer(
            host: "127.0.0.1",
            port: 0,
            limits: limits,
            logger: TemporaryIndex.logger,
            started: { port.yield($0) },
            respond: respond
        )
        let services = ServiceGroup(
            configuration: .init(services: [.init(service: server)], logger: TemporaryIndex.logger)
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            var iterator = ports.makeAsyncIterator()
            let number = try #require(await iterator.next())
            try await body(number)
            switch end {
            case .graceful:
                await services.triggerGracefulShutdown()
                try await group.waitForAll()
            case .cancelled:
                group.cancelAll()
                // What a cancelled server says does not matter.
                while (try? await group.next()) != nil {}
            }
        }
    }

    @Test("an address that is taken is named, with what to do", .timeLimit(.minutes(5)))
    func taken() async throws {
        try await withServer { port in
            let complaint = "can't listen at http://127.0.0.1:\(port): Address already in use; another program"
            let checked = await #expect(throws: ConsoleServer.AddressError.self) {
                try await ConsoleServer.check(host: "127.0.0.1", port: port)
            }
            #expect(checked?.description.hasPrefix(complaint) == true)
            let second = ConsoleServer(host: "127.0.0.1", port: port, logger: TemporaryIndex.logger) { _ in
                Answer(.ok, "text/plain", [])
            }
            let run = await #expect(throws: ConsoleServer.AddressError.self) { try await second.run() }
            #expect(run == checked)
        }
        try await ConsoleServer.check(host: "127.0.0.1", port: 0)
    }

    @Test("requests and bodies come as they are sent", .timeLimit(.minutes(5)))
    func requests() async throws {
        try await withServer { port in
            let get = try await RawClient.exchange(
                port,
                "GET /a%2Fb?c=d HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            )
            #expect(get.hasPrefix("HTTP/1.1 200 OK\r\n") && get.hasSuffix("\r\n\r\nGET /a%2Fb 0"))
            #expect(get.lowercased().contains("x-content-type-options: nosniff"))
            let post = try await RawClient.exchange(
                port,
                "POST /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello"
            )
            #expect(post.hasSuffix("POST /x 5"))
            let chunked = try await RawClient.exchange(
                port,
                "POST /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
            )
            #expect(chunked.hasSuffix("POST /x 3"))
            let head = try await RawClient.exchange(
                port,
                "HEAD /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            )
            #expect(head.hasPrefix("HTTP/1.1 200") && head.hasSuffix("\r\n\r\n"))
        }
    }

    @Test(
        "the connection of an old client, and of one that wants it, ends after the answer",
        .timeLimit(.minutes(5)),
        arguments: [
            "GET / HTTP/1.0\r\n\r\n", "GET / HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Close\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: TE, close\r\nTE: trailers\r\n\r\n",
        ]
    )
    func ends(_ request: String) async throws {
        // The server's patience is longer than the test may take.
        var limits = ConsoleServer.Limits()
        limits.patience = .seconds(3600)
        try await withServer(limits) { port in
            let answer = try await RawClient.exchange(port, request)
            #expect(answer.hasPrefix(request.contains("HTTP/1.0") ? "HTTP/1.0 200" : "HTTP/1.1 200"))
            #expect(answer.hasSuffix("\r\n\r\nGET / 0"))
        }
    }

    @Test("an old client gets events without chunks, which it does not know", .timeLimit(.minutes(5)))
    func eventsForOldClient() async throws {
        let feed = LiveFeed()
        try await withServer(.init(), { _ in feed.listen(Array("data: 1\n\n".utf8)).map { .events($0) } ?? .json([]) })
        { port in
            async let heard = RawClient.exchange(port, "GET /events HTTP/1.0\r\n\r\n")
            while feed.listenerCount == 0 { await Task.yield() }
            feed.close()
            let text = try await heard
            #expect(text.hasPrefix("HTTP/1.0 200") && text.hasSuffix("\r\n\r\ndata: 1\n\n"), "\(text)")
            #expect(!text.lowercased().contains("transfer-encoding"))
        }
    }

    @Test("letters of an address that nobody escaped are taken as if somebody had", .timeLimit(.minutes(5)))
    func unescaped() async throws {
        try await withServer(.init()) { request in
            Answer(.ok, "text/plain", Array((request.parameters["q"] ?? "-").utf8) + [0x0A] + request.body)
        } _: { port in
            let get = try await RawClient.exchange(
                port,
                "\r\nGET /v1/articles?q=بغداد HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            )
            #expect(get.hasPrefix("HTTP/1.1 200") && get.hasSuffix("\r\n\r\nبغداد\n"), "\(get)")
            // What stands behind the line is no part of it, nor is a body's first line.
            let post = try await RawClient.exchange(
                port,
                "POST /?q=%D8%A8 HTTP/1.1\r\nHost: localhost\r\nX-Note: ملاحظة\r\nConnection: close\r\n"
                    + "Content-Length: 8\r\n\r\nبابل"
            )
            #expect(post.hasSuffix("\r\n\r\nب\nبابل"), "\(post)")
        }
    }

    @Test("each request line of a connection is escaped, however it is cut")
    func requestLines() {
        let line = Array("GET /?q=نفط&p=1 HTTP/1.1\r\n".utf8)
        let rest = Array("X: نفط\r\n\r\n".utf8)
        let expected = "GET /?q=%D9%86%D9%81%D8%B7&p=1 HTTP/1.1\r\nX: نفط\r\n\r\n"
        for cut in 0...(line.count + rest.count) {
            var escaper = RequestLineEscaper()
            let bytes = line + rest
            let escaped = [bytes[..<cut], bytes[cut...]].flatMap { part in
                let part = Array(part)
                return part.withUnsafeBytes { escaper.escape($0) } ?? part
            }
            #expect(String(decoding: escaped, as: UTF8.self) == expected, "cut at \(cut)")
            #expect(escaper.isAtEnd)
        }
    }

    @Test("what is too large is refused, whether it says so or not", .timeLimit(.minutes(5)))
    func sizes() async throws {
        var limits = ConsoleServer.Limits()
        limits.bodyBytes = 1000
        limits.headerBytes = 2000
        // It is the size that is refused: a machine that has other work may take long to say so.
        limits.patience = .seconds(3600)
        try await withServer(limits) { port in
            let said = try await RawClient.head(
                port,
                "POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n"
            )
            #expect(said.hasPrefix("HTTP/1.1 413"))
            let unsaid = try await RawClient.head(
                port,
                "POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n800\r\n"
                    + String(repeating: "x", count: 0x800) + "\r\n0\r\n\r\n"
            )
            #expect(unsaid.hasPrefix("HTTP/1.1 413"))
            let header = try await RawClient.head(
                port,
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + String(repeating: "y", count: 5000) + "\r\n\r\n"
            )
            #expect(header.isEmpty || header.hasPrefix("HTTP/1.1 4"))
        }
    }

    @Test(
        "what is no request harms nobody",
        .timeLimit(.minutes(5)),
        arguments: [
            "\r\n\r\n", "GET\r\n\r\n", "\0\u{1}\u{2}\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n",
        ]
    )
    func garbage(_ bytes: String) async throws {
        try await withServer { port in
            let answer = try await RawClient.exchange(port, bytes, closes: true)
            #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"))
            let next = try await RawClient.exchange(
                port,
                "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            )
            #expect(next.hasPrefix("HTTP/1.1 200"))
        }
    }

    @Test("a client that sends too slowly, or takes nothing, is let go", .timeLimit(.minutes(20)))
    func slowness() async throws {
        var limits = ConsoleServer.Limits()
        limits.patience = .milliseconds(200)
        let large = [UInt8](repeating: 0x78, count: 64 << 20)
        try await withServer(limits, { _ in Answer(.ok, "text/plain", large) }) { port in
            // Ends although the request never does.
            #expect(try await RawClient.exchange(port, "GET / HTTP/1.1\r\nHo").isEmpty)
            // Ends although nothing is read: what comes after is not all of it. A machine that has other work needs longer
            // to see it.
            var taken = large.count
            for seconds in [1, 5, 30, 120] where taken >= large.count {
                taken = try await RawClient.stall(
                    port,
                    "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    for: .seconds(seconds)
                )
            }
            #expect(taken < large.count)
        }
    }

    @Test("a body that is under way does not keep the console from ending", .timeLimit(.minutes(5)))
    func shutdown() async throws {
        // Whoever waited for the rest of the body would wait longer than the test may take.
        var limits = ConsoleServer.Limits()
        limits.patience = .seconds(3600)
        var client: RawClient.Held?
        try await withServer(limits, end: .graceful) { port in
            // The first is answered, and then the second is under way.
            client = try await RawClient.Held(
                port,
                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
                    + "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nabc"
            )
        }
        client?.end()
    }
}
