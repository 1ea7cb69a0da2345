import ClusterRuntime
import Testing

@Suite("Endpoints")
struct EndpointTests {
    @Test(
        "well-formed endpoints are read and written the same way",
        arguments: [
            "tcp://127.0.0.1:5550", "tcp://*:5550", "tcp://127.0.0.1:*", "tcp://producer:5550", "tcp://[::1]:5550",
            "ipc:///run/warraq/producer", "inproc://producer",
        ]
    )
    func wellFormed(_ text: String) throws {
        #expect(try Endpoint(text).description == text)
    }

    @Test(
        "malformed endpoints are refused with an example",
        arguments: [
            "", "tcp://", "tcp://host", "tcp://:5550", "tcp://host:", "tcp://host:0", "tcp://host:65536",
            "tcp://host:55x", "http://host:80", "ipc://", "inproc://", "127.0.0.1:5550",
        ]
    )
    func malformed(_ text: String) {
        let error = #expect(throws: EndpointError.self) { try Endpoint(text) }
        #expect(error?.description.contains("tcp://127.0.0.1:5550") == true)
    }

    @Test("a name is looked up; addresses, and other transports, stay as they are")
    func resolving() throws {
        let local = try Endpoint("tcp://localhost:5550").resolved(attempt: 0)
        #expect(["tcp://127.0.0.1:5550", "tcp://[::1]:5550"].contains(local))
        for text in ["tcp://127.0.0.1:5550", "tcp://[::1]:5550", "tcp://*:5550", "ipc:///run/x", "inproc://x"] {
            #expect(try Endpoint(text).resolved(attempt: 3) == text)
        }
        #expect(throws: EndpointError.self) { try Endpoint("tcp://no-such-host.invalid:1").resolved(attempt: 0) }
    }

    @Test(
        "only this machine's endpoints are local; «any» is no place to go to",
        arguments: [
            ("tcp://127.0.0.1:1", true, true), ("tcp://localhost:1", true, true), ("tcp://[::1]:1", true, true),
            ("tcp://10.0.0.1:1", false, true), ("tcp://*:1", false, false), ("tcp://0.0.0.0:1", false, false),
            ("tcp://127.0.0.1:*", true, false), ("ipc:///x", true, true), ("inproc://x", true, true),
        ]
    )
    func reach(_ text: String, isLocal: Bool, isReachable: Bool) throws {
        let endpoint = try Endpoint(text)
        #expect(endpoint.isLocal == isLocal)
        #expect(endpoint.isReachable == isReachable)
    }
}
