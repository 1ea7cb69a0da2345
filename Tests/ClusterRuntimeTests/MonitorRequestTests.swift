import ClusterRuntime
import Testing

@Suite("Requests to the monitor")
struct MonitorRequestTests {
    private func read(_ text: String) -> MonitorRequest.Reading { MonitorRequest.read(Array(text.utf8)) }

    private func status(_ text: String) -> Int? {
        if case .refused(let response) = read(text) { response.status } else { nil }
    }

    @Test(
        "GET and HEAD are read, whatever else the head says",
        arguments: [
            ("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n", MonitorRequest(method: .get, path: "/metrics")),
            ("HEAD / HTTP/1.0\r\n\r\n", MonitorRequest(method: .head, path: "/")),
            ("\r\n\r\nGET / HTTP/1.1\r\n\r\n", MonitorRequest(method: .get, path: "/")),
            ("GET /a HTTP/1.1\nHost: b\n\n", MonitorRequest(method: .get, path: "/a")),
            ("GET /a?b=/c#d HTTP/1.1\r\n\r\nmore", MonitorRequest(method: .get, path: "/a")),
            ("GET /%2e%2e/x HTTP/1.1\r\nX-Arabic: \u{645}\r\n\r\n", MonitorRequest(method: .get, path: "/%2e%2e/x")),
            ("GET / HTTP/1.1\r\nEmpty:\r\n\r\n", MonitorRequest(method: .get, path: "/")),
        ]
    )
    func good(text: String, request: MonitorRequest) { #expect(read(text) == .request(request)) }

    @Test(
        "what is no request is refused with a status that says why",
        arguments: [
            ("POST / HTTP/1.1\r\n\r\n", 405), ("get / HTTP/1.1\r\n\r\n", 405), ("BREW / HTTP/1.1\r\n\r\n", 405),
            ("GET / HTTP/2.0\r\n\r\n", 505), ("GET / HTTP/1.10\r\n\r\n", 505),
            ("GET /\r\n\r\n", 400), ("GET  / HTTP/1.1\r\n\r\n", 400), ("GET / a HTTP/1.1\r\n\r\n", 400),
            ("GET http://a/ HTTP/1.1\r\n\r\n", 400), ("GET * HTTP/1.1\r\n\r\n", 400),
            ("GET / ICAP/1.0\r\n\r\n", 400), ("G\u{0}T / HTTP/1.1\r\n\r\n", 400),
            ("GET /\u{645} HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/1.1\r\n folded: a\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nno colon\r\n\r\n", 400), ("GET / HTTP/1.1\r\n: a\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nA b: c\r\n\r\n", 400), ("GET / HTTP/1.1\r\nA: \u{1}\r\n\r\n", 400),
            ("\u{16}\u{3}\u{1}", 400), ("\u{0}", 400),
        ]
    )
    func bad(text: String, expected: Int) { #expect(status(text) == expected) }

    @Test("a head is incomplete until its empty line, and too long beyond 8 KiB")
    func length() {
        let whole = Array("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
        for count in whole.indices { #expect(MonitorRequest.read(Array(whole[..<count])) == .incomplete) }
        let long = "GET / HTTP/1.1\r\nA: "
        #expect(read(long + String(repeating: "a", count: 4096)) == .incomplete)
        #expect(status(long + String(repeating: "a", count: 8192)) == 431)
        #expect(status(long + String(repeating: "a", count: 8192) + "\r\n\r\n") == 431)
        #expect(read(String(repeating: "\r\n", count: 1000)) == .incomplete)
        #expect(status(String(repeating: "\r\n", count: 5000)) == 431)
    }

    @Test("any bytes are read or refused, and never trap")
    func anything() {
        var random = SystemRandomNumberGenerator()
        let words: [[UInt8]] = ["GET", " ", "/", "HTTP/1.1", "\r\n", "\r", "\n", ":", "a", "\u{0}", "\u{7f}"].map {
            Array($0.utf8)
        }
        for _ in 0..<5000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                bytes +=
                    Bool.random(using: &random)
                    ? words.randomElement(using: &random) ?? [] : [UInt8.random(in: 0...255, using: &random)]
            }
            if case .request(let request) = MonitorRequest.read(bytes) {
                #expect(request.path.hasPrefix("/"), "\(bytes)")
            }
        }
    }

    @Test("a HEAD request gets the head of the answer alone")
    func response() {
        let response = MonitorResponse(body: "مرحبا\n")
        let whole = String(decoding: response.bytes(isHead: false), as: UTF8.self)
        let head = String(decoding: response.bytes(isHead: true), as: UTF8.self)
        #expect(whole == head + "مرحبا\n")
        #expect(head.contains("Content-Length: 11\r\n") && head.hasSuffix("Connection: close\r\n\r\n"))
    }

    @Test(
        "addresses",
        arguments: [
            ("127.0.0.1:9550", "127.0.0.1:9550"), (":0", "127.0.0.1:0"), ("9550", "127.0.0.1:9550"),
            ("[::1]:80", "[::1]:80"), ("*:1", "*:1"), ("worker-1:65535", "worker-1:65535"),
        ]
    )
    func address(text: String, description: String) throws {
        #expect(try MonitorAddress(text).description == description)
    }

    @Test(
        "addresses that are none",
        arguments: ["", "a", "a:", "a:b", "a:65536", "a:-1", "::1:80", "http://a:80", "a:80/b", "a:٨٠", "tcp://a:1"]
    )
    func noAddress(text: String) { #expect(throws: MonitorAddressError.self) { try MonitorAddress(text) } }
}
