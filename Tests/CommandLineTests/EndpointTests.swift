import ClusterRuntime
import Testing
import warraq

@Suite("Addresses")
struct EndpointTests {
    @Test(
        "an address is tcp with host and port, or ipc with a path",
        arguments: [
            "tcp://127.0.0.1:5550", "tcp://producer:5550", "tcp://[::1]:5550", "tcp://*:5551", "tcp://127.0.0.1:*",
            "ipc:///run/warraq/producer",
        ]
    )
    func addresses(text: String) {
        #expect(EndpointArgument(argument: text)?.endpoint.description == text)
    }

    @Test(
        "anything else is refused",
        arguments: [
            "", "localhost:5550", "tcp://localhost", "tcp://:5550", "tcp://host:70000", "tcp://host:x",
            "http://host:80", "inproc://x", "ipc://",
        ]
    )
    func refused(text: String) {
        #expect(EndpointArgument(argument: text) == nil)
    }

    @Test(
        "only loopback and ipc stay on this machine",
        arguments: [
            ("tcp://127.0.0.1:1", true), ("tcp://127.9.8.7:1", true), ("tcp://localhost:1", true),
            ("tcp://[::1]:1", true), ("ipc:///x", true), ("tcp://0.0.0.0:1", false), ("tcp://*:1", false),
            ("tcp://producer:1", false), ("tcp://10.0.0.1:1", false), ("tcp://127.example.org:1", false),
            ("tcp://127.0.0.1.example.org:1", false),
        ]
    )
    func locality(text: String, isLocal: Bool) throws {
        #expect(try #require(EndpointArgument(argument: text)).endpoint.isLocal == isLocal)
    }
}
