import Cluster
import ClusterRuntime
import Glibc
import Testing

/// A client that does what it likes with its connection.
private final class RawClient {
    let descriptor: Int32

    init(_ address: MonitorAddress) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var limit = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var target = sockaddr_in()
        target.sin_family = sa_family_t(AF_INET)
        target.sin_port = address.port.bigEndian
        target.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &target) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(result == 0, "connect: \(errno)")
    }

    deinit { close(descriptor) }

    func say(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    /// All that comes until the other end closes.
    func rest() -> String {
        var all: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(descriptor, &chunk, chunk.count, 0)
            guard count > 0 else { return String(decoding: all, as: UTF8.self) }
            all += chunk[..<count]
        }
    }
}

@Suite("The monitor", .timeLimit(.minutes(5)))
struct MonitorServerTests {
    private func server(patienceMilliseconds: Int = 30_000, body: String = "here\n") throws -> MonitorServer {
        try MonitorServer(at: MonitorAddress("127.0.0.1:0"), patience: .milliseconds(patienceMilliseconds)) { request in
            MonitorResponse(status: request.path == "/" ? 200 : 404, body: body)
        }
    }

    private func ask(_ server: MonitorServer, _ text: String) throws -> String {
        let client = try RawClient(server.address)
        client.say(text)
        return client.rest()
    }

    @Test("answers and closes")
    func answers() throws {
        let server = try server()
        #expect(server.address.port != 0)
        #expect(try ask(server, "GET / HTTP/1.1\r\n\r\n").hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(try ask(server, "GET / HTTP/1.1\r\n\r\n").hasSuffix("\r\n\r\nhere\n"))
        #expect(try ask(server, "HEAD / HTTP/1.1\r\n\r\n").hasSuffix("\r\n\r\n"))
        #expect(try ask(server, "GET /x HTTP/1.1\r\n\r\n").hasPrefix("HTTP/1.1 404 "))
        #expect(try ask(server, "nonsense\r\n\r\n").hasPrefix("HTTP/1.1 400 "))
        #expect(try ask(server, "DELETE / HTTP/1.1\r\n\r\n").contains("Allow: GET, HEAD\r\n"))
    }

    @Test("a request that comes byte by byte, or with a body behind it, is answered")
    func slowAndLong() throws {
        let server = try server()
        let client = try RawClient(server.address)
        for character in "GET / HTTP/1.1\r\n\r\n" { client.say(String(character)) }
        #expect(client.rest().hasSuffix("here\n"))
        let body = String(repeating: "b", count: 300_000)
        #expect(try ask(server, "GET / HTTP/1.1\r\nContent-Length: 300000\r\n\r\n" + body).hasSuffix("here\n"))
    }

    @Test("an answer of megabytes arrives whole, at a reader that waits before it reads")
    func large() throws {
        let large = String(repeating: "x", count: 6 << 20)
        let server = try server(body: large)
        let client = try RawClient(server.address)
        client.say("GET / HTTP/1.1\r\n\r\n")
        // Another one is served meanwhile.
        #expect(try ask(server, "GET /other HTTP/1.1\r\n\r\n").hasPrefix("HTTP/1.1 404"))
        #expect(client.rest().utf8.count > 6 << 20)
    }

    @Test("those who connect and say nothing, or not all, hold nobody up and are let go")
    func silent() throws {
        let server = try server()
        let silent = try (0..<40).map { _ in try RawClient(server.address) }
        for client in silent.prefix(20) { client.say("GET / HT") }
        // The oldest have made room; those that are left are still there.
        #expect(try ask(server, "GET / HTTP/1.1\r\n\r\n").hasSuffix("here\n"))
        #expect(silent[0].rest() == "")
        let last = silent[39]
        last.say("GET / HTTP/1.1\r\n\r\n")
        #expect(last.rest().hasSuffix("here\n"))
    }

    @Test("a connection that takes longer than the patience is closed")
    func patience() throws {
        let server = try server(patienceMilliseconds: 50)
        let client = try RawClient(server.address)
        client.say("GET / HTTP/1.1\r\n")
        #expect(client.rest() == "")
        // On a machine that has other work, this may take longer than the patience, too.
        while try !ask(server, "GET / HTTP/1.1\r\n\r\n").hasSuffix("here\n") { try Task.checkCancellation() }
    }

    @Test("a client that goes in the middle of the answer harms nobody")
    func gone() throws {
        let server = try server(body: String(repeating: "x", count: 4 << 20))
        for _ in 0..<20 {
            let client = try RawClient(server.address)
            client.say("GET / HTTP/1.1\r\n\r\n")
        }
        #expect(try ask(server, "HEAD / HTTP/1.1\r\n\r\n").hasPrefix("HTTP/1.1 200"))
    }

    @Test("a port that is taken is an error that names the address")
    func taken() throws {
        let server = try server()
        let address = server.address
        #expect {
            _ = try MonitorServer(at: address) { _ in MonitorResponse(body: "") }
        } throws: { error in
            "\(error)".contains("127.0.0.1:\(address.port)")
        }
    }
}
