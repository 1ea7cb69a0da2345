package import ZeroMQ

/// Why a question to the cluster has no answer.
package enum ClientError: Error, Equatable, CustomStringConvertible {
    /// Nothing was heard for `seconds`.
    case unreachable(endpoint: String, seconds: Int)
    /// The producer has taken nothing for `seconds`, and why: a full disk, too many others.
    case busy(reason: String, seconds: Int)
    /// The producer says no, and why.
    case failed(reason: String)
    case endpoint(EndpointError)
    case socket(ZeroMQError)

    package var description: String {
        switch self {
        case .unreachable(let endpoint, let seconds):
            "no answer from a producer at \(endpoint) for \(seconds) s: is it running, and is that its address?"
        case .busy(let reason, let seconds):
            "the producer took nothing more for \(seconds) s: \(reason); what it accepted is safe, submit the rest again later"
        case .failed(let reason): reason
        case .endpoint(let error): error.description
        case .socket(let error): error.description
        }
    }
}
