package import Cluster
package import ZeroMQ

/// What a peer's key stands for: the roles under whose names a server has it in its folder. One, unless somebody has put
/// the same key under several names: then it may do what each of them may.
package struct KeyRoles: OptionSet, Sendable, Hashable, CustomStringConvertible {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package init(_ role: KeyFolder.Role) {
        switch role {
        case .producer: self = .producer
        case .sink: self = .sink
        case .worker: self = .worker
        case .client: self = .client
        }
    }

    package static let producer = KeyRoles(rawValue: 1)
    package static let sink = KeyRoles(rawValue: 2)
    package static let worker = KeyRoles(rawValue: 4)
    package static let client = KeyRoles(rawValue: 8)

    var isOne: Bool { rawValue.nonzeroBitCount == 1 }

    package var description: String {
        KeyFolder.Role.allCases.filter { contains(KeyRoles($0)) }.map(\.rawValue).joined(separator: ", ")
    }
}

// MARK: What may be said

extension KeyRoles {
    /// Why `message` may not come to the producer with a key of these roles; `nil` where it may.
    ///
    /// The status is for all: each role's health check asks for it with its own key.
    package func objection(to message: ProducerStateMachine.Message) -> MessageError? {
        switch message {
        case .worker where contains(.worker), .sink where contains(.sink), .client where contains(.client),
            .unread where contains(.client), .client(.status):
            nil
        case .worker: MessageError("only a worker's key may speak as a worker")
        case .sink: MessageError("only a sink's key may speak as the sink")
        case .client(let question): objection(toQuestion: question.request)
        case .unread(let request): objection(toQuestion: request)
        }
    }

    private func objection(toQuestion request: UInt64) -> MessageError {
        MessageError(
            "this key (\(self)) may only ask for the status; `warraq keys export DIR client TO` copies a client's",
            request: request
        )
    }
}

// MARK: With each message

extension KeyRoles {
    /// The first byte of a `User-Id`: "@" and the bits, a letter.
    private static let start = UInt8(ascii: "@")

    /// The `User-Id` of the messages that come with `key`: what is looked at for each of them is the first byte.
    package func userID(of key: CurvePublicKey) -> String {
        "\(Character(Unicode.Scalar(Self.start | rawValue))) \(key)"
    }

    package init(userIDStart byte: UInt8) { self.init(rawValue: byte & 0b1111) }

    /// The key in a `User-Id`.
    static func key(in userID: String) -> Substring { userID.dropFirst(2) }
}
