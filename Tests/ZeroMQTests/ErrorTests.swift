import Testing
import ZeroMQ

@Suite("Errors of ZeroMQ", .timeLimit(.minutes(5)))
struct ErrorTests {
    struct Case: CustomTestStringConvertible {
        let endpoint: String
        let code: ZeroMQError.Code
        let description: String
        var testDescription: String { endpoint }
    }

    static let bindings = [
        Case(
            endpoint: "http://127.0.0.1:80",
            code: .protocolNotSupported,
            description: """
                can't listen (http://127.0.0.1:80): Protocol not supported [EPROTONOSUPPORT]; an endpoint starts with \
                tcp://, ipc:// or inproc://
                """
        ),
        Case(
            endpoint: "5550",
            code: .invalid,
            description: """
                can't listen (5550): Invalid argument [EINVAL]; the endpoint or value is not well formed; an endpoint is \
                like tcp://127.0.0.1:5550
                """
        ),
        Case(
            endpoint: "tcp://203.0.113.7:5550",
            code: .addressNotAvailable,
            description: """
                can't listen (tcp://203.0.113.7:5550): Cannot assign requested address [EADDRNOTAVAIL]; no interface of \
                this machine has that address: take 127.0.0.1, * or one of this machine's own
                """
        ),
    ]

    @Test("an endpoint that can't be bound is named, with the reason and what to do", arguments: bindings)
    func binding(_ expected: Case) throws {
        let socket = try Socket(.router, in: Context())
        let error = #expect(throws: ZeroMQError.self) { try socket.bind(to: expected.endpoint) }
        #expect(error?.code == expected.code)
        #expect(error?.description == expected.description)
        #expect(error?.endpoint == expected.endpoint)
    }

    @Test("two sockets can't listen at one port")
    func addressInUse() throws {
        let context = try Context()
        let first = try Socket(.router, in: context)
        let endpoint = try first.bind(to: "tcp://127.0.0.1:*")
        let second = try Socket(.router, in: context)
        #expect(
            throws: ZeroMQError(code: .addressInUse, operation: "listen", endpoint: endpoint)
        ) { try second.bind(to: endpoint) }
    }

    @Test("an ipc path that is too long, or in no folder, is refused")
    func ipcPaths() throws {
        let socket = try Socket(.router, in: Context())
        let long = "ipc:///tmp/" + String(repeating: "x", count: 108)
        #expect(throws: ZeroMQError(code: .nameTooLong, operation: "listen", endpoint: long)) {
            try socket.bind(to: long)
        }
        let missing = "ipc:///no-such-folder/socket"
        #expect(throws: ZeroMQError(code: .noSuchEndpoint, operation: "listen", endpoint: missing)) {
            try socket.bind(to: missing)
        }
    }

    @Test("an option with a value that it can't have names the option")
    func option() throws {
        let socket = try Socket(.dealer, in: Context())
        let error = #expect(throws: ZeroMQError.self) { try socket.set(.sendHighWaterMark, to: -5) }
        #expect(error?.description.hasPrefix("can't set the option ZMQ_SNDHWM: Invalid argument") == true)
        #expect(throws: ZeroMQError.self) { try socket.set(.routingID, to: []) }
        #expect(throws: ZeroMQError.self) { try socket.get(.subscription) }
    }

    @Test("sending twice on a REQ is a wrong state, and can be matched by its code")
    func wrongState() throws {
        let context = try Context(ioThreads: 0)
        let request = try openSocket(.request, context)
        let reply = try openSocket(.reply, context)
        try reply.bind(to: "inproc://name")
        try request.connect(to: "inproc://name")
        #expect(try request.sends("one"))
        do {
            _ = try request.sends("two")
            Issue.record("a REQ must wait for the answer")
        } catch ZeroMQError.Code.wrongState {
        }
    }

    @Test("a context without I/O threads does not do tcp, and one that allows one socket does not open two")
    func limits() throws {
        let noThreads = try Socket(.push, in: Context(ioThreads: 0))
        #expect(throws: ZeroMQError(code: .noIOThread, operation: "connect", endpoint: "tcp://127.0.0.1:5550")) {
            try noThreads.connect(to: "tcp://127.0.0.1:5550")
        }
        let context = try Context(maxSockets: 1)
        let only = try Socket(.push, in: context)
        #expect(throws: ZeroMQError(code: .tooManyOpenFiles, operation: "open a push socket")) {
            try Socket(.push, in: context).close()
        }
        only.close()
        #expect(throws: ZeroMQError.self) { try Context(ioThreads: -1) }
    }
}
