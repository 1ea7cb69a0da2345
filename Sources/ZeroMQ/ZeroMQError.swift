internal import CZeroMQ

/// What libzmq or the system refused, where, why, and what to do about it.
public struct ZeroMQError: Error, Hashable, Sendable {
    package let code: Code
    /// What was tried, in words that follow "can't": "bind", "set the option ZMQ_SNDHWM".
    package let operation: String
    /// The endpoint concerned, or nil where there is none.
    package let endpoint: String?

    package init(code: Code, operation: String, endpoint: String? = nil) {
        self.code = code
        self.operation = operation
        self.endpoint = endpoint
    }

    /// Makes an error of what the shim functions return: a negated error number.
    init(result: Int32, operation: String, endpoint: String? = nil) {
        self.init(code: Code(rawValue: -result), operation: operation, endpoint: endpoint)
    }
}

extension ZeroMQError {
    /// An error number of the system or of libzmq.
    package struct Code: RawRepresentable, Hashable, Sendable {
        package let rawValue: Int32

        package init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// So that `catch ZeroMQError.Code.terminated` works.
        package static func ~= (code: Code, error: any Error) -> Bool {
            (error as? ZeroMQError)?.code == code
        }

        /// The context was shut down: leave the loop and close the socket.
        package static let terminated = Code(rawValue: Int32(zeromq_error_terminated))
        /// The kind of socket does not allow this now: a REQ that sends twice, for example.
        package static let wrongState = Code(rawValue: Int32(zeromq_error_wrong_state))
        package static let incompatibleProtocol = Code(rawValue: Int32(zeromq_error_incompatible_protocol))
        package static let noIOThread = Code(rawValue: Int32(zeromq_error_no_io_thread))
        package static let wouldBlock = Code(rawValue: EAGAIN)
        package static let unreachable = Code(rawValue: EHOSTUNREACH)
        package static let addressInUse = Code(rawValue: EADDRINUSE)
        package static let addressNotAvailable = Code(rawValue: EADDRNOTAVAIL)
        package static let protocolNotSupported = Code(rawValue: EPROTONOSUPPORT)
        package static let invalid = Code(rawValue: EINVAL)
        package static let notSupported = Code(rawValue: ENOTSUP)
        package static let notASocket = Code(rawValue: ENOTSOCK)
        package static let noDevice = Code(rawValue: ENODEV)
        package static let noSuchEndpoint = Code(rawValue: ENOENT)
        package static let connectionRefused = Code(rawValue: ECONNREFUSED)
        package static let connectionReset = Code(rawValue: ECONNRESET)
        package static let nameTooLong = Code(rawValue: ENAMETOOLONG)
        package static let permissionDenied = Code(rawValue: EACCES)
        package static let tooManyOpenFiles = Code(rawValue: EMFILE)
        package static let tooManyOpenFilesOnSystem = Code(rawValue: ENFILE)
        package static let outOfMemory = Code(rawValue: ENOMEM)

        /// What the last libzmq call of this thread that failed left behind. For calls that return a pointer.
        static var lastOfThread: Code { Code(rawValue: zmq_errno()) }

        /// The system's text: "Address already in use".
        package var text: String {
            guard let text = unsafe zmq_strerror(rawValue) else { return "error \(rawValue)" }
            return unsafe String(cString: text)
        }

        /// The name in errno.h and zmq.h, or the number.
        package var name: String {
            switch self {
            case .terminated: "ETERM"
            case .wrongState: "EFSM"
            case .incompatibleProtocol: "ENOCOMPATPROTO"
            case .noIOThread: "EMTHREAD"
            case .wouldBlock: "EAGAIN"
            case .unreachable: "EHOSTUNREACH"
            case .addressInUse: "EADDRINUSE"
            case .addressNotAvailable: "EADDRNOTAVAIL"
            case .protocolNotSupported: "EPROTONOSUPPORT"
            case .invalid: "EINVAL"
            case .notSupported: "ENOTSUP"
            case .notASocket: "ENOTSOCK"
            case .noDevice: "ENODEV"
            case .noSuchEndpoint: "ENOENT"
            case .connectionRefused: "ECONNREFUSED"
            case .connectionReset: "ECONNRESET"
            case .nameTooLong: "ENAMETOOLONG"
            case .permissionDenied: "EACCES"
            case .tooManyOpenFiles: "EMFILE"
            case .tooManyOpenFilesOnSystem: "ENFILE"
            case .outOfMemory: "ENOMEM"
            default: "error \(rawValue)"
            }
        }

        /// What a user can do about it, or nil where the text says it all.
        package var advice: String? {
            switch self {
            case .terminated: "the program is shutting down"
            case .addressInUse: "another program listens there: stop it or choose another port"
            case .addressNotAvailable, .noDevice:
                "no interface of this machine has that address: take 127.0.0.1, * or one of this machine's own"
            case .protocolNotSupported: "an endpoint starts with tcp://, ipc:// or inproc://"
            case .incompatibleProtocol: "this kind of socket can't use that transport"
            case .invalid: "the endpoint or value is not well formed; an endpoint is like tcp://127.0.0.1:5550"
            case .noSuchEndpoint: "the socket is neither bound nor connected there, or the folder does not exist"
            case .connectionRefused: "nothing is bound to that inproc name in this context"
            case .nameTooLong: "the path of an ipc endpoint has at most 107 bytes: choose a shorter one"
            case .permissionDenied:
                "this user may not listen there: choose a port above 1023 or a folder that is its own"
            case .tooManyOpenFiles, .tooManyOpenFilesOnSystem:
                "no more sockets can be opened: raise the limit of open files (ulimit -n) or open fewer connections"
            case .wouldBlock:
                "no room for another thread: raise the limits of memory (ulimit -v) and processes (ulimit -u), or a "
                    + "container's (--pids-limit)"
            case .connectionReset: "the connection ended in the middle of a message; the message is lost"
            default: nil
            }
        }
    }
}

extension ZeroMQError: CustomStringConvertible {
    /// One line for the user: what, where, why, what to do.
    public var description: String {
        let place = endpoint.map { " (\($0))" } ?? ""
        let advice = code.advice.map { "; \($0)" } ?? ""
        return "can't \(operation)\(place): \(code.text) [\(code.name)]\(advice)"
    }
}
