import Testing
import ZeroMQ

/// Opens a socket that never waits longer than ten seconds: a test that would hang fails instead.
func openSocket(
    _ kind: Socket.Kind,
    _ context: Context,
    waitingAtMost limit: Milliseconds = .seconds(10)
) throws -> Socket {
    let socket = try Socket(kind, in: context)
    try socket.set(.sendTimeout, to: limit)
    try socket.set(.receiveTimeout, to: limit)
    return socket
}

extension Socket {
    /// Sends text and says whether it was taken.
    func sends(_ text: String, hasMore: Bool = false, _ waiting: Waiting = .block) throws -> Bool {
        try send(Message(text), hasMore: hasMore, waiting).isSent
    }

    /// Receives a part as text; nil if there is none in time.
    func receivedText(_ waiting: Waiting = .block) throws -> String? {
        guard let message = try receive(waiting) else { return nil }
        return String(decoding: message.bytes, as: UTF8.self)
    }
}

/// A transport's endpoint to bind to: free, and of this test only.
enum Transport: String, CaseIterable, CustomTestStringConvertible {
    case inproc, ipc, tcp

    var testDescription: String { rawValue }

    var endpoint: String {
        switch self {
        case .inproc: "inproc://test"
        // A wildcard makes libzmq choose a path in the folder for temporary files.
        case .ipc: "ipc://*"
        case .tcp: "tcp://127.0.0.1:*"
        }
    }
}
